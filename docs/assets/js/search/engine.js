// Ranks the entries of the index for a query. Knows no page; language.js knows what words mean.
import { ends, fold, form, isEmpty, kinship, likeness, nearness, parts, words } from "./language.js";

const FIELDS = { title: 6, keywords: 5, text: 1.3, rest: 0.8 };
const SYNONYM = 0.5; // what an everyday word counts against the catalogue's own
const PARTS = 0.75; // what the parts of a compound count against the whole
const SMALL = 0.3; // what a small word counts that is also an entry's name

/** The entries of the packed index (see macros/finding.py). */
export function unpack(index) {
  const anchors = index.a.split("|");
  return index.t.map((t, i) => {
    const [[k, many, weight], [page, c]] = [index.kinds[index.k[i]], index.pages[index.p[i]]];
    const u = anchors[i] ? `${page}#${anchors[i]}` : page;
    return { k, many, c, t, u, x: index.x[i], s: index.s[i], w: index.w[i], weight };
  });
}

/** Make a search from the index. */
export function engine(index) {
  const entries = unpack(index);
  const forms = new Map(); // word -> its form, and in which entries it weighs how much
  const names = new Set();
  const known = (word) => {
    if (!forms.has(word)) forms.set(word, { ...form(word), hits: new Map(), means: [] });
    return forms.get(word);
  };
  entries.forEach((entry, n) => {
    const title = words(entry.t);
    entry.name = fold(title.join(" "));
    if (title.length === 1) names.add(title[0]);
    const joined = words(entry.t.replace(/(\p{L})-(?=\p{L})/gu, "$1")); // "e-post" is also sought as "epost"
    const fields = { title: [...title, ...joined], keywords: words(entry.s), text: words(entry.x), rest: words(entry.w) };
    for (const [name, list] of Object.entries(fields)) {
      const weight = FIELDS[name] * (name === "title" ? 1 + 1 / (title.length / 2 + 1.5) : 1);
      for (const word of list) {
        const { hits } = known(word);
        hits.set(n, Math.max(hits.get(n) ?? 0, weight));
      }
    }
  });
  for (const [word, means] of Object.entries(index.synonyms)) known(word.toLowerCase()).means = means;
  const all = [...forms.values()];
  const roots = new Set(all.filter((f) => f.hits.size).map((f) => f.root));
  const isKnown = (word) => !isEmpty(word) && roots.has(form(word).root);
  const kept = new Map();

  /** What a word finds: {scores: entry -> weight, marks: forms to mark, best: how alike the best of them is}. */
  function gather(word, half, synonyms = true) {
    const id = `${word} ${half} ${synonyms}`;
    if (!kept.has(id)) kept.set(id, look(form(word), half, synonyms));
    return kept.get(id);
  }

  function look(sought, half, synonyms) {
    const found = { scores: new Map(), marks: new Set(), best: 0 };
    for (const by of [likeness, nearness]) {
      for (const one of all) {
        const like = by(sought, one, half);
        if (!like || (!one.hits.size && !synonyms)) continue;
        found.best = Math.max(found.best, like);
        if (like > 0.46 || by === nearness) found.marks.add(one.low);
        for (const [n, weight] of one.hits) raise(found.scores, n, weight * like);
        if (synonyms && (like > 0.8 || by === nearness)) for (const other of one.means.map(phrase)) add(found, other, SYNONYM * like * Math.min(1, rarity(other) / 4));
      }
      if (found.best >= 0.8 || (found.best && sought.low.length < 5)) break; // a word that is known is no slip
    }
    return found;
  }

  /** How much a find says: the fewer entries it points at, the more. */
  function rarity({ scores }) {
    const half = Math.max(...scores.values()) / 2;
    return Math.log(1 + entries.length / (1 + [...scores.values()].filter((score) => score > half).length));
  }

  /** What several words find together: the mean of what each finds, the rare before the common. */
  function together(each) {
    const made = { scores: new Map(), marks: new Set(each.flatMap((one) => [...one.marks])) };
    const rare = each.map(rarity);
    const sum = rare.reduce((a, b) => a + b);
    for (const n of new Set(each.flatMap((one) => [...one.scores.keys()]))) {
      const got = each.map((one, i) => ((one.scores.get(n) ?? 0) * rare[i]) / sum);
      made.scores.set(n, got.reduce((a, b) => a + b) * (got.includes(0) ? 0.5 : 1));
    }
    return made;
  }

  const phrase = (text) => together(words(text).filter((w, i, list) => list.length === 1 || !isEmpty(w)).map((w) => gather(w, false, false)));

  /** The terms of a query: each word, or two or three neighbours that are one word in the catalogue. */
  function terms(list, half) {
    const made = [];
    for (let at = 0; at < list.length; ) {
      const last = (to) => half && to === list.length;
      const whole = [3, 2].map((size) => list.slice(at, at + size)).find((some) => some.length > 1 && some.some((w) => !isEmpty(w)) && joins(some, last(at + some.length)));
      const size = whole?.length ?? 1;
      const word = whole ? joins(whole, last(at + size)) : list[at];
      const own = gather(word, last(at + size));
      let split = whole ?? parts(word, isKnown);
      if (!split.length && own.best < 0.6) split = ends(word, isKnown);
      const found = { ...own, scores: new Map(own.scores), marks: new Set(own.marks) };
      if (split.length) add(found, together(split.map((part) => gather(part, false))), PARTS);
      if (whole || !isEmpty(word) || names.has(word) || list.length === 1) made.push({ ...found, word, part: isEmpty(word) && list.length > 1 ? SMALL : 1 });
      at += size;
    }
    return made;
  }

  function joins(some, half) {
    const isOne = (word) => isKnown(word) || (half && all.some((one) => one.hits.size && one.low.startsWith(fold(word))));
    return [some.join(""), some.join("s")].find((word) => word.length > 5 && isOne(word));
  }

  /** {found: [{entry, value}] best first, marks: forms to mark, nearest: words to offer when nothing was found}. */
  function search(query, most = 15) {
    const quoted = [...query.matchAll(/["»“”„]([^"«»“”„]+)["«“”„]/g)].map(([, text]) => ` ${words(fold(text)).join(" ")} `);
    const list = words(query);
    const half = /[\p{L}\p{N}.]$/u.test(query);
    let sought = terms(list, half);
    if (sought.length && sought.every((term) => !term.scores.size)) sought = terms(nearest(list, 0.3), false); // almost a word is better than none
    if (!sought.length) sought = list.map((word, i) => ({ ...gather(word, half && i === list.length - 1), word, part: 1 }));
    for (const term of sought) term.rare = rarity(term) * term.part;
    const whole = sought.reduce((sum, term) => sum + (term.scores.size ? term.rare : 1), 0);
    const name = fold(sought.map((term) => term.word).join(" "));
    const found = entries.map((entry, n) => {
      let [sum, hit] = [0, 0];
      for (const term of sought) {
        const score = term.scores.get(n) ?? 0;
        sum += score * term.rare;
        if (score) hit += term.rare;
      }
      const flat = quoted.length ? ` ${words(fold(`${entry.t} ${entry.s} ${entry.x}`)).join(" ")} ` : "";
      const right = quoted.every((text) => flat.includes(text));
      return { entry, value: right ? sum * (hit / whole) * entry.weight * (entry.name === name ? 1.5 : 1) : 0 };
    });
    const top = Math.max(...found.map((row) => row.value));
    return {
      found: found.filter((row) => row.value > 0.12 * top).sort((a, b) => b.value - a.value).slice(0, most),
      marks: new Set(sought.flatMap((term) => [...term.marks])),
      nearest: top > 0 ? [] : nearest(list),
    };
  }

  /** The words of titles and keywords most like those that were sought in vain. */
  function nearest(list, least = 0) {
    const akin = (one) => Math.max(...list.map((word) => kinship(fold(word), one.low)));
    const shown = all.filter((one) => one.word.length > 3 && [...one.hits.values()].some((weight) => weight >= FIELDS.keywords));
    return shown.map((one) => [akin(one), one.word]).filter(([like]) => like >= least).sort((a, b) => b[0] - a[0]).slice(0, 4).map(([, word]) => word);
  }

  return Object.assign(search, { entries });
}

export { fold };

function raise(scores, n, value) {
  if (value > (scores.get(n) ?? 0)) scores.set(n, value);
}

function add(found, other, weight) {
  for (const [n, value] of other.scores) raise(found.scores, n, value * weight);
  for (const mark of other.marks) found.marks.add(mark);
}
