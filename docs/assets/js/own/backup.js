// When each collaboration was last saved as a file, for those who ask to be reminded; else nothing of it is kept.
import { keep, kept } from "./kept.js";
import { today } from "./words.js";

/** @import { Area } from "./kept.js" */

const MONTH = 30 * 86_400_000; // ms
const [WANTED, SAVED] = ["fil-mind", "fil-gemt"];
const ALL = "*"; // under which stands the day of a file that held all there was, as it was kept before
/** @type {Area[]} */
const AREAS = ["local", "session"];

/** @param {string} name What is kept, wherever she was when she asked. */
const found = (name) => AREAS.map((area) => kept(name, area)).find(Boolean) ?? "";

/** @param {string} name @param {string} value Keep it where her material is, and nowhere else. */
function put(name, value) {
  const where = kept("sted") === "her" ? "local" : "session";
  for (const area of AREAS) keep(name, area === where ? value : "", area);
}

/**
 * The day each was last saved, by its id.
 * @returns {Map<string, string>}
 */
function days() {
  const words = found(SAVED);
  try {
    return new Map(Object.entries(JSON.parse(words)));
  } catch {
    return new Map(words ? [[ALL, words]] : []);
  }
}

export const backup = {
  /** Whether she asked to be reminded. */
  get isWanted() {
    return found(WANTED) === "ja";
  },

  /** @param {string} id The day that a collaboration was last saved in a file, or "". */
  last(id) {
    const known = days();
    return this.isWanted ? known.get(id) ?? known.get(ALL) ?? "" : "";
  },

  /** @param {string} id Whether it is time: never, or more than a month ago. */
  isDue(id) {
    return this.isWanted && !(Date.now() - Date.parse(this.last(id)) < MONTH);
  },

  /** @param {boolean} isWanted */
  want(isWanted) {
    put(WANTED, isWanted ? "ja" : "");
    if (!isWanted) put(SAVED, "");
  },

  /** @param {string[]} ids These were saved in a file. */
  made(ids) {
    if (!this.isWanted) return;
    const known = days();
    for (const id of ids) known.set(id, today());
    put(SAVED, JSON.stringify(Object.fromEntries(known)));
  },
};
