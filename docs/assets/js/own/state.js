// What the leader's own material is made of, and what can be done with it without a browser: check, merge, compare.
//
// A state holds collaborations by id; a collaboration holds records by key. A record is a few plain fields and `at`, the
// moment it was last changed, so that two states are merged record by record and nothing either of them has is lost.
// Keys: an entry's permanent id (tick, note, answer, choice), `<id>.1` (party 1's answer), and the kinds of KINDS.

/**
 * A record.
 * @typedef {{
 *   at?: number, gone?: boolean, done?: boolean, skipped?: boolean, archived?: boolean, sound?: boolean,
 *   day?: string, due?: string, start?: string, end?: string,
 *   note?: string, who?: string, choice?: string, wording?: string, title?: string, text?: string,
 *   name?: string, phase?: string, what?: string, from?: string, answer?: string,
 *   ids?: string[], parties?: string[], names?: string[],
 *   lean?: number, round?: number, ends?: number, left?: number, created?: number, values?: Record<string, number>,
 * }} Kept
 * Fields of a record as they are to be; null takes one away.
 * @typedef {{[Field in keyof Kept]: Kept[Field] | null}} Fields
 * A collaboration: records by key.
 * @typedef {Record<string, Kept>} Records
 * @typedef {{version: number, collaborations: Record<string, Records>}} State
 * What taking a record in would do.
 * @typedef {{id: string, key: string, before?: Kept, after: Kept}} Row
 */

export const VERSION = 1;
export const FIRST = "uden-navn";
export const MOST_CHARACTERS = 2_000_000;
export const META = "om"; // the record that tells of the collaboration itself: name, parties, phase, dates

/** What a key begins with when it is not an entry's id. */
export const KINDS = new Set([
  META, "aftale", "maaling", "interview", "ur", "mit", "svar", "fase", "haelder", "haefte",
]);
/** The kinds a link to a collaboration leaves out: her own clock, and answers she has not given the others. */
export const PRIVATE = new Set(["ur", "mit"]);

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const KEY = /^[a-z0-9][a-z0-9-]{0,59}(\.[a-z0-9-]{1,40}){0,2}$/;
const DAY = /^(\d{4}-\d{2}-\d{2})?$/;
const LAST_MOMENT = 4_102_444_800_000; // 2100: a clock beyond it is wrong, and would win every merge

/** @typedef {(value: unknown) => boolean} Test */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @type {(most: number) => Test} */
const text = (most) => (value) => typeof value === "string" && value.length <= most;
/** @type {Test} */
const flag = (value) => typeof value === "boolean";
/** @type {(low: number, high: number) => Test} */
const whole = (low, high) => (value) => Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
/** @type {Test} */
const day = (value) => typeof value === "string" && DAY.test(value);
/** @type {(most: number, each: Test) => Test} */
const list = (most, each) => (value) => Array.isArray(value) && value.length <= most && value.every(each);
/** @type {Test} */
const id = (value) => typeof value === "string" && ID.test(value);
/** @type {Test} */
const ratings = (value) =>
  isObject(value) && Object.entries(value).length <= 60 &&
  Object.entries(value).every(([key, number]) => KEY.test(key) && whole(1, 20)(number));

/**
 * Every field a record may have, and what its value must be.
 * @type {Record<keyof Kept, Test>}
 */
export const FIELDS = {
  at: whole(0, LAST_MOMENT),
  gone: flag, done: flag, skipped: flag, archived: flag, sound: flag,
  day, due: day, start: day, end: day,
  note: text(20_000), who: text(200), choice: text(60), wording: text(2_000), title: text(600), text: text(16),
  name: text(120), phase: text(20), what: text(2_000), from: text(120), answer: text(60),
  ids: list(100, id), parties: list(12, text(80)), names: list(12, text(80)),
  lean: whole(1, 5), round: whole(0, 12), ends: whole(0, LAST_MOMENT), left: whole(0, 86_400_000),
  created: whole(0, LAST_MOMENT),
  values: ratings,
};

/** Why something cannot be taken in: `code` names the message in the page, `place` where in the file it is. */
export class Refusal extends Error {
  /** @param {string} code @param {string} [place] */
  constructor(code, place = "") {
    super(code);
    this.code = code;
    this.place = place;
  }
}

/** @type {(fault: unknown) => Refusal} What went wrong with something that came in; all but a refusal is damage. */
export const refusal = (fault) => (fault instanceof Refusal ? fault : new Refusal("beskadiget"));

