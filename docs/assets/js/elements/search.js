// <katalog-search>: turns the plain link in the header into a search dialog. All words stand in the markup.
import { CatalogueElement } from "../base/element.js";
import { data } from "../own/fetched.js";
import { keep, kept } from "../own/kept.js";
import { at, fill, find, findAll } from "../own/page.js";
import { area, forget, remember } from "../search/recent.js";

/** @import { Answers } from "../search/answers.js" */
/** @import { Answer } from "../search/engine.js" */
/** @typedef {ReturnType<typeof import("../search/engine.js").engine>} Engine */

const SHOWN = 15;
const PAUSE = 300; // ms without a key before the count is told, so that a screen reader is not cut short
/** @type {Record<string, number>} */
const WAYS = { ArrowDown: 1, ArrowUp: -1 };

/** @param {KeyboardEvent | MouseEvent} event */
const isPlain = (event) => !event.ctrlKey && !event.metaKey;

export default class Search extends CatalogueElement {
  /** @type {Promise<void> | null} */
  #loading = null;
  /** @type {Engine | null} */
  engine = null;
  /** @type {Answers | null} how answers are shown */
  shown = null;
  /** @type {HTMLElement | null} what gets the focus when the dialog is closed */
  back = null;
  /** @type {number | undefined} */
  pause;

  built() {
    if ("closedBy" in this.dialog) this.dialog.closedBy = "any";
    Object.assign(this.opener, { role: "button", ariaHasPopup: "dialog" });
  }

  connected() {
    this.on(this.opener, "click", (event) => this.openBy(event));
    this.on(this.opener, "keydown", (event) => { if (event.key === " ") this.openBy(event); });
    for (const soon of ["focus", "pointerenter"]) this.on(this.opener, soon, () => this.load().catch(() => {}));
    this.on(find(this, "[data-luk]"), "click", () => this.dialog.close());
    this.on(this.field, "input", () => this.show());
    this.on(this.dialog, "keydown", (event) => this.move(event));
    this.on(this.dialog, "close", () => this.back?.focus());
    this.on(this.dialog, "click", (event) => this.press(event));
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

  get answers() {
    return find(this, ".soeg__svar");
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

  /** Fetch the engine and the index, once; a failure may be tried again. */
  load() {
    this.#loading ??= this.fetched().catch((error) => { this.#loading = null; throw error; });
    return this.#loading;
  }

  async fetched() {
    const index = data(this.dataset.indeks ?? "");
    const modules = Promise.all([import("../search/engine.js"), import("../search/answers.js")]);
    const [[{ engine }, { Answers }], packed] = await Promise.all([modules, index]);
    this.engine = engine(packed);
    this.shown = new Answers(this, this.engine.entries);
  }

  async open() {
    if (this.dialog.open) return;
    const { activeElement: before } = document;
    this.back = before instanceof HTMLElement && before !== document.body ? before : this.opener;
    this.key.checked = kept("genvej") !== "fra";
    this.dialog.showModal();
    this.field.focus();
    this.field.select();
    try {
      await this.load();
      this.show();
    } catch (error) {
      this.count.textContent = this.count.dataset.fejl ?? "";
      console.warn(error);
    }
  }

  // answering ---------------------------------------------------------------------------------------------------------

  /** @param {boolean} [all] whether all answers are shown */
  show(all = false) {
    if (!this.engine || !this.shown) return;
    const query = this.field.value.trim();
    const answer = this.engine(this.field.value);
    const shown = answer.found.slice(0, all ? answer.found.length : SHOWN);
    this.answers.replaceChildren(...(query ? this.shown.of(answer, shown) : this.shown.start()));
    if (!all) this.answers.scrollTop = 0;
    this.tellCount(query, answer, shown.length);
  }

  /** @param {string} query @param {Answer} answer @param {number} shown */
  tellCount(query, answer, shown) {
    const words = fill(
      query ? this.caution(answer) + this.total(answer, shown) : this.count.dataset.tom ?? "",
      { q: query, n: answer.found.length, vist: shown, ord: answer.instead.join(" ") },
    );
    clearTimeout(this.pause);
    this.pause = setTimeout(() => { this.count.textContent = words; }, PAUSE);
  }

  /** @param {Answer} answer What must be known of the answers before they are trusted. */
  caution({ found, instead, loose, weak }) {
    const { rettet = "", ordret = "", svag = "" } = this.count.dataset;
    if (loose) return ordret;
    if (instead.length) return rettet;
    return weak && found.length ? svag : "";
  }

  /** @param {Answer} answer @param {number} shown */
  total({ found }, shown) {
    const { ingen = "", antal = "", udvalg = "" } = this.count.dataset;
    if (!found.length) return ingen;
    return shown < found.length ? udvalg : antal;
  }

  // using the answers -------------------------------------------------------------------------------------------------

  /** @param {MouseEvent} event */
  press(event) {
    const target = at(event, Element);
    const button = target?.closest(".soeg__svar button");
    if (target?.closest("a") && isPlain(event) && !event.shiftKey) this.leave();
    else if (button instanceof HTMLElement) this.act(button);
  }

  /** The reader follows an answer: the focus goes with her. */
  leave() {
    remember(this.field.value.trim());
    this.back = null;
    this.dialog.close();
  }

  /** @param {HTMLElement} button to forget, to see all answers, or to search for the word on it */
  act(button) {
    const isAll = button.dataset.alle !== undefined;
    const place = findAll(this.answers, "a").length;
    if (button.dataset.glem !== undefined) forget(area());
    else if (!isAll) this.field.value = button.textContent;
    this.show(isAll);
    (isAll ? findAll(this.answers, "a")[place] : this.field).focus();
  }

  /** @param {KeyboardEvent} event */
  move(event) {
    const stops = [this.field, ...findAll(this.answers, "a, button")];
    const place = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const way = WAYS[event.key];
    if (event.key === "Escape") { // a search field would keep the first Escape for itself
      event.preventDefault();
      this.dialog.close();
    } else if (event.key === "Enter" && place === 0) this.enter(stops[1]);
    else if (way) {
      event.preventDefault();
      stops[(Math.max(place, 0) + way + stops.length) % stops.length].focus();
    } else if (place > 0 && isTyped(event)) this.field.focus(); // typing goes on in the field
  }

  /** @param {HTMLElement | undefined} first the first answer */
  enter(first) {
    if (matchMedia("(pointer: coarse)").matches) this.field.blur(); // puts the keyboard away, so that the answers are seen
    else if (this.field.value.trim()) first?.click();
  }
}

/** @param {KeyboardEvent} event */
const isTyped = (event) => event.key.length === 1 && event.key !== " " && isPlain(event);
