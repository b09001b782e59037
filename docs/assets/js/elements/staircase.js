// <katalog-staircase>: the step a group chooses, what it means, and how it changed since the last time they measured.
import { CatalogueElement } from "../base/element.js";
import { timeline } from "../own/drawing.js";
import { at, find, findAll, part } from "../own/page.js";
import { freshId, today, written } from "../own/words.js";
import { store } from "../store.js";

/** A measurement: its key, and the step by its number; 0 when the catalogue has it no longer. */
/** @typedef {{key: string, step: number, day: string, wording: string}} Measured */

/** @param {number | undefined} moment */
const dayOf = (moment) => (moment ? today(new Date(moment)) : "");

export default class Staircase extends CatalogueElement {
  store = store();

  connected() {
    this.on(this.choice, "change", (event) => this.choose(at(event, HTMLInputElement)));
    this.pressed("maal", () => this.measure());
    this.pressed("aftale", () => this.agree());
    this.on(this.store, "change", () => this.show());
    this.on(window, "pageshow", () => this.show());
    this.show();
  }

  /** What the steps are chosen in; it stands elsewhere on the page. */
  get choice() {
    return find(document, `[id="${this.dataset.valg}"]`);
  }

  get radios() {
    return findAll(this.choice, "input", HTMLInputElement);
  }

  get kind() {
    return `maaling.${this.dataset.trappe}`;
  }

  /** @param {HTMLInputElement | null} radio */
  choose(radio) {
    if (!radio) return;
    const step = this.say("trin-valg");
    const wording = this.wordingOf(radio.value);
    this.store.change({ [this.choice.id]: { choice: radio.value, wording, day: today() } }, undefined, { step });
  }

  /** @param {string} choice What the catalogue says of a step; "" when it has it no longer. */
  wordingOf(choice) {
    const radio = this.radios.find(({ value }) => value === choice);
    return (radio?.labels?.[0].textContent ?? "").trim().replace(/\s+/g, " ");
  }

  measure() {
    const { choice = "", wording = this.wordingOf(choice) } = this.store.item(this.choice.id);
    const record = { choice, wording, day: today(), created: Date.now() };
    this.store.change({ [`${this.kind}.${freshId("m")}`]: record }, undefined, { step: this.say("trin-maaling") });
    this.tell(this.say("gemt"));
  }

  agree() {
    const { choice = "" } = this.store.item(this.choice.id);
    const advice = document.getElementById(choice)?.querySelector(".droeft p:last-of-type")?.textContent ?? "";
    document.dispatchEvent(new CustomEvent("katalog:aftale", { detail: { what: advice.trim(), from: choice } }));
  }

  show() {
    const { choice: chosen = "" } = this.store.item(this.choice.id);
    for (const radio of this.radios) radio.checked = radio.value === chosen;
    for (const advice of findAll(this.choice, "[data-trin]")) {
      advice.hidden = !(advice.dataset.trin ?? "").trim().split(" ").includes(chosen);
    }
    for (const step of findAll(document, ".tegning a", Element)) {
      step.classList.toggle("valgt", step.getAttribute("href") === `#${chosen}`);
    }
    this.hidden = !chosen && !this.store.kind(this.kind).length;
    for (const name of ["maal", "aftale"]) this.piece(name, HTMLButtonElement).disabled = !chosen;
    this.showMeasured();
  }

  showMeasured() {
    const order = this.radios.map((radio) => radio.value);
    const measured = this.store.kind(this.kind).map(([key, { choice = "", created, ...one }]) => (
      {
        key, day: one.day ?? dayOf(created), wording: one.wording ?? this.wordingOf(choice),
        step: order.indexOf(choice) + 1,
      }
    ));
    this.piece("maalinger").hidden = !measured.length;
    this.piece("liste").replaceChildren(...measured.map((one) => this.row(one)));
    const drawn = measured.filter(({ step }) => step);
    this.piece("kurve").replaceChildren(...(drawn.length > 1 ? [timeline(drawn, order.length)] : []));
  }

  /** @param {Measured} one */
  row({ key, step, day, wording }) {
    const row = this.clone("maaling");
    part(row, "dag").textContent = part(row, "fjern-dag").textContent = written(day);
    part(row, "trin").textContent = step ? this.say("trin", { n: step }) : this.say("udgaaet");
    part(row, "ord-dengang").textContent = wording.replace(/^\d+\s+/, "");
    const doing = { step: this.say("trin-fjern") };
    part(row, "fjern").addEventListener("click", () => this.store.change({ [key]: { gone: true } }, undefined, doing));
    return row;
  }
}
