// Where two people have written to one field without knowledge of each other.
import { META, TEXTS } from "./fields.js";

/** @import { Store } from "../store.js" */

/**
 * The fields of a collaboration in which more than one text stands.
 * @param {Store} store
 */
export function bothIn(store, id = store.current) {
  const records = [META, ...store.records(id).map(([key]) => key)];
  return records.flatMap((key) => [...TEXTS].map((field) => ({ key, field, texts: store.texts(key, field, id) })))
    .filter(({ texts }) => texts.length > 1);
}
