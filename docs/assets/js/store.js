// The one place that keeps and changes the leader's own material; knows no page and no words.
import { allAside, leaveAside } from "./own/areas.js";
import { prefix } from "./own/catalogue.js";
import { Company } from "./own/company.js";
import { FIRST, recognised, wasFirst } from "./own/former.js";
import { merge } from "./own/merge.js";
import { Shelf } from "./own/shelf.js";
import { clearedAt } from "./own/state.js";
import { Steps } from "./own/steps.js";
import { freshId } from "./own/words.js";
import { Work } from "./own/work.js";

/** @import { Aside } from "./own/areas.js" */
/** @import { Said } from "./own/company.js" */
/** @import { State } from "./own/state.js" */

export class Store extends Work {
  touched = false; // whether anything was kept from this page: what comes late asks it
  #shelf = new Shelf();
  #fresh = ""; // the id of a collaboration in which nothing is written yet
  state = this.#shelf.read();
  #current = this.#shelf.current;
  steps = this.#kept;
  /** @type {Company | null} the other tabs, while each keeps for itself */
  #company = null;

  constructor() {
    super();
    this.#settle();
    this.#meet();
    addEventListener("storage", ({ key, newValue }) => {
      if (key === null || key === `${prefix()}eget` || key === `${prefix()}ryddet`) this.#hear(newValue, key === null);
    });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#wake());
  }

  // where things are kept ---------------------------------------------------------------------------------------------

  /** Where things are kept: "her" (on this computer), "vindue" (until the window closes), or "" while unanswered. */
  get place() {
    return this.#shelf.place;
  }

  /** "" while all is well, else what is wrong: see `Trouble`. */
  get trouble() {
    return this.#shelf.trouble;
  }

  /** Whether all that was written is kept, at least as long as the tab is open. */
  get isKept() {
    return this.#shelf.isKept;
  }

  /** What is set aside because it could not be read, part by part. */
  get aside() {
    return allAside();
  }

  /**
   * Take in what can be read of something set aside; what cannot stays there. Returns how many records came back.
   * @param {Aside} entry
   */
  async recover(entry) {
    const { recovered } = await import("./own/recover.js");
    const all = this.aside.filter(({ name }) => name === entry.name);
    const { state, left } = recovered(entry, all, this.state);
    this.state = merge(this.state, state);
    this.changed();
    if (left) leaveAside(entry.name, left);
    this.#tell();
    return Object.values(state.collaborations).flatMap((records) => Object.keys(records)).length;
  }

  /**
   * Throw away something set aside; the rest of what lies beside it stays.
   * @param {Aside} entry
   */
  discard(entry) {
    const beside = this.aside.filter(({ name, place }) => name === entry.name && place !== entry.place);
    leaveAside(entry.name, beside.map(({ path, value }) => ({ path, value })));
    this.#tell();
  }

  /**
   * Keep things on this computer, or only until the window closes. Nothing that was written is lost.
   * @param {string} place
   */
  choose(place) {
    this.state = this.#shelf.move(place, this.state);
    this.#write();
    this.use(this.current);
  }

  /** Remove everything of ours from this browser, the memory of what to undo too. */
  clearAll() {
    this.#forget(this.#shelf.clear());
    this.#company?.tell();
    this.#tell();
  }

  // collaborations ----------------------------------------------------------------------------------------------------

