// The entries of the search's index, and every word that stands in them.
import { fold, form, words } from "./language.js";

/** @import { Form } from "./language.js" */

/**
 * An entry: the names of its kind (one, many), its chapter, title, address, the text that may be quoted, its keywords,
 * the rest of its words, how much its kind weighs, and its title as it is compared.
 * @typedef {{
 *   k: string, many: string, c: string, t: string, u: string, x: string, s: string, w: string,
 *   weight: number, name: string,
 * }} Entry
 * A word, in which entries it weighs how much, and what it means when it is an everyday one.
 * @typedef {Form & {hits: Map<number, number>, means: string[]}} Known
 * The index as it is packed (see macros/web/finding.py).
 * @typedef {{
 *   a: string, t: string, s: string, x: string, w: string, k: number[], p: number[], small: string,
 *   kinds: [string, string, number][], pages: [string, string][], synonyms: [string, string][],
 * }} Index
 */

// What a word counts by where it stands.
const TITLE = 10.5;
export const KEYWORD = 5;
const TEXT = 2;
export const REST = 0.5;
const LONG = 0.25; // how much less the words of a long title count
const PHRASE = 0.25; // and those of a keyword of several words

/**
 * @param {Index} index
 * @returns {Entry[]}
 */
function unpack(index) {
  const columns = [index.a, index.t, index.s, index.x, index.w];
  const [anchors, titles, keywords, texts, rest] = columns.map((all) => all.split("\n"));
  return titles.map((t, i) => {
    const [[k, many, weight], [page, c]] = [index.kinds[index.k[i]], index.pages[index.p[i]]];
    const u = anchors[i] ? `${page}#${anchors[i]}` : page;
    return { k, many, c, t, u, x: texts[i], s: keywords[i], w: rest[i], weight, name: fold(words(t).join(" ")) };
  });
}

/**
 * Let an entry count at least so much.
 * @param {Map<number, number>} scores @param {number} entry @param {number} value
 */
export function raise(scores, entry, value) {
  if (value > (scores.get(entry) ?? 0)) scores.set(entry, value);
}

export class Vocabulary {
  /** @type {Map<string, Known>} */
  forms = new Map();
  /** @type {Set<string>} the titles of one word */
  names = new Set();

  /** @param {Index} index */
  constructor(index) {
    this.entries = unpack(index);
    this.small = new Set(index.small.split(" "));
    for (const [n, entry] of this.entries.entries()) this.#read(n, entry);
    for (const [means, everyday] of index.synonyms) {
      for (const word of words(everyday)) this.#known(word).means.push(...means.split("\t"));
    }
    this.all = [...this.forms.values()];
    const found = this.all.filter((one) => one.hits.size);
    this.roots = new Set(found.map(({ root }) => root));
    this.keys = new Set(found.map(({ key }) => key));
  }

  /** Whether a word says nothing. @type {(word: string) => boolean} */
  isEmpty = (word) => this.small.has(word) || word.length < 2;

  /** Whether a word, or another of its root, stands in an entry. @type {(word: string) => boolean} */
  isKnown = (word) => !this.isEmpty(word) && this.roots.has(form(word).root);

  /**
   * @param {string} word
   * @returns {Known}
   */
  #known(word) {
    const there = this.forms.get(word) ?? { ...form(word), hits: new Map(), means: [] };
    this.forms.set(word, there);
    return there;
  }

  /** @param {number} n @param {Entry} entry */
  #read(n, entry) {
    const title = words(entry.t);
    if (title.length === 1) this.names.add(title[0]);
    const together = words(entry.t.replace(/(\p{L})-(?=\p{L})/gu, "$1")); // "e-post" is also sought as "epost"
    this.#weigh(n, [...title, ...together], TITLE, LONG);
    this.#weigh(n, words(entry.x), TEXT);
    this.#weigh(n, words(entry.w), REST);
    for (const keyword of entry.s.split("\t")) this.#weigh(n, words(keyword), KEYWORD, PHRASE);
  }

  /** @param {number} n @param {string[]} list @param {number} value */
  #weigh(n, list, value, power = 0) {
    const weight = value / (list.filter((word) => !this.isEmpty(word)).length || 1) ** power;
    for (const word of list) raise(this.#known(word).hits, n, weight);
  }
}
