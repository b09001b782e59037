// The two storages of a browser, either of which it may have closed, and what is set aside there.
import { PATH } from "./state.js";

/** @import { Area } from "./kept.js" */
/** @import { Part } from "./state.js" */
/**
 * Something set aside because it could not be read: under which name, where it stood ("" when it is a whole text), its words.
 * @typedef {{name: string, place: string, words: string, path: string[], value: unknown}} Aside
 */

/** @type {Area[]} */
export const AREAS = ["local", "session"];

/** @param {Area} name A storage. Throws where the browser has closed it. */
export const area = (name) => (name === "local" ? localStorage : sessionStorage);
/**
 * Put a text in a storage, and see that it is there: some browsers take it and keep nothing. Throws DOMException.
 * @param {Storage} there @param {string} key @param {string} words
 */
export function put(there, key, words) {
  there.setItem(key, words);
  if (there.getItem(key) !== words) throw new DOMException(key, "NotFoundError");
}

/**
 * The parts that a text set aside is made of, or null when it is a text as it was.
 * @param {string} words
 * @returns {Part[] | null}
 */
function parts(words) {
  try {
    return JSON.parse(words).parts ?? null;
  } catch {
    return null;
  }
}

/**
 * What is set aside under a name, each part by itself.
 * @param {string} name @param {string} words
 * @returns {Aside[]}
 */
export function setAside(name, words) {
  const found = parts(words)?.map(({ path, value }) => (
    { name, path, place: path.join(PATH), value, words: typeof value === "string" ? value : JSON.stringify(value) }
  ));
  return found ?? [{ name, path: [], place: "", value: null, words }];
}

/**
 * The names in a storage that begin so, with the storage; [] where it is closed.
 * @param {Area} name @param {string} start
 * @returns {[Storage, string][]}
 */
export function names(name, start) {
  try {
    const there = area(name);
    return Object.keys(there).filter((key) => key.startsWith(start)).map((key) => [there, key]);
  } catch {
    return [];
  }
}
