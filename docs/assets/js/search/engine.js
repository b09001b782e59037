// Ranks the entries of the index for a query. Knows no page; language.js knows what words mean.
import { Finder, KNOWN, add } from "./finds.js";
import { LINKS, fold, form, parts, slips, words } from "./language.js";
import { KEYWORD, Vocabulary } from "./vocabulary.js";

/** @import { Find, WordFind } from "./finds.js" */
/** @import { Entry, Index, Known } from "./vocabulary.js" */

/**
 * A word of a query; `half`: it may be half typed.
 * @typedef {{word: string, half: boolean}} Word
 * What is sought as one: a word, or neighbours that are one word in the catalogue; `part`: how much of it counts.
 * @typedef {WordFind & {word: string, part: number, rare: number}} Term
 * An answer, and what it counts.
 * @typedef {{entry: Entry, value: number}} Row
 * What a search found: answers, best first; the words to mark; those shown instead of slips; whether words in quotes stand
 * nowhere as they are and were sought one by one; whether no word was found but in part; and words to offer when nothing
 * was found.
 * @typedef {{found: Row[], marks: Set<string>, instead: string[], loose: boolean, weak: boolean, nearest: string[]}} Answer
 */

const PARTS = 0.45; // what the parts of a compound count against the whole
const BEGUN = 0.5; // what a longer word counts when the shorter one is a word too
const SMALL = 0.6; // what a small word counts that is also an entry's name
const COVER = 0.8; // how much it counts that all words are found
const NAMED = 1.5; // what an entry gains whose name is the query
const LEAST = 0.08; // what an answer must count against the best to be shown
const WEAK = 0.35; // less alike than this is no sure answer
const AKIN = 0.45; // as akin a word must be to be offered when nothing was found
const ALMOST = 0.7; // as akin a word must be to be sought instead of one that is nowhere
const OFFERED = 4; // words, at most
const MANY = 99; // slips: any number of them
const WHOLE = { part: 1, rare: 0 }; // what a term has before its rarity is known

/** @param {string} text A text as it is compared with one in quotes. */
const flat = (text) => ` ${words(fold(text)).join(" ")} `;

/**
 * The texts in quotes of a query.
 * @param {string} query
 */
