// What she changed in the dialog of a collaboration: only that is written, since another tab may have changed the rest.
import { META } from "./fields.js";
import { changeParties, namesIn } from "./parties.js";

/** @import { Store } from "../store.js" */
/** @import { Fields } from "./state.js" */
/** @typedef {Record<string, string>} Texts  what stands in the fields of the dialog, by their names */

/**
 * The fields that say something else than was shown.
 * @param {Texts} shown @param {Texts} now
 * @returns {Texts}
 */
const edited = (shown, now) =>
  Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== shown[name]));

/**
 * A list as she made it of the one that was shown, with what another put in or took out of it meanwhile.
 * @param {string[]} shown @param {string[]} mine @param {string[]} now
 */
function editedList(shown, mine, now) {
  const kept = mine.filter((one) => !shown.includes(one) || now.includes(one));
  return [...kept, ...now.filter((one) => !shown.includes(one) && !kept.includes(one))];
}

/**
 * What is kept as a draft: what she changed, and as `shown` what stood there when she did.
 * @param {Texts} shown @param {Texts} now
 * @returns {Texts}
 */
export function drafted(shown, now) {
  const texts = edited(shown, now);
  const before = Object.fromEntries(Object.keys(texts).map((name) => [name, shown[name]]));
  return Object.keys(texts).length ? { ...texts, shown: JSON.stringify(before) } : {};
}

/**
 * What she changed, as changes of the collaboration as it is now.
 * @param {Store} store @param {string} id @param {Texts} shown @param {Texts} now
 * @returns {Record<string, Fields>}
 */
export function changesIn(store, id, shown, now) {
  const { parties, ...about } = edited(shown, now);
  if (parties === undefined) return { [META]: about };
  const list = editedList(namesIn(shown.parties), namesIn(parties), store.parties(id).map(({ name }) => name));
  return { ...changeParties(store.allParties(id), list), [META]: about };
}
