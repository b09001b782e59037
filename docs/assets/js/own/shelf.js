// Where the leader's own material lies in the browser: in the window's storage or the computer's. Knows what a state is,
// and nothing of pages; `trouble` says what stands in the way.
import { AREAS, Held, area, drop, isClosed, names, set } from "./areas.js";
import { Author, resign } from "./author.js";
import { prefix } from "./catalogue.js";
import { recognised } from "./former.js";
import { kept } from "./kept.js";
import { isAhead, merge } from "./merge.js";
import { Refusal, clearedAt, empty, legible, readable, stateWords } from "./state.js";

/** @import { Area } from "./kept.js" */
/** @import { Said } from "./company.js" */
/** @import { Part, State } from "./state.js" */
/** What stands in the way; "fanen": the computer does not keep it, but the tab does. */
/** @typedef {"" | "fanen" | "spaerret" | "fuld" | "ulaeselig" | "nyere" | "ryddet"} Trouble */

/** What is a choice of how the site looks and works, and stays on the computer; and when everything was cleared. */
const SETTINGS = new Set(["farver", "genvej", "ryddet"]);
const own = () => `${prefix()}eget`;

/** @param {unknown} fault What stood in the way. @returns {Trouble} */
const named = (fault) =>
  fault instanceof DOMException && fault.name === "QuotaExceededError" ? "fuld" : "spaerret";

export class Shelf {
  /** @type {Trouble} */
  trouble = "";
  #isRefused = false; // whether the computer would not remember that she chose it: it is kept in the tab as before
  #local = this.place === "her"; // whether this tab's material is on the computer (another tab may take it off)
  #words = ""; // what was read or written last
  #known = 0; // when everything was cleared last, as another tab has told
  #who = new Author();
  #held = new Held();

  /** Where things are kept: "her" (on this computer), "vindue" (until the window closes), or "" while unanswered. */
  get place() {
    return kept("sted") ?? kept("sted", "session") ?? "";
  }

  /** Whether other tabs write where this one does. */
  get isShared() {
    return this.#local;
  }

  /** Whether all that was written is kept, at least as long as the tab is open. */
  get isKept() {
    return ["", "fanen", "ulaeselig"].includes(this.trouble);
  }

  /** The collaboration that was in use, or "". */
  get current() {
    return this.inTab || (kept("valgt") ?? "");
  }

  /** The collaboration that was in use in this tab, or "". */
  get inTab() {
    return kept("valgt", "session") ?? "";
  }

  /** @param {string} id */
  set current(id) {
    for (const name of this.place === "her" ? AREAS : AREAS.slice(1)) set(name, "valgt", id);
  }

  /** The steps that can be taken back and made again, as text, or null. */
  get steps() {
    return kept("skridt", "session");
  }

  /** @param {string | null} words */
  set steps(words) {
    set("session", "skridt", words ?? "");
  }

  /** Who writes here: of what is shared the browser, of what this tab keeps for itself the tab. */
  get author() {
    return this.#local && this.trouble !== "fanen" ? this.#who.base : this.#who.tab;
  }

  /** When everything was cleared last; what was kept before is no more, wherever a tab still has it. */
  get #cleared() {
    return Math.max(this.#known, Number(kept("ryddet") ?? 0));
  }

  /** What is kept, from where this tab keeps it, with what it kept itself before another tab chose the computer. */
  read() {
    this.#local = this.place === "her";
    const before = this.#local && kept("eget", "session") !== null ? this.#from("session") : empty();
    const state = this.#from(this.#area);
    return merge(state, recognised(before, state));
  }

