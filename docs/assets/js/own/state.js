// What the leader's own material is made of, and how it is read from wherever it comes.
//
// A state holds collaborations by id; a collaboration holds records by key. A record is a few plain fields and `v`, which
// tells of each field when and by whom it was last changed, so that two states are merged field by field (merge.js).
// Keys: an entry's permanent id (tick, note, answer, choice), `<id>.<party>` (a party's answer), and the kinds of KINDS.
import {
  Refusal, TEXTS, isAuthor, isId, isKey, isMoment, isObject, ruleOf,
} from "./fields.js";
import { upgraded } from "./former.js";
import { alive, close, lacking, opened, wordsOf } from "./record.js";
import { salvaged } from "./salvage.js";
import { fingerprint } from "./words.js";

/**
 * When and by whom a field was last changed; of a text also the last moment of each other author who was known of then.
 * @typedef {[at: number, author: string, seen?: Record<string, number>]} Stamp
 * Another text that was written to a field without knowledge of the one that is shown.
 * @typedef {{value: string, v: Stamp}} Other
 * A record.
 * @typedef {{
 *   gone?: boolean, done?: boolean, skipped?: boolean, archived?: boolean, sound?: boolean,
 *   day?: string, due?: string, start?: string, end?: string,
 *   note?: string, who?: string, choice?: string, wording?: string, title?: string, text?: string,
 *   name?: string, phase?: string, what?: string, from?: string, answer?: string,
 *   ids?: string[], names?: string[], values?: Record<string, number>,
 *   lean?: number, place?: number, round?: number, ends?: number, left?: number, created?: number,
 *   v?: Record<string, Stamp>, both?: Record<string, Other[]>,
 * }} Kept
 * Texts that are to stand in a field no more, and those that are.
 * @typedef {{drop: string[], add: {value: string, author: string}[]}} Rewritten
 * Fields of a record as they are to be; null takes one away.
 * @typedef {{[Field in keyof Omit<Kept, "v" | "both">]: Kept[Field] | null} & {texts?: Record<string, Rewritten>}} Fields
 * A collaboration: records by key.
 * @typedef {Record<string, Kept>} Records
 * `cleared`: when she cleared everything last, if what is kept was written after it.
 * @typedef {{version: number, cleared?: number, collaborations: Record<string, Records>}} State
 */

export { FIELDS, KINDS, META, PRIVATE, Refusal } from "./fields.js";
export { alive, isGone, lacking } from "./record.js";

export const VERSION = 2;
export const PATH = " › "; // between the parts of a place in a state

/** @type {(fault: unknown) => Refusal} What went wrong with something that came in; all but a refusal is damage. */
export const refusal = (fault) => (fault instanceof Refusal ? fault : new Refusal("beskadiget"));

/**
 * What was read, and what could not be: where it stood, and its value as it was. `isCut`: the text ended too soon, and this is
 * what was whole.
 * @typedef {{state: State, aside: Part[], isCut?: boolean}} Checked
 * @typedef {{path: string[], value: unknown}} Part
 */

/** @returns {State} */
export const empty = () => ({ version: VERSION, collaborations: {} });

/** @param {State} state When what is kept was cleared last; 0 when it never was. */
export const clearedAt = ({ cleared = 0 }) => cleared;

/**
 * Check a parsed value, record by record and field by field: what can be read is read, the rest is listed. Throws Refusal
 * when it is no state at all ("fremmed"), or of a newer version ("nyere").
 * @param {unknown} value @param {boolean} [isPart] whether it is put together with more: then no record needs be whole
 * @param {State} [known] what is known already: of a record that is the same nothing has to be looked at
 * @returns {Checked}
 */
export function checked(value, isPart = false, known = empty()) {
  const { cleared, collaborations } = present(value);
  const found = { state: empty(), aside: /** @type {Part[]} */ ([]) };
  if (isMoment(cleared)) found.state.cleared = Number(cleared);
  for (const [id, records] of Object.entries(collaborations)) {
    if (!isId(id) || !isObject(records)) found.aside.push({ path: [id], value: records });
    else {
      const here = known.collaborations[id] ?? {};
      found.state.collaborations[id] = readRecords(id, records, here, { aside: found.aside, isPart });
    }
  }
  return found;
}

/**
 * Stored text as what can be read of it. Throws Refusal when it cannot be read, or is from a newer version.
 * @param {string} words @param {State} [known] what is known already
 */
export function readable(words, known) {
  const { value, isCut } = parsed(words);
  if (value === undefined) throw new Refusal("ulaeselig");
  const found = checked(value, false, known);
  return isCut ? { ...found, isCut } : found;
}

/** @param {string} words What can be read of a stored text: nothing, where none of it can. */
export function legible(words) {
  try {
    return readable(words).state;
  } catch {
    return empty();
  }
}

/**
 * The value of a text, or, when it was cut short, of what of it is whole; undefined when there is none.
 * @param {string} words
 * @returns {{value: any, isCut: boolean}}
 */
