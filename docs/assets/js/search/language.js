// Danish words and their likeness. Knows nothing of pages: text in, numbers out.

const FOLD = { æ: "ae", ø: "oe", å: "aa", é: "e", è: "e", ö: "oe", ä: "ae", ü: "u" };
const ENDINGS = [
  "ernes", "erens", "erne", "eren", "enes", "heds", "ende", "ede", "ere", "ens", "ets", "ers", "hed", "ene",
  "er", "en", "et", "es", "te", "e", "s",
];
// Words that say nothing of what is sought, unless nothing else is said.
const EMPTY = new Set(
  "og i at det den de en et er som for på til med af der vi jeg du har ikke hvad hvordan hvem hvorfor kan skal om os vores man hos fra eller når vil min mit sin så".split(" ").map(fold),
);

/** Lower case, without accents; æ, ø and å as ae, oe and aa. */
export function fold(text) {
  return text.toLowerCase().normalize("NFC").replace(/[æøåéèöäü]/g, (c) => FOLD[c]);
}

/** The words of a text, folded. */
export function words(text) {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}

/** A word without its inflection: a light stemmer, the longest Danish ending that leaves three letters. */
export function stem(word) {
  const ending = ENDINGS.find((e) => word.endsWith(e) && word.length - e.length >= 3);
  return ending ? word.slice(0, -ending.length) : word;
}

/** Whether two words are one slip apart (two when they are long) after the first letter: lost, added, changed, swapped. */
export function near(a, b) {
  const most = Math.min(a.length, b.length) >= 8 ? 2 : 1;
  if (a[0] !== b[0] || Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > most) return false;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length] <= most;
}

/** How alike a sought word and a found word are, from 0 to 1; the last word may be half typed. */
export function likeness(sought, found, halfTyped) {
  if (sought === found) return 1;
  if (stem(sought) === stem(found)) return 0.92;
  if (halfTyped && sought.length >= 2 && found.startsWith(sought)) return 0.8;
  const root = stem(sought);
  if (root.length >= 4 && (found.startsWith(root) || found.endsWith(root) || found.endsWith(sought))) return 0.65;
  if (root.length >= 5 && found.includes(root)) return 0.5;
  if (found.length >= 5 && sought.includes(stem(found)) && stem(found).length >= 5) return 0.5;
  return near(sought, found) ? 0.45 : 0;
}

/** A text's words, and each two neighbours written as one ("e-post" is sought as "epost"). */
export function joined(text) {
  const all = words(text);
  return [...all, ...all.slice(1).map((word, i) => all[i] + word)];
}

/** The words of a query worth looking for: all of them when nothing but small words was said. */
export function meaning(query) {
  const all = words(query);
  const kept = all.filter((w) => !EMPTY.has(w));
  return kept.length ? kept : all;
}
