// What words find in the entries: how much each entry counts, and which words are marked in it.
import { COMPOUND, form, likeness, nearness, words } from "./language.js";
import { REST, raise } from "./vocabulary.js";

/** @import { Form } from "./language.js" */
/** @import { Known, Vocabulary } from "./vocabulary.js" */

/**
 * How much each entry counts, and the words to mark.
 * @typedef {{scores: Map<number, number>, marks: Set<string>}} Find
 * Also how alike the best of the words is, and the word it was taken for if it was a slip.
 * @typedef {Find & {best: number, instead?: string}} WordFind
 * A way to compare words: from what likeness on a word is marked, or sought by what it means.
 * @typedef {{by: typeof likeness, marked: number, meant: (length: number) => number}} Way
 */

const SYNONYM = 0.2; // what an everyday word counts against the catalogue's own
const SPREAD = 0.25; // as much of the best score makes an entry count as found, when a word's rarity is reckoned
const RARE = 1.3; // how much more a rare word says
const COMMON = 4 ** RARE; // a meaning that says less than this counts for less
const HALF_FOUND = 0.5; // what an entry counts that does not hold all words of a phrase
const SURE = 0.7; // how alike a word must be to be the same in a phrase
const SHOWN = 0.3; // how near a word must be to be shown instead of a slip
export const KNOWN = 0.8; // as alike a word must be to be neither a slip nor split
const SHORT = 5; // letters of a word that is no slip if anything is like it

/** @type {Way} */
const ALIKE = { by: likeness, marked: 0.5, meant: (length) => (length < 3 ? 0.9 : 0.79) };
/** @type {Way} */
const NEAR = { by: nearness, marked: COMPOUND, meant: () => COMPOUND };

/**
 * Add what something else found, weighed.
 * @param {Find} found @param {Find} other @param {number} weight
 */
export function add(found, other, weight) {
  for (const [n, value] of other.scores) raise(found.scores, n, value * weight);
  for (const mark of other.marks) found.marks.add(mark);
}

/** @param {number[]} values */
const sum = (values) => values.reduce((all, value) => all + value);

export class Finder {
  /** @type {Map<string, WordFind>} */
  #kept = new Map();

  /** @param {Vocabulary} vocabulary */
  constructor(vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * What a word finds. `half`: it may be half typed; `plain`: only itself, no synonyms and nothing less than alike.
   * @param {string} word @param {boolean} [half] @param {boolean} [plain]
   * @returns {WordFind}
   */
  word(word, half = false, plain = false) {
    const id = `${word} ${half} ${plain}`;
    const there = this.#kept.get(id) ?? this.#look(form(word), half, plain);
    this.#kept.set(id, there);
    return there;
  }

  /**
   * What a text finds of which all words count.
   * @param {string} text
   */
  phrase(text) {
    const list = words(text).filter((word, _, all) => all.length === 1 || !this.vocabulary.isEmpty(word));
    return this.together(list.map((word) => this.word(word, false, true)));
  }

  /**
   * How much a find says: the fewer entries it points at, the more.
   * @param {Find} find
   */
  rarity({ scores }) {
    const half = Math.max(...scores.values()) * SPREAD;
    const count = [...scores.values()].filter((score) => score > half).length;
    return Math.log(1 + this.vocabulary.entries.length / (1 + count)) ** RARE;
  }

  /**
   * What several words find together: the mean of what each finds, the rare before the common.
   * @param {Find[]} finds
   * @returns {Find}
   */
  together(finds) {
    /** @type {Map<number, number>} */
    const scores = new Map();
    const rare = finds.map((one) => this.rarity(one));
    const all = sum(rare);
    for (const n of new Set(finds.flatMap((one) => [...one.scores.keys()]))) {
      const got = finds.map((one, i) => ((one.scores.get(n) ?? 0) * rare[i]) / all);
      scores.set(n, sum(got) * (got.includes(0) ? HALF_FOUND : 1));
    }
    return { scores, marks: new Set(finds.flatMap((one) => [...one.marks])) };
  }

  /** @param {Form} sought @param {boolean} half @param {boolean} plain */
  #look(sought, half, plain) {
    /** @type {WordFind} */
    const found = { scores: new Map(), marks: new Set(), best: 0 };
    this.#compare(found, sought, half, plain, ALIKE);
    const isFound = plain || found.best >= KNOWN || (found.best && sought.low.length < SHORT);
    if (!isFound) this.#compare(found, sought, half, plain, NEAR); // a word that is known is no slip
    return found;
  }

  /** @param {WordFind} found @param {Form} sought @param {boolean} half @param {boolean} plain @param {Way} way */
  // eslint-disable-next-line complexity -- the one loop over all words; what it asks of each is cheap only together
  #compare(found, sought, half, plain, way) {
    const { small, all } = this.vocabulary;
    const meant = plain ? Infinity : way.meant(sought.low.length);
    let near = SHOWN;
    for (const one of all) {
      const like = way.by(sought, one, half);
      if (!like || (plain && isUnsure(one, like)) || (small.has(one.word) && one.word !== sought.word)) continue;
      if (way === NEAR && like > near && isWhole(one)) [near, found.instead] = [like, one.word];
      found.best = Math.max(found.best, like);
      if (like > way.marked) found.marks.add(one.word);
      if (like > meant) this.#mean(found, one, like);
      for (const [n, weight] of one.hits) raise(found.scores, n, weight * like);
    }
  }

  /** @param {WordFind} found @param {Known} one @param {number} like */
  #mean(found, one, like) {
    for (const other of one.means.map((text) => this.phrase(text))) {
      add(found, other, SYNONYM * like * Math.min(1, this.rarity(other) / COMMON));
    }
  }
}

/** @param {Known} one @param {number} like Whether a word is too little alike to be the very one in a phrase. */
const isUnsure = ({ hits }, like) => like < SURE || !hits.size;

/** @param {Known} one Whether a word can be shown: of the rest of the texts only roots are known. */
const isWhole = ({ hits }) => !hits.size || [...hits.values()].some((weight) => weight > REST);