export function parsed(words) {
  try {
    return { value: JSON.parse(words), isCut: false };
  } catch {
    return { value: salvaged(words), isCut: true };
  }
}

/** @param {State} state A state as it is kept: its version first. */
export function stateWords({ collaborations, ...head }) {
  const all = Object.entries(collaborations).map(([id, records]) => {
    const inside = Object.entries(records).map(([key, record]) => `${JSON.stringify(key)}:${wordsOf(record)}`);
    return `${JSON.stringify(id)}:{${inside.join(",")}}`;
  });
  return `${JSON.stringify(head).slice(0, -1)},"collaborations":{${all.join(",")}}}`;
}

/** @param {State} state How many things stand in it. */
export const countIn = ({ collaborations }) =>
  Object.values(collaborations).flatMap((records) => Object.values(records)).filter(alive).length;

/** @param {unknown} value A state of any version up to this one, as one of this version. Throws Refusal. */
function present(value) {
  const { version, collaborations, cleared } = isObject(value) ? value : {};
  if (Number.isInteger(version) && Number(version) > VERSION) throw new Refusal("nyere");
  const isKnown = version === 1 || version === VERSION;
  if (!isKnown || !isObject(collaborations)) throw new Refusal("fremmed");
  return { cleared, collaborations: version === 1 ? upgraded(collaborations) : collaborations };
}

/** @param {Records} known @param {string} key @param {unknown} record Whether it is what is known under a key already. */
const isSame = (known, key, record) => Object.hasOwn(known, key) && wordsOf(known[key]) === JSON.stringify(record);

/**
 * @param {string} id @param {Record<string, unknown>} records @param {Records} known
 * @param {{aside: Part[], isPart: boolean}} way
 */
function readRecords(id, records, known, { aside, isPart }) {
  /** @type {Records} */
  const made = {};
  for (const [key, record] of Object.entries(records)) {
    if (isSame(known, key, record)) made[key] = known[key];
    else if (!isKey(key) || !isObject(record)) aside.push({ path: [id, key], value: record });
    else {
      const read = readRecord([id, key], record, aside);
      if (isPart || !lacking(key, read).length) made[key] = read;
      else aside.push({ path: [id, key], value: read });
    }
  }
  return made;
}

/** @param {string[]} path @param {Record<string, unknown>} record @param {Part[]} aside */
function readRecord(path, { v, both, ...fields }, aside) {
  const read = Object.entries(fields).filter(([field, value]) => {
    const isRead = ruleOf(field)?.reads(value) ?? false;
    if (isRead && value === "" && TEXTS.has(field)) return false; // no text is no text
    if (!isRead) aside.push({ path: [...path, field], value });
    return isRead;
  });
  /** @type {Kept} */
  const made = { ...Object.fromEntries(read), v: readStamps(isObject(v) ? v : {}, read) };
  if (both !== undefined) readOthers(path, made, both, aside);
  for (const [field, { length }] of Object.entries(made.v ?? {})) {
    if (length > 2 && TEXTS.has(field)) close(made, field, opened(made, field)); // as it is always kept
  }
  return made;
}

/** @param {unknown} stamp @returns {stamp is Stamp} */
const isStamp = (stamp) =>
  Array.isArray(stamp) && isMoment(stamp[0]) && isAuthor(stamp[1]) && (stamp.length < 3 || (isObject(stamp[2]) &&
  Object.entries(stamp[2]).every(([author, at]) => isAuthor(author) && isMoment(at))));

/** @param {Record<string, unknown>} stamps @param {[string, unknown][]} read What has no stamp counts as written first. */
function readStamps(stamps, read) {
  const good = Object.entries(stamps).filter(([field, stamp]) => ruleOf(field) && isStamp(stamp))
    .map(([field, stamp]) => [field, TEXTS.has(field) ? stamp : /** @type {Stamp} */ (stamp).slice(0, 2)]);
  const missing = read.filter(([field]) => !isStamp(stamps[field]));
  const made = missing.map(([field, value]) => [field, [0, fingerprint(JSON.stringify(value)).slice(0, 8)]]);
  return /** @type {Record<string, Stamp>} */ (Object.fromEntries([...good, ...made]));
}

/** @param {string[]} path @param {Kept} made @param {unknown} both @param {Part[]} aside */
function readOthers(path, made, both, aside) {
  for (const [field, texts] of Object.entries(isObject(both) ? both : { "": both })) {
    const good = TEXTS.has(field) && Array.isArray(texts) ? texts.filter((one) => isOther(field, one)) : [];
    const others = good.map(({ value, v: [at, author] }) => ({ value, v: /** @type {Stamp} */ ([at, author]) }));
    if (others.length) close(made, field, opened({ ...made, both: { [field]: others } }, field));
    for (const value of Array.isArray(texts) ? texts.filter((one) => !good.includes(one)) : [texts]) {
      aside.push({ path: [...path, "both", field], value });
    }
  }
}

/** @param {string} field @param {unknown} one */
const isOther = (field, one) => isObject(one) && Boolean(ruleOf(field)?.reads(one.value)) && isStamp(one.v);
