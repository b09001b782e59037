// What came in as a link or a file: told in words and item by item, and kept only when she says so.
import { copyName } from "./acts.js";
import { COLLABORATION, brings, leaveAddress } from "./address.js";
import { fromLink } from "./carry.js";
import { compare } from "./compare.js";
import { PARTY, SIGNED } from "./fields.js";
import { merge } from "./merge.js";
import { newsOf, parted, tally } from "./news.js";
import { isUnknown } from "./numbers.js";
import { each, joined } from "./page.js";
import { readAll } from "./pasted.js";
import { fromFile, read } from "./reading.js";
import { register } from "./register.js";
import { META, PATH, alive, countIn, refusal } from "./state.js";
import { freshId, listed, written } from "./words.js";

/** @import { Row } from "./compare.js" */
/** @import { Checked, Kept, Refusal, State } from "./state.js" */
/** @typedef {Checked & {isForeign?: boolean}} Read  what could be read, and whether it is from another catalogue */
/** @typedef {import("../elements/collaborations.js").default} Collaborations  holds the words and the store */

/** @param {State} state */
const holdsAnything = ({ collaborations }) =>
  Object.values(collaborations).some((records) => Object.values(records).some(alive));

export class Arrival {
  /** @type {State | null} what came, its collaborations under the ids they have here */
  state = null;
  /** @type {Row[]} what it would change */
  rows = [];

  /** @param {Collaborations} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * A file she chose.
   * @param {HTMLInputElement} field
   */
  async fromFile(field) {
    const file = field.files?.[0];
    if (!file) return;
    try {
      this.#preview([fromFile(await read(file))], []);
    } catch (fault) {
      this.#preview([], [refusal(fault)]);
    }
    field.value = "";
  }

  /**
   * What she pasted: a link, or a whole mail with one or more.
   * @param {HTMLTextAreaElement} field
   */
  async fromText(field) {
    if (!(await this.#read(field.value))) return;
    field.value = "";
    this.host.pasted.end();
  }

  /** What the page's address brought. */
  async fromAddress() {
    await this.#read(location.hash);
  }

  /** @param {string} text Read what it holds; returns whether there was anything. */
  async #read(text) {
    const { values, faults } = await readAll(text, COLLABORATION, (code) => fromLink(code, this.#register.known));
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
    this.state = whole && (!parts.length || holdsAnything(whole)) ? host.store.known(whole) : null;
    const bad = parts.slice(0, 1).map((sted) => host.say(this.state ? "delvis" : "felt", { sted }));
    const cut = found.filter(({ isCut }) => isCut).map(({ state }) => host.say("klippet", { n: countIn(state) }));
    const foreign = found.some(({ isForeign }) => isForeign) ? [host.say("andet-katalog")] : [];
    const told = [...faults.map(({ code, place }) => host.say(code, { sted: place })), ...bad, ...cut, ...foreign];
    const fault = host.piece("fejl");
    fault.textContent = [...new Set(told)].join(" ");
    fault.hidden = !told.length;
    host.piece("kommet").hidden = true;
    if (this.state) this.#show(this.state);
    else host.piece("ankommet").hidden = true;
  }

  get #register() {
    return register(this.host.store);
  }

  /** The ids of what came, those that are new here first. */
  get #ids() {
    const ids = Object.keys(this.state?.collaborations ?? {});
    return [...ids.filter((id) => !this.host.store.has(id)), ...ids.filter((id) => this.host.store.has(id))];
  }

  /** @param {State} state */
  #show(state) {
    const { host } = this;
    const { added, changed, kept } = compare(host.store.copy(), state);
    this.rows = [...added, ...changed];
    const names = this.#ids.map((id) => this.#nameOf(id));
    const isKnown = this.#ids.every((id) => host.store.has(id));
    host.piece("ankommet-titel").textContent = host.say(isKnown ? "ankommet-kendt" : "ankommet", { x: listed(names) });
    host.piece("ankommet-tal").textContent = joined([this.#summary(), ...this.#remarks(kept)], " ");
    host.piece("ankommet-liste").replaceChildren(...each("li", this.rows.map((row) => this.#line(row))));
    host.piece("ankommet-ramme").hidden = host.piece("flet").hidden = !this.rows.length;
    host.piece("flet").textContent = host.say(isKnown ? "laeg-ind" : "laeg-nyt", { x: names[0] });
    host.piece("som-kopi").hidden = !isKnown;
    host.piece("ankommet").hidden = false;
    host.piece("ankommet").focus();
  }

  /** What it would bring, in words. */
  #summary() {
    const told = tally(this.rows).map(([kind, n]) => this.host.say(n === 1 ? `et-${kind}` : `flere-${kind}`, { n }));
    return this.host.say(told.length ? "kommer" : "intet-nyt", { x: listed(told) });
  }

  /** @param {Row[]} kept What else there is to know before she says yes. */
  #remarks(kept) {
    const { host } = this;
    const unknown = new Set(this.rows.map(({ key }) => key.split(".")[0]).filter(isUnknown)).size;
    const twins = this.#ids.filter((id) => !host.store.has(id) && this.#hasTwin(id));
    return [
      kept.length && host.say("beholdt", { n: kept.length }), unknown && host.say("ukendte", { n: unknown }),
      twins.length && host.say("samme-navn", { x: this.#nameOf(twins[0]) }),
    ];
  }

  /** @param {string} id Whether another collaboration here has its name. */
  #hasTwin(id) {
    const { store } = this.host;
    const [unnamed, name] = [this.host.say("uden"), this.#nameOf(id)];
    return store.collaborations.some((one) => one.id !== id && (one.name || unnamed) === name);
  }

  /** @param {string} id */
  #nameOf(id) {
    return this.state?.collaborations[id]?.[META]?.name || this.host.store.about(id).name || this.host.say("uden");
  }

  /** @param {Row} row What it would bring, on a line. */
  #line(row) {
    const kinds = newsOf(row);
    const told = kinds.includes("begge") ? this.#both(row) : this.#told(kinds[0], row);
    const named = kinds.map((kind) => this.host.say(`slags-${kind}`)).join(", ");
    return `${named}: ${joined([this.#titleOf(row), told], " – ")}`;
  }

  /** @param {Row} row */
  #both({ before = {}, after }) {
    const [field] = parted(after, before);
    const values = [before, after].map((record) => record[/** @type {"note"} */ (field)]);
    const others = [values[1], ...(after.both?.[field] ?? []).map(({ value }) => value)];
    const theirs = others.find((value) => value !== values[0]);
    return this.host.say("begge-skrev", { a: values[0] ?? "", b: theirs ?? "" });
  }

  /** @param {string} kind @param {Row} row */
  #told(kind, { before, after }) {
    const { note, who, due, name, wording } = kind === "slettet" ? before ?? {} : after;
    return joined([kind === "oplysning" && name, note && `»${note}«`, wording, who, written(due)]);
  }

  /** @param {Row} row */
  #titleOf({ id, key, before, after }) {
    const { host } = this;
    const [entry, other] = key.split(".");
    if (key === META) return host.say("oplysninger");
    if (entry === PARTY || entry === SIGNED) return host.say(`slags-${entry}`);
    const party = this.state?.collaborations[id]?.[`${PARTY}.${other}`];
    const named = this.#entryOf(key, before, after);
    return party?.name ? `${named} (${party.name})` : named;
  }

