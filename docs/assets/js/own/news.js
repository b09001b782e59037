// What taking something in would bring, in kinds that can be told in words. Knows no page.
import { META, PARTY, SIGNED, TEXTS } from "./fields.js";
import { alive, isGone, textsOf } from "./record.js";

/** @import { Row } from "./compare.js" */
/** @import { Kept } from "./state.js" */
/** @typedef {"begge" | "note" | "omskrevet" | "flueben" | "fjernet" | "aftale" | "omaftalt" | "slettet" | "oplysning" | "andet"} Kind */

/** The kinds in the order they are told. @type {Kind[]} */
export const KINDS = [
  "note", "flueben", "aftale", "begge", "omskrevet", "omaftalt", "fjernet", "slettet", "oplysning", "andet",
];
const ABOUT = new Set([META, PARTY, SIGNED]);

/** @param {Kept} record @param {string} field How many different texts stand in a field. */
const count = (record, field) => new Set(textsOf(record, field).map(({ value }) => value)).size;

/**
 * The fields that others have written to without knowledge of what stands there.
 * @param {Kept} record @param {Kept} [before] as it was: what was so already is no news
 */
export const parted = (record, before = {}) =>
  [...TEXTS].filter((field) => count(record, field) > Math.max(1, count(before, field)));

/** @param {Kept} before @param {Kept} after @returns {Kind[]} */
function ofTick(before, after) {
  if (Boolean(before.done) === Boolean(after.done)) return [];
  return [after.done ? "flueben" : "fjernet"];
}

/** @param {Kept} before @param {Kept} after @returns {Kind[]} */
function ofNote(before, after) {
  if (before.note === after.note || !after.note || parted(after, before).includes("note")) return [];
  return [before.note ? "omskrevet" : "note"];
}

/** @param {Kept} before @param {Kept} after @returns {Kind[]} */
function ofAgreement(before, after) {
  if (!alive(before)) return ["aftale"];
  const [old, now] = [before, after].map(({ what, who, due }) => JSON.stringify([what, who, due]));
  return old === now || parted(after, before).length ? [] : ["omaftalt"];
}

/**
 * What a row would bring.
 * @param {Pick<Row, "key" | "before" | "after">} row
 * @returns {Kind[]}
 */
export function newsOf({ key, before = {}, after }) {
  if (isGone(after)) return ["slettet"];
  const kind = key.split(".")[0];
  /** @type {Kind[]} */
  const both = parted(after, before).length ? ["begge"] : [];
  if (ABOUT.has(kind)) return both.length ? both : ["oplysning"];
  const rest = kind === "aftale" ? ofAgreement(before, after) : ofNote(before, after);
  const found = [...both, ...rest, ...(kind === "aftale" && !alive(before) ? [] : ofTick(before, after))];
  return found.length ? found : ["andet"];
}

/**
 * How many of each kind some rows would bring, in the order they are told; details of the collaboration count as one.
 * @param {Pick<Row, "key" | "before" | "after">[]} rows
 * @returns {[Kind, number][]}
 */
export function tally(rows) {
  const all = rows.flatMap(newsOf);
  const counted = KINDS.map((kind) => /** @type {[Kind, number]} */ ([kind, all.filter((one) => one === kind).length]));
  return counted.filter(([, number]) => number).map(([kind, number]) => [kind, kind === "oplysning" ? 1 : number]);
}