  /**
   * The id of the collaboration in use in this tab.
   * @returns {string}
   */
  get current() {
    const isNew = this.#current === this.#fresh && !this.state.collaborations[this.#fresh];
    if (!isNew && !this.has(this.#current)) this.#settle();
    return this.#current;
  }

  /** Work in another collaboration when the one in use is not there: in a new one, when there is none to be found. */
  #settle() {
    if (!this.#fresh || this.state.collaborations[this.#fresh]) this.#fresh = this.#begun || freshId("k");
    this.#current = this.settled(this.#current) || this.#fresh;
  }

  /** The id of one that was begun on another page, where nothing is written in it yet; what is drafted hangs on it. */
  get #begun() {
    const id = this.#shelf.inTab;
    return id === FIRST || this.state.collaborations[id] ? "" : id;
  }

  /**
   * Use a collaboration in this tab (and in tabs opened later).
   * @param {string} id
   */
  use(id) {
    this.#current = id;
    this.#shelf.current = id;
    this.#tell();
  }

  // out and in --------------------------------------------------------------------------------------------------------

  /**
   * A copy of everything, or of one collaboration, as a state.
   * @param {string} [id]
   * @returns {State}
   */
  copy(id) {
    const { cleared: _, ...whole } = structuredClone(this.state);
    if (id) whole.collaborations = { [id]: whole.collaborations[id] ?? {} };
    return whole;
  }

  /**
   * A state that came in, with the ids its collaborations have here.
   * @param {State} state
   */
  known(state) {
    return recognised(state, this.state);
  }

  // within ------------------------------------------------------------------------------------------------------------

  /** Who writes here: an id of this browser. */
  get author() {
    return this.#shelf.author;
  }

  /** The steps that were kept; those of version 1 are of what its collaborations and parties have become. */
  get #kept() {
    const first = Object.keys(this.state.collaborations).find(wasFirst) ?? FIRST;
    return Steps.from(this.#shelf.steps, { first, parties: (id) => this.parties(id).map((party) => party.id) });
  }

  /** Take in what another tab wrote and was not heard of. */
  catchUp() {
    try {
      this.state = this.#shelf.latest(this.state);
      this.#settle();
    } catch {
      // It is closed: told when it is written.
    }
  }

  changed() {
    this.touched = true;
    this.#write();
    this.#tell();
  }

  #write() {
    this.#store();
    this.#meet();
    this.#company?.tell();
  }

  #store() {
    this.state = this.#shelf.write(this.state);
    if (this.trouble === "nyere") return;
    this.#shelf.steps = this.steps.text;
    if (this.has(this.current) && this.#shelf.current !== this.current) this.#shelf.current = this.current;
  }

  /** @param {State} state What is left when everything was cleared. */
  #forget(state) {
    [this.state, this.steps, this.#current] = [state, new Steps(), ""];
    this.#settle();
  }

  /** Where each tab keeps for itself, hear of what the others do. */
  #meet() {
    if (this.#company || this.#shelf.isShared) return;
    this.#company = new Company({
      said: () => this.#shelf.said(this.state), heard: (said, isAnswer) => this.#hearOf(said, isAnswer),
    });
  }

  /** @param {Said} said What another tab of the visit has. @param {boolean} isAnswer whether this one has asked for it */
  #hearOf(said, isAnswer) {
    const [written, { state: before }] = [this.collaborations.length > 0, this];
    try {
      this.#take(this.#shelf.met(said, before));
    } catch {
      return; // of a newer version
    }
    if (this.state === before) return;
    if (!written && !this.#shelf.inTab) this.#current = said.current;
    this.#settle();
    if (this.collaborations.length) this.#store();
    if (isAnswer && written) this.#company?.tell(); // what they do not have
    this.#tell();
  }

  /** @param {State} state What is there now, of this tab and another; it may have cleared what was here. */
  #take(state) {
    if (clearedAt(state) > clearedAt(this.state)) this.#forget(state);
    this.state = state;
  }

  /** The page comes back from the browser's cache: what other pages of the tab kept, undid and cleared holds. */
  #wake() {
    const { isKept } = this;
    const state = this.#shelf.read();
    this.state = isKept ? state : merge(this.state, state);
    if (isKept) [this.steps, this.#current] = [this.#kept, this.#shelf.current];
    this.#settle();
    this.#tell();
  }

  /** @param {string | null} words @param {boolean} all Whether the whole storage was emptied. */
  #hear(words, all) {
    const written = this.collaborations.length > 0;
    const state = this.#shelf.heard(words, this.state, written, all);
    this.#take(state);
    this.#settle();
    if (words !== null && this.#shelf.lacks(this.state)) this.#store();
    this.#meet();
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** @type {Store | undefined} */
let only;
/** The page's one store. */
export function store() {
  only ??= new Store();
  return only;
}
