// What taking a state in would do to mine, record by record. Brought when something arrives.
import { valueOf } from "./changes.js";
import { TEXTS } from "./fields.js";
import { recognised } from "./former.js";
import { mergeRecords, same } from "./merge.js";
import { alive, textsOf } from "./record.js";

/** @import { Fields, Kept, Rewritten, State } from "./state.js" */
/**
 * What taking a record in would do, and what takes it back. `after` is the record as it would be.
 * @typedef {{id: string, key: string, before?: Kept, after: Kept, back: Fields}} Row
 */

/**
 * What taking `theirs` in would do to `mine`, in four lists: "kept" is older than what is here, so nothing happens.
 * @param {State} mine @param {State} theirs
 */
export function compare(mine, theirs) {
  /** @type {Record<"added" | "changed" | "kept" | "same", Row[]>} */
  const found = { added: [], changed: [], kept: [], same: [] };
  for (const [id, records] of Object.entries(recognised(theirs, mine).collaborations)) {
    for (const [key, record] of Object.entries(records)) {
      const before = mine.collaborations[id]?.[key];
      const after = before ? mergeRecords(before, record) : record;
      found[fate(before, record, after)].push({ id, key, before, after, back: wayBack(before ?? {}, after) });
    }
  }
  return found;
}

/** @param {Kept | undefined} before @param {Kept} record @param {Kept} after */
function fate(before, record, after) {
  if (!before) return alive(after) ? "added" : "same";
  if (!sameContent(before, after)) return "changed";
  return sameContent(before, record) ? "same" : "kept";
}

/** @param {Kept} record @param {string} field */
const valuesOf = (record, field) => textsOf(record, field).map(({ value }) => value);

/** @param {Kept} one @param {Kept} two */
function sameContent(one, two) {
  const fields = new Set([...Object.keys(one), ...Object.keys(two)]);
  for (const name of ["v", "both"]) fields.delete(name);
  return [...fields].every((field) => same(valueOf(one, field), valueOf(two, field))) &&
    [...TEXTS].every((field) => same(valuesOf(one, field).sort(), valuesOf(two, field).sort()));
}

/** @param {Kept} before @param {Kept} after @returns {Fields} */
function wayBack(before, after) {
  /** @type {Record<string, unknown>} */
  const back = {};
  /** @type {Record<string, Rewritten>} */
  const texts = {};
  for (const field of Object.keys(after.v ?? {})) {
    if (TEXTS.has(field)) {
      const [old, now] = [valuesOf(before, field), valuesOf(after, field)];
      const add = textsOf(before, field).filter(({ value }) => !now.includes(value))
        .map(({ value, v: [, author] }) => ({ value, author }));
      texts[field] = { drop: now.filter((value) => !old.includes(value)), add };
    } else if (!same(valueOf(before, field), valueOf(after, field))) back[field] = valueOf(before, field) ?? null;
  }
  return { ...back, texts };
}
