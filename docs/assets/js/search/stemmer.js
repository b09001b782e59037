// Snowball's Danish stemmer (snowballstem.org/algorithms/danish), as version 3.1 of it stems: lower-case word in, stem out.

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
