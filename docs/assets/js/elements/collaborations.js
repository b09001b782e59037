// <katalog-collaborations>: the reader's collaborations: how far each is, what is open, what is agreed; made, changed,
// shared, taken in.
import { CatalogueElement } from "../base/element.js";
import { Writing } from "../base/writing.js";
import { download, here } from "../own/address.js";
import { Arrival, NAME } from "../own/arrival.js";
import { card } from "../own/card.js";
import { CATALOGUE } from "../own/catalogue.js";
import { Draft } from "../own/drafts.js";
import { at, copyText, find, findAll, given, renew } from "../own/page.js";
import { Register } from "../own/register.js";
import { codeIn, fileText, fromFile, fromLink, link } from "../own/share.js";
import { FIRST, META, MOST_CHARACTERS, PRIVATE, Refusal } from "../own/state.js";
import { fileName, freshId, today } from "../own/words.js";
import { store } from "../store.js";

const AWAY = new Set([META, "ur", "mit", "svar"]); // one leader's clock and answers are not the collaboration's to copy
const LARGEST_FILE = 4 * MOST_CHARACTERS; // in octets
const [MOST_PARTIES, LONGEST_PARTY] = [12, 80];
const JSON_FILE = "application/json";

/** @param {string} key What a record's key begins with. */
const kindOf = (key) => key.split(".")[0];

export default class Collaborations extends CatalogueElement {
  store = store();
  register = new Register();
  arrival = new Arrival(this);
  /** @type {string | null} the collaboration whose dialog is open, or null for a new one */
  edited = null;
  /** @type {string} the collaboration that is handed on */
  shared = "";
  /** @type {() => void} what is done when she has said yes */
  then = () => {};
  /** @type {() => void} what saves before it is done */
  saveFirst = () => {};

  built() {
    this.register.follow(this.store);
    for (const form of findAll(this, "dialog form", HTMLFormElement)) form.method = "dialog"; // the Nu checker does not know it
  }

  connected() {
    this.clearing.classList.remove("venter");
    this.pressed("nyt", () => this.openEdit(null));
    this.pressed("gem-alle", () => this.saveAll());
    this.pressed("som-kopi", () => this.arrival.copy());
    this.pressed("flet", () => this.arrival.merge());
    this.pressed("afvis", () => this.arrival.settle());
    this.pressed("del-kopier", () => this.copyLink());
    this.pressed("del-fil", () => this.save(this.shared));
    this.on(this.piece("fil"), "change", (event) => this.fromFile(at(event, HTMLInputElement)));
    this.on(this.archive, "change", () => this.show());
    const form = find(this.edit, "form", HTMLFormElement);
    const writing = new Writing(this, form, () => { this.draft.texts = given(form); }, "*", "kladde");
    this.on(form, "change", () => { this.draft.texts = given(form); });
    this.on(form, "submit", (event) => this.refuse(event, writing));
    this.on(this.edit, "close", () => this.closeEdit());
    this.on(this.ask, "close", () => this.closeAsk());
    this.on(this.clearing, "click", () => this.openAsk("ryd", () => this.clearAll()));
    this.on(this.store, "change", () => this.show());
    this.on(window, "hashchange", () => this.arrive());
    this.show();
    this.arrive();
  }

  // its parts ---------------------------------------------------------------------------------------------------------

  get dialogs() {
    return findAll(this, "dialog", HTMLDialogElement);
  }

  get edit() {
    return this.dialogs[0];
  }

  get ask() {
    return this.dialogs[1];
  }

  get give() {
    return this.dialogs[2];
  }

  /** What makes the archived ones be shown. */
  get archive() {
    return this.piece("arkiv", HTMLInputElement);
  }

  /** What clears all of it; it stands elsewhere on the page. */
  get clearing() {
    return find(document, "#ryd-alt");
  }

  /** @param {string} id */
  nameOf(id) {
    return this.store.about(id).name || this.say("uden");
  }

  /** @param {string} words */
  tell(words) {
    super.tell(words);
    this.piece("fejl").hidden = true;
  }

  show() {
    const all = this.store.collaborations;
    const shown = all.filter((one) => !one.archived || this.archive.checked);
    this.piece("tom").hidden = all.length > 0;
    this.piece("gem-alle", HTMLButtonElement).disabled = !all.length;
    renew(this.piece("liste"), shown.map((one) => card(this, one)));
  }

  // what can be done with one -----------------------------------------------------------------------------------------

  /** @param {string} action @param {string} id */
  act(action, id) {
    /** @type {Record<string, () => unknown>} */
    const actions = {
      brug: () => this.use(id),
      ret: () => this.openEdit(id),
      kopi: () => this.copyOf(id),
      arkiver: () => this.archiveOne(id),
      del: () => this.share(id),
      slet: () => this.openAsk("slet", () => this.removeOne(id), id),
    };
    actions[action]();
  }

  /** @param {string} id */
  archiveOne(id) {
    const step = this.say("trin-arkiv", { x: this.nameOf(id) });
    this.store.change({ [META]: { archived: !this.store.about(id).archived } }, id, { step });
  }

  /** @param {string} id */
  use(id) {
    this.store.use(id);
    this.tell(this.say("brugt", { x: this.nameOf(id) }));
  }

  /** @param {string | null} id */
  openEdit(id) {
    this.edited = id;
    const { name = "", parties = [], phase = "", start = "", end = "" } = id ? this.store.about(id) : {};
    const { texts } = this.draft;
    this.piece("ret-kladde").hidden = !Object.keys(texts).length;
    for (const [key, value] of Object.entries({ name, parties: parties.join("\n"), phase, start, end, ...texts })) {
      const field = /** @type {HTMLInputElement} */ (find(this.edit, `[name=${key}]`));
      field.value = value;
    }
    this.piece("ret-titel").textContent = this.say(id ? "ret" : "nyt");
    this.edit.returnValue = "";
    this.edit.showModal();
  }

