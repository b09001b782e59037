// Words and their likeness, in the language of the page. Text in, numbers out.

/** @typedef {typeof import("./languages/da.js")} Language */

/**
 * A word as it is compared: how it is written, its stem, the root of that, the sets of letters of the first and the last,
 * and whether it has a letter of the language's own.
 * @typedef {{word: string, low: string, key: string, root: string, letters: number, core: number, own: boolean}} Form
 */

/** @type {Language} */
const language = await import(`./languages/${document.documentElement.lang.slice(0, 2)}.js`);

/** A text as it is compared, whatever its case and accents; and what may stand between the words of a compound. */
export const { fold, LINKS } = language;

// How alike a word is to the one that was sought, by what they have in common.
const INFLECTED = 0.93;
const INFLECTED_BEGUN = 0.8; // when the sought one may be half typed
const SHORT_STEM = 0.35; // læg and læger are not the same
const BEGUN = 0.9;
const INITIAL = 0.3; // of one letter only its first is known
const SAME_ROOT = 0.75;
const HELD = 0.4; // the one is a part of the other
const UNSURE = 0.5; // how much less it counts that a letter of the language's own was not typed, or is not there
export const COMPOUND = 0.2; // the sought one is put together from the other
const ONE_SLIP = 0.6;
const NEXT_SLIP = 0.12; // how much less for each slip more
const BEGUN_SLIP = 0.3; // a slip in a word half typed

/**
 * The words of a text, in lower case.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @param {string} text A set of letters: a bit for each. */
const letters = (text) => [...text].reduce((set, letter) => set | (1 << (letter.charCodeAt(0) & 31)), 0);

/**
 * A word as it is compared.
 * @param {string} word
 * @returns {Form}
 */
export function form(word) {
  const low = fold(word);
  const key = fold(language.stem(word));
  const short = key.replace(language.DERIVED, "");
  const root = short.length > 3 ? short : key;
  return { word, low, key, root, letters: letters(low), core: letters(root), own: language.OWN.test(word) };
}

/**
 * How many slips apart two words are (a letter lost, added, changed or two swapped), counted up to `most` + 1.
 * @param {string} one @param {string} two @param {number} most
 */
export function slips(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: two.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= two.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[two.length];
}

/**
 * How alike a sought and a known form are, from 0 to 1; `half`: the word may be half typed.
 * @param {Form} sought @param {Form} known @param {boolean} half
 */
// eslint-disable-next-line complexity -- one rule after the other, from the surest: apart they would not be understood
export function likeness(sought, known, half) {
  const { low, key } = sought;
  if (sought.core & ~known.letters && known.core & ~sought.letters) return 0; // neither can hold the other
  const sure = sought.own && !known.own ? UNSURE : 1; // who types ø knows that it is no o
  if (low === known.low) return sure;
  if (half && known.low.startsWith(low)) return (low.length > 1 ? BEGUN : INITIAL) * within(sought, known, sure);
  if (key === known.key) return inflected(sought, known, half) * sure;
  const begins = known.low.startsWith(key) && !language.OTHER.test(known.low[key.length]);
  if ((half && key.length > 3 && begins) || sought.root === known.root) return SAME_ROOT * sure;
  return key.length >= 4 && (begins || holds(known, sought)) ? HELD * within(sought, known, sure) : 0;
}

/** @param {Form} sought @param {Form} known @param {number} sure */
function within(sought, known, sure) {
  return known.own && !sought.own && !known.word.includes(sought.key) ? UNSURE : sure; // model is no part of mødeledelse
}

/** @param {Form} sought @param {Form} known @param {boolean} half */
function inflected(sought, known, half) {
  if (sought.key.length < 4 && sought.low.slice(0, 4) !== known.low.slice(0, 4)) return SHORT_STEM;
  return half ? INFLECTED_BEGUN : INFLECTED;
}

/** @param {Form} known @param {Form} sought */
function holds(known, { low, key }) {
  return known.key.endsWith(key) || known.low.endsWith(low) || (key.length > 4 && known.low.includes(key));
}

/**
 * How alike they are if the sought one is a compound of the known, or the writer slipped: once, twice in a long word or
 * three times in a very long one.
 * @param {Form} sought @param {Form} known @param {boolean} half
 */
export function nearness(sought, known, half) {
  if (isCompound(sought, known)) return COMPOUND;
  if (differ(sought, known, half)) return 0; // a quick look before the slow one
  const [one, two] = [sought.low, known.low];
  const short = Math.min(one.length, two.length);
  if (short < 5 || (one[0] !== two[0] && short < 8)) return 0;
  const most = slipsAllowed(short);
  const count = Math.min(slips(one, two, most), slips(sought.key, known.key, most));
  if (count <= most) return ONE_SLIP - NEXT_SLIP * count;
  return half && two.length > one.length && slips(one, two.slice(0, one.length), 1) < 2 ? BEGUN_SLIP : 0;
}

/** @param {Form} sought @param {Form} known */
function isCompound({ low, key }, known) {
  if (known.key.length <= 3 || known.low.length <= 4) return false;
  return low.startsWith(known.key) || low.endsWith(known.low) || key.endsWith(known.key);
}

/** @param {Form} sought @param {Form} known @param {boolean} half Whether more letters differ than slips could change. */
function differ(sought, known, half) {
  let others = half ? sought.letters & ~known.letters : sought.letters ^ known.letters;
  let left = half ? 3 : 6;
  for (; others; others &= others - 1) if (--left < 0) return true;
  return false;
}

/** @param {number} length */
function slipsAllowed(length) {
  if (length < 8) return 1;
  return length < 12 ? 2 : 3;
}

/**
 * The words a compound is put together from, with or without a linking letter: `[]` when it is none.
 * @param {string} word @param {(word: string) => boolean} isKnown
 * @returns {string[]}
 */
export function parts(word, isKnown) {
  for (let at = word.length - 4; at >= 3; at--) {
    const tail = word.slice(at);
    if (!isKnown(tail)) continue;
    for (const head of [word.slice(0, at), word.slice(0, at).replace(language.LINKED, "")]) {
      if (head.length < 3) continue;
      if (isKnown(head)) return [head, tail];
      const more = parts(head, isKnown);
      if (more.length) return [...more, tail];
    }
  }
  return [];
}
