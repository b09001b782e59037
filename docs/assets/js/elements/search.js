// <katalog-search>: turns the plain link in the header into a search dialog. All words stand in the markup.
import { CatalogueElement } from "../base/element.js";
import { keep, kept } from "../own/kept.js";
import { at, find, isPlain } from "../own/page.js";

/** @typedef {import("../search/asking.js").Asking} Asking */

export default class Search extends CatalogueElement {
  /** @type {Promise<Asking> | null} */
  #loading = null;
  /** @type {Asking | null} what answers, when it has come */
  asking = null;
  /** @type {HTMLElement | null} what gets the focus when the dialog is closed */
  back = null;

  built() {
    if ("closedBy" in this.dialog) this.dialog.closedBy = "any";
    Object.assign(this.opener, { role: "button", ariaHasPopup: "dialog" });
  }

  connected() {
    this.on(this.opener, "click", (event) => this.openBy(event));
    this.on(this.opener, "keydown", (event) => { if (event.key === " ") this.openBy(event); });
    for (const soon of ["focus", "pointerenter"]) this.on(this.opener, soon, () => this.load().catch(() => {}));
    this.on(find(this, "[data-luk]"), "click", () => this.dialog.close());
    this.on(this.field, "input", () => this.asking?.show());
    this.on(this.dialog, "keydown", (event) => this.move(event));
    this.on(this.dialog, "close", () => this.back?.focus());
    this.on(this.dialog, "click", (event) => this.asking?.press(event));
    if (!("closedBy" in this.dialog)) this.on(this.dialog, "click", (event) => this.closeBeside(event));
    this.on(this.key, "change", () => keep("genvej", this.key.checked ? "" : "fra"));
    this.on(document, "keydown", (event) => this.shortcut(event));
  }

  get opener() {
    return find(this, ".soeg-aabner");
  }

  get dialog() {
    return find(this, "dialog", HTMLDialogElement);
  }

  get field() {
    return find(this, "input[type=search]", HTMLInputElement);
  }

  get key() {
    return find(this, "[data-genvej]", HTMLInputElement);
  }

  get count() {
    return find(this, "[role=status]");
  }

  // opening -----------------------------------------------------------------------------------------------------------

  /** @param {KeyboardEvent} event */
  shortcut(event) {
    const isControl = !isPlain(event) && event.key.toLowerCase() === "k";
    if (isControl || (event.key === "/" && isPlain(event) && this.isFree(event))) this.openBy(event);
  }

  /** @param {KeyboardEvent} event Whether the key / is hers to give: she did not turn it off, and writes nowhere. */
  isFree(event) {
    const isElsewhere = !at(event, Element)?.closest("input, textarea, select, dialog, [contenteditable]");
    return !event.altKey && isElsewhere && kept("genvej") !== "fra";
  }

  /** @param {Event} event */
  openBy(event) {
    event.preventDefault();
    this.open();
  }

  /** @param {MouseEvent} event Close when it was pressed beside the dialog, where `closedBy` is not known (WebKit). */
  closeBeside({ target, clientX: x, clientY: y }) {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    if (target === this.dialog && (x < left || x > right || y < top || y > bottom)) this.dialog.close();
  }

  /** Escape closes at once; a search field would keep the first for itself. @param {KeyboardEvent} event */
  move(event) {
    if (event.key !== "Escape") return this.asking?.move(event);
    event.preventDefault();
    return this.dialog.close();
  }

  /** Fetch what answers, and the index, once; a failure may be tried again. */
  load() {
    this.#loading ??= this.fetched().catch((error) => { this.#loading = null; throw error; });
    return this.#loading;
  }

  async fetched() {
    const index = import("../own/fetched.js").then(({ data }) => data(this.dataset.indeks ?? ""));
    const [{ Asking }, packed] = await Promise.all([import("../search/asking.js"), index]);
    this.asking = new Asking(this, packed);
    return this.asking;
  }

  /** Open it at once, so that what she types stands in the field when it can be answered. */
  async open() {
    if (this.dialog.open) return;
    const { activeElement: before } = document;
    this.back = before instanceof HTMLElement && before !== document.body ? before : this.opener;
    this.key.checked = kept("genvej") !== "fra";
    this.dialog.showModal();
    this.field.focus();
    this.field.select();
    try {
      (await this.load()).show();
    } catch (error) {
      this.count.textContent = this.count.dataset.fejl ?? "";
      console.warn(error);
    }
  }
}
