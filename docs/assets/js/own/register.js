// What the page lists of the catalogue, so that what is kept can be told of: its checklists' items, every id, and what
// it no longer has.
import { Known, isUnknown } from "./numbers.js";
import { KINDS } from "./state.js";
import { find, findAll } from "./page.js";

/** @import { Store } from "../store.js" */
/** An item of a checklist: its phase, chapter and a link to it. */
/** @typedef {{id: string, phase: string, chapter: string, anchor: HTMLAnchorElement}} Entry */

const rows = () => findAll(document, ".register [data-id]");

class Register {
  /** @type {Entry[]} */
  entries = rows().map((row) => ({
    id: row.dataset.id ?? "", phase: row.dataset.fase ?? "", chapter: row.parentElement?.dataset.tema ?? "",
    anchor: find(row, "a", HTMLAnchorElement),
  }));
  #ids = new Set((find(document, ".register").dataset.kendte ?? "").split(" "));
  #gone = new Map(findAll(document, "[data-udgaaet]").map((row) => [row.dataset.udgaaet ?? "", row.textContent]));
  /** Every id the catalogue has or had, by its number, and what its items are called. */
  known = new Known(
    new Set([...this.#ids, ...this.#gone.keys(), ...rows().flatMap(({ dataset }) => dataset.foer?.split(" ") ?? [])]),
    new Map(this.entries.map(({ id, anchor }) => [id, anchor.textContent])),
  );

  /**
   * Let what was kept under former ids be kept under those of today, and what came under a number under its id.
   * @param {Store} store
   */
  follow(store) {
    for (const [key] of store.collaborations.flatMap(({ id }) => store.records(id)).filter(([key]) => isUnknown(key))) {
      if (this.known.found(key) !== key) store.follow(key, this.known.found(key));
    }
    for (const { dataset } of rows()) {
      for (const former of dataset.foer?.split(" ") ?? []) store.follow(former, dataset.id ?? "");
    }
  }

  /**
   * Whether a record belongs to an entry the catalogue no longer has.
   * @param {string} key
   */
  isRetired(key) {
    const [base] = key.split(".");
    const entries = [base.replace(/^valg-/, ""), base.replace(/-[12]$/, "")];
    return !KINDS.has(base) && !entries.some((id) => this.#ids.has(id));
  }

  /**
   * What a retired entry was called.
   * @param {string} key
   */
  wordsOf(key) {
    return this.#gone.get(key) ?? key;
  }

  /**
   * A link to the item a record belongs to, if it is an item's.
   * @param {string} key
   */
  anchorOf(key) {
    return this.entries.find(({ id }) => id === key)?.anchor;
  }
}

/** @type {Register | undefined} */
let only;
/**
 * The page's register. From when it is first asked for, what was kept under former ids is kept under those of today.
 * @param {Store} store
 */
export function register(store) {
  if (!only) {
    only = new Register();
    only.follow(store);
  }
  return only;
}
