// Where the leader's own material lies in the browser: in the window's storage or the computer's. Knows what a state is,
// and nothing of pages; `trouble` says what stands in the way.
import { AREAS, area, names, put, setAside } from "./areas.js";
import { prefix } from "./catalogue.js";
import { recognised } from "./former.js";
import { merge } from "./merge.js";
import { Refusal, checked, empty } from "./state.js";
import { fingerprint, freshId } from "./words.js";

/** @import { Area } from "./kept.js" */
/** @import { Part, State } from "./state.js" */
/** @typedef {"" | "spaerret" | "fuld" | "ulaeselig" | "nyere" | "ryddet"} Trouble */

/** What is a choice of how the site looks and works, and stays on the computer; and when everything was cleared. */
const SETTINGS = new Set(["farver", "genvej", "ryddet"]);
const own = () => `${prefix()}eget`;
const aside = () => `${prefix()}eget:sat-til-side:`;

/** @param {unknown} fault What stood in the way. @returns {Trouble} */
const named = (fault) =>
  fault instanceof DOMException && fault.name === "QuotaExceededError" ? "fuld" : "spaerret";

/**
 * Stored text as what can be read of it. Throws Refusal when it cannot be read, or is from a newer version.
 * @param {string} words
 */
function readable(words) {
  let value;
  try {
    value = JSON.parse(words);
  } catch {
    throw new Refusal("ulaeselig");
  }
  return checked(value);
}

export class Shelf {
  /** @type {Trouble} */
  trouble = "";
  /** @type {Trouble} why it is not kept where she chose, but in the tab as before */
  #refused = "";
  #local = this.place === "her"; // whether this tab's material is on the computer (another tab may take it off)
  #words = ""; // what was read or written last
  #author = "";

  /** Where things are kept: "her" (on this computer), "vindue" (until the window closes), or "" while unanswered. */
  get place() {
    return this.#get("local", "sted") ?? this.#get("session", "sted") ?? "";
  }

  /** Whether other tabs write where this one does. */
  get isShared() {
    return this.#local;
  }

  /** The collaboration that was in use, or "". */
  get current() {
    return this.inTab || (this.#get("local", "valgt") ?? "");
  }

  /** The collaboration that was in use in this tab, or "". */
  get inTab() {
    return this.#get("session", "valgt") ?? "";
  }

  /** @param {string} id */
  set current(id) {
    for (const name of this.place === "her" ? AREAS : AREAS.slice(1)) this.#set(name, "valgt", id);
  }

  /** The steps that can be taken back and made again, as text, or null. */
  get steps() {
    return this.#get("session", "skridt");
  }

  /** @param {string | null} words */
  set steps(words) {
    this.#set("session", "skridt", words ?? "");
  }

  /** Everything set aside because it could not be read. */
  get aside() {
    return AREAS.flatMap((name) => names(name, aside()))
      .flatMap(([there, key]) => setAside(key, there.getItem(key) ?? ""));
  }

  /**
   * Keep no longer aside what was taken in, and go on keeping what was not.
   * @param {string} name @param {Part[]} left
   */
  recovered(name, left) {
    for (const [there] of AREAS.flatMap((area) => names(area, name))) {
      if (left.length) there.setItem(name, JSON.stringify({ parts: left }));
      else there.removeItem(name);
    }
  }

  /** Who writes here: a random id of this browser, kept from the first thing written. */
  get author() {
    this.#author ||= this.#get("local", "forfatter") ?? this.#get("session", "forfatter") ?? freshId("a").slice(2, 9);
    return this.#author;
  }

  /** When everything was cleared last; what was kept before is no more, wherever a tab still has it. */
  get #cleared() {
    return Number(this.#get("local", "ryddet") ?? 0);
  }

  /** What is kept, from where this tab keeps it, with what it kept itself before another tab chose the computer. */
  read() {
    this.#local = this.place === "her";
    const before = this.#local && this.#get("session", "eget") !== null ? this.#from("session") : empty();
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
    const mine = cleared > (state.cleared ?? 0) ? { ...empty(), cleared } : state;
    const words = area(this.#area).getItem(own());
    if (words === null || words === this.#words) return mine;
    const theirs = this.#understood(words, this.#area);
    this.#words = words;
    return merge(mine, recognised(theirs, mine));
  }

  /**
   * Write a state where things are kept, merged with what another tab wrote there; returns what was written.
   * @param {State} state
   */
  write(state) {
    let whole = state;
    try {
      this.#local = this.place === "her";
      whole = this.latest(state);
      if (this.#isNewer) return whole; // a newer version wrote it: it is not ours to overwrite
      const words = JSON.stringify(whole);
      put(area(this.#area), own(), words);
      this.#words = words;
      if (this.#local) this.#drop("session", "eget");
      this.#set(this.#area, "forfatter", this.author);
      if (this.trouble !== "ulaeselig") this.trouble = this.#refused;
    } catch (fault) {
      this.trouble = named(fault);
    }
    return whole;
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
    for (const other of AREAS) this.#drop(other, "sted");
    this.#refused = this.#set(name, "sted", place);
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
    if (name === "eget" || !this.#set("session", name, words)) there.removeItem(key);
  }

  /**
   * What another tab wrote, cleared, or took with it off the computer; returns the state with it.
   * @param {string | null} words @param {State} state
   * @param {boolean} written whether there was anything here @param {boolean} all whether the whole storage was emptied
   */
  heard(words, state, written, all) {
    try {
      const now = this.latest(state);
      const isCleared = all || (now.cleared ?? 0) > (state.cleared ?? 0);
      if (words === null && !isCleared) return this.#stay(now);
      if (isCleared) this.trouble = written ? "ryddet" : this.trouble;
      else if (this.trouble === "ryddet") this.trouble = "";
      return now;
    } catch {
      return state;
    }
  }

  /** @param {State} state What another tab took with it off the computer: here it stays in the tab, too. */
  #stay(state) {
    return this.#local ? this.write(state) : state;
  }

  /**
   * Remove everything of ours from this browser, also what other tabs have of it: they hear of it, or see when they wake.
   * @returns {State}
   */
  clear() {
    const cleared = Math.max(Date.now(), this.#cleared + 1);
    this.#set("local", "ryddet", String(cleared));
    for (const name of AREAS) {
      for (const [there, key] of names(name, prefix())) if (key !== `${prefix()}ryddet`) there.removeItem(key);
    }
    [this.trouble, this.#words, this.#author, this.#local] = ["", "", "", false];
    return { ...empty(), cleared };
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

  /** @param {string} words @param {Area} name */
  #understood(words, name) {
    try {
      const { state, aside } = readable(words);
      if ((state.cleared ?? 0) < this.#cleared) return { ...empty(), cleared: this.#cleared };
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
    const place = aside() + fingerprint(words);
    if (area(name).getItem(place) === null) put(area(name), place, words);
  }

  /** @param {Area} name @param {string} key */
  #get(name, key) {
    try {
      return area(name).getItem(prefix() + key);
    } catch {
      return null;
    }
  }

  /** @param {Area} name @param {string} key @param {string} value Returns what stood in the way, "" when it is kept. */
  #set(name, key, value) {
    try {
      put(area(name), prefix() + key, value);
      return "";
    } catch (fault) {
      return named(fault); // only the memory of where she was; the material itself is handled in `write`
    }
  }

  /** @param {Area} name @param {string} key */
  #drop(name, key) {
    try {
      area(name).removeItem(prefix() + key);
    } catch {
      // It is closed, so nothing of ours is there.
    }
  }
}
