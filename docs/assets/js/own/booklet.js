// The reader's own selection: one record of the collaboration, with a title, an introduction and ids in her order.
import { store } from "../store.js";

/** @import { Fields } from "./state.js" */
/** @typedef {{name: string, note: string, ids: string[]}} Selection */

export const KEY = "haefte";
export const MOST = 100; // entries

/**
 * The booklet as it is.
 * @returns {Selection}
 */
export function booklet() {
  const { name = "", note = "", ids = [] } = store().item(KEY);
  return { name, note, ids };
}

/**
 * Change it as one step that can be undone.
 * @param {Fields} fields @param {import("./work.js").Doing} doing
 */
export function change(fields, doing) {
  store().change({ [KEY]: fields }, undefined, doing);
}
