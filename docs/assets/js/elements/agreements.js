// <katalog-agreements>: what the group agreed, who does it and when; as minutes, a spreadsheet and calendar dates.
import { CatalogueElement } from "../base/element.js";
import { Writing } from "../base/writing.js";
import { download } from "../own/address.js";
import { Draft as Kept } from "../own/drafts.js";
import { calendar, csv } from "../own/minutes.js";
import { find, given, joined, part, renew } from "../own/page.js";
import { fileName, freshId, today, written } from "../own/words.js";
import { store } from "../store.js";

/**
 * An agreement as it is shown, and one as it is begun from something on the page.
 * @typedef {{id: string, what: string, who: string, due: string, done?: boolean}} Agreement
 * @typedef {{what: string, who?: string, due?: string, from?: string}} Draft
 */

export default class Agreements extends CatalogueElement {
  store = store();
  /** @type {Writing | undefined} */
  writing;
  drafted = "-"; // the collaboration whose draft is shown

  connected() {
    this.on(this.form, "submit", (event) => this.add(event));
    this.pressed("referat", () => this.copy(this.minutes, this.piece("tekst", HTMLTextAreaElement)));
    this.pressed("regneark", () => this.spreadsheet());
    this.pressed("kalender", () => this.dates());
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

  /** What the files made from the agreements are called, without an ending. */
  get file() {
    return this.say("fil", { navn: fileName(this.group) });
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

  /** The minutes: who met, what was agreed, and what was written on this page. */
  get minutes() {
    const parties = this.store.parties().map(({ name }) => name);
    const lines = [this.say("overskrift", { navn: this.group }), written(today())];
    if (parties.length) lines.push(this.say("parter", { x: parties.join(", ") }));
    lines.push("", this.say("aftaler"));
    for (const { what, who, due, done } of this.agreements) {
      lines.push(`${done ? "[x]" : "[ ]"} ${joined([what, who, this.by(due)], " – ")}`);
    }
    const { notes } = this;
    return [...lines, ...(notes.length ? ["", this.say("noter"), ...notes] : [])].join("\n");
  }

  /** What was written on this page, a line a note. */
  get notes() {
    const here = this.store.records().filter(([key]) => document.getElementById(key.split(".")[0]));
    return here.filter(([, { note, title }]) => note && title)
      .map(([key, { title, note }]) => `${title}${this.party(key)}: ${note}`);
  }

  /** @param {string} key */
  party(key) {
    const party = this.store.partyOf(key);
    return party ? ` (${this.store.partyName(party, this.say("forhenvaerende"))})` : "";
  }

  dates() {
    download(`${this.file}.ics`, calendar(this.agreements, this.group), "text/calendar");
  }

  spreadsheet() {
    const rows = this.agreements.map(({ what, who, due, done }) => [what, who, due, this.say(done ? "ja" : "nej")]);
    download(`${this.file}.csv`, csv([this.say("kolonner").split("|"), ...rows]), "text/csv");
  }
}
