// What the leader's own material is made of, and what can be done with it without a browser: check, merge, compare.
//
// A state holds collaborations by id; a collaboration holds records by key. A record is a few plain fields and `at`, the
// moment it was last changed, so that two states are merged record by record and nothing either of them has is lost.
// Keys: an entry's permanent id (tick, note, answer, choice), `<id>.1` (party 1's answer), and the kinds of KINDS.

export const VERSION = 1;
export const FIRST = "uden-navn";
export const MOST_CHARACTERS = 2_000_000;
export const META = "om"; // the record that tells of the collaboration itself: name, parties, phase, dates

/** What a key begins with when it is not an entry's id. */
export const KINDS = new Set([META, "aftale", "maaling", "interview", "ur", "mit", "svar", "fase", "haelder", "haefte"]);
/** The kinds a link to a collaboration leaves out: her own clock, and answers she has not given the others. */
export const PRIVATE = new Set(["ur", "mit"]);

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const KEY = /^[a-z0-9][a-z0-9-]{0,59}(\.[a-z0-9-]{1,40}){0,2}$/;
const DAY = /^(\d{4}-\d{2}-\d{2})?$/;
const LAST_MOMENT = 4_102_444_800_000; // 2100: a clock beyond it is wrong, and would win every merge

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const text = (most) => (value) => typeof value === "string" && value.length <= most;
const flag = (value) => typeof value === "boolean";
const whole = (low, high) => (value) => Number.isInteger(value) && value >= low && value <= high;
const day = (value) => typeof value === "string" && DAY.test(value);
const list = (most, each) => (value) => Array.isArray(value) && value.length <= most && value.every(each);
const ratings = (value) =>
  isObject(value) && Object.entries(value).length <= 60 &&
  Object.entries(value).every(([key, number]) => KEY.test(key) && whole(1, 20)(number));

/** Every field a record may have, and what its value must be. */
export const FIELDS = {
  at: whole(0, LAST_MOMENT),
  gone: flag, done: flag, skipped: flag, archived: flag, sound: flag,
  day, due: day, start: day, end: day,
  note: text(20_000), who: text(200), choice: text(60), wording: text(2_000), title: text(600), text: text(16),
  name: text(120), phase: text(20), what: text(2_000), from: text(120), answer: text(60),
  ids: list(100, (value) => typeof value === "string" && ID.test(value)),
  parties: list(12, text(80)), names: list(12, text(80)),
  lean: whole(1, 5), round: whole(0, 12), ends: whole(0, LAST_MOMENT), left: whole(0, 86_400_000), created: whole(0, LAST_MOMENT),
  values: ratings,
};

/** Why something cannot be taken in: `code` names the message in the page, `place` where in the file it is. */
export class Refusal extends Error {
  constructor(code, place = "") {
    super(code);
    this.code = code;
    this.place = place;
  }
}

export const empty = () => ({ version: VERSION, collaborations: {} });

/** Check a parsed value; returns it when it is a state this version can read. Throws Refusal at the first fault. */
export function checked(state) {
  if (!isObject(state)) throw new Refusal("fremmed");
  if (Number.isInteger(state.version) && state.version > VERSION) throw new Refusal("nyere");
  if (state.version !== VERSION || !isObject(state.collaborations)) throw new Refusal("fremmed");
  for (const [id, records] of Object.entries(state.collaborations)) {
    if (!ID.test(id)) throw new Refusal("felt", id);
    if (!isObject(records)) throw new Refusal("felt", id);
    for (const [key, record] of Object.entries(records)) checkRecord(`${id} › ${key}`, key, record);
  }
  return state;
}

function checkRecord(place, key, record) {
  if (!KEY.test(key) || !isObject(record) || !("at" in record)) throw new Refusal("felt", place);
  for (const [field, value] of Object.entries(record)) {
    if (!Object.hasOwn(FIELDS, field) || !FIELDS[field](value)) throw new Refusal("felt", `${place} › ${field}`);
  }
}

const canonical = (record) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
const sameValue = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function later(a, b) {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonical(a) > canonical(b) ? a : b;
}

/** Two states as one: of each record the one changed last; on a tie the one that sorts last, so order does not matter. */
export function merge(a, b) {
  const made = empty();
  for (const id of new Set([...Object.keys(a.collaborations), ...Object.keys(b.collaborations)])) {
    const [one, two] = [a.collaborations[id] ?? {}, b.collaborations[id] ?? {}];
    const records = {};
    for (const key of new Set([...Object.keys(one), ...Object.keys(two)])) records[key] = later(one[key], two[key]);
    made.collaborations[id] = records;
  }
  return made;
}

/** Whether a record holds anything the reader wrote (not only its moment, or the mark that it was taken away). */
export function alive(record) {
  return Boolean(record) && !record.gone && Object.entries(record).some(
    ([field, value]) => !["at", "title", "text"].includes(field) && value !== "" && value !== false && value?.length !== 0,
  );
}

/** What taking `theirs` in would do to `mine`: [{id, key, before, after}] in three lists. */
export function compare(mine, theirs) {
  const found = { added: [], changed: [], kept: [], same: [] };
  for (const [id, records] of Object.entries(theirs.collaborations)) {
    for (const [key, after] of Object.entries(records)) {
      const before = mine.collaborations[id]?.[key];
      const row = { id, key, before, after };
      if (!before) found[alive(after) ? "added" : "same"].push(row);
      else if (sameContent(before, after)) found.same.push(row);
      else found[later(before, after) === after ? "changed" : "kept"].push(row);
    }
  }
  return found;
}

function sameContent(a, b) {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  fields.delete("at");
  return [...fields].every((field) => sameValue(a[field], b[field]));
}

/** A text of at most sixteen characters that changes when `words` do (FNV-1a, twice 32 bits). */
export function fingerprint(words) {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (const char of words.replace(/\s+/g, " ").trim()) {
    one = Math.imul(one ^ char.codePointAt(0), 0x01000193);
    two = Math.imul(two ^ char.codePointAt(0), 0x85ebca6b);
  }
  return ((one >>> 0).toString(36) + (two >>> 0).toString(36)).slice(0, 16);
}

/** An id nobody else has made. */
export function freshId(kind) {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `${kind}-${[...random].map((n) => n.toString(36)).join("")}`;
}

/** Today's date as yyyy-mm-dd where the reader is. */
export function today(now = new Date()) {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** A date as it is written in the language of the page: "2026-03-09" is "9. marts 2026" in Danish. */
export function written(iso, language = document.documentElement.lang) {
  if (!iso) return "";
  const [year, month, date] = iso.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
}
