// The two storages of a browser, either of which it may have closed, and what is set aside there.
import { prefix } from "./catalogue.js";
import { PATH } from "./state.js";
import { fingerprint } from "./words.js";

/** @import { Area } from "./kept.js" */
/** @import { Part } from "./state.js" */
/**
 * Something set aside because it could not be read: under which name, where it stood ("" when it is a whole text), its words.
 * @typedef {{name: string, place: string, words: string, path: string[], value: unknown}} Aside
 */

/** @type {Area[]} */
export const AREAS = ["local", "session"];
const aside = () => `${prefix()}eget:sat-til-side:`;

/** @param {Area} name A storage. Throws where the browser has closed it. */
export const area = (name) => (name === "local" ? localStorage : sessionStorage);
/**
 * Put a text in a storage, and see that it is there: some browsers take it and keep nothing. Throws DOMException.
 * @param {Storage} there @param {string} key @param {string} words
 */
export function put(there, key, words) {
  there.setItem(key, words);
  if (there.getItem(key) !== words) throw new DOMException(key, "NotFoundError");
}

/** @param {Area} name Whether the browser has closed it: then nothing is known of what is there. */
export function isClosed(name) {
  try {
    return area(name).length < 0;
  } catch {
    return true;
  }
}

/**
 * Keep a text under a name of ours, where nothing is lost when it is not kept. Returns what stood in the way, or null.
 * @param {Area} name @param {string} key @param {string} value
 */
export function set(name, key, value) {
  try {
    put(area(name), prefix() + key, value);
    return null;
  } catch (fault) {
    return fault;
  }
}

/** @param {Area} name @param {string} key Keep it there no longer. */
export function drop(name, key) {
  try {
    area(name).removeItem(prefix() + key);
  } catch {
    // It is closed, so nothing of ours is there.
  }
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
export function names(name, start) {
  try {
    const there = area(name);
    return Object.keys(there).filter((key) => key.startsWith(start)).map((key) => [there, key]);
  } catch {
    return [];
  }
}

/** @param {Area} name @param {string} words What cannot be read is laid aside, once. Throws DOMException. */
export function lay(name, words) {
  const place = aside() + fingerprint(words);
  if (area(name).getItem(place) === null) put(area(name), place, words);
}

/** What there was no room to set aside: it is when what it lies in is written over, and else that stays as it was. */
export class Held {
  /** @type {{name: Area, words: string}[]} */
  #all = [];

  /** @param {Area} name @param {string} words Lay it aside now or later. Throws DOMException where the browser has closed it. */
  lay(name, words) {
    try {
      lay(name, words);
    } catch (fault) {
      if (!(fault instanceof DOMException && fault.name === "QuotaExceededError")) throw fault;
      this.#all.push({ name, words });
    }
  }

  /** @param {Area} name Whether there is anything in it that lies nowhere else. */
  within(name) {
    return this.#all.some((one) => one.name === name);
  }

  /**
   * Write over what holds it. Returns what stood in the way, or null.
   * @param {Area} name @param {string} key @param {string} value
   */
  set(name, key, value) {
    const before = this.within(name) ? area(name).getItem(prefix() + key) ?? "" : "";
    const fault = set(name, key, value);
    if (fault || !this.within(name)) return fault;
    try {
      for (const { words } of this.#all.filter((one) => one.name === name)) lay(name, words);
      this.#all = this.#all.filter((one) => one.name !== name);
      return null;
    } catch (full) {
      set(name, key, before);
      return full;
    }
  }

  /** Everything was cleared, this too. */
  forget() {
    this.#all = [];
  }
}

/** Everything set aside because it could not be read. */
export const allAside = () =>
  AREAS.flatMap((name) => names(name, aside())).flatMap(([there, key]) => setAside(key, there.getItem(key) ?? ""));

/**
 * Keep no longer aside what was taken in, and go on keeping what was not.
 * @param {string} name @param {Part[]} left
 */
export function leaveAside(name, left) {
  for (const [there] of AREAS.flatMap((area) => names(area, name))) {
    if (left.length) there.setItem(name, JSON.stringify({ parts: left }));
    else there.removeItem(name);
  }
}
