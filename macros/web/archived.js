/* global DOMParser, URL, document, location */
// What scripts fetch of the site, where it lies in a folder and a browser lets a page fetch nothing: it came with the page.
// Stands in the place of docs/assets/js/own/fetched.js in the zip (macros/archive.py).
import index from "./index.json";

export const data = async () => index;

/**
 * A page of the site as a document; only the page of the booklet has them all.
 * @param {string} address
 */
export async function page(address) {
  const root = new URL(document.body.dataset.rod ?? "", location.href).href;
  const found = globalThis.katalogSider?.[address.slice(root.length)];
  if (!found) throw new Error(address);
  return new DOMParser().parseFromString(found, "text/html");
}
