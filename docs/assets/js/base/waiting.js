// Elements that have nothing to show until there is something of hers, or something is opened: each is brought when it has.
import { bothIn } from "../own/both.js";
import { findAll } from "../own/page.js";
import { store } from "../store.js";
import { later } from "./later.js";

/** Whether there was something of hers when the page came: then the bar has its room from the start. */
const isBegun = () => document.documentElement.dataset.eget !== undefined;

/** @param {HTMLElement} timer Whether its clock runs, or was stopped on the way. */
function isStarted({ dataset: { noegle = "" } }) {
  const { ends, left } = store().item(noegle);
  return ends !== undefined || left !== undefined;
}

/** @type {Record<string, () => boolean>} whether there is something to show */
const NEEDED = {
  both: () => bothIn(store()).length > 0,
  collaboration: () => isBegun() || store().collaborations.length > 0 || store().aside.length > 0,
  place: () => store().touched,
  timer: () => findAll(document, "katalog-timer").some((timer) => !timer.closest("dialog") || isStarted(timer)),
};

/**
 * Bring elements when they are needed.
 * @param {string[]} names @param {(name: string) => Promise<void>} bring
 */
export function wait(names, bring) {
  const left = new Map(names.map((name) => [name, later(() => bring(name), () => true)]));
  const look = () => {
    for (const [name, come] of left) if (NEEDED[name]()) come(() => left.delete(name));
  };
  store().addEventListener("change", look);
  look();
}