  /** What is written of the collaboration in the dialog, and not saved yet. */
  get draft() {
    return new Draft(`samarbejde.${this.edited ?? "nyt"}`);
  }

  /** Nothing wrong is saved: it is told at its field. @param {SubmitEvent} event @param {Writing} writing */
  refuse(event, writing) {
    const { value = "" } = /** @type {HTMLButtonElement} */ (event.submitter) ?? {};
    if (value !== "gem") writing.drop();
    else if (!writing.flush()) {
      event.preventDefault();
      find(this.edit, "[aria-invalid]").focus();
    }
  }

  closeEdit() {
    if (this.edit.returnValue) this.draft.end(); // by Escape what was written waits till she comes back
    if (this.edit.returnValue !== "gem") return;
    const { name, parties, phase, start, end } = given(find(this.edit, "form", HTMLFormElement));
    const list = parties.split(/[\n,;]/).map((one) => one.trim().slice(0, LONGEST_PARTY)).filter(Boolean);
    const about = { name, parties: list.slice(0, MOST_PARTIES), phase, start, end };
    if (this.edited) {
      const step = this.say("trin-ret", { x: name || this.say("uden") });
      this.store.change({ [META]: about }, this.edited, { step });
      this.tell("");
    } else {
      const id = freshId("k");
      this.store.create(id, { [META]: { ...about, created: Date.now() } });
      this.tell(this.say("brugt", { x: this.nameOf(id) }));
    }
  }

  /** @param {string} id */
  copyOf(id) {
    const records = Object.entries(this.store.copy(id).collaborations[id]);
    const copied = Object.fromEntries(records.filter(([key, one]) => !AWAY.has(kindOf(key)) && !one.gone));
    const about = { ...this.store.about(id), name: this.copyName(this.nameOf(id)), created: Date.now() };
    const copy = freshId("k");
    this.store.create(copy, { ...copied, [META]: about });
    this.tell(this.say("brugt", { x: this.nameOf(copy) }));
  }

  /** @param {string} name What a copy of it is called: as much of the name as there is room for. */
  copyName(name) {
    const { most = 0 } = this.store.limits("name");
    return this.say("kopinavn", { x: name.slice(0, most - this.say("kopinavn", { x: "" }).length) });
  }

  /** @param {string} id */
  removeOne(id) {
    const name = this.nameOf(id);
    const step = this.say("trin-slet", { x: name });
    if (id === FIRST) { // it cannot go, only be emptied
      const gone = Object.fromEntries(this.store.records(id).map(([key]) => [key, { gone: true }]));
      const about = { name: null, parties: null, phase: null, start: null, end: null };
      this.store.change({ ...gone, [META]: about }, id, { step });
    } else this.store.change({ [META]: { gone: true } }, id, { step });
    this.tell(this.say("slettet", { x: name }));
    this.piece("nyt").focus();
  }

  clearAll() {
    this.store.clearAll();
    this.tell(this.say("ryddet"));
    this.clearing.focus();
  }

  /** @param {string} name @param {() => void} then @param {string} [id] Ask before something that cannot be taken back. */
  openAsk(name, then, id) {
    this.then = then;
    this.saveFirst = () => (id ? this.save(id) : this.saveAll());
    const x = id ? this.nameOf(id) : "";
    this.piece("slet-titel").textContent = this.say(`${name}-titel`, { x });
    this.piece("slet-tekst").textContent = this.say(`${name}-tekst`, { x });
    this.piece("slet-ja").textContent = this.say(name);
    this.ask.returnValue = "";
    this.ask.showModal();
  }

  closeAsk() {
    const { returnValue } = this.ask;
    if (returnValue === "ja") this.then();
    if (returnValue !== "fil") return;
    this.saveFirst();
    this.ask.returnValue = "";
    this.ask.showModal();
  }

  // out ---------------------------------------------------------------------------------------------------------------

  saveAll() {
    download(`${CATALOGUE}-${today()}.json`, fileText(this.store.copy()), JSON_FILE);
  }

  /** @param {string} id */
  save(id) {
    download(`${fileName(this.nameOf(id))}-${today()}.json`, fileText(this.store.copy(id)), JSON_FILE);
  }

  /** What is handed on, as a link. */
  get link() {
    return find(this.give, "textarea", HTMLTextAreaElement);
  }

  /** @param {string} id */
  async share(id) {
    this.shared = id;
    const state = this.store.copy(id);
    const records = Object.entries(state.collaborations[id]).filter(([key]) => !PRIVATE.has(kindOf(key)));
    state.collaborations[id] = Object.fromEntries(records);
    const made = await link(here(), NAME, state);
    this.piece("del-tekst").textContent = this.say(made ? "del-tekst" : "del-langt");
    this.piece("del-felt").hidden = this.piece("del-kopier").hidden = !made;
    this.link.value = made;
    this.piece("del-sagt").textContent = "";
    this.give.showModal();
  }

  async copyLink() {
    const isCopied = await copyText(this.link.value, this.link);
    this.piece("del-sagt").textContent = this.say(isCopied ? "del-kopieret" : "kopier-selv");
  }

  // in ----------------------------------------------------------------------------------------------------------------

  /** @param {HTMLInputElement | null} field */
  async fromFile(field) {
    const file = field?.files?.[0];
    if (!file) return;
    await this.arrival.preview(async () => {
      if (file.size > LARGEST_FILE) throw new Refusal("for-stor");
      return fromFile(await file.text());
    });
    field.value = "";
  }

  async arrive() {
    const code = codeIn(location.hash, NAME);
    if (code) await this.arrival.preview(() => fromLink(code));
  }
}
