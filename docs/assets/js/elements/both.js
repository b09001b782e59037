// <katalog-both>: shows, at the field itself, the texts that two people wrote to it without knowledge of each other.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { bothIn } from "../own/both.js";
import { store } from "../store.js";

export default class Both extends CatalogueElement {
  store = store();
  choosing = later(() => import("../own/choosing.js"));
  /** @type {HTMLElement[]} */
  boxes = [];
  shown = "";

  connected() {
    this.on(this.store, "change", () => this.show());
    this.on(window, "pageshow", () => this.show());
    this.show();
  }

  async show() {
    const found = bothIn(this.store);
    const now = JSON.stringify([this.store.current, found]);
    if (now === this.shown && this.boxes.every((box) => box.isConnected)) return;
    this.shown = now;
    if (!found.length && !this.boxes.length) return;
    const choices = await this.choosing((one) => one.choices);
    await customElements.whenDefined("katalog-checklist"); // which makes the fields, and may come later
    if (this.shown !== now) return;
    if (choices) this.put(found, choices);
    else this.shown = "";
  }

  /** @param {ReturnType<typeof bothIn>} found @param {typeof import("../own/choosing.js").choices} choices */
  put(found, choices) {
    const held = this.boxes.find((box) => box.contains(document.activeElement));
    for (const box of this.boxes) box.remove();
    const { current } = this.store;
    this.boxes = found.flatMap(({ key, field }) => this.place(key, field, choices(this, key, field, current)));
    if (held) document.getElementById(held.dataset.felt ?? "")?.focus();
  }

  /** @param {string} key @param {string} field @param {HTMLElement | null} box Put it where the field stands. */
  place(key, field, box) {
    const at = document.getElementById(`${field}-${key}`);
    if (!at || !box) return [];
    box.dataset.felt = at.id;
    const [fold, row] = [at.closest("details"), at.closest(".aftaler li")];
    if (row) row.append(box);
    else if (fold) fold.before(box);
    else at.after(box);
    if (row && fold) fold.open = true;
    return [box];
  }
}
