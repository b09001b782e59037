// <katalog-restore>: what was set aside because it could not be read: told part by part, taken in, handed over, thrown away.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { download } from "../own/address.js";
import { find, part, renew } from "../own/page.js";
import { countIn, readable } from "../own/state.js";
import { today } from "../own/words.js";
import { store } from "../store.js";

/** @typedef {import("../store.js").Store["aside"][number]} Entry */

const SHOWN = 400; // characters of what was kept that are shown

export default class Restore extends CatalogueElement {
  store = store();
  recover = later(() => import("../own/recover.js"));
  /** @type {Entry | null} what she is asked about before it is thrown away */
  asked = null;

  built() {
    find(this.ask, "form", HTMLFormElement).method = "dialog"; // the Nu checker does not know it
  }

  connected() {
    this.on(this.store, "change", () => this.show());
    this.on(this.ask, "close", () => this.answer());
    this.show();
  }

  get ask() {
    return find(this, "dialog", HTMLDialogElement);
  }

  show() {
    const { aside } = this.store;
    this.piece("tom").hidden = aside.length > 0;
    renew(this.piece("liste"), aside.map((entry, index) => this.row(entry, index)), "button");
  }

  /** @param {Entry} entry @param {number} index */
  row(entry, index) {
    const row = this.clone("del");
    const name = this.nameOf(entry);
    part(row, "hvad").textContent = name;
    part(row, "ord-om").textContent = entry.words.slice(0, SHOWN) + (entry.words.length > SHOWN ? " …" : "");
    /** @type {Record<string, () => unknown>} */
    const acts = { tag: () => this.take(entry), fil: () => this.save(entry), smid: () => this.open(entry) };
    for (const [act, does] of Object.entries(acts)) {
      const button = part(row, act);
      button.dataset.noegle = `${index} ${act}`;
      button.setAttribute("aria-label", `${button.textContent}: ${name}`);
      button.addEventListener("click", does);
    }
    return row;
  }

  /**
   * What something set aside is, in words: whose note, date or answer it is, and in which collaboration.
   * @param {Entry} entry
   */
  nameOf({ path: [id, key, field], words }) {
    if (!id) return this.#whole(words);
    const collaboration = this.store.about(id).name || this.say("uden");
    if (!key) return this.say("samarbejde", { x: collaboration });
    const row = document.querySelector(`.register [data-id="${CSS.escape(key)}"]`);
    const title = this.store.item(key, id).title ?? row?.textContent.trim() ?? key;
    const x = this.say(`felt-${field}`) || this.say("felt");
    return this.say("stykke", { x, punkt: title, navn: collaboration });
  }

  /** @param {string} words A whole text; of one that was cut short what is whole is taken in already. */
  #whole(words) {
    try {
      const { isCut, state } = readable(words);
      return isCut ? this.say("klippet", { n: countIn(state) }) : this.say("alt");
    } catch {
      return this.say("alt");
    }
  }

  /** @param {Entry} entry */
  async take(entry) {
    const before = this.store.aside.length;
    const count = await this.recover(() => this.store.recover(entry));
    if (count === undefined) return;
    this.tell(this.say(count && this.store.aside.length < before ? "taget" : "intet"));
  }

  /** @param {Entry} entry */
  save({ words }) {
    download(`${this.say("fil")}-${today()}.txt`, words, "text/plain");
  }

  /** @param {Entry} entry */
  open(entry) {
    this.asked = entry;
    this.piece("spoerg").textContent = this.nameOf(entry);
    this.ask.returnValue = "";
    this.ask.showModal();
  }

  answer() {
    if (this.ask.returnValue !== "ja" || !this.asked) return;
    this.store.discard(this.asked);
    this.tell(this.say("smidt"));
  }
}
