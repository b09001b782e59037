// <katalog-agreements>: what the group agreed, who does it and when; as minutes, a spreadsheet and calendar dates.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { Writing } from "../base/writing.js";
import { Draft as Kept } from "../own/drafts.js";
import { find, given, joined, part, renew } from "../own/page.js";
import { freshId, today, written } from "../own/words.js";
import { store } from "../store.js";

/**
 * An agreement as it is shown, and one as it is begun from something on the page.
 * @typedef {{id: string, what: string, who: string, due: string, done?: boolean}} Agreement
 * @typedef {{what: string, who?: string, due?: string, from?: string}} Draft
 */

export default class Agreements extends CatalogueElement {
  store = store();
  handout = later(() => import("../own/handout.js"));
  /** @type {Writing | undefined} */
  writing;
  drafted = "-"; // the collaboration whose draft is shown

  connected() {
    this.on(this.form, "submit", (event) => this.add(event));
    for (const soon of ["pointerover", "focusin"]) this.on(this.piece("ud"), soon, () => this.handout());
    this.pressed("referat", () => this.handout((one) => (
      this.copy(one.minutes(this), this.piece("tekst", HTMLTextAreaElement))
    )));
    this.pressed("regneark", () => this.handout((one) => one.spreadsheet(this)));
    this.pressed("kalender", () => this.handout((one) => one.dates(this)));
    this.on(document, "katalog:aftale", ({ detail }) => this.draft(detail));
    this.writing = new Writing(this, this.form, () => this.keepDraft(), "*", "kladde");
    this.on(this.store, "change", () => this.show());
    this.show();
  }

  /** What is written of an agreement that is not added yet. */
  get kept() {
    return new Kept(`aftale.${this.store.current}`);
  }

  keepDraft() {
    const { store } = this;
    if (!store.has(store.current)) store.use(store.current); // so that it is found again on the next page
    this.kept.texts = given(this.form);
  }

  /** Show what was begun in the collaboration in use; what is written stays until another is. */
  showDraft() {
    if (this.drafted === this.store.current) return;
    this.drafted = this.store.current;
    this.form.reset();
    this.field("from").value = "";
    const { texts } = this.kept;
    for (const [name, words] of Object.entries(texts)) this.field(name).value = words;
  }

  get form() {
    return find(this, "form", HTMLFormElement);
  }

  /** @param {string} name */
  field(name) {
    return find(this.form, `[name=${name}]`, HTMLInputElement);
  }

  /** @returns {Agreement[]} */
  get agreements() {
    return this.store.kind("aftale").map(([id, one]) => ({ what: "", who: "", due: "", ...one, id }));
  }

  /** What the group is called. */
  get group() {
    return this.store.about().name || this.say("uden");
  }

  /**
   * Begin an agreement from something on the page, and let her finish it here.
   * @param {Draft} draft
   */
  draft({ what, who = "", due = "", from = "" }) {
    for (const [name, value] of Object.entries({ what, who, due, from })) this.field(name).value = value;
    this.keepDraft();
    const fold = this.form.closest("details");
    if (fold) fold.open = true;
    this.field("what").focus();
  }

  /** @param {Event} event */
  add(event) {
    event.preventDefault();
    const { what, who, due, from } = given(this.form);
    if (!this.writing?.flush()) return find(this.form, "[aria-invalid]").focus(); // where it is told
    if (what) {
      const fields = Object.fromEntries(Object.entries({ what, who, due, from }).filter(([, value]) => value));
      const step = this.say("trin-ny", { x: what });
      this.store.change({ [`aftale.${freshId("a")}`]: { ...fields, created: Date.now() } }, undefined, { step });
      this.form.reset();
      this.field("from").value = "";
      this.kept.end();
    }
    this.tell(this.say(what ? "tilfoejet" : "mangler"));
    return this.field("what").focus();
  }

  show() {
    this.showDraft();
    const { agreements } = this;
    renew(this.piece("liste"), agreements.map((one) => this.row(one)));
    this.piece("ingen").hidden = agreements.length > 0;
    this.piece("ud").hidden = !agreements.length;
    this.piece("kalender", HTMLButtonElement).disabled = !agreements.some(({ due }) => due);
    this.piece("tal").textContent = agreements.length ? `(${agreements.length})` : "";
  }

  /** @param {Agreement} one */
  row({ id, what, who, due, done }) {
    const row = this.clone("aftale");
    const box = find(row, "input", HTMLInputElement);
    box.id = find(row, "label", HTMLLabelElement).htmlFor = `gjort-${id}`;
    box.checked = Boolean(done);
    box.dataset.noegle = `${id}-gjort`;
    part(row, "hvad").textContent = part(row, "hvilken").textContent = what;
    part(row, "hvem").textContent = joined([who, this.by(due)]);
    part(row, "hvad").id = `what-${id}`; // where <katalog-both> shows what others wrote there
    part(row, "hvem").id = `who-${id}`;
    const ticked = () => ({ done: box.checked, day: box.checked ? today() : null });
    const step = this.say("trin-gjort", { x: what });
    box.addEventListener("change", () => this.store.change({ [id]: ticked() }, undefined, { step }));
    part(row, "fjern").addEventListener("click", () => this.takeAway(id, what));
    return row;
  }

  /** @param {string} id @param {string} what */
  takeAway(id, what) {
    this.store.change({ [id]: { gone: true } }, undefined, { step: this.say("trin-fjern", { x: what }) });
    this.tell(this.say("fjernet"));
    find(this, "summary").focus();
  }

  /** @param {string} due */
  by(due) {
    return due && this.say("senest", { x: written(due) });
  }
}
