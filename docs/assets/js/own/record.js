// A record: a few plain fields, when and by whom each was last changed, and the texts that were written to one field by
// people who did not know of each other.
import { LAST_MOMENT, TEXTS, needsOf } from "./fields.js";

/** @import { Kept, Other, Stamp } from "./state.js" */
/**
 * A text field opened up: the texts that stand in it, and the last moment of each author that whoever wrote them knew of.
 * @typedef {{texts: Other[], seen: Record<string, number>}} Register
 */

const NOT_HERS = new Set(["v", "both", "title", "text", "place"]); // what the page wrote for its own use

/** @type {WeakMap<object, string>} */
const WORDS = new WeakMap();
/**
 * A record as text. It is made once: a record that is kept is never changed, another takes its place.
 * @param {Kept} record
 */
export function wordsOf(record) {
  const known = WORDS.get(record);
  if (known !== undefined) return known;
  const words = JSON.stringify(record);
  WORDS.set(record, words);
  return words;
}

/** @param {unknown} value Whether a value says anything. */
const says = (value) => value !== "" && value !== false && !(Array.isArray(value) && !value.length);

/**
 * Whether a record was deleted, and nothing was written in it since by somebody who did not know.
 * @param {Kept} record
 */
export const isGone = (record) => Boolean(record.gone) && !Object.keys(record).some((field) => TEXTS.has(field));

/**
 * Whether a record holds anything the reader wrote.
 * @param {Kept | undefined} record
 */
export function alive(record) {
  if (!record || isGone(record)) return false;
  return Object.entries(record).some(([field, value]) => field !== "gone" && !NOT_HERS.has(field) && says(value));
}

/**
 * What a record lacks of what its kind must have; nothing, when it holds nothing that is to be shown.
 * @param {string} key @param {Kept} record
 */
export const lacking = (key, record) =>
  (alive(record) ? needsOf(key).filter((field) => record[/** @type {"note"} */ (field)] === undefined) : []);

/** @param {Kept} record When it was last changed; 0 when it never was. */
export const moment = ({ v = {} }) =>
  Math.max(0, ...Object.values(v).flatMap(([at, , seen = {}]) => [at, ...Object.values(seen)]));

/**
 * The moment of a change: after all that is known of the record, also when the clock was set back or shows another century.
 * @param {Kept} record @param {number} now
 */
export const next = (record, now) => Math.min(LAST_MOMENT, Math.max(now > LAST_MOMENT ? 0 : now, moment(record) + 1));

/** @param {Other} one @param {Other} two The last written first; on a tie by author, then by value. */
function later({ v: [at, author], value }, { v: [otherAt, other], value: otherValue }) {
  if (at !== otherAt) return otherAt - at;
  if (author !== other) return author < other ? 1 : -1;
  return value < otherValue ? 1 : -1;
}

/**
 * Every text that stands in a field, the one that is shown first.
 * @param {Kept} record @param {string} field
 * @returns {Other[]}
 */
export function textsOf(record, field) {
  const { v = {}, both = {} } = record;
  const [stamp = /** @type {Stamp} */ ([0, ""]), others = []] = [v[field], both[field]];
  const value = record[/** @type {"note"} */ (field)];
  return value === undefined ? others : [{ value, v: [stamp[0], stamp[1]] }, ...others];
}

/**
 * A text field opened up.
 * @param {Kept} record @param {string} field
 * @returns {Register}
 */
export function opened(record, field) {
  const texts = textsOf(record, field);
  const [at = 0, author = "", before = {}] = record.v?.[field] ?? [];
  const seen = { ...before };
  for (const [when, who] of [[at, author], ...texts.map(({ v }) => v)]) {
    if (who) seen[who] = Math.max(seen[who] ?? 0, Number(when));
  }
  return { texts, seen };
}

/** @param {Stamp} stamp What a text is known by: nobody writes two at one moment. */
export const dot = ([at, author]) => `${author} ${at}`;

/**
 * Write a text field into a record as it is kept: of the same texts always the same way.
 * @param {Kept} record @param {string} field @param {Register} register
 */
export function close(record, field, { texts, seen }) {
  const [shown, ...others] = [...texts].sort(later);
  const known = Object.entries(seen).map(([author, at]) => ({ value: "", v: /** @type {Stamp} */ ([at, author]) }));
  const { v: [at, author] } = shown ?? known.sort(later)[0];
  const told = new Map([[author, at]]); // what the texts themselves tell of their authors
  for (const { v: [when, who] } of texts) told.set(who, Math.max(when, told.get(who) ?? 0));
  const rest = known.filter(({ v: [when, who] }) => when > (told.get(who) ?? -1))
    .map(({ v: [when, who] }) => [who, when]).sort();
  /** @type {Stamp} */
  const stamp = rest.length ? [at, author, Object.fromEntries(rest)] : [at, author];
  record.v = { ...record.v, [field]: stamp };
  if (shown) Object.assign(record, { [field]: shown.value });
  else delete record[/** @type {"note"} */ (field)];
  const both = { ...record.both, [field]: others };
  if (!others.length) delete both[field];
  if (Object.keys(both).length) record.both = both;
  else delete record.both;
}
