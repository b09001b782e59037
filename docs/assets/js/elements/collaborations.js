// <katalog-collaborations>: the reader's collaborations: how far each is, what is open, what is agreed; made, changed,
// shared, taken in.
import { CatalogueElement } from "../base/element.js";
import { Writing } from "../base/writing.js";
import { download } from "../own/address.js";
import { Arrival } from "../own/arrival.js";
import { backup } from "../own/backup.js";
import { card } from "../own/card.js";
import { CATALOGUE } from "../own/catalogue.js";
import { Draft } from "../own/drafts.js";
import { changesIn, drafted } from "../own/edited.js";
import { fileText } from "../own/files.js";
import { Handing } from "../own/handing.js";
import { names } from "../own/naming.js";
import { at, find, findAll, given, renew } from "../own/page.js";
import { changeParties, namesIn } from "../own/parties.js";
import { Register } from "../own/register.js";
import { META } from "../own/state.js";
import { fileName, freshId, listed, today, written } from "../own/words.js";
import { store } from "../store.js";

const AWAY = new Set(["ur", "mit", "svar"]); // one leader's clock and answers are not the collaboration's to copy
const JSON_FILE = "application/json";

/** @param {string} key What a record's key begins with. */
const kindOf = (key) => key.split(".")[0];

export default class Collaborations extends CatalogueElement {
  store = store();
  register = new Register();
  arrival = new Arrival(this);
  handing = new Handing(this);
  /** @type {string | null} the collaboration whose dialog is open, or null for a new one */
  edited = null;
  /** @type {Record<string, string>} what its dialog showed before she changed anything */
  shown = {};
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
    this.pressed("del-kopier", () => this.handing.copyLink());
    this.pressed("del-fil", () => this.handing.save());
    this.pressed("del-app", () => this.handing.send());
    this.on(this.piece("del-navn"), "change", () => this.handing.sign());
    this.pressed("laes-indsat", () => this.arrival.fromText());
    this.arrival.keepPasted();
    this.on(this.piece("fil"), "change", (event) => this.arrival.fromFile(at(event, HTMLInputElement)));
    this.on(this.archive, "change", () => this.show());
    this.on(this.remind, "change", () => { backup.want(this.remind.checked); this.showBackup(); });
    const form = find(this.edit, "form", HTMLFormElement);
    const writing = new Writing(this, form, () => this.keepDraft(), "*", "kladde");
    this.on(form, "change", () => this.keepDraft());
    this.on(form, "submit", (event) => this.refuse(event, writing));
    this.on(this.edit, "close", () => this.closeEdit());
    this.on(this.ask, "close", () => this.closeAsk());
    this.on(this.clearing, "click", () => this.openAsk("ryd", () => this.clearAll()));
    this.on(this.store, "change", () => this.show());
    this.on(window, "hashchange", () => this.arrival.fromAddress());
    this.show();
    this.arrival.fromAddress();
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

  /** What makes her be reminded of saving a file. */
  get remind() {
    return this.piece("mind", HTMLInputElement);
  }

  showBackup() {
    const { isWanted } = backup;
    this.remind.checked = isWanted;
    this.piece("fil-ord").textContent = isWanted ? this.backups : "";
  }

  /** When she last saved a file, or what it is time to save, in words. */
  get backups() {
    const ids = this.store.collaborations.map(({ id }) => id);
    const days = ids.map((id) => backup.last(id)).filter(Boolean).sort();
    if (!days.length) return this.say("fil-aldrig");
    const due = ids.filter((id) => backup.isDue(id)).map((id) => this.nameOf(id));
    if (due.length) return this.say("fil-mangler", { x: listed(due) });
    return this.say("fil-sidst", { x: written(days[days.length - 1]) });
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
    return names(this.store, this.say("uden")).get(id) ?? this.say("uden");
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
    this.showBackup();
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
      del: () => this.handing.open(id),
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
    const { name = "", phase = "", start = "", end = "" } = id ? this.store.about(id) : {};
    const parties = (id ? this.store.parties(id) : []).map((party) => party.name).join("\n");
    const { shown, ...texts } = this.draft.texts;
    this.piece("ret-kladde").hidden = !Object.keys(texts).length;
    this.fillIn({ name, parties, phase, start, end });
    this.shown = { ...this.given, ...JSON.parse(shown || "{}") };
    this.fillIn(texts);
    this.piece("ret-titel").textContent = this.say(id ? "ret" : "nyt");
    this.edit.returnValue = "";
    this.edit.showModal();
  }

  /** @param {Record<string, string>} texts Put them in the dialog's fields. */
  fillIn(texts) {
    for (const [key, value] of Object.entries(texts)) {
      const field = /** @type {HTMLInputElement} */ (find(this.edit, `[name=${key}]`));
      field.value = value;
    }
  }

  /** What stands in the dialog. */
  get given() {
    return given(find(this.edit, "form", HTMLFormElement));
  }

  /** What is written of the collaboration in the dialog, and not saved yet; and, as `shown`, what stood there before. */
  get draft() {
    return new Draft(`samarbejde.${this.edited ?? "nyt"}`);
  }

  keepDraft() {
    this.draft.texts = drafted(this.shown, this.given);
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
    if (this.edited) this.saveEdited(this.edited);
    else {
      const id = freshId("k");
      const { parties, ...about } = this.given;
      this.store.create(id, { ...changeParties([], namesIn(parties)), [META]: { ...about, created: Date.now() } });
      this.tell(this.say("brugt", { x: this.nameOf(id) }));
    }
  }

  /** @param {string} id What she changed in the dialog is written; of the rest holds what there is, whoever wrote it. */
  saveEdited(id) {
    const { shown, given: now } = this;
    const step = this.say("trin-ret", { x: now.name || this.say("uden") });
    this.store.change(changesIn(this.store, id, shown, now), id, { step, saw: { [`${META} name`]: shown.name } });
    this.tell("");
  }

  /** @param {string} id */
  copyOf(id) {
    const records = Object.entries(this.store.copy(id).collaborations[id]);
    const copied = Object.fromEntries(records.filter(([key, one]) => !AWAY.has(kindOf(key)) && !one.gone));
    const about = { name: this.copyName(this.nameOf(id)), created: Date.now(), archived: null };
    const copy = freshId("k");
    this.store.create(copy, { [META]: about }, copied);
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
    this.store.change({ [META]: { gone: true } }, id, { step: this.say("trin-slet", { x: name }) });
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
    this.piece("slet-fil").textContent = this.say(`${name}-fil`);
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
    this.saved(Object.keys(this.store.state.collaborations));
  }

  /** @param {string} id */
  save(id) {
    download(`${fileName(this.nameOf(id))}-${today()}.json`, fileText(this.store.copy(id)), JSON_FILE);
    this.saved([id]);
  }

  /** @param {string[]} ids What lies whole in a file now. */
  saved(ids) {
    backup.made(ids);
    this.show();
  }
}
