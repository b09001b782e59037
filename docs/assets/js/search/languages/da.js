// Danish for the search: how it is spelled, inflected and put together. The stemmer is Snowball's
// (snowballstem.org/algorithms/danish), as version 3.1 of it stems: lower-case word in, stem out.

export const OWN = /[æøå]/; // who types one of these knows that it is no other letter
export const DERIVED = /(er)?n?ing$|[ai]tion$/; // evaluering as evaluere, kommunikation as kommunikere
export const OTHER = /[aiouy]/; // what begins no ending: kommun is not within kommunikation
export const LINKS = ["", "s"]; // what stands between the words of a compound
export const LINKED = /[se]$/; // and may be taken off the first of them

/**
 * Lower case, without accents; æ, ø and å as ae, oe and aa and as a, o and a alike.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.toLowerCase().normalize("NFC").replace(/æ|ae|aa|å/g, "a").replace(/ø|oe/g, "o");
  return plain.normalize("NFD").replace(/\p{M}/gu, "");
}

const ENDINGS = (
  "erendes erende hedens endes ernes erens erets ethed erede heden heder ende erne ered eren erer heds enes eres " +
  "eret ens ers ets hed ene ere en er es et e"
).split(" ");

/** @param {string} word @param {string[]} endings @param {number} from The first of the endings that a word has, or "". */
function last(word, endings, from) {
  return endings.find((ending) => word.endsWith(ending) && word.length - ending.length >= from) ?? "";
}
/** @param {string} word @param {string} ending */
const cut = (word, ending) => (ending ? word.slice(0, -ending.length) : word);
/** @param {string} word @param {number} from */
const unpair = (word, from) => (last(word, ["gd", "dt", "gt", "kt"], from) ? word.slice(0, -1) : word);

/**
 * A word without what inflects it.
 * @param {string} word @param {number} from
 */
function uninflected(word, from) {
  const ending = last(word, ENDINGS, from);
  if (ending) return cut(word, ending);
  return word.length > from && /[a-dfghj-prtvyzå]s$/.test(word) ? cut(word, "s") : word;
}

/**
 * A word without what makes it of another.
 * @param {string} word @param {number} from
 */
function underived(word, from) {
  const ending = last(word, ["elig", "løst", "lig", "els", "ig"], from);
  if (ending === "løst") return cut(word, "t");
  return ending ? unpair(cut(word, ending), from) : word;
}

/**
 * The stem of a Danish word. Endings are only taken after the first consonant that follows a vowel.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 3) return word;
  const start = word.match(/^[^aeiouyåæø]*[aeiouyåæø]+[^aeiouyåæø]/)?.[0].length ?? word.length;
  const from = Math.max(3, start);
  let stem = unpair(uninflected(word, from), from);
  if (stem.endsWith("igst")) stem = cut(stem, "st");
  if (stem.length < from) return stem;
  stem = underived(stem, from);
  return stem.length > from && /([bdfgklmnprst])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