  /** @param {string} key @param {Kept | undefined} before @param {Kept} after What an entry is called, here or by others. */
  #entryOf(key, before, after) {
    const register = this.#register;
    const [entry] = key.split(".");
    const titles = [after, before ?? {}].flatMap(({ title, what }) => [title, what]).filter(Boolean);
    const known = register.anchorOf(entry)?.textContent;
    return known ?? titles[0] ?? (this.host.say(`emne-${entry.split("-")[0]}`) || this.#formerly(entry));
  }

  /** @param {string} entry What one was called that the catalogue no longer has; an id says nothing to her. */
  #formerly(entry) {
    const words = this.#register.wordsOf(entry);
    return words === entry ? this.host.say("ukendt") : words;
  }

  /** Take in what it would change, and go on in what is new. */
  merge() {
    const { store } = this.host;
    const [fresh] = this.#ids.filter((id) => !store.has(id));
    const lines = this.rows.map((row) => this.#line(row));
    store.take(this.rows, { step: this.host.say("trin-taget"), where: fresh });
    if (fresh) store.use(fresh);
    this.#taken(lines, fresh);
  }

  /** Take it in as collaborations of its own, beside those there are. */
  copy() {
    const { host } = this;
    const taken = new Set(host.store.collaborations.map(({ name }) => name));
    const made = [];
    for (const records of Object.values(this.state?.collaborations ?? {})) {
      const name = records[META]?.name || host.say("uden");
      const free = taken.has(name) ? copyName(host, name) : name;
      const where = freshId("k");
      host.store.adopt(where, records, { name: free, created: Date.now() }, { step: host.say("trin-taget"), where });
      made.push(where);
    }
    if (made.length) host.store.use(made[0]);
    this.#taken([], made[0]);
  }

  /** @param {string[]} lines @param {string} [opened] the collaboration that was opened */
  #taken(lines, opened) {
    const { host } = this;
    this.settle();
    host.tell(opened ? host.say("taget-nyt", { x: host.nameOf(opened) }) : host.say("taget"));
    host.piece("kommet").hidden = !lines.length;
    host.piece("kommet-liste").replaceChildren(...each("li", lines));
    host.piece("nyt").focus();
  }

  /** Be done with it. */
  settle() {
    this.host.piece("ankommet").hidden = true;
    [this.state, this.rows] = [null, []];
    if (brings(location.hash, COLLABORATION)) leaveAddress();
  }
}

