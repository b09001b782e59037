// What the leader's own material is made of, and what can be done with it without a browser: check, merge, compare.
//
// A state holds collaborations by id; a collaboration holds records by key. A record is a few plain fields and `at`, the
// moment it was last changed, so that two states are merged record by record and nothing either of them has is lost.
// Keys: an entry's permanent id (tick, note, answer, choice), `<id>.1` (party 1's answer), and the kinds of KINDS.

import { Refusal, isId, isKey, isObject, ruleOf } from "./fields.js";

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

export { FIELDS, FIRST, KINDS, META, PRIVATE, Refusal } from "./fields.js";

export const VERSION = 1;
export const PATH = " › "; // between the parts of a place in a state

/** @type {(fault: unknown) => Refusal} What went wrong with something that came in; all but a refusal is damage. */
export const refusal = (fault) => (fault instanceof Refusal ? fault : new Refusal("beskadiget"));

/**
 * What was read, and what could not be: where it stood, and its value as it was.
 * @typedef {{state: State, aside: Part[]}} Checked
 * @typedef {{path: string[], value: unknown}} Part
 */

/** @returns {State} */
export const empty = () => ({ version: VERSION, collaborations: {} });

/**
 * Check a parsed value, record by record and field by field: what can be read is read, the rest is listed. Throws Refusal
 * when it is no state at all ("fremmed"), or of a newer version ("nyere").
 * @param {unknown} value
 * @returns {Checked}
 */
export function checked(value) {
  if (!isObject(value)) throw new Refusal("fremmed");
  if (Number.isInteger(value.version) && Number(value.version) > VERSION) throw new Refusal("nyere");
  if (value.version !== VERSION || !isObject(value.collaborations)) throw new Refusal("fremmed");
  const found = { state: empty(), aside: /** @type {Part[]} */ ([]) };
  for (const [id, records] of Object.entries(value.collaborations)) {
    if (!isId(id) || !isObject(records)) found.aside.push({ path: [id], value: records });
    else found.state.collaborations[id] = readRecords(id, records, found.aside);
  }
  return found;
}

/** @param {string} id @param {Record<string, unknown>} records @param {Part[]} aside */
function readRecords(id, records, aside) {
  /** @type {Records} */
  const made = {};
  for (const [key, record] of Object.entries(records)) {
    if (!isKey(key) || !isObject(record)) aside.push({ path: [id, key], value: record });
    else made[key] = readRecord([id, key], record, aside);
  }
  return made;
}

/** @param {string[]} path @param {Record<string, unknown>} record @param {Part[]} aside */
function readRecord(path, record, aside) {
  const read = Object.entries(record).filter(([field, value]) => {
    const isRead = ruleOf(field)?.reads(value) ?? false;
    if (!isRead) aside.push({ path: [...path, field], value });
    return isRead;
  });
  return /** @type {Kept} */ ({ at: 0, ...Object.fromEntries(read) });
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
