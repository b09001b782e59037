// English for the search: how it is spelled, inflected and put together. The stemmer is Snowball's
// (snowballstem.org/algorithms/english), as version 3.1 of it stems: lower-case word without apostrophes in, stem out.

export const OWN = /(?!)/; // no letter of its own
export const DERIVED = /(er)?ship$|[eo]r$/; // leader and leadership as lead
export const OTHER = /[aiou]/; // what begins no ending: commun is not within communication
export const LINKS = [""]; // what stands between the words of a compound
export const LINKED = /(?!)/; // and may be taken off the first of them

/**
 * Lower case, without accents; organise as organize, colour as color.
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("z", "s").replaceAll("our", "or");
}

const VOWEL = /[aeiouy]/; // a y that sounds as a consonant is written Y while a word is stemmed
/** @type {Record<string, string>} */
const WHOLE = {
  skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl",
  andes: "andes", atlas: "atlas", bias: "bias", cosmos: "cosmos", howe: "howe", news: "news", sky: "sky",
};
const BEGINNING = /^(arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
const AS_THEY_ARE = /^(even|cann|inn|earr|herr|out)ing$/;
/** @type {Record<string, string>} */
const SECOND = {
  ational: "ate", tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize",
  ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous", ousness: "ous",
  iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", ogist: "og", ogi: "ogi", fulli: "ful", lessli: "less",
  li: "li",
};
/** @type {Record<string, string>} */
const THIRD = {
  ational: "ate", tional: "tion", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "ative",
};
const FOURTH = "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic".split(" ");

/**
 * Where the part of a word begins that follows the first consonant after a vowel, counted from `from`.
 * @param {string} word @param {number} from
 */
function region(word, from) {
  const found = word.slice(from).match(/^[^aeiouy]*[aeiouy]+[^aeiouy]/);
  return found ? from + found[0].length : word.length;
}

/** @param {string} word Whether it ends in a short syllable. */
const isShort = (word) =>
  /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word) || word.endsWith("past");
/** @param {string} word @param {string[]} endings The longest of the endings that a word has, or "". */
function longest(word, endings) {
  return endings.filter((one) => word.endsWith(one)).sort((a, b) => b.length - a.length)[0] ?? "";
}
/** @param {string} word @param {string} ending */
const without = (word, ending) => word.slice(0, word.length - ending.length);

/** @param {string} word A word that is not in the plural. */
function singular(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/[us]s$/.test(word) || !word.endsWith("s")) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/** @param {string} word @param {number} first A word that is neither in the past nor going on. */
function present(word, first) {
  const ending = longest(word, ["eed", "eedly", "ed", "edly", "ing", "ingly"]);
  if (!ending) return word;
  const rest = without(word, ending);
  if (ending.startsWith("ee")) return rest.length >= first && !/^(succ|proc|exc)$/.test(rest) ? `${rest}ee` : word;
  if (ending === "ing" && /^[^aeiouy]y$/.test(rest)) return `${rest[0]}ie`;
  if ((ending === "ing" && AS_THEY_ARE.test(word)) || !VOWEL.test(rest)) return word;
  return ended(rest, first);
}

/** @param {string} rest @param {number} first What is left of a word, spelled as a word is. */
function ended(rest, first) {
  if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([bdfgmnprt])\1$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return rest.length === first && isShort(rest) ? `${rest}e` : rest;
}

/**
 * A word with its longest ending in `endings` changed as they say, when that stands in its first region.
 * @param {string} word @param {number} first @param {Record<string, string>} endings
 * @param {Record<string, (rest: string) => string>} special how some endings are changed
 */
function changed(word, first, endings, special) {
  const ending = longest(word, Object.keys(endings));
  const rest = without(word, ending);
  if (!ending || rest.length < first) return word;
  return special[ending]?.(rest) ?? rest + endings[ending];
}

/** @param {string} word @param {number} second A word without the last ending of a noun or a verb. */
function shorter(word, second) {
  const ending = longest(word, FOURTH);
  const rest = without(word, ending);
  return ending && rest.length >= second && (ending !== "ion" || /[st]$/.test(rest)) ? rest : word;
}

/** @param {string} word @param {number} first @param {number} second A word without a silent e, or one of two l. */
function last(word, first, second) {
  const rest = word.slice(0, -1);
  if (word.endsWith("e") && (rest.length >= second || (rest.length >= first && !isShort(rest)))) return rest;
  return word.endsWith("ll") && rest.length >= second ? rest : word;
}

/**
 * The stem of an English word.
 * @param {string} given
 */
export function stem(given) {
  if (Object.hasOwn(WHOLE, given)) return WHOLE[given];
  if (given.length < 3) return given;
  let word = given.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const first = word.match(BEGINNING)?.[0].length ?? region(word, 0);
  const second = region(word, first);
  word = present(singular(word), first);
  if (/.[^aeiouy][yY]$/.test(word)) word = `${word.slice(0, -1)}i`;
  const whole = word;
  word = changed(word, first, SECOND, {
    li: (rest) => (/[cdeghkmnrt]$/.test(rest) ? rest : whole),
    ogi: (rest) => (rest.endsWith("l") ? `${rest}og` : whole),
  });
  const again = word;
  word = changed(word, first, THIRD, { ative: (rest) => (rest.length >= second ? rest : again) });
  return last(shorter(word, second), first, second).replaceAll("Y", "y");
}
