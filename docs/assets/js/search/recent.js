// What the reader sought last: kept with her other material.
import { keep, kept } from "../own/kept.js";

/** @import { Area } from "../own/kept.js" */

export const FEW = 5; // recent searches, and situations, that an empty box offers

/**
 * Where recent searches are kept.
 * @returns {Area}
 */
export const area = () => (kept("sted") === "her" ? "local" : "session");

/** @param {Area} place */
export const forget = (place) => keep("soegninger", "", place);

/**
 * Recent searches, the last first.
 * @returns {string[]}
 */
export function recent() {
  if (area() !== "local") forget("local");
  try {
    /** @type {unknown[]} */
    const all = JSON.parse(kept("soegninger", area()) ?? "[]");
    return all.filter((query) => typeof query === "string");
  } catch {
    return [];
  }
}

/** @param {string} query */
export function remember(query) {
  if (!query) return;
  keep("soegninger", JSON.stringify([query, ...recent().filter((other) => other !== query)].slice(0, FEW)), area());
}
