// What came in as a file or a link: shown with all it would change, and kept only when she says so.
import { leaveAddress } from "./address.js";
import { each, joined } from "./page.js";
import { codeIn } from "./share.js";
import { META, PATH, Refusal, alive, compare, refusal } from "./state.js";
import { freshId, written } from "./words.js";

/** @import { Changes } from "./changes.js" */
/** @import { Checked, Kept, Row, State } from "./state.js" */
/** @typedef {import("../elements/collaborations.js").default} Collaborations  holds the words and the store */

export const NAME = "samarbejde"; // what stands before the code in a link

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
   * Read something that came in and show what it would change. Nothing is kept until she says so.
   * @param {() => Promise<Checked>} read
   */
  async preview(read) {
    const fault = this.host.piece("fejl");
    try {
      const { state, aside: [bad] } = await read();
      if (bad && !Object.values(state.collaborations).some((records) => Object.values(records).some(alive))) {
        throw new Refusal("felt", bad.path.join(PATH));
      }
      this.state = state;
      fault.hidden = !bad;
      fault.textContent = bad ? this.host.say("delvis", { sted: bad.path.join(PATH) }) : "";
      this.#show(this.state);
    } catch (thrown) {
      this.settle();
      const { code, place } = refusal(thrown);
      fault.textContent = this.host.say(code, { sted: place });
      fault.hidden = false;
    }
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
  #told({ name, note, what, who, due, done, gone, wording, parties } = {}) {
    const ticked = done !== undefined && !gone && this.host.say(done ? "gjort" : "ikke-gjort");
    return joined([name, parties?.join(", "), what, note, wording, who, written(due), ticked]);
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
    /** @type {Changes} */
    const changes = {};
    for (const records of Object.values(this.state?.collaborations ?? {})) {
      const name = records[META]?.name || host.say("uden");
      const free = taken.has(name) ? host.copyName(name) : name;
      changes[freshId("k")] = { ...records, [META]: { ...records[META], name: free, created: Date.now() } };
    }
    host.store.adopt(changes);
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
    if (codeIn(location.hash, NAME)) leaveAddress();
  }
}
