// <katalog-matrix>: the matrix as questions or as concepts, and where the group leans in each dimension.
import { CatalogueElement } from "../base/element.js";
import { lean as drawn } from "../own/drawing.js";
import { at, findAll, part } from "../own/page.js";
import { store } from "../store.js";

const MIDDLE = 3; // of five places, the outer two on each side lean strongly

/** A dimension's row, and where the group leans in it. @typedef {{row: HTMLElement, lean: number}} Leaning */

export default class Matrix extends CatalogueElement {
  store = store();
  /** @type {HTMLElement[]} */
  rows = [];

  built() {
    this.rows = findAll(document, "[data-haelder]");
  }

  connected() {
    this.on(this, "change", (event) => this.view(at(event, HTMLInputElement)?.value ?? ""));
    for (const row of this.rows) this.on(row, "change", (event) => this.keep(row, at(event, HTMLInputElement)));
    this.on(this.store, "change", () => this.show());
    this.show();
  }

  /** @param {string} chosen what is shown of the matrix; "" is all of it */
  view(chosen) {
    for (const view of findAll(document, "[data-visning]")) {
      view.classList.toggle("skjult", Boolean(chosen) && view.dataset.visning !== chosen);
    }
  }

  /** @param {HTMLElement} row @param {HTMLInputElement | null} radio */
  keep(row, radio) {
    if (!radio) return;
    const { titel = "" } = row.dataset;
    const step = this.say("trin", { x: titel });
    this.store.change({ [this.key(row)]: { lean: Number(radio.value), title: titel } }, undefined, { step });
  }

  /** @param {HTMLElement} row */
  key(row) {
    return `haelder.${row.dataset.haelder}`;
  }

  show() {
    const answered = this.rows.flatMap((row) => {
      const { lean } = this.store.item(this.key(row));
      for (const radio of findAll(row, "input", HTMLInputElement)) radio.checked = Number(radio.value) === lean;
      return lean ? [{ row, lean }] : [];
    });
    this.piece("billede").hidden = !answered.length;
    const [first, second] = [this.say("foerste"), this.say("anden")];
    this.piece("samlet").textContent = this.whole(answered, first, second);
    this.piece("liste").replaceChildren(...answered.map((one) => this.line(one, one.lean < MIDDLE ? first : second)));
  }

  /** @param {Leaning[]} answered @param {string} first @param {string} second */
  whole(answered, first, second) {
    const one = answered.filter(({ lean }) => lean < MIDDLE).length;
    const two = answered.filter(({ lean }) => lean > MIDDLE).length;
    if (one === two) return this.say("lige");
    return this.say("mest", { x: one > two ? first : second, n: Math.max(one, two), alle: this.rows.length });
  }

  /** @param {Leaning} leaning @param {string} pole the end it leans to */
  line({ row, lean }, pole) {
    const line = this.clone("haeldning");
    part(line, "hvad").textContent = `${row.dataset.titel}:`;
    part(line, "hvor").textContent = this.degree(lean, pole);
    part(line, "tegning").append(drawn(lean));
    return line;
  }

  /** @param {number} lean @param {string} pole */
  degree(lean, pole) {
    if (lean === MIDDLE) return this.say("midt");
    return this.say(Math.abs(lean - MIDDLE) > 1 ? "staerkt" : "lidt", { x: pole });
  }
}
