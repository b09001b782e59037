// <katalog-finder>: the filters of the page "Find inspiration". Its state stands in the address; all words in its markup.
import { CatalogueElement } from "../base/element.js";
import { at, fill, find, findAll } from "../own/page.js";

/**
 * A field of the form, and what is chosen of each by its name.
 * @typedef {HTMLSelectElement | HTMLInputElement} Field
 * @typedef {Record<string, string[]>} Wanted
 * Entries under a heading, and where their number stands.
 * @typedef {{place: HTMLElement, count: HTMLElement, items: HTMLElement[]}} Group
 */

const AIR = 12; // px between the header that stays and what is scrolled to

export default class Finder extends CatalogueElement {
  /** @type {HTMLSelectElement[]} */
  selects = [];
  /** @type {HTMLInputElement[]} */
  boxes = [];
  /** @type {string[]} */
  names = [];
  /** @type {Group[]} */
  groups = [];
  /** @type {HTMLElement[]} */
  items = [];
  /** @type {Map<HTMLElement, Wanted>} the values each entry has */
  has = new Map();
  /** @type {Field | null | undefined} the field changed last */
  last = null;
  plain = "";
  /** @type {Element} what it and its answers stand in */
  page = this;
  wide = matchMedia("(min-width: 60em)");

  built() {
    this.page = this.closest(".find") ?? this;
    this.selects = findAll(this.form, "select", HTMLSelectElement);
    this.boxes = findAll(this.form, "[type=checkbox]", HTMLInputElement);
    this.names = [...new Set([...this.selects, ...this.boxes].map((field) => field.name))];
    this.groups = findAll(this.page, ".find__gruppe").map((place) => (
      { place, count: find(place, "[data-tal]"), items: findAll(place, "li") }
    ));
    this.items = this.groups.flatMap((group) => group.items);
    this.has = new Map(this.items.map((item) => [item, this.valuesOf(item)]));
    this.plain = this.summary.textContent;
  }

  connected() {
    const open = () => { this.fold.open = this.wide.matches; };
    this.on(this.form, "change", (event) => this.chosen(/** @type {Field | null} */ (at(event))));
    this.on(this.form, "submit", (event) => event.preventDefault());
    this.on(find(this, "[data-vis]"), "click", () => this.toResults());
    this.on(this.all, "click", () => this.clear());
    this.on(this.chips, "click", (event) => this.unchoose(at(event)?.closest("button") ?? null));
    this.on(this.more, "toggle", () => this.moreToSight());
    this.on(this.wide, "change", open);
    this.on(window, "popstate", () => { this.last = null; this.read(); });
    this.on(window, "pageshow", () => this.read()); // the browser may have put back old ticks
    open();
    this.head.classList.remove("venter");
    this.read();
  }

  // its parts, of which some stand beside it --------------------------------------------------------------------------

  get form() {
    return find(this, "form", HTMLFormElement);
  }

  get fold() {
    return find(this, "details", HTMLDetailsElement);
  }

  get summary() {
    return find(this.fold, "summary");
  }

  get more() {
    return find(this, ".find__flere", HTMLDetailsElement);
  }

  get head() {
    return find(this.page, ".find__status");
  }

  get chips() {
    return find(this.page, ".find__valgte");
  }

  get all() {
    return find(this.page, "[data-ryd]");
  }

  // what is chosen ----------------------------------------------------------------------------------------------------

  /** @param {HTMLElement} item */
  valuesOf(item) {
    return Object.fromEntries(this.names.map((name) => [name, (item.dataset[name] ?? "").split(" ")]));
  }

  /** The values chosen of each filter. */
  get wanted() {
    /** @type {Wanted} */
    const made = Object.fromEntries(this.names.map((name) => [name, []]));
    for (const field of this.selects) if (field.value) made[field.name].push(field.value);
    for (const box of this.boxes) if (box.checked) made[box.name].push(box.value);
    return made;
  }

  /** Take the choices from the address; a value that no longer exists is left out. */
  read() {
    const asked = new URLSearchParams(location.search);
    for (const box of this.boxes) box.checked = asked.getAll(box.name).includes(box.value);
    for (const field of this.selects) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
    this.more.open ||= this.more.querySelector(":checked") !== null;
    this.show();
  }

  /**
   * Put the choices in the address, so that they can be shared and the Back button takes one back (of a list gone
   * through with the arrow keys, all of it), and bring what is left into sight.
   * @param {Field | null} [field]
   */
  chosen(field) {
    const asked = Object.entries(this.wanted).flatMap(([name, values]) => values.map((value) => [name, value]));
    const url = new URL(location.href);
    url.search = String(new URLSearchParams(asked));
    url.hash = "";
    const isAgain = field && field === this.last && field instanceof HTMLSelectElement;
    if (url.href !== location.href) history[isAgain ? "replaceState" : "pushState"](null, "", url);
    this.last = field;
    this.show();
    this.toSight();
  }

  clear() {
    for (const box of this.boxes) box.checked = false;
    for (const field of this.selects) field.value = "";
    this.chosen();
    this.summary.focus();
  }

  /** @param {HTMLElement | null} button */
  unchoose(button) {
    if (!button) return;
    const place = [...this.chips.querySelectorAll("button")].indexOf(/** @type {HTMLButtonElement} */ (button));
    const { name, value } = button.dataset;
    for (const field of this.selects) if (field.name === name) field.value = "";
    for (const box of this.boxes) if (box.name === name && box.value === value) box.checked = false;
    this.chosen();
    const rest = findAll(this.chips, "button");
    (rest[Math.min(place, rest.length - 1)] ?? this.summary).focus();
  }

