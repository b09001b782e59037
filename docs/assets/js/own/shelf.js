// Where the leader's own material lies in the browser: in the window's storage or the computer's. Knows what a state is,
// and nothing of pages; `trouble` says what stands in the way.
import { prefix } from "./catalogue.js";
import { Refusal, checked, empty, merge, refusal } from "./state.js";
import { fingerprint } from "./words.js";

/** @import { Area } from "./kept.js" */
/** @import { State } from "./state.js" */
/** @typedef {"" | "spaerret" | "fuld" | "ulaeselig" | "nyere" | "ryddet"} Trouble */

/** @type {Area[]} */
const AREAS = ["local", "session"];

/** @param {Area} name A storage. Throws where the browser has closed it. */
const area = (name) => (name === "local" ? localStorage : sessionStorage);
const own = () => `${prefix()}eget`;
const aside = () => `${prefix()}eget:sat-til-side:`;

/**
 * Stored text as a state. Throws Refusal when it cannot be read, or is from a newer version.
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

  /** Everything set aside because it could not be read, as it was. */
  get aside() {
    return AREAS.flatMap((name) => names(name, aside())).map(([there, key]) => there.getItem(key) ?? "");
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
      area(name).setItem(own(), JSON.stringify(whole));
      if (this.trouble !== "ulaeselig") this.trouble = "";
    } catch (fault) {
      this.trouble = fault instanceof DOMException && fault.name === "QuotaExceededError" ? "fuld" : "spaerret";
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
    try {
      for (const name of AREAS) area(name).removeItem(`${prefix()}sted`);
      area(place === "her" ? "local" : "session").setItem(`${prefix()}sted`, place);
      if (place === "her") return merge(this.#from("local"), state);
      for (const name of [own(), `${prefix()}valgt`]) localStorage.removeItem(name);
    } catch {
      this.trouble = "spaerret";
    }
    return state;
  }

  /**
   * Take in what another tab wrote (null: it removed it); returns the state with it. `written`: whether there was any.
   * @param {string | null} words @param {State} state @param {boolean} written
   */
  heard(words, state, written) {
    try {
      if (words !== null) {
        const whole = merge(state, readable(words));
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
      return readable(words);
    } catch (fault) {
      this.trouble = refusal(fault).code === "nyere" ? "nyere" : "ulaeselig";
      const place = aside() + fingerprint(words);
      if (this.trouble === "ulaeselig" && area(name).getItem(place) === null) area(name).setItem(place, words);
      return empty();
    }
  }

  /** @param {Area} name @param {string} key */
  #get(name, key) {
    try {
      return area(name).getItem(prefix() + key);
    } catch {
      return null;
    }
  }

  /** @param {Area} name @param {string} key @param {string} value */
  #set(name, key, value) {
    try {
      area(name).setItem(prefix() + key, value);
    } catch {
      // Only the memory of where she was; the material itself is handled in `write`.
    }
  }
}
