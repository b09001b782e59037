// The reader's own selection: one record of the collaboration, with a title, an introduction and ids in her order.
import { store } from "../store.js";

export const KEY = "haefte";

/** The booklet as it is: {name, note, ids}. */
export function booklet() {
  return { name: "", note: "", ids: [], ...store().item(KEY) };
}

/** Change it as one step that can be undone. */
export function change(fields) {
  store().change({ [KEY]: fields });
}
