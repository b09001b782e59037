// <katalog-interview>: who asks, who is asked and who listens in each round, and the listener's notes handed on.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { Writing } from "../base/writing.js";
import { Draft } from "../own/drafts.js";
import { find, findAll, focused, show } from "../own/page.js";
import { store } from "../store.js";

export default class Interview extends CatalogueElement {
  store = store();
  /** @type {string[]} */
  roles = [];
  rounds = later(() => import("../own/rounds.js"), ({ Rounds }) => new Rounds(this));

  built() {
    this.roles = findAll(this, "thead th").slice(1).map((cell) => cell.textContent);
  }

  connected() {
    this.on(this.form, "submit", (event) => this.plan(event));
    new Writing(this, this.form, () => this.keepDraft(), "*", "kladde");
    this.pressed("forrige", () => this.turn(-1));
    this.pressed("naeste", () => this.turn(1));
    this.pressed("kopier", () => this.rounds((one) => one.hand()));
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
    } else this.rounds((one) => one.plan(names));
  }

  /** @param {number} way */
  turn(way) {
    this.store.keep({ [this.key]: { round: this.state.round + way }, [this.timer]: { ends: null, left: null } });
    this.piece("runde-titel").focus();
  }

  fill() {
    const [{ names }, { texts }] = [this.state, this.draft];
    for (const [index, field] of this.fields.entries()) show(field, texts[field.id] ?? names[index] ?? "");
  }

  show() {
    const { names } = this.state;
    if (!focused(this.form)) this.fill();
    if (names.length) this.rounds((one) => one.show());
    else this.piece("plan").hidden = true;
  }

  paper() {
    document.body.classList.add("kun-noter");
    print();
  }
}
