// What collaborations are called where they stand together: those of one name are told apart by the day they began and, where
// that is the same, by who began them or by a number.
import { LANGUAGE } from "./catalogue.js";

/** @import { Store } from "../store.js" */

/** @param {number | undefined} moment */
const day = (moment) =>
  (moment ? new Date(moment).toLocaleDateString(LANGUAGE, { day: "numeric", month: "long", year: "numeric" }) : "");

/**
 * The name of each collaboration that is there, by its id.
 * @param {Store} store @param {string} unnamed
 * @returns {Map<string, string>}
 */
export function names(store, unnamed) {
  const all = store.collaborations.map(({ id, name, created }) => ({ id, name: name || unnamed, day: day(created) }));
  const given = new Map();
  for (const one of all) {
    const twins = all.filter(({ name }) => name === one.name);
    const sameDay = twins.filter((twin) => twin.day === one.day);
    const number = sameDay.length > 1 ? String(sameDay.indexOf(one) + 1) : "";
    const apart = twins.length > 1 ? [one.day, number].filter(Boolean).join(", ") : "";
    given.set(one.id, apart ? `${one.name} (${apart})` : one.name);
  }
  return given;
}
