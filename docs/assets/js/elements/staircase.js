// <katalog-staircase>: the step a group chooses, what it means, and how it changed since the last time they measured.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { at, find, findAll } from "../own/page.js";
import { freshId, today } from "../own/words.js";
import { store } from "../store.js";

export default class Staircase extends CatalogueElement {
  store = store();
  measured = later(() => import("../own/measured.js"));

  connected() {
    this.on(this.choice, "change", (event) => this.choose(at(event, HTMLInputElement)));
    this.pressed("maal", () => this.measure());
    this.pressed("aftale", () => this.measured((one) => one.agree(this)));
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

  /** Keep the step that is chosen as a measurement of today: at once, since she may choose another before more has come. */
  measure() {
    const { choice = "", wording = this.wordingOf(choice) } = this.store.item(this.choice.id);
    const record = { choice, wording, day: today(), created: Date.now() };
    this.store.change({ [`${this.kind}.${freshId("m")}`]: record }, undefined, { step: this.say("trin-maaling") });
    this.tell(this.say("gemt"));
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
    const count = this.store.kind(this.kind).length;
    this.hidden = !chosen && !count;
    for (const name of ["maal", "aftale"]) this.piece(name, HTMLButtonElement).disabled = !chosen;
    this.piece("maalinger").hidden = !count;
    if (count || this.piece("liste").childElementCount) this.measured(({ showMeasured }) => showMeasured(this));
  }
}
