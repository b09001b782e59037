// A state as bits and texts that say no more than they must: what is known at both ends is a number, moments are counted
// from the first, authors stand in a table, and all texts lie together.
import { Writer } from "./bits.js";
import {
  AROUND, FIELDS, MOST, OTHER_FIELD, SEGMENT, TAG, WIDTHS, WORDS, dayNumber, isMoment, ownAuthor,
} from "./layout.js";
import { WIDTH, numberOf } from "./numbers.js";

/** @import { Known } from "./numbers.js" */
/** @import { Stamp } from "./layout.js" */
/** @import { State } from "./state.js" */
/** @typedef {Record<string, any>} Loose  a record field by field, and records by key */

const KEY = /^[a-z0-9][a-z0-9.-]*$/;

/** @param {Record<string, Stamp>} stamps @returns {number[]} */
const momentsOf = (stamps) => Object.values(stamps).flatMap(([at, , seen = {}]) => [at, ...Object.values(seen)]);
/** @param {Loose} records Every moment that stands in the stamps of some records. */
const momentsIn = (records) => Object.values(records).flatMap(({ v = {} }) => momentsOf(v)).filter(isMoment);

export class Packer extends Writer {
  /** @type {string[]} */
  texts = [];
  /** @type {string[]} */
  authors = [];
  /** @type {string[]} of the record before */
  #fields = [];
  #author = "";
  #base = 0;
  #width = 0;

  /** @param {Known} known */
  constructor(known) {
    super();
    this.known = known;
  }

  /** @param {State} state */
  state({ version, collaborations }) {
    this.number(version);
    const all = Object.entries(collaborations);
    this.number(all.length);
    for (const [id, records] of all) {
      this.texts.push(id);
      this.records(records);
    }
  }

  /** @param {Loose} records */
  records(records) {
    const moments = momentsIn(records).filter((at) => at > 0);
    this.#base = Math.min(MOST, ...moments);
    this.#width = Math.max(0, ...moments.map((at) => (at - this.#base).toString(2).length));
    this.bits(this.#base, WIDTHS.moment);
    this.bits(this.#width, WIDTHS.size);
    const all = Object.entries(records);
    this.number(all.length);
    for (const [key, record] of all) this.record(key, record);
  }

  /** @param {number} at */
  moment(at) {
    const isCounted = at >= this.#base;
    this.flag(isCounted);
    if (isCounted) this.bits(at - this.#base, this.#width);
    else this.bits(at, WIDTHS.moment);
  }

  /** @param {string} key */
  key(key) {
    const isPlain = !WORDS.includes(key) && this.known.has(key);
    this.flag(isPlain);
    if (isPlain) {
      this.bits(numberOf(key), WIDTH);
      return;
    }
    const parts = key.split(".");
    this.number(parts.length);
    for (const part of parts) this.segment(part);
  }

  /** @param {string} part */
  segment(part) {
    const isWord = WORDS.includes(part);
    const around = isWord ? -1 : AROUND.findIndex(([before, after]) => this.#inside(part, before, after));
    const kind = [around >= 0, isWord].indexOf(true);
    this.bits(kind < 0 ? SEGMENT.text : kind, WIDTHS.segment);
    if (kind === SEGMENT.id) {
      const [before, after] = AROUND[around];
      this.bits(around, WIDTHS.around);
      this.bits(numberOf(part.slice(before.length, part.length - after.length)), WIDTH);
    } else if (kind === SEGMENT.word) this.bits(WORDS.indexOf(part), WIDTHS.word);
    else this.texts.push(part);
  }

  /** @param {string} part @param {string} before @param {string} after */
  #inside(part, before, after) {
    const isAround = part.startsWith(before) && part.endsWith(after);
    return isAround && this.known.has(part.slice(before.length, part.length - after.length));
  }

  /** @param {string} key @param {Loose} record */
  record(key, { v = {}, ...record }) {
    this.key(key);
    const fields = [...new Set([...Object.keys(record), ...Object.keys(v)])];
    this.names(fields);
    /** @type {Stamp | undefined} */
    let last;
    for (const field of fields) {
      const value = record[field];
      this.value(value, field === "title" && this.#isCalled(key, value));
      last = this.stamp(v[field], last, value);
    }
  }

  /** @param {string} key @param {unknown} value */
  #isCalled(key, value) {
    return value !== undefined && this.known.has(key) && this.known.titles.get(key) === value;
  }

  /** @param {string[]} fields */
  names(fields) {
    const isSame = fields.join() === this.#fields.join();
    this.flag(isSame);
    if (isSame) return;
    this.#fields = fields;
    this.number(fields.length);
    for (const field of fields) {
      const place = FIELDS.indexOf(field);
      this.bits(place < 0 ? OTHER_FIELD : place, WIDTHS.field);
      if (place < 0) this.texts.push(field);
    }
  }

  /** @param {unknown} value @param {boolean} isCalled whether it is what the catalogue calls the item */
  value(value, isCalled) {
    const tag = isCalled ? TAG.called : tagOf(value);
    this.bits(tag, WIDTHS.tag);
    if (tag === TAG.text) this.texts.push(String(value));
    if (tag === TAG.day) this.bits(dayNumber(value), WIDTHS.day);
    if (tag === TAG.number) this.number(Number(value));
    if (tag === TAG.json) this.texts.push(JSON.stringify(value));
    if (tag === TAG.keys && Array.isArray(value)) {
      this.number(value.length);
      for (const key of value) this.key(key);
    }
  }

  /**
   * @param {Stamp | undefined} stamp @param {Stamp | undefined} last the one before it @param {unknown} value
   * @returns {Stamp | undefined}
   */
  stamp(stamp, last, value) {
    this.flag(Boolean(stamp));
    if (!stamp) return last;
    const isSame = JSON.stringify(stamp) === JSON.stringify(last);
    this.flag(isSame);
    if (isSame) return last;
    const [at, author, seen] = stamp;
    this.moment(at);
    this.author(author, value);
    this.flag(Boolean(seen));
    if (!seen) return stamp;
    const known = Object.entries(seen);
    this.number(known.length);
    for (const [who, when] of known) {
      this.author(who, undefined);
      this.moment(when);
    }
    return stamp;
  }

  /** @param {string} author @param {unknown} value */
  author(author, value) {
    const isLast = author === this.#author;
    this.flag(isLast);
    if (isLast) return;
    const isOwn = value !== undefined && author === ownAuthor(value);
    this.flag(isOwn);
    if (isOwn) return;
    this.#author = author;
    const place = this.authors.indexOf(author);
    this.number(place + 1);
    if (place >= 0) return;
    this.authors.push(author);
    this.texts.push(author);
  }
}

/** @param {unknown} value */
function tagOf(value) {
  if (value === undefined) return TAG.none;
  if (typeof value === "boolean") return value ? TAG.true : TAG.false;
  if (typeof value === "string") return dayNumber(value) < 0 ? TAG.text : TAG.day;
  if (Array.isArray(value) && value.every((key) => typeof key === "string" && KEY.test(key))) return TAG.keys;
  return isMoment(value) ? TAG.number : TAG.json;
}
