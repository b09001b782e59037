// What a group has measured on a staircase, one after the other, and how it changed. Fetched when one
// is made.
import { timeline } from "./drawing.js";
import { part } from "./page.js";
import { today, written } from "./words.js";

/** @typedef {import("../elements/staircase.js").default} Staircase  holds the words, the template and the store */
/** A measurement: its key, and the step by its number; 0 when the catalogue has it no longer. */
/** @typedef {{key: string, step: number, day: string, wording: string}} Measured */

/** @param {number | undefined} moment */
const dayOf = (moment) => (moment ? today(new Date(moment)) : "");

/** @param {Staircase} host @returns {Measured[]} */
function measured(host) {
  const order = host.radios.map((radio) => radio.value);
  return host.store.kind(host.kind).map(([key, { choice = "", created, ...one }]) => (
    {
      key, day: one.day ?? dayOf(created), wording: one.wording ?? host.wordingOf(choice),
      step: order.indexOf(choice) + 1,
    }
  ));
}

/** @param {Staircase} host Begin an agreement from the advice for the step that is chosen. */
export function agree(host) {
  const { choice = "" } = host.store.item(host.choice.id);
  const advice = document.getElementById(choice)?.querySelector(".droeft p:last-of-type")?.textContent ?? "";
  document.dispatchEvent(new CustomEvent("katalog:aftale", { detail: { what: advice.trim(), from: choice } }));
}

/**
 * Show every measurement, and all of them as a line when there are several.
 * @param {Staircase} host
 */
export function showMeasured(host) {
  const all = measured(host);
  host.piece("liste").replaceChildren(...all.map((one) => row(host, one)));
  const drawn = all.filter(({ step }) => step);
  host.piece("kurve").replaceChildren(...(drawn.length > 1 ? [timeline(drawn, host.radios.length)] : []));
}

/** @param {Staircase} host @param {Measured} one */
function row(host, { key, step, day, wording }) {
  const row = host.clone("maaling");
  part(row, "dag").textContent = part(row, "fjern-dag").textContent = written(day);
  part(row, "trin").textContent = step ? host.say("trin", { n: step }) : host.say("udgaaet");
  part(row, "ord-dengang").textContent = wording.replace(/^\d+\s+/, "");
  const doing = { step: host.say("trin-fjern") };
  part(row, "fjern").addEventListener("click", () => host.store.change({ [key]: { gone: true } }, undefined, doing));
  return row;
}
