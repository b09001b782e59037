// Small choices in browser storage (colours, the / key, recent searches). Where storage is blocked they are as never made.
import { prefix } from "./catalogue.js";

/** @typedef {"local" | "session"} Area  on this computer, or until the window closes */

/** @param {string} name */
const key = (name) => prefix() + name;

/**
 * What is kept under a name, or null.
 * @param {string} name @param {Area} [area]
 */
export function kept(name, area = "local") {
  try {
    return window[`${area}Storage`].getItem(key(name));
  } catch {
    return null;
  }
}

/**
 * Keep a text under a name; nothing instead of a text removes it.
 * @param {string} name @param {string} value @param {Area} [area]
 */
export function keep(name, value, area = "local") {
  try {
    if (value) window[`${area}Storage`].setItem(key(name), value);
    else window[`${area}Storage`].removeItem(key(name));
  } catch {
    // Blocked or full: the choice holds for this page.
  }
}
