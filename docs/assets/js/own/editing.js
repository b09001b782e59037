// The dialog in which a collaboration is made or changed: a draft of what is written in it, and what of it is saved.
import { Writing } from "../base/writing.js";
import { Draft } from "./drafts.js";
import { changesIn, drafted } from "./edited.js";
import { find, given } from "./page.js";
import { changeParties, namesIn } from "./parties.js";
import { META } from "./state.js";
import { freshId } from "./words.js";

/** @typedef {import("../elements/collaborations.js").default} Collaborations  holds the words, the dialog and the store */

export class Editing {
  /** @type {string | null} the collaboration whose dialog is open, or null for a new one */
  id = null;
  /** @type {Record<string, string>} what the dialog showed before she changed anything */
  shown = {};

  /** @param {Collaborations} host */
  constructor(host) {
    this.host = host;
  }

  get dialog() {
    return this.host.edit;
  }

  get form() {
    return find(this.dialog, "form", HTMLFormElement);
  }

  /** What stands in it. */
  get given() {
    return given(this.form);
  }

  /** What is written and not saved yet; and, as `shown`, what stood there before. */
  get draft() {
    return new Draft(`samarbejde.${this.id ?? "nyt"}`);
  }

  /** Listen for as long as its element is in the page. */
  listen() {
    const { host, form } = this;
    const writing = new Writing(host, form, () => this.keepDraft(), "*", "kladde");
    host.on(form, "change", () => this.keepDraft());
    host.on(form, "submit", (event) => this.refuse(event, writing));
    host.on(this.dialog, "close", () => this.closed());
    return this;
  }

  keepDraft() {
    this.draft.texts = drafted(this.shown, this.given);
  }

  /** @param {string | null} id */
  open(id) {
    if (this.dialog.open) return;
    this.id = id;
    const { host } = this;
    const { name = "", phase = "", start = "", end = "" } = id ? host.store.about(id) : {};
    const parties = (id ? host.store.parties(id) : []).map((party) => party.name).join("\n");
    const { shown, ...texts } = this.draft.texts;
    host.piece("ret-kladde").hidden = !Object.keys(texts).length;
    this.#fill({ name, parties, phase, start, end });
    this.shown = { ...this.given, ...JSON.parse(shown || "{}") };
    this.#fill(texts);
    host.piece("ret-titel").textContent = host.say(id ? "ret" : "nyt");
    this.dialog.returnValue = "";
    this.dialog.showModal();
  }

  /** @param {Record<string, string>} texts Put them in the fields. */
  #fill(texts) {
    for (const [key, value] of Object.entries(texts)) {
      const field = /** @type {HTMLInputElement} */ (find(this.dialog, `[name=${key}]`));
      field.value = value;
    }
  }

  /** Nothing wrong is saved: it is told at its field. @param {SubmitEvent} event @param {Writing} writing */
  refuse(event, writing) {
    const { value = "" } = /** @type {HTMLButtonElement} */ (event.submitter) ?? {};
    if (value !== "gem") writing.drop();
    else if (!writing.flush()) {
      event.preventDefault();
      find(this.dialog, "[aria-invalid]").focus();
    }
  }

  closed() {
    const { returnValue } = this.dialog;
    if (returnValue) this.draft.end(); // by Escape what was written waits till she comes back
    if (returnValue === "gem" && this.id) this.save(this.id);
    else if (returnValue === "gem") this.make();
  }

  make() {
    const { host } = this;
    const id = freshId("k");
    const { parties, ...about } = this.given;
    host.store.create(id, { ...changeParties([], namesIn(parties)), [META]: { ...about, created: Date.now() } });
    host.tell(host.say("brugt", { x: host.nameOf(id) }));
  }

  /** @param {string} id What she changed is written; of the rest holds what there is, whoever wrote it. */
  save(id) {
    const { host, shown, given: now } = this;
    const step = host.say("trin-ret", { x: now.name || host.say("uden") });
    host.store.change(changesIn(host.store, id, shown, now), id, { step, saw: { [`${META} name`]: shown.name } });
    host.tell("");
  }
}
