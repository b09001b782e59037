// Leads on from an anchor that is no longer on the page to where its entry stands today: an entry may move to another
// chapter and keep its id, and the search index knows every entry's page.
import { data } from "../own/fetched.js";

/** @typedef {{a: string, p: number[], pages: [address: string, chapter: string][]}} Index  ids, and the page of each */

/**
 * The entry an anchor belongs to, by its number: its id, or made from it as »om-…«, »…-titel«; -1 for none.
 * @param {string} anchor @param {string[]} ids
 */
export function owner(anchor, ids) {
  const among = ids.filter((id) => id && `-${anchor}-`.includes(`-${id}-`));
  const longest = among.reduce((best, id) => (id.length > best.length ? id : best), "");
  return longest ? ids.indexOf(longest) : -1;
}

/** @param {string} anchor @param {string} address  where the search index is fetched */
export async function leadOn(anchor, address) {
  const index = /** @type {Index} */ (await data(address));
  const ids = index.a.split("\n");
  const number = owner(anchor, ids);
  if (number < 0) return;
  const [page] = index.pages[index.p[number]];
  const there = new URL(`${page}#${ids[number]}`, new URL(document.body.dataset.rod ?? "", location.href));
  if (there.pathname !== location.pathname) location.replace(there);
}
