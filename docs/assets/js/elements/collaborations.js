// <katalog-collaborations>: the reader's collaborations: how far each is, what is open, what is agreed; made, changed,
// shared, taken in.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { Writing } from "../base/writing.js";
import { COLLABORATION, brings, download } from "../own/address.js";
import { backup } from "../own/backup.js";
import { CATALOGUE } from "../own/catalogue.js";
import { Draft } from "../own/drafts.js";
import { fileText } from "../own/files.js";
import { names } from "../own/naming.js";
import { find, findAll, renew } from "../own/page.js";
import { fileName, listed, today, written } from "../own/words.js";
import { store } from "../store.js";

const JSON_FILE = "application/json";

export default class Collaborations extends CatalogueElement {
  store = store();
  arrival = later(() => import("../own/arrival.js"), ({ Arrival }) => new Arrival(this));
  handing = later(() => import("../own/handing.js"), ({ Handing }) => new Handing(this));
  editing = this.#dialog();
  cards = later(() => import("../own/card.js"));
  pasted = new Draft("indsat");
  /** @type {() => void} what is done when she has said yes */
  then = () => {};
  /** @type {() => void} what saves before it is done */
  saveFirst = () => {};

  built() {
    for (const form of findAll(this, "dialog form", HTMLFormElement)) form.method = "dialog"; // the Nu checker does not know it
  }

  connected() {
    this.clearing.classList.remove("venter");
    this.pressed("nyt", () => this.editing((one) => one.open(null)));
    this.pressed("gem-alle", () => this.saveAll());
    this.hearArrival();
    this.pressed("del-kopier", () => this.handing((one) => one.copyLink()));
    this.pressed("del-fil", () => this.handing((one) => one.save()));
    this.pressed("del-app", () => this.handing((one) => one.send()));
    this.on(this.piece("del-navn"), "change", () => this.handing((one) => one.sign()));
    this.on(this.archive, "change", () => this.show());
    this.on(this.remind, "change", () => { backup.want(this.remind.checked); this.showBackup(); });
    this.editing = this.#dialog(); // which listens for as long as this is in the page
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
    this.piece("tom").hidden = all.length > 0;
    this.showBackup();
    this.piece("gem-alle", HTMLButtonElement).disabled = !all.length;
    const isShown = this.shown.length > 0 || this.piece("liste").childElementCount > 0;
    if (isShown) this.cards((one) => renew(this.piece("liste"), this.shown.map((each) => one.card(this, each))));
  }

  /** What is told of each collaboration that is shown. */
  get shown() {
    return this.store.collaborations.filter((one) => !one.archived || this.archive.checked);
  }

  /** The dialog in which one is made or changed. */
  #dialog() {
    return later(() => import("../own/editing.js"), ({ Editing }) => new Editing(this).listen());
  }

  // what comes in -----------------------------------------------------------------------------------------------------

  hearArrival() {
    const pasted = this.piece("indsat", HTMLTextAreaElement);
    const file = this.piece("fil", HTMLInputElement);
    pasted.value ||= this.pasted.texts.indsat ?? "";
    new Writing(this, pasted, () => { this.pasted.texts = { indsat: pasted.value }; }, "*", "kladde");
    this.pressed("laes-indsat", () => this.arrival((one) => one.fromText(pasted)));
    this.on(file, "change", () => this.arrival((one) => one.fromFile(file)));
    this.pressed("som-kopi", () => this.arrival((one) => one.copy()));
    this.pressed("flet", () => this.arrival((one) => one.merge()));
    this.pressed("afvis", () => this.arrival((one) => one.settle()));
  }

  /** What the page's address brought. */
  arrive() {
    if (brings(location.hash, COLLABORATION)) this.arrival((one) => one.fromAddress());
  }

  // asking before it is done ------------------------------------------------------------------------------------------

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
