// Danish for the search: how it is spelled, inflected and put together. The stemmer is Snowball's
// (snowballstem.org/algorithms/danish), as version 3.1 of it stems: lower-case word in, stem out.

export const OWN = /[æøå]/; // who types one of these knows that it is no other letter
export const DERIVED = /(er)?n?ing$|[ai]tion$/; // evaluering as evaluere, kommunikation as kommunikere
export const OTHER = /[aiouy]/; // what begins no ending: kommun is not within kommunikation
export const LINKS = ["", "s"]; // what stands between the words of a compound
export const LINKED = /[se]$/; // and may be taken off the first of them

/** Lower case, without accents; æ, ø and å as ae, oe and aa and as a, o and a alike. */
export function fold(text) {
  return text.toLowerCase().normalize("NFC").replace(/æ|ae|aa|å/g, "a").replace(/ø|oe/g, "o").normalize("NFD").replace(/\p{M}/gu, "");
}

const ENDINGS =
  "erendes erende hedens endes ernes erens erets ethed erede heden heder ende erne ered eren erer heds enes eres eret ens ers ets hed ene ere en er es et e"
    .split(" ");
const last = (word, endings, from) => endings.find((e) => word.endsWith(e) && word.length - e.length >= from) ?? "";
const cut = (word, ending) => (ending ? word.slice(0, -ending.length) : word);
const unpair = (word, from) => (last(word, ["gd", "dt", "gt", "kt"], from) ? word.slice(0, -1) : word);

/** The stem of a Danish word. Endings are only taken after the first consonant that follows a vowel. */
export function stem(word) {
  if (word.length < 3) return word;
  const start = word.match(/^[^aeiouyåæø]*[aeiouyåæø]+[^aeiouyåæø]/)?.[0].length ?? word.length;
  const from = Math.max(3, start);
  const ending = last(word, ENDINGS, from);
  if (ending) word = cut(word, ending);
  else if (word.length > from && /[a-dfghj-prtvyzå]s$/.test(word)) word = cut(word, "s");
  word = unpair(word, from);
  if (word.endsWith("igst")) word = cut(word, "st");
  if (word.length < from) return word;
  const other = last(word, ["elig", "løst", "lig", "els", "ig"], from);
  if (other === "løst") word = cut(word, "t");
  else if (other) word = unpair(cut(word, other), from);
  if (word.length > from && /([bdfgklmnprst])\1$/.test(word)) word = word.slice(0, -1);
  return word;
}
