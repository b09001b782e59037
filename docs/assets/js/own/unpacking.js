// What `packing.js` made of a state, as the state it was.
import { Reader } from "./bits.js";
import { AROUND, FIELDS, OTHER_FIELD, SEGMENT, TAG, WIDTHS, WORDS, dayOf, ownAuthor } from "./layout.js";
import { WIDTH } from "./numbers.js";
import { Refusal } from "./state.js";

/** @import { Known } from "./numbers.js" */
/** @import { Stamp } from "./layout.js" */

const OCTET = 8;

/** @param {string | undefined} found What a list has at a place that a later version may have filled. */
function known(found) {
  if (found === undefined) throw new Refusal("nyere");
  return found;
}

/** Throws RangeError where there is less than there should be, and Refusal at what a later version made. */
export class Unpacker extends Reader {
  /** @type {string[]} */
  authors = [];
  /** @type {string[]} */
  #fields = [];
  #author = "";
  #base = 0;
  #width = 0;

  /** @param {Uint8Array} bytes @param {string[]} texts @param {Known} known */
  constructor(bytes, texts, known) {
    super(bytes);
    this.known = known;
    this.texts = texts[Symbol.iterator]();
  }

  /** The next text. */
  text() {
    const { value, done } = this.texts.next();
    if (done) throw new RangeError("texts");
    return value;
  }

  /** How many there are of something: no more than there are bits. */
  few() {
    const count = this.number();
    if (count > this.bytes.length * OCTET) throw new RangeError("count");
    return count;
  }

  /** Whatever lies there: to be checked. */
  state() {
    const version = this.number();
    const all = Array.from({ length: this.few() }, () => [this.text(), this.records()]);
    return { version, collaborations: Object.fromEntries(all) };
  }

  records() {
    this.#base = this.bits(WIDTHS.moment);
    this.#width = this.bits(WIDTHS.size);
    return Object.fromEntries(Array.from({ length: this.few() }, () => this.record()));
  }

  moment() {
    return this.flag() ? this.#base + this.bits(this.#width) : this.bits(WIDTHS.moment);
  }

  key() {
    if (this.flag()) return this.known.idOf(this.bits(WIDTH));
    return Array.from({ length: this.few() }, () => this.segment()).join(".");
  }

  segment() {
    const kind = this.bits(WIDTHS.segment);
    if (kind === SEGMENT.text) return this.text();
    if (kind === SEGMENT.word) return known(WORDS[this.bits(WIDTHS.word)]);
    if (kind !== SEGMENT.id) throw new Refusal("nyere");
    const [before, after] = AROUND[this.bits(WIDTHS.around)];
    return before + this.known.idOf(this.bits(WIDTH)) + after;
  }

  /** @returns {[string, Record<string, unknown>]} */
  record() {
    const key = this.key();
    /** @type {Record<string, unknown>} */
    const record = {};
    /** @type {Record<string, Stamp>} */
    const v = {};
    /** @type {Stamp | undefined} */
    let last;
    for (const field of this.names()) {
      const value = this.value(key);
      if (value !== undefined) record[field] = value;
      const stamp = this.stamp(last, value);
      if (stamp) v[field] = last = stamp;
    }
    return [key, Object.keys(v).length ? { ...record, v } : record];
  }

  names() {
    if (this.flag()) return this.#fields;
    this.#fields = Array.from({ length: this.few() }, () => {
      const place = this.bits(WIDTHS.field);
      return place === OTHER_FIELD ? this.text() : known(FIELDS[place]);
    });
    return this.#fields;
  }

  /** @param {string} key @returns {unknown} */
  value(key) {
    const tag = this.bits(WIDTHS.tag);
    if (tag === TAG.none) return undefined;
    if (tag === TAG.text) return this.text();
    if (tag === TAG.day) return dayOf(this.bits(WIDTHS.day));
    if (tag === TAG.number) return this.number();
    if (tag === TAG.json) return JSON.parse(this.text());
    if (tag === TAG.keys) return Array.from({ length: this.few() }, () => this.key());
    if (tag === TAG.called) return this.known.titles.get(key);
    if (tag > TAG.keys) throw new Refusal("nyere");
    return tag === TAG.true;
  }

  /** @param {Stamp | undefined} last @param {unknown} value @returns {Stamp | undefined} */
  stamp(last, value) {
    if (!this.flag()) return undefined;
    if (this.flag()) return structuredClone(last);
    const [at, author] = [this.moment(), this.author(value)];
    if (!this.flag()) return [at, author];
    const seen = Array.from({ length: this.few() }, () => [this.author(undefined), this.moment()]);
    return [at, author, Object.fromEntries(seen)];
  }

  /** @param {unknown} value */
  author(value) {
    if (this.flag()) return this.#author;
    if (this.flag()) return ownAuthor(value);
    const place = this.number();
    if (place === 0) this.authors.push(this.text());
    const author = place === 0 ? this.authors[this.authors.length - 1] : this.authors[place - 1];
    if (author === undefined) throw new RangeError("author");
    this.#author = author;
    return author;
  }
}
