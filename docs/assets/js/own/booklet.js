// The reader's own selection: one record of the collaboration, with a title, an introduction and ids in her order.
import { store } from "../store.js";
import { Refusal } from "./state.js";

/** @import { Fields } from "./state.js" */
/** @typedef {{name: string, note: string, ids: string[]}} Selection */

export const KEY = "haefte";
export const MOST = 100; // entries
const VERSION = 1;
const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

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

/** @param {unknown} words @param {number} most */
const isText = (words, most) => typeof words === "string" && words.length <= most;

/** @param {any} value Where the booklet lies in what came: as such, or (in links of today) as a record among others. */
const inside = (value) => value?.collaborations?.[KEY]?.[KEY] ?? value ?? {};

/**
 * A booklet from whatever somebody sent. Throws Refusal ("nyere", "beskadiget").
 * @param {any} value
 * @returns {Selection}
 */
export function bookletIn(value) {
  if (value?.version > VERSION) throw new Refusal("nyere");
  const { name, note, ids } = inside(value);
  const isList = Array.isArray(ids) && ids.length <= MOST && ids.every((id) => typeof id === "string" && ID.test(id));
  if (!isText(name, 120) || !isText(note, 5000) || !isList) throw new Refusal("beskadiget");
  return { name, note, ids: [...new Set(ids)] };
}
