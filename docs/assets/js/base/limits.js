// What a field takes, and what is wrong with what stands in it. What the store takes is the store's to say.
import { store } from "../store.js";

/** @import { Values } from "../own/page.js" */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** What is wrong, as the page's words name it. @typedef {{name: string, values?: Values}} Fault */

const CENTURY = 2000;

/** @param {Field} field The field of a record that it writes. */
const nameOf = (field) => field.dataset.felt ?? "";
/** @param {Field} field @returns {field is HTMLInputElement} */
export const isDay = (field) => field.type === "date";

/**
 * Let the browser know what a field takes.
 * @param {Field} field
 */
export function limit(field) {
  const { most, least, greatest } = store().limits(nameOf(field));
  if (isDay(field)) {
    if (field.min !== least) Object.assign(field, { min: least, max: greatest }); // a browser lets go of a half day then
  } else if (most && !field.dataset.linje) field.maxLength = most;
}

/**
 * A year of two digits is one of this century: 27 is 2027. Returns it, or "" when it was written in full.
 * @param {Field} field
 */
export function pastYear(field) {
  const [, year = "", rest = ""] = isDay(field) ? /^00(\d\d)(-.*)/.exec(field.value) ?? [] : [];
  if (!year) return "";
  field.value = `${CENTURY + Number(year)}${rest}`;
  return field.value.slice(0, 4);
}

/**
 * What is wrong with what stands in a field, or null.
 * @param {Field} field
 * @returns {Fault | null}
 */
export function fault(field) {
  limit(field);
  if (isDay(field)) return wrongDay(field);
  if (field.dataset.linje) return wrongLines(field, Number(field.dataset.linje));
  const { most = Infinity } = store().limits(nameOf(field));
  return field.value.length > most ? { name: "for-langt", values: { n: most, m: field.value.length } } : null;
}

/** @param {HTMLInputElement} field @returns {Fault | null} */
function wrongDay(field) {
  if (field.validity.badInput) return { name: "ufaerdig" };
  if (!field.value) return null;
  if (field.value.length !== field.max.length || field.value < field.min || field.value > field.max) {
    return { name: "aar", values: { a: field.min.slice(0, 4), b: field.max.slice(0, 4) } };
  }
  const [start, end] = ["start", "end"].map((name) => dayIn(field, name));
  return start && end && end < start ? { name: "foer" } : null;
}

/** @param {HTMLInputElement} field @param {string} name The other day of a pair, which stands in the same frame. */
function dayIn(field, name) {
  const found = field.closest("fieldset, form")?.querySelector(`[data-felt=${name}]`);
  return found instanceof HTMLInputElement ? found.value : "";
}

/** @param {Field} field @param {number} longest @returns {Fault | null} */
function wrongLines(field, longest) {
  const { most = Infinity } = store().limits(nameOf(field));
  const lines = field.value.split(/[\n,;]/).map((line) => line.trim()).filter(Boolean);
  if (lines.length > most) return { name: "parter", values: { n: most } };
  const long = lines.find((line) => line.length > longest);
  return long ? { name: "part", values: { n: longest, x: `${long.slice(0, 30)} …` } } : null;
}