  // what comes into sight ---------------------------------------------------------------------------------------------

  /** Scroll up to the status when it is above the window or under the header that stays there. */
  toSight() {
    const header = find(document, ".top").getBoundingClientRect();
    const above = this.head.getBoundingClientRect().top - Math.max(0, header.bottom) - AIR;
    if (above < 0) scrollBy(0, above);
  }

  /** On a small screen: from the filters to what they leave. */
  toResults() {
    this.fold.open = false;
    this.head.focus();
    this.head.scrollIntoView();
    this.toSight();
  }

  /** In the panel that scrolls by itself: what was opened comes into sight. */
  moreToSight() {
    const isHers = this.wide.matches && this.more.open && this.more.matches(":focus-within");
    if (isHers) this.more.scrollIntoView({ block: "nearest" });
  }

  // what is shown -----------------------------------------------------------------------------------------------------

  /**
   * Whether an entry has what is wanted; `but`: the filter that is left out.
   * @param {HTMLElement} item @param {Wanted} wanted @param {string} [but]
   */
  fits(item, wanted, but) {
    const has = this.has.get(item) ?? {};
    /** @param {string} name */
    const isMet = (name) => !wanted[name].length || wanted[name].some((value) => has[name].includes(value));
    return this.names.every((name) => name === but || isMet(name));
  }

  show() {
    const { wanted } = this;
    let shown = 0;
    for (const { place, count, items } of this.groups) {
      for (const item of items) item.hidden = !this.fits(item, wanted);
      const left = items.filter((item) => !item.hidden).length;
      place.hidden = left === 0;
      count.textContent = String(left);
      shown += left;
    }
    this.showCounts(wanted);
    this.showChosen(wanted, shown);
    this.showStatus(shown);
  }

  /** @param {Wanted} wanted @param {number} shown */
  showChosen(wanted, shown) {
    const options = this.selects.filter((field) => field.value).map((field) => (
      { name: field.name, value: field.value, text: field.selectedOptions[0].dataset.navn ?? "" }
    ));
    const ticked = this.boxes.filter((box) => box.checked).map((box) => (
      { name: box.name, value: box.value, text: find(labelOf(box), "span").textContent }
    ));
    const chosen = [...options, ...ticked];
    this.chips.replaceChildren(...chosen.map((one) => this.chip(one, shown ? null : this.without(one, wanted))));
    this.chips.hidden = !chosen.length;
    this.all.hidden = chosen.length < 2;
    const link = find(this.page, ".find__adresse");
    link.hidden = !chosen.length;
    find(link, "span").textContent = location.href;
    this.summary.textContent = chosen.length ? fill(this.dataset.valgt ?? "", { n: chosen.length }) : this.plain;
  }

  /** @param {number} shown */
  showStatus(shown) {
    const { alle = "", nogle = "", ingen = "" } = this.dataset;
    const all = this.items.length;
    const some = shown === all ? alle : nogle;
    find(this.page, "[role=status]").textContent = fill(shown ? some : ingen, { n: shown, alle: all });
    const see = find(this, "[data-vis]");
    see.textContent = fill(see.dataset.vis ?? "", { n: shown });
  }

  /**
   * How many entries there would be without one of the choices.
   * @param {{name: string, value: string}} choice @param {Wanted} wanted
   */
  without({ name, value }, wanted) {
    const fewer = { ...wanted, [name]: wanted[name].filter((other) => other !== value) };
    return this.items.filter((item) => this.fits(item, fewer)).length;
  }

  /**
   * Beside each choice: how many entries it would show, with the other filters as they are.
   * @param {Wanted} wanted
   */
  showCounts(wanted) {
    for (const name of this.names) {
      const open = this.items.filter((item) => this.fits(item, wanted, name));
      /** @param {string} value */
      const having = (value) => open.filter((item) => this.has.get(item)?.[name].includes(value)).length;
      for (const box of this.boxes.filter((one) => one.name === name)) showCount(box, having(box.value));
      for (const option of this.selects.filter((one) => one.name === name).flatMap((one) => [...one.options])) {
        if (option.value) option.textContent = `${option.dataset.navn} (${having(option.value)})`;
      }
    }
  }

  /** @param {{name: string, value: string, text: string}} choice @param {number | null} without how many would be left */
  chip({ name, value, text }, without) {
    const { content } = find(this, "template", HTMLTemplateElement);
    const item = /** @type {HTMLElement} */ (content.firstElementChild?.cloneNode(true));
    Object.assign(find(item, "button").dataset, { name, value });
    find(item, "[data-navn]").textContent = text;
    const small = find(item, "small");
    if (without === null) small.remove();
    else small.textContent = fill(small.dataset.uden ?? "", { n: without });
    return item;
  }
}

/** @param {HTMLInputElement} box */
const labelOf = (box) => /** @type {NodeListOf<HTMLLabelElement>} */ (box.labels)[0];

/** @param {HTMLInputElement} box @param {number} count */
function showCount(box, count) {
  find(labelOf(box), "small").textContent = String(count);
  labelOf(box).classList.toggle("find__tom", count === 0 && !box.checked);
}
