// Version 1 of a state, as the present one. There a record had one moment (`at`), the first collaboration was everybody's
// `uden-navn`, and an answer hung on its party's place in a list.
import { KINDS, META, PARTY, TEXTS, isMoment, isObject } from "./fields.js";
import { fingerprint } from "./words.js";

/** @import { State } from "./state.js" */
/** @typedef {Record<string, unknown>} Loose  whatever somebody kept or sent: it is checked afterwards */

export const FIRST = "uden-navn";
const OWN = "u-"; // what the id begins with that the first collaboration of version 1 is given
const AUTHOR = "1"; // of what is no text

/** @param {string} value Two texts of version 1 are by the same author only if they are the same text. */
const authorOf = (value) => fingerprint(value).slice(0, 8);

/**
 * The ids of parties that are known by their names alone: the same wherever they are made.
 * @param {string[]} names
 */
export function partyIds(names) {
  const seen = new Map();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `p-${fingerprint(name)}${count > 1 ? `-${count}` : ""}`;
  });
}

/**
 * The key of an answer by the id of the party that gave it, where it was by its place in the list.
 * @param {string} key @param {string[]} parties
 */
export function partyKey(key, parties) {
  const [, base = "", place = ""] = key.match(/^([^.]+)\.(\d{1,2})$/) ?? [];
  return base && !KINDS.has(base) ? `${base}.${parties[Number(place) - 1] ?? `p-${place}`}` : key;
}

/** @param {unknown} records The names of the parties. @returns {string[]} */
function partiesIn(records) {
  const about = isObject(records) ? records[META] : null;
  const names = isObject(about) ? about.parties : null;
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

/**
 * A record with a moment for each field. A text that was deleted is no text any more.
 * @param {unknown} record
 */
function stamped(record) {
  if (!isObject(record)) return record;
  const { at: given, ...fields } = record;
  const at = isMoment(given) ? given : 0;
  if (given !== undefined && !isMoment(given)) fields.at = given; // which is no field: it is set aside
  if (Array.isArray(fields.parties)) delete fields.parties;
  const v = Object.fromEntries(Object.entries(fields).map(([field, value]) => (
    [field, [at, TEXTS.has(field) && typeof value === "string" ? authorOf(value) : AUTHOR]]
  )));
  for (const field of TEXTS) if (fields.gone === true || fields[field] === "") delete fields[field];
  return { ...fields, v };
}

/** @param {unknown} records */
function collaboration(records) {
  if (!isObject(records)) return records;
  const [names, about] = [partiesIn(records), /** @type {Loose} */ (records[META])];
  const ids = partyIds(names);
  const parties = names.map((name, index) => (
    [`${PARTY}.${ids[index]}`, stamped({ name, place: index + 1, at: about.at })]
  ));
  const others = Object.entries(records).map(([key, record]) => [partyKey(key, ids), stamped(record)]);
  return Object.fromEntries([...parties, ...others]);
}

/** @param {unknown} records An id for the first collaboration: two tabs that read the same make the same. */
function firstId(records) {
  const all = isObject(records) ? Object.entries(records) : [];
  return OWN + fingerprint(JSON.stringify(all.map(([key, one]) => [key, isObject(one) && one.at]).sort()));
}

/**
 * The collaborations of version 1 as they are kept now.
 * @param {Loose} collaborations
 * @returns {Loose}
 */
export function upgraded(collaborations) {
  return Object.fromEntries(Object.entries(collaborations).map(([id, records]) => (
    [id === FIRST ? firstId(records) : id, collaboration(records)]
  )));
}

/** @param {string} id Whether it was given to somebody's first collaboration of version 1. */
export const wasFirst = (id) => id.startsWith(OWN);

/** @param {Loose} record @returns {Set<string>} When and by whom its texts were written. */
function moments({ v = {} }) {
  const stamps = Object.values(/** @type {Record<string, [number, string, Record<string, number>?]>} */ (v));
  return new Set(stamps.flatMap(([at, , seen = {}]) => [at, ...Object.values(seen)].map(String)));
}

/**
 * A state in which the first collaboration of version 1 has the id of the one it has become here, known by a record that
 * was changed at the same moment.
 * @param {State} theirs @param {State} mine
 * @returns {State}
 */
export function recognised(theirs, mine) {
  const found = Object.entries(theirs.collaborations).map(([id, records]) => {
    const isKnown = !wasFirst(id) || mine.collaborations[id];
    const now = isKnown ? undefined : Object.entries(mine.collaborations).find(([, others]) => (
      Object.entries(records).some(([key, record]) => {
        const known = others[key] ? moments(others[key]) : new Set();
        return [...moments(record)].some((at) => at !== "0" && known.has(at));
      })
    ))?.[0];
    return [now ?? id, records];
  });
  return { ...theirs, collaborations: Object.fromEntries(found) };
}