const quotes = (query) => [...query.matchAll(/["»“”„]([^"«»“”„]+)["«“”„]/g)].map(([, text]) => flat(text));

/**
 * The words of a query.
 * @param {string} query
 * @returns {Word[]}
 */
function wordsOf(query) {
  const isWhole = /(^| )\p{Lu}{2,3}$/u.test(query); // nobody half types MED
  return [...query.matchAll(/([\p{L}\p{N}]+)(.?)/gsu)].map(([, word, end]) => ({
    word: words(word)[0], half: /^\.?$/.test(end) && !isWhole, // "org." too
  }));
}

class Engine {
  /** @param {Index} index */
  constructor(index) {
    this.vocabulary = new Vocabulary(index);
    this.finder = new Finder(this.vocabulary);
  }

  /**
   * @param {string} query
   * @returns {Answer}
   */
  search(query) {
    const [quoted, list] = [quotes(query), wordsOf(query)];
    const { sought, instead } = this.sought(list);
    const rows = this.rows(sought);
    const exact = rows.filter(({ entry, value }) => value && quoted.every((text) => stands(text, entry)));
    const loose = !exact.length && quoted.length > 0;
    const found = (loose ? rows : exact).sort((one, two) => two.value - one.value)
      .filter(({ value }, _, [best]) => value > LEAST * best.value);
    return {
      found,
      marks: new Set(sought.flatMap((term) => [...term.marks])),
      instead,
      loose,
      weak: sought.every((term) => term.best < WEAK),
      nearest: found.length ? [] : this.nearest(list.map(({ word }) => word), AKIN),
    };
  }

  /**
   * What is sought for the words of a query, and which words instead of them.
   * @param {Word[]} list
   */
  sought(list) {
    let sought = this.terms(list);
    let instead = sought.flatMap((term) => term.instead ?? []);
    if (sought.length && sought.every((term) => !term.scores.size)) { // almost a word is better than none
      instead = this.nearest(list.map(({ word }) => word), ALMOST);
      sought = this.terms(instead.map((word) => ({ word, half: false })));
    }
    if (!sought.length) sought = list.map((one) => this.whole(one));
    for (const term of sought) term.rare = this.finder.rarity(term) * term.part;
    return { sought, instead };
  }

  /**
   * The terms of a query: each word, or two or three neighbours that are one word in the catalogue.
   * @param {Word[]} list
   */
  terms(list) {
    const { isEmpty, names } = this.vocabulary;
    /** @type {Term[]} */
    const made = [];
    for (let at = 0, size; at < list.length; at += size) {
      const [joined, count] = this.joined(list.slice(at, at + 3));
      size = count;
      const word = joined ?? list[at].word;
      const isSmall = isEmpty(word) && list.length > 1;
      if (!isSmall || names.has(word)) made.push(this.term(word, list.slice(at, at + size), isSmall));
    }
    return made;
  }

  /**
   * The word that the first of some neighbours are in the catalogue, and how many of them.
   * @param {Word[]} some three, or what is left
   * @returns {[string | undefined, number]}
   */
  joined(some) {
    for (const count of [3, 2]) {
      const word = some.length < count ? undefined : this.one(some.slice(0, count));
      if (word) return [word, count];
    }
    return [undefined, 1];
  }

  /**
   * The word that some neighbours are together in the catalogue, if any.
   * @param {Word[]} some
   */
  one(some) {
    const list = some.map(({ word }) => word);
    if (list.some((word) => word.length < 3)) return undefined;
    const isHalf = some[some.length - 1].half;
    return LINKS.map((link) => list.join(link)).find((word) => {
      const { low, key } = form(word);
      return word.length > 5 && (this.vocabulary.keys.has(key) || (isHalf && this.begins(low)));
    });
  }

  /** @param {string} low Whether some word of an entry begins so. */
  begins(low) {
    return this.vocabulary.all.some((one) => one.hits.size && one.low.startsWith(low));
  }

  /**
   * @param {string} word @param {Word[]} from the words of the query it is made of @param {boolean} isSmall
   * @returns {Term}
   */
  term(word, from, isSmall) {
    const { finder, vocabulary } = this;
    const { half } = from[from.length - 1];
    const isWhole = Boolean(vocabulary.forms.get(word)?.hits.size);
    const own = finder.word(word, half && !isWhole);
    const weight = isSmall ? { part: SMALL, rare: 0 } : WHOLE;
    const found = { ...own, scores: new Map(own.scores), marks: new Set(own.marks), word, ...weight };
    const split = this.split(word, from, own.best);
    if (split.length) add(found, finder.together(split.map((part) => finder.word(part))), PARTS);
    if (half && isWhole) add(found, finder.word(word, half), BEGUN);
    return found;
  }

  /**
   * A word by itself, whatever it says.
   * @param {Word} word
   * @returns {Term}
   */
  whole({ word, half }) {
    return { ...this.finder.word(word, half), word, ...WHOLE };
  }

  /** @param {string} word @param {Word[]} from @param {number} best */
  split(word, from, best) {
    if (from.length > 1) return from.map((one) => one.word);
    return best < KNOWN ? parts(word, this.vocabulary.isKnown) : [];
  }

  /**
   * Every entry, with what it counts.
   * @param {Term[]} sought
   * @returns {Row[]}
   */
  rows(sought) {
    const most = sought.reduce((all, term) => all + (term.scores.size ? term.rare : 1), 0);
    const name = fold(sought.map((term) => term.word).join(" "));
    return this.vocabulary.entries.map((entry, n) => {
      let [sum, hit] = [0, 0];
      for (const term of sought) {
        const score = term.scores.get(n) ?? 0;
        sum += score * term.rare;
        if (score) hit += term.rare;
      }
      return { entry, value: sum * (hit / most) ** COVER * entry.weight * (entry.name === name ? NAMED : 1) };
    });
  }

  /**
   * The words of titles and keywords most like those that were sought in vain.
   * @param {string[]} list @param {number} least
   */
  nearest(list, least) {
    /** @param {{low: string}} known */
    const akin = ({ low }) => Math.max(...list.map((word) => kinship(word, low)));
    const shown = this.vocabulary.all.filter(isNamed);
    return shown.map((one) => ({ word: one.word, like: akin(one) })).filter(({ like }) => like >= least)
      .sort((one, two) => two.like - one.like).slice(0, OFFERED).map(({ word }) => word);
  }
}

/** @param {string} word @param {string} low How alike two words are letter by letter, from 0 to 1. */
const kinship = (word, low) => 1 - slips(fold(word), low, MANY) / Math.max(word.length, low.length);

/** @param {Known} known Whether a word stands in a title or a keyword, and says something. */
const isNamed = ({ word, hits }) => word.length > 3 && [...hits.values()].some((weight) => weight >= KEYWORD);

/**
 * Whether a text, flat, stands in what is kept whole of an entry.
 * @param {string} text @param {Entry} entry
 */
const stands = (text, entry) => flat(`${entry.t} ${entry.s} ${entry.x}`).includes(text);

/**
 * Make a search from the index.
 * @param {Index} index
 */
export function engine(index) {
  const made = new Engine(index);
  /** @param {string} query */
  const search = (query) => made.search(query);
  return Object.assign(search, { entries: made.vocabulary.entries });
}
