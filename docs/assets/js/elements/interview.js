// <katalog-interview>: who asks, who is asked and who listens in each round, and the listener's notes handed on.
import { CatalogueElement } from "../base/element.js";
import { Writing } from "../base/writing.js";
import { Draft } from "../own/drafts.js";
import { ASKED } from "../own/fields.js";
import { find, findAll, focused, made, part, show } from "../own/page.js";
import { changeParties } from "../own/parties.js";
import { store } from "../store.js";

/** @import { Party } from "../own/material.js" */

export default class Interview extends CatalogueElement {
  store = store();
  /** @type {string[]} */
  roles = [];

  built() {
    this.roles = findAll(this, "thead th").slice(1).map((cell) => cell.textContent);
  }

  connected() {
    this.on(this.form, "submit", (event) => this.plan(event));
    new Writing(this, this.form, () => this.keepDraft(), "*", "kladde");
    this.pressed("forrige", () => this.turn(-1));
    this.pressed("naeste", () => this.turn(1));
    this.pressed("kopier", () => this.hand());
    this.pressed("print", () => this.paper());
    this.on(window, "afterprint", () => document.body.classList.remove("kun-noter"));
    this.on(this.store, "change", () => this.show());
    this.fill();
    this.show();
  }

  get form() {
    return find(this, "form", HTMLFormElement);
  }

  get fields() {
    return findAll(this.form, "input", HTMLInputElement);
  }

  get key() {
    return `interview.${this.dataset.interview}`;
  }

  /** The names that are written and have no roles yet. */
  get draft() {
    return new Draft(`${this.key}.${this.store.current}`);
  }

  keepDraft() {
    this.draft.texts = Object.fromEntries(this.fields.map(({ id, value }) => [id, value]));
  }

  get timer() {
    return `ur.${this.dataset.interview}`;
  }

  get state() {
    const { people, round } = this.store.asked(this.key);
    return { people, names: people.map(({ name }) => name), round };
  }

  /** @param {Event} event */
  plan(event) {
    event.preventDefault();
    const names = this.fields.map((field) => field.value.trim()).filter(Boolean);
    const isTooFew = names.length < Number(this.dataset.mindst);
    if (isTooFew || new Set(names).size < names.length) {
      this.tell(this.say(isTooFew ? "for-faa" : "ens"));
      return;
    }
    this.draft.end();
    const people = changeParties(this.store.allAsked(this.key), names, this.key);
    this.store.change({ ...people, [this.key]: { names: null, round: 0 } }, undefined, { step: this.say("trin") });
    this.tell(this.say("klar", { n: names.length }));
    this.piece("runde-titel").focus();
  }

  /** @param {number} way */
  turn(way) {
    this.store.keep({ [this.key]: { round: this.state.round + way }, [this.timer]: { ends: null, left: null } });
    this.piece("runde-titel").focus();
  }

  /**
   * Who has which role in a round: the focus person moves one on each time, and whoever is left listens.
   * @param {string[]} names @param {number} round
   */
  cast(names, round) {
    const turned = names.map((_, index) => names[(round + index) % names.length]);
    const last = this.roles.length - 1;
    return this.roles.map((_, role) => (role < last ? turned.slice(role, role + 1) : turned.slice(role)));
  }

  fill() {
    const [{ names }, { texts }] = [this.state, this.draft];
    for (const [index, field] of this.fields.entries()) show(field, texts[field.id] ?? names[index] ?? "");
  }

  show() {
    const { people, names, round } = this.state;
    if (!focused(this.form)) this.fill();
    this.piece("plan").hidden = !names.length;
    if (!names.length) return;
    find(this, "tbody").replaceChildren(...names.map((_, index) => this.row(names, index, index === round)));
    this.piece("runde-titel").textContent = this.say("runde", { n: round + 1, alle: names.length, x: names[round] });
    this.piece("forrige", HTMLButtonElement).disabled = round === 0;
    this.piece("naeste", HTMLButtonElement).disabled = round === names.length - 1;
    this.showNotes(people[round]);
  }

  /** @param {string[]} names @param {number} index @param {boolean} isNow */
  row(names, index, isNow) {
    const row = made("tr", {});
    row.classList.toggle("nu", isNow);
    if (isNow) row.setAttribute("aria-current", "true");
    const cells = this.cast(names, index).map((who) => made("td", { textContent: who.join(", ") }));
    row.append(made("th", { scope: "row", textContent: String(index + 1) }), ...cells);
    return row;
  }

  /** @param {Party} person Whose answers they are. */
  notes({ id }) {
    const suffix = `.${ASKED}${id}`;
    const order = findAll(document, ".spoergsmaal > li").map(({ id }) => id);
    /** @param {string} key */
    const place = (key) => order.indexOf(key.split(".")[0]);
    return this.store.records().filter(([key, { note }]) => key.endsWith(suffix) && note)
      .sort(([one], [two]) => place(one) - place(two)).map(([, { title = "", note = "" }]) => ({ title, note }));
  }

  /** @param {Party} person */
  showNotes(person) {
    const notes = this.notes(person);
    this.piece("noter").hidden = !notes.length;
    this.piece("noter-titel").textContent = this.say("noter", { x: person.name });
    this.piece("noter-liste").replaceChildren(...notes.map(({ title, note }) => {
      const row = this.clone("note");
      part(row, "spm").textContent = title;
      part(row, "svar").textContent = note;
      return row;
    }));
  }

  hand() {
    const { people, round } = this.state;
    const lines = this.notes(people[round]).map(({ title, note }) => `${title}\n${note}`);
    const words = [this.say("noter", { x: people[round].name }), ...lines].join("\n\n");
    return this.copy(words, this.piece("tekst", HTMLTextAreaElement));
  }

  paper() {
    document.body.classList.add("kun-noter");
    print();
  }
}
