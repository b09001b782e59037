// What hands a collaboration on: the dialog with its link, its file and, where the device has one, the sheet of apps to
// send it with. Says in words how much each of them carries.
import { COLLABORATION, download, here } from "./address.js";
import { COMFORTABLE, link, packedState } from "./carry.js";
import { LANGUAGE } from "./catalogue.js";
import { fileText } from "./files.js";
import { copyText, find } from "./page.js";
import { register } from "./register.js";
import { PRIVATE } from "./state.js";
import { fileName, today } from "./words.js";

/** @typedef {import("../elements/collaborations.js").default} Collaborations  holds the words and the store */

const JSON_FILE = "application/json";
const CLOCK = "ur"; // which nobody misses
const TEXT_FILE = "text/plain"; // what every sheet takes; most take no JSON

/** @param {string} key What a record's key begins with. */
const kindOf = (key) => key.split(".")[0];

export class Handing {
  id = "";

  /** @param {Collaborations} host */
  constructor(host) {
    this.host = host;
  }

  /** The field with the link. */
  get field() {
    return find(this.host.give, "textarea", HTMLTextAreaElement);
  }

  /** Who she is to the others. */
  get signature() {
    return this.host.piece("del-navn", HTMLInputElement);
  }

  /** Sign what she has written with the name she gave. */
  async sign() {
    const { store } = this.host;
    store.sign(this.signature.value.trim(), this.id);
    await this.make();
  }

  /** What of it is for others: without her own clock and the answers she has not given them. */
  get state() {
    const state = this.host.store.copy(this.id);
    const records = Object.entries(state.collaborations[this.id]).filter(([key]) => !PRIVATE.has(kindOf(key)));
    state.collaborations[this.id] = Object.fromEntries(records);
    return state;
  }

  get name() {
    return `${fileName(this.host.nameOf(this.id))}-${today()}`;
  }

  /** @param {string} id */
  async open(id) {
    this.id = id;
    this.say("");
    const { store } = this.host;
    this.signature.value = store.signature(store.author, id);
    await this.make();
    this.host.give.showModal();
  }

  /** Make the link, and tell how far it carries. */
  async make() {
    const { host } = this;
    const code = await packedState(this.state, register(host.store).known).catch(() => null);
    const made = code && link(here(), COLLABORATION, code);
    const length = made?.length ?? 0;
    const isEasy = length > 0 && length <= COMFORTABLE;
    this.field.value = made ?? "";
    host.piece("del-tekst").textContent = host.say("del-tekst");
    host.piece("del-maade").textContent = host.say(this.#way(made), { n: length.toLocaleString(LANGUAGE) });
    host.piece("del-felt").hidden = host.piece("del-kopier").hidden = !made;
    host.piece("del-app").hidden = !this.#sheet(isEasy);
    for (const [name, isFirst] of Object.entries({ "del-kopier": isEasy, "del-fil": !isEasy })) {
      host.piece(name).classList.toggle("knap--lys", !isFirst);
    }
  }

  /** @param {string | null} made Which words tell how to send it. */
  #way(made) {
    if (made === null) return "del-ingen";
    if (!made) return "del-langt";
    return made.length > COMFORTABLE ? "del-maaske" : "del-kort";
  }

  async copyLink() {
    const isCopied = await copyText(this.field.value, this.field);
    this.say(this.host.say(isCopied ? "del-kopieret" : "kopier-selv"));
  }

  /** Save it as a file of what others may see; when that is all of it, it is a backup too. */
  save() {
    const { state } = this;
    download(`${this.name}.json`, fileText(state), JSON_FILE);
    const left = this.host.store.records(this.id).filter(([key]) => !(key in state.collaborations[this.id]));
    if (left.every(([key]) => kindOf(key) === CLOCK)) this.host.saved([this.id]);
  }

  /**
   * What the device's sheet of apps would be given: a short link as it is, else the file; null where there is no sheet.
   * @param {boolean} isEasy
   * @returns {ShareData | null}
   */
  #sheet(isEasy) {
    const title = this.host.nameOf(this.id);
    const words = fileText(this.state);
    const files = Object.entries({ json: JSON_FILE, txt: TEXT_FILE }).map(([end, type]) => (
      { title, files: [new File([words], `${this.name}.${end}`, { type })] }
    ));
    const ways = isEasy ? [{ title, url: this.field.value }, ...files] : files;
    return ways.find((way) => navigator.canShare?.(way)) ?? null;
  }

  async send() {
    const length = this.field.value.length;
    const given = this.#sheet(length > 0 && length <= COMFORTABLE);
    try {
      if (given) await navigator.share(given);
    } catch (fault) {
      const isHerOwn = fault instanceof DOMException && fault.name === "AbortError"; // she closed the sheet
      if (!isHerOwn) this.say(this.host.say("del-app-fejl"));
    }
  }

  /** @param {string} words */
  say(words) {
    this.host.piece("del-sagt").textContent = words;
  }
}
