// A list of names as changes of a collaboration's parties, or of those who are asked in an interview. Each has an id of its own,
// which what it said hangs on: it keeps that wherever it comes to stand in the list and whatever it is called.
import { PARTY } from "./fields.js";
import { partyIds } from "./former.js";
import { freshId } from "./words.js";

/** @import { Party } from "./material.js" */
/** @import { Fields } from "./state.js" */

const [MOST, LONGEST] = [12, 80]; // parties, and letters of a name
const LONG = 8; // letters from which a name may be mended in two of them, below that in one

/**
 * What two texts have between what they begin and end alike with.
 * @param {string} one @param {string} two
 */
function apart(one, two) {
  const least = Math.min(one.length, two.length);
  let [start, end] = [0, 0];
  while (start < least && one[start] === two[start]) start += 1;
  while (end < least - start && one.at(-1 - end) === two.at(-1 - end)) end += 1;
  return [one, two].map((text) => text.slice(start, text.length - end));
}

/**
 * Whether one name may be the other, mended or with more words: »Reginen« and »Regionen«, »Ribe« and »Ribe Kommune«; not
 * »Aarhus Kommune« and »Odense Kommune«. In doubt it is another: then her words stand under the name they were said in.
 * @param {string} one @param {string} two
 */
function areAlike(one, two) {
  const [first, second] = apart(one.toLowerCase(), two.toLowerCase());
  const most = Math.min(one.length, two.length) < LONG ? 1 : 2;
  const isMended = Math.max(first.length, second.length) <= most;
  return isMended || ((!first || !second) && /^\s|\s$/.test(first + second));
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

/** @param {string} words The names of parties as they are written, one a line. */
export const namesIn = (words) =>
  words.split(/[\n,;]/).map((one) => one.trim().slice(0, LONGEST)).filter(Boolean).slice(0, MOST);

/**
 * What makes a collaboration's parties those of a list. One that is left out is a former party from now on.
 * @param {Party[]} parties @param {string[]} names @param {string} [kind] what their keys begin with
 * @returns {Record<string, Fields>}
 */
export function changeParties(parties, names, kind = PARTY) {
  const found = recognised(parties, names);
  const used = new Set(parties.map(({ id }) => id));
  const fresh = partyIds(names).map((id) => (used.has(id) ? freshId("p") : id));
  const kept = names.map((name, index) => (
    [`${kind}.${found[index]?.id ?? fresh[index]}`, { name, place: index + 1, archived: null }]
  ));
  const left = parties.filter((party) => !party.isFormer && !found.includes(party));
  return Object.fromEntries([...kept, ...left.map(({ id, name }) => [`${kind}.${id}`, { name, archived: true }])]);
}