/** @returns {State} */
export const empty = () => ({ version: VERSION, collaborations: {} });

/**
 * Check a parsed value; returns it when it is a state this version can read. Throws Refusal at the first fault.
 * @param {unknown} state
 * @returns {State}
 */
export function checked(state) {
  if (!isObject(state)) throw new Refusal("fremmed");
  if (Number.isInteger(state.version) && Number(state.version) > VERSION) throw new Refusal("nyere");
  if (state.version !== VERSION || !isObject(state.collaborations)) throw new Refusal("fremmed");
  for (const [name, records] of Object.entries(state.collaborations)) {
    if (!ID.test(name) || !isObject(records)) throw new Refusal("felt", name);
    for (const [key, record] of Object.entries(records)) checkRecord(`${name} › ${key}`, key, record);
  }
  return /** @type {State} */ (/** @type {unknown} */ (state));
}

/** @param {string} place @param {string} key @param {unknown} record */
function checkRecord(place, key, record) {
  if (!KEY.test(key) || !isObject(record) || !("at" in record)) throw new Refusal("felt", place);
  for (const [field, value] of Object.entries(record)) {
    const known = Object.hasOwn(FIELDS, field) && FIELDS[/** @type {keyof Kept} */ (field)](value);
    if (!known) throw new Refusal("felt", `${place} › ${field}`);
  }
}

/** @param {Kept} record */
const canonical = (record) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
/** @param {unknown} one @param {unknown} two */
const sameValue = (one, two) => JSON.stringify(one) === JSON.stringify(two);

/**
 * Of two records the one changed last; on a tie the one that sorts last.
 * @template {Kept | undefined} Maybe
 * @param {Maybe} one @param {Maybe} two
 * @returns {Maybe}
 */
function later(one, two) {
  if (!one || !two) return one ?? two;
  if (one.at !== two.at) return (one.at ?? 0) > (two.at ?? 0) ? one : two;
  return canonical(one) > canonical(two) ? one : two;
}

/**
 * Two states as one: of each record the one changed last; on a tie the one that sorts last, so order does not matter.
 * @param {State} mine @param {State} theirs
 */
export function merge(mine, theirs) {
  const made = empty();
  for (const name of new Set([...Object.keys(mine.collaborations), ...Object.keys(theirs.collaborations)])) {
    const [one, two] = [mine.collaborations[name] ?? {}, theirs.collaborations[name] ?? {}];
    /** @type {Records} */
    const records = {};
    for (const key of new Set([...Object.keys(one), ...Object.keys(two)])) records[key] = later(one[key], two[key]);
    made.collaborations[name] = records;
  }
  return made;
}

const NOT_HERS = new Set(["at", "title", "text"]); // what the page wrote for its own use

/** @param {unknown} value Whether a value says anything. */
const says = (value) => value !== "" && value !== false && !(Array.isArray(value) && !value.length);

/**
 * Whether a record holds anything the reader wrote (not only its moment, or the mark that it was taken away).
 * @param {Kept | undefined} record
 */
export function alive(record) {
  if (!record || record.gone) return false;
  return Object.entries(record).some(([field, value]) => !NOT_HERS.has(field) && says(value));
}

/**
 * What taking `theirs` in would do to `mine`, in four lists.
 * @param {State} mine @param {State} theirs
 */
export function compare(mine, theirs) {
  /** @type {Record<"added" | "changed" | "kept" | "same", Row[]>} */
  const found = { added: [], changed: [], kept: [], same: [] };
  for (const [name, records] of Object.entries(theirs.collaborations)) {
    for (const [key, after] of Object.entries(records)) {
      const before = mine.collaborations[name]?.[key];
      found[fate(before, after)].push({ id: name, key, before, after });
    }
  }
  return found;
}

/** @param {Kept | undefined} before @param {Kept} after */
function fate(before, after) {
  if (!before) return alive(after) ? "added" : "same";
  if (sameContent(before, after)) return "same";
  return later(before, after) === after ? "changed" : "kept";
}

/** @param {Kept} one @param {Kept} two */
function sameContent(one, two) {
  const fields = /** @type {Set<keyof Kept>} */ (new Set([...Object.keys(one), ...Object.keys(two)]));
  fields.delete("at");
  return [...fields].every((field) => sameValue(one[field], two[field]));
}
