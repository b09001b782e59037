// Small texts made from the leader's own material: fingerprints, ids, dates and names of files.
import { CATALOGUE, LANGUAGE } from "./catalogue.js";

const [FNV_START, FNV_PRIME, OTHER_START, OTHER_PRIME] = [0x811c9dc5, 0x01000193, 0x01000193, 0x85ebca6b];

/**
 * A text of at most sixteen characters that changes when `words` do (FNV-1a, twice 32 bits).
 * @param {string} words
 */
export function fingerprint(words) {
  let [one, two] = [FNV_START, OTHER_START];
  for (const char of words.replace(/\s+/g, " ").trim()) {
    const code = char.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, FNV_PRIME);
    two = Math.imul(two ^ code, OTHER_PRIME);
  }
  return ((one >>> 0).toString(36) + (two >>> 0).toString(36)).slice(0, 16);
}

/**
 * An id nobody else has made.
 * @param {string} kind
 */
export function freshId(kind) {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `${kind}-${[...random].map((part) => part.toString(36)).join("")}`;
}

/** Today's date as yyyy-mm-dd where the reader is. */
export function today(now = new Date()) {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * A date as it is written in the language of the page: "2026-03-09" is "9. marts 2026" in Danish.
 * @param {string | undefined} iso
 */
export function written(iso, language = LANGUAGE) {
  if (!iso) return "";
  const [year, month, date] = iso.split("-").map(Number);
  const day = new Date(year, month - 1, date);
  return day.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
}

/**
 * Several things as a list in words, as the language of the page has it.
 * @param {string[]} parts
 */
export const listed = (parts) => new Intl.ListFormat(LANGUAGE, { type: "conjunction" }).format(parts);

/**
 * A title in small letters without accents, fit for an id or the name of a file; "" when nothing of it is.
 * @param {string} words @param {number} most how long it may be
 */
export function slug(words, most) {
  const plain = words.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, most).replace(/^-+|-+$/g, "");
}

/**
 * A name as part of a file name.
 * @param {string} words
 */
export const fileName = (words) => slug(words, 60) || CATALOGUE;
