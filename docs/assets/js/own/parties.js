// A list of names as changes of a collaboration's parties. Each party has an id of its own, which what it said hangs on: it
// keeps that wherever it comes to stand in the list and whatever it is called.
import { PARTY } from "./fields.js";
import { partyIds } from "./former.js";
import { freshId } from "./words.js";

/** @import { Party } from "./material.js" */
/** @import { Fields } from "./state.js" */

const ALIKE = 0.5; // of its letters, two and two, that a name written in place of another must share to be the same party's

/** @param {string} name Its letters, two and two. */
function pairs(name) {
  const words = name.toLowerCase();
  return new Set(Array.from({ length: Math.max(1, words.length - 1) }, (_, index) => words.slice(index, index + 2)));
}

/** @param {string} one @param {string} two Whether one name may be the other, mended. */
function areAlike(one, two) {
  const [first, second] = [pairs(one), pairs(two)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return shared / Math.min(first.size, second.size) >= ALIKE;
}

/**
 * Which party each name is: one that is called so, also if it was one before; one that stood in that place and is called
 * almost so; or a new one.
 * @param {Party[]} parties @param {string[]} names
 * @returns {(Party | undefined)[]}
 */
function recognised(parties, names) {
  const left = [...parties].sort((one, two) => Number(one.isFormer) - Number(two.isFormer));
  /** @param {(party: Party) => boolean} fits */
  const taken = (fits) => {
    const index = left.findIndex(fits);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const found = names.map((name) => taken((party) => party.name === name));
  const now = parties.filter(({ isFormer }) => !isFormer);
  return found.map((party, index) => party ?? taken((one) => one === now[index] && areAlike(one.name, names[index])));
}

/**
 * What makes a collaboration's parties those of a list. One that is left out is a former party from now on.
 * @param {Party[]} parties @param {string[]} names
 * @returns {Record<string, Fields>}
 */
export function changeParties(parties, names) {
  const found = recognised(parties, names);
  const used = new Set(parties.map(({ id }) => id));
  const fresh = partyIds(names).map((id) => (used.has(id) ? freshId("p") : id));
  const kept = names.map((name, index) => (
    [`${PARTY}.${found[index]?.id ?? fresh[index]}`, { name, place: index + 1, archived: null }]
  ));
  const left = parties.filter((party) => !party.isFormer && !found.includes(party));
  return Object.fromEntries([...kept, ...left.map(({ id }) => [`${PARTY}.${id}`, { archived: true }])]);
}
