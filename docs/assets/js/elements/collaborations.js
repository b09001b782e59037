// <katalog-collaborations>: the reader's collaborations: how far each is, what is open, what is agreed; made, changed,
// shared, taken in.
import { CatalogueElement } from "../base/element.js";
import { download } from "../own/address.js";
import { Arrival } from "../own/arrival.js";
import { backup } from "../own/backup.js";
import { card } from "../own/card.js";
import { CATALOGUE } from "../own/catalogue.js";
import { Editing } from "../own/editing.js";
import { fileText } from "../own/files.js";
import { Handing } from "../own/handing.js";
import { names } from "../own/naming.js";
import { at, find, findAll, renew } from "../own/page.js";
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
  editing = new Editing(this);
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
    this.pressed("nyt", () => this.editing.open(null));
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
    this.editing.listen();
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
      ret: () => this.editing.open(id),
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
