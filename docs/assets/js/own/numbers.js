// Permanent ids as short numbers, made of each id alone: a link that carries numbers is read by every later edition of the
// catalogue, whatever ids came or went in between. What no edition at hand knows is kept under its number.
import { fingerprint } from "./words.js";

export const WIDTH = 24; // bits
const [BASE, DIGITS] = [36, 5];
const EXACT = 10; // digits of a fingerprint that a number holds exactly
const UNKNOWN = "nr-"; // what stands before the number of an id that is not known here
const NUMBERED = /^nr-([0-9a-z]{5})(?=\.|$)/;

/** @param {string} id */
export const numberOf = (id) => parseInt(fingerprint(id).slice(-EXACT), BASE) % 2 ** WIDTH;

/** What the catalogue at hand has: ids it knows by their numbers, and what each is called. */
export class Known {
  /** @type {Map<number, string>} */
  #ids = new Map();

  /**
   * @param {Iterable<string>} ids every id it has or had
   * @param {Map<string, string>} [titles] what the items are called that the page writes beside a reader's note
   */
  constructor(ids = [], titles = new Map()) {
    this.titles = titles;
    for (const id of ids) this.#ids.set(numberOf(id), (this.#ids.get(numberOf(id)) ?? id) === id ? id : ""); // two: none
  }

  /** @param {string} id Whether its number leads back to it. */
  has(id) {
    return this.#ids.get(numberOf(id)) === id;
  }

  /** @param {number} number */
  idOf(number) {
    return this.#ids.get(number) || UNKNOWN + number.toString(BASE).padStart(DIGITS, "0");
  }

  /**
   * The key of a record that was kept under a number, when its id has become known since; else as it was.
   * @param {string} key
   */
  found(key) {
    return key.replace(NUMBERED, (_, number) => this.idOf(parseInt(number, BASE)));
  }
}

/** @param {string} key Whether a record was kept under a number that nobody here knows. */
export const isUnknown = (key) => NUMBERED.test(key);
