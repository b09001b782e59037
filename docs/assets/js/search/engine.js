// Ranks the entries of the index for a query. Knows no page; see language.js for what words mean.
import { fold, joined, likeness, meaning, stem, words } from "./language.js";

const WEIGHTS = { title: 6, keywords: 5, text: 1.2 };
const SYNONYM = 0.75;

/** Make an engine from the index: {entries: [{k, t, u, x, s, p}], synonyms: {word: [word]}}. */
export function engine(index) {
  const vocabulary = new Set();
  const entries = index.entries.map((entry) => {
    const fields = { title: joined(entry.t), keywords: (entry.s ?? []).flatMap(joined), text: words(entry.x) };
    for (const list of Object.values(fields)) for (const word of list) vocabulary.add(word);
    return { entry, fields };
  });
  const synonyms = new Map();
  for (const [word, others] of Object.entries(index.synonyms)) synonyms.set(stem(fold(word)), others.flatMap(meaning));

  function alike(sought, halfTyped) {
    const found = new Map();
    const look = (word, weight, half) => {
      for (const known of vocabulary) {
        const like = likeness(word, known, half) * weight;
        if (like > (found.get(known) ?? 0)) found.set(known, like);
      }
    };
    look(sought, 1, halfTyped);
    for (const other of synonyms.get(stem(sought)) ?? []) look(other, SYNONYM, false);
    return found;
  }

  function score({ entry, fields }, terms) {
    let sum = 0;
    let hit = 0;
    for (const term of terms) {
      let best = 0;
      for (const [name, list] of Object.entries(fields)) {
        for (const word of list) {
          const like = term.get(word);
          if (like) best = Math.max(best, like * WEIGHTS[name] * (name === "title" ? 1 + 1 / (list.length / 2 + 2) : 1));
        }
      }
      if (best) hit += 1;
      sum += best;
    }
    return hit ? sum * (hit / terms.length) ** 2 * (entry.p ?? 1) : 0;
  }

  /** The best entries for a query, best first: [{entry, matches}] where matches are the words to mark. */
  return function search(query, most = 12) {
    const sought = meaning(query);
    if (!sought.length) return [];
    const half = !/\s$/.test(query);
    const terms = sought.map((word, i) => alike(word, half && i === sought.length - 1));
    const matches = new Set(terms.flatMap((term) => [...term.keys()]));
    return entries
      .map((row) => ({ entry: row.entry, value: score(row, terms), matches }))
      .filter((row) => row.value > 0.4)
      .sort((a, b) => b.value - a.value)
      .slice(0, most);
  };
}
