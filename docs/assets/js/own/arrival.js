// What came in as a file or a link: shown with all it would change, and kept only when she says so.
import { leaveAddress } from "./address.js";
import { fromLink } from "./carry.js";
import { compare } from "./compare.js";
import { fromFile, read } from "./files.js";
import { merge } from "./merge.js";
import { each, joined } from "./page.js";
import { brings, readAll } from "./pasted.js";
import { META, PATH, alive, refusal } from "./state.js";
import { freshId, written } from "./words.js";

/** @import { Row } from "./compare.js" */
/** @import { Checked, Kept, Refusal, State } from "./state.js" */
/** @typedef {Checked & {isForeign?: boolean}} Read  what could be read, and whether it is from another catalogue */
/** @typedef {import("../elements/collaborations.js").default} Collaborations  holds the words and the store */

export const NAME = "samarbejde"; // what stands before the code in a link

/** @param {State} state */
const holdsAnything = ({ collaborations }) =>
  Object.values(collaborations).some((records) => Object.values(records).some(alive));

export class Arrival {
  /** @type {State | null} */
  state = null;
  /** @type {Row[]} what it would change */
  rows = [];

  /** @param {Collaborations} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * A file she chose: shown, and kept only when she says so.
   * @param {HTMLInputElement | null} field
   */
  async fromFile(field) {
    const file = field?.files?.[0];
    if (!file) return;
    try {
      this.#preview([fromFile(await read(file))], []);
    } catch (fault) {
      this.#preview([], [refusal(fault)]);
    }
    field.value = "";
  }

  /** What she pasted: a link, or a whole mail with one or more. */
  async fromText() {
    const field = this.host.piece("indsat", HTMLTextAreaElement);
    if (await this.#read(field.value)) field.value = "";
  }

  /** What the page's address brought. */
  async fromAddress() {
    if (brings(location.hash, NAME)) await this.#read(location.hash);
  }

  /** @param {string} text Read what it holds; returns whether there was anything. */
  async #read(text) {
    const { values, faults } = await readAll(text, NAME, (code) => fromLink(code, this.host.register.known));
    this.#preview(values, faults);
    return values.length > 0;
  }

  /**
   * Show what something that came in would change, and what of it could not be read. Nothing is kept until she says so.
   * @param {Read[]} found @param {Refusal[]} faults
   */
  #preview(found, faults) {
    const { host } = this;
    const parts = found.flatMap(({ aside }) => aside.map(({ path }) => path.join(PATH)));
    const whole = found.reduce((/** @type {State | null} */ one, { state }) => (one ? merge(one, state) : state), null);
    this.state = whole && (!parts.length || holdsAnything(whole)) ? whole : null;
    const bad = parts.slice(0, 1).map((sted) => host.say(this.state ? "delvis" : "felt", { sted }));
    const foreign = found.some(({ isForeign }) => isForeign) ? [host.say("andet-katalog")] : [];
    const told = [...faults.map(({ code, place }) => host.say(code, { sted: place })), ...bad, ...foreign];
    const fault = host.piece("fejl");
    fault.textContent = [...new Set(told)].join(" ");
    fault.hidden = !told.length;
    if (this.state) this.#show(this.state);
    else host.piece("ankommet").hidden = true;
  }

  /** @param {State} state */
  #show(state) {
    const { host } = this;
    const { added, changed, kept, same } = compare(host.store.copy(), state);
    this.rows = [...added, ...changed];
    const names = Object.values(state.collaborations).map((records) => records[META]?.name || host.say("uden"));
    host.piece("ankommet-titel").textContent = host.say("ankommet", { x: names.join(", ") });
    const counts = host.say("ankommet-tal", { ny: added.length, aendret: changed.length, ens: same.length });
    const left = kept.length && host.say("beholdt", { n: kept.length });
    host.piece("ankommet-tal").textContent = joined([counts, left], " ");
    host.piece("ankommet-liste").replaceChildren(...each("li", [
      ...added.map((row) => this.#line("ny", row, this.#told(row.after))),
      ...changed.map((row) => this.#line("aendret", row, this.#change(row))),
    ]));
    host.piece("flet").hidden = !this.rows.length;
    host.piece("ankommet").hidden = false;
    host.piece("ankommet").focus();
  }

  /** @param {Row} row */
  #change({ before, after }) {
    return this.host.say("fra-til", { a: this.#told(before), b: this.#told(after) });
  }

  /** @param {string} name @param {Row} row @param {string} words */
  #line(name, { key, after, before }, words) {
    const { host } = this;
    const entry = host.register.anchorOf(key.split(".")[0])?.textContent ?? key;
    const title = after.title ?? before?.title ?? after.what ?? entry;
    return `${host.say(name)}: ${key === META ? host.say("oplysninger") : title} – ${words}`;
  }

  /** @param {Kept} [record] */
  #told({ name, note, what, who, due, done, gone, wording } = {}) {
    const ticked = done !== undefined && !gone && this.host.say(done ? "gjort" : "ikke-gjort");
    return joined([name, what, note, wording, who, written(due), ticked]);
  }

  /** Take in what it would change. */
  merge() {
    this.host.store.take(this.rows);
    this.#taken();
  }

  /** Take it in as collaborations of its own, beside those there are. */
  copy() {
    const { host } = this;
    const taken = new Set(host.store.collaborations.map(({ name }) => name));
    for (const records of Object.values(this.state?.collaborations ?? {})) {
      const name = records[META]?.name || host.say("uden");
      const id = freshId("k");
      host.store.adopt(id, records, { name: taken.has(name) ? host.copyName(name) : name, created: Date.now() });
    }
    this.#taken();
  }

  #taken() {
    this.settle();
    this.host.tell(this.host.say("taget"));
    this.host.piece("nyt").focus();
  }

  /** Be done with it. */
  settle() {
    this.host.piece("ankommet").hidden = true;
    [this.state, this.rows] = [null, []];
    if (brings(location.hash, NAME)) leaveAddress();
  }
}