  /** @returns {Area} */
  get #area() {
    return this.#local ? "local" : "session";
  }

  /**
   * A state with what another tab wrote since, and without what was cleared.
   * @param {State} state
   */
  latest(state) {
    const cleared = this.#cleared;
    const mine = cleared > clearedAt(state) ? { ...empty(), cleared } : state;
    const words = area(this.#area).getItem(own());
    if (words === null || words === this.#words) return mine;
    const theirs = this.#understood(words, this.#area, mine);
    this.#words = words;
    return merge(mine, recognised(theirs, mine));
  }

  /**
   * Write a state where things are kept, merged with what another tab wrote there; returns what was written.
   * @param {State} state
   */
  write(state) {
    let whole = state;
    this.#local = this.place === "her" || (this.#local && isClosed("local")); // then nothing says that she chose otherwise
    try {
      whole = this.latest(state);
    } catch {
      // It is closed: told when it is not kept there.
    }
    if (this.#isNewer) return whole; // a newer version wrote it: it is not ours to overwrite
    const before = this.trouble;
    this.trouble = this.#keep(stateWords(whole));
    if (this.trouble && this.#local && before !== "fanen") whole = this.#stayIn(whole);
    if (!this.trouble && before === "ulaeselig") this.trouble = before;
    return whole;
  }

  /**
   * Keep a state. Returns what stood in the way.
   * @param {string} words
   * @returns {Trouble}
   */
  #keep(words) {
    const fault = this.#held.set(this.#area, "eget", words);
    if (fault) return !this.#local || set("session", "eget", words) ? named(fault) : "fanen";
    this.#words = words;
    if (this.#local && !this.#held.within("session")) drop("session", "eget");
    this.#who.keep(this.#area);
    return this.#isRefused ? "fanen" : "";
  }

  /** @param {State} state The computer keeps it no longer, so what is new is the tab's own: other tabs may write there. */
  #stayIn(state) {
    this.#who.keep("session");
    const made = resign(state, legible(this.#words), this.#who.base, this.#who.tab);
    set("session", "eget", stateWords(made));
    return made;
  }

  get #isNewer() {
    return this.trouble === "nyere";
  }

  /**
   * Keep things in another place from now on; returns the state with what was kept there.
   * @param {string} place @param {State} state
   */
  move(place, state) {
    const name = place === "her" ? "local" : "session";
    for (const other of AREAS) drop(other, "sted");
    this.#isRefused = set(name, "sted", place) !== null;
    this.#local = place === "her";
    this.#words = "";
    if (place === "her") return merge(this.#from("local"), state);
    for (const [there, key] of names("local", prefix())) this.#bring(there, key);
    return state;
  }

  /** @param {Storage} there @param {string} key What is hers goes with her into the tab, and stays nowhere else. */
  #bring(there, key) {
    const name = key.slice(prefix().length);
    if (SETTINGS.has(name)) return;
    const words = there.getItem(key) ?? "";
    if (name === "eget" ? !this.#held.within("local") : !set("session", name, words)) there.removeItem(key);
  }

  /**
   * What another tab wrote, cleared, or took with it off the computer; returns the state with it.
   * @param {string | null} words @param {State} state
   * @param {boolean} written whether there was anything here @param {boolean} all whether the whole storage was emptied
   */
  heard(words, state, written, all) {
    if (this.place === "her") this.#local = true;
    try {
      const now = this.latest(state);
      const isNew = clearedAt(now) > clearedAt(state);
      const isCleared = all || isNew;
      if (isNew) this.#leave();
      if (words === null && !isCleared) return this.#stay(now);
      if (isCleared) this.trouble = written ? "ryddet" : this.trouble;
      else if (this.trouble === "ryddet") this.trouble = "";
      return now;
    } catch {
      return state;
    }
  }

  /** @param {State} state Whether another tab wrote on the computer before it had heard of what this one has. */
  lacks = (state) => this.#local && this.#words !== "" && !this.#isNewer && isAhead(state, legible(this.#words));

  /** @param {State} state What another tab took with it off the computer: here it stays in the tab, too. */
  #stay(state) {
    const holds = Object.keys(state.collaborations).length > 0; // else it was cleared
    return this.#local && holds ? this.write(state) : state;
  }

  /**
   * What is to be told to the other tabs of the visit, where each keeps for itself; null where there is nothing to tell.
   * @param {State} state
   * @returns {Said | null}
   */
  said(state) {
    const isEmpty = !state.cleared && !Object.keys(state.collaborations).length;
    if (this.#local || this.#isNewer || isEmpty) return null;
    return { words: stateWords(state), current: this.current, place: this.place, author: this.#who.base };
  }

  /**
   * A state with what another tab of the visit has. Throws Refusal when it cannot be read here.
   * @param {Said} said @param {State} state
   * @returns {State}
   */
  met({ words, place, author }, state) {
    const { state: theirs } = readable(words, state);
    const [cleared, before] = [clearedAt(theirs), Math.max(clearedAt(state), this.#cleared)];
    if (this.#local || cleared < before) return state;
    const mine = cleared > before ? this.forget(cleared, Object.keys(state.collaborations).length > 0) : state;
    if (place === "vindue" && !this.place) set("session", "sted", place);
    this.#who.join(author);
    return merge(mine, recognised(theirs, mine));
  }

  /**
   * Remove everything of ours from this browser, also what other tabs have of it: they hear of it, or see when they wake.
   * @returns {State}
   */
  clear() {
    const cleared = Math.max(Date.now(), this.#cleared + 1);
    set("local", "ryddet", String(cleared));
    for (const [there, key] of names("local", prefix())) if (key !== `${prefix()}ryddet`) there.removeItem(key);
    return this.forget(cleared, false);
  }

  /**
   * Leave nothing in this tab of what was kept before a moment. Returns the state that is left.
   * @param {number} cleared @param {boolean} written whether there was anything here, and another tab cleared it
   * @returns {State}
   */
  forget(cleared, written) {
    this.#leave();
    [this.trouble, this.#words, this.#known] = [written ? "ryddet" : "", "", cleared];
    return { ...empty(), cleared };
  }

  #leave() {
    this.#local = false; // so that what else is heard of it, key by key, writes nothing and takes no word back
    for (const [there, key] of names("session", prefix())) there.removeItem(key);
    this.#who.forget();
    this.#held.forget();
  }

  /** @param {Area} name */
  #from(name) {
    try {
      const words = area(name).getItem(own());
      const state = words === null ? empty() : this.#understood(words, name);
      this.#words = words ?? "";
      return state;
    } catch {
      this.trouble = "spaerret";
      return empty();
    }
  }

  /** @param {string} words @param {Area} name @param {State} [known] */
  #understood(words, name, known) {
    try {
      const { state, aside, isCut } = readable(words, known);
      if (isCut) this.#lay(words, name);
      if (clearedAt(state) < this.#cleared) return { ...empty(), cleared: this.#cleared };
      if (aside.length) this.#lay(JSON.stringify({ parts: aside }), name);
      return state;
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      if (fault.code === "nyere") this.trouble = "nyere";
      else this.#lay(words, name);
      return empty();
    }
  }

  /** @param {string} words What cannot be read is laid aside. @param {Area} name */
  #lay(words, name) {
    this.trouble = "ulaeselig";
    this.#held.lay(name, words);
  }
}
