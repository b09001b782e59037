// How a state lies in a link. Links lie with readers for ever: what a tag, a word or a field's place in these lists means is
// never changed; new ones come last, and a reader that does not know them says that the link is newer than the page.
import { fingerprint } from "./words.js";

/**
 * When and by whom a field was last changed, and the last moment of each other author who was known of then.
 * @typedef {[at: number, author: string, seen?: Record<string, number>]} Stamp
 */

/** Words that keys are made of. */
export const WORDS = [
  "om", "aftale", "maaling", "interview", "fase", "haelder", "haefte", "svar", "part", "hvem", "mit", "ur",
];
/** What stands round an id in a key. */
export const AROUND = [["", ""], ["valg-", ""], ["", "-1"], ["", "-2"]];
export const FIELDS = [
  "note", "title", "done", "day", "text", "who", "due", "gone", "name", "created", "what", "from", "start", "end",
  "phase", "place", "choice", "wording", "archived", "skipped", "lean", "values", "names", "answer", "ids", "round",
  "ends", "left", "sound", "at", "parties",
];
/** How many bits each thing takes. */
export const WIDTHS = { field: 6, tag: 4, word: 5, around: 2, segment: 2, day: 16, moment: 42, size: 6 };
export const OTHER_FIELD = 2 ** WIDTHS.field - 1;
/** What a part of a key is. */
export const SEGMENT = { id: 0, word: 1, text: 2 };
/** What a value is. `called`: what the catalogue calls the item; `keys`: a list of texts that are written as keys are. */
export const TAG = { none: 0, true: 1, false: 2, text: 3, day: 4, number: 5, json: 6, called: 7, keys: 8 };
const AUTHOR_LENGTH = 8;
const [FIRST_DAY, DAY_LENGTH] = [Date.UTC(2000, 0, 1), 86_400_000];
export const MOST = 2 ** WIDTHS.moment - 1;

/** @param {unknown} value A day as its number from 2000 on, or -1. */
export function dayNumber(value) {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return -1;
  const number = (Date.parse(value) - FIRST_DAY) / DAY_LENGTH;
  return number >= 0 && number < 2 ** WIDTHS.day && dayOf(number) === value ? number : -1;
}

/** @param {number} number */
export const dayOf = (number) => new Date(FIRST_DAY + number * DAY_LENGTH).toISOString().slice(0, 10);

/** @param {unknown} value Who wrote a text of version 1: its own fingerprint. */
export const ownAuthor = (value) => fingerprint(String(value)).slice(0, AUTHOR_LENGTH);

/** @param {unknown} at */
export const isMoment = (at) => Number.isInteger(at) && Number(at) >= 0 && Number(at) <= MOST;
