// Where the leader's own material lies in the browser: in the window's storage or the computer's. Knows what a state is,
// and nothing of pages; `trouble` says what stands in the way.
import { prefix } from "./catalogue.js";
import { PATH, Refusal, checked, empty, merge, refusal } from "./state.js";
import { fingerprint } from "./words.js";

/** @import { Area } from "./kept.js" */
/** @import { Checked, Part, State } from "./state.js" */
/** @typedef {"" | "spaerret" | "fuld" | "ulaeselig" | "nyere" | "ryddet"} Trouble */
/**
 * Something set aside because it could not be read: under which name, where it stood ("" when it is a whole text), its words.
 * @typedef {{name: string, place: string, words: string, path: string[], value: unknown}} Aside
 */

/** @type {Area[]} */
const AREAS = ["local", "session"];

/** @param {Area} name A storage. Throws where the browser has closed it. */
const area = (name) => (name === "local" ? localStorage : sessionStorage);
const own = () => `${prefix()}eget`;
const aside = () => `${prefix()}eget:sat-til-side:`;

/**
 * Put a text in a storage, and see that it is there: some browsers take it and keep nothing. Throws DOMException.
 * @param {Storage} there @param {string} key @param {string} words
 */
function put(there, key, words) {
  there.setItem(key, words);
  if (there.getItem(key) !== words) throw new DOMException(key, "NotFoundError");
}

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

/**
 * The parts that a text set aside is made of, or null when it is a text as it was.
 * @param {string} words
 * @returns {Part[] | null}
 */
function parts(words) {
  try {
    return JSON.parse(words).parts ?? null;
  } catch {
    return null;
  }
}

/**
 * What is set aside under a name, each part by itself.
 * @param {string} name @param {string} words
 * @returns {Aside[]}
 */
function setAside(name, words) {
  const found = parts(words)?.map(({ path, value }) => (
    { name, path, place: path.join(PATH), value, words: typeof value === "string" ? value : JSON.stringify(value) }
  ));
  return found ?? [{ name, path: [], place: "", value: null, words }];
}

/**
 * The names in a storage that begin so, with the storage; [] where it is closed.
 * @param {Area} name @param {string} start
 * @returns {[Storage, string][]}
 */
function names(name, start) {
  try {
    const there = area(name);
    return Object.keys(there).filter((key) => key.startsWith(start)).map((key) => [there, key]);
  } catch {
    return [];
  }
}

export class Shelf {
  /** @type {Trouble} */
  trouble = "";
  /** @type {Trouble} why it is not kept where she chose, but in the tab as before */
  #refused = "";
  #local = this.place === "her"; // whether this tab's material is on the computer (another tab may take it off)

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
    return this.#get("session", "valgt") ?? this.#get("local", "valgt") ?? "";
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

  /** What is kept, from where this tab keeps it. */
  read() {
    return this.#from(this.#local ? "local" : "session");
  }

  /**
   * Write a state where things are kept, merged with what another tab wrote there; returns what was written.
   * @param {State} state
   */
  write(state) {
    const name = this.place === "her" ? "local" : "session";
    let whole = state;
    try {
      if (this.#isNewer) return whole; // a newer version wrote it: it is not ours to overwrite
      const words = area(name).getItem(own());
      if (words !== null) whole = merge(this.#understood(words, name), state);
      if (this.#isNewer) return whole;
      this.#local = name === "local";
      put(area(name), own(), JSON.stringify(whole));
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
    if (place === "her") return merge(this.#from("local"), state);
    for (const key of ["eget", "valgt"]) this.#drop("local", key);
    return state;
  }

  /**
   * Take in what another tab wrote (null: it removed it); returns the state with it. `written`: whether there was any.
   * @param {string | null} words @param {State} state @param {boolean} written
   */
  heard(words, state, written) {
    try {
      if (words !== null) {
        const whole = merge(state, readable(words).state);
        if (this.trouble === "ryddet") this.trouble = "";
        return whole;
      }
      if (written) this.trouble = "ryddet";
    } catch (fault) {
      if (refusal(fault).code === "nyere") this.trouble = "nyere";
    }
    return state;
  }

  /** Remove everything of ours from this browser. */
  clear() {
    for (const name of AREAS) for (const [there, key] of names(name, prefix())) there.removeItem(key);
    this.trouble = "";
  }

  /** @param {Area} name */
  #from(name) {
    try {
      const words = area(name).getItem(own());
      return words === null ? empty() : this.#understood(words, name);
    } catch {
      this.trouble = "spaerret";
      return empty();
    }
  }

  /** @param {string} words @param {Area} name */
  #understood(words, name) {
    try {
      const { state, aside } = readable(words);
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
