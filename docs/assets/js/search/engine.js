// Ranks the entries of the index for a query. Knows no page; language.js knows what words mean.
import { LINKS, fold, form, likeness, nearness, parts, slips, words } from "./language.js";

/** The entries of the packed index (see macros/finding.py). */
function unpack(index) {
  const [anchors, titles, keywords, texts, rest] = ["a", "t", "s", "x", "w"].map((name) => index[name].split("\n"));
  return titles.map((t, i) => {
    const [[k, many, weight], [page, c]] = [index.kinds[index.k[i]], index.pages[index.p[i]]];
    const u = anchors[i] ? `${page}#${anchors[i]}` : page;
    return { k, many, c, t, u, x: texts[i], s: keywords[i], w: rest[i], weight };
  });
}

/** Make a search from the index. */
export function engine(index) {
  // What a word counts by where it stands.
  const TITLE = 10.5;
  const KEYWORD = 5;
  const TEXT = 2;
  const REST = 0.5;
  const LONG = 0.25; // how much less the words of a long title count
  const PHRASE = 0.25; // and those of a keyword of several words
  const SPREAD = 0.25; // as much of the best score makes an entry count as found, when a word's rarity is reckoned
  const SYNONYM = 0.2; // what an everyday word counts against the catalogue's own
  const PARTS = 0.45; // what the parts of a compound count against the whole
  const BEGUN = 0.5; // what a longer word counts when the shorter one is a word too
  const SMALL = 0.6; // what a small word counts that is also an entry's name
  const KNOWN = 0.8; // as alike a word must be to be neither a slip nor split
  const RARE = 1.3; // how much more a rare word says
  const COVER = 0.8; // how much it counts that all words are found
  const NAMED = 1.5; // what an entry gains whose name is the query
  const LEAST = 0.08; // what an answer must count against the best to be shown
  const WEAK = 0.35; // less alike than this is no sure answer
  const AKIN = 0.45; // as akin a word must be to be offered when nothing was found
  const ALMOST = 0.7; // as akin a word must be to be sought instead of one that is nowhere

  const entries = unpack(index);
  const small = new Set(index.small.split(" "));
  const isEmpty = (word) => small.has(word) || word.length < 2;
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
    const fields = [[TITLE, title.concat(joined), LONG], [TEXT, words(entry.x)], [REST, words(entry.w)], ...entry.s.split("\t").map((text) => [KEYWORD, words(text), PHRASE])];
    for (const [value, list, power = 0] of fields) {
      const weight = value / (list.filter((word) => !isEmpty(word)).length || 1) ** power;
      for (const word of list) raise(known(word).hits, n, weight);
    }
  });
  for (const [means, everyday] of index.synonyms) for (const word of words(everyday)) known(word).means.push(...means.split("\t"));
  const all = [...forms.values()];
  const roots = new Set(all.filter((f) => f.hits.size).map((f) => f.root));
  const keys = new Set(all.filter((f) => f.hits.size).map((f) => f.key));
  const isKnown = (word) => !isEmpty(word) && roots.has(form(word).root);
  const kept = new Map();

  /** What a word finds: {scores: entry -> weight, marks: words to mark, best: how alike the best of them is, instead: the
   * word it was taken for, if it was a slip}. `plain`: only the word itself, no synonyms and nothing less than alike. */
  function gather(word, half, plain) {
    const id = `${word} ${half} ${plain}`;
    if (!kept.has(id)) kept.set(id, look(form(word), half, plain));
    return kept.get(id);
  }

  function look(sought, half, plain) {
    const found = { scores: new Map(), marks: new Set(), best: 0 };
    let near = 0.3; // how near the word is that is shown instead; of the rest of the texts only roots are known
    for (const by of [likeness, nearness]) {
      for (const one of all) {
        const like = by(sought, one, half);
        if (!like || (plain && (like < 0.7 || !one.hits.size)) || (small.has(one.word) && one.word !== sought.word)) continue;
        if (by === nearness && like > near && (!one.hits.size || [...one.hits.values()].some((weight) => weight > REST))) [near, found.instead] = [like, one.word];
        found.best = Math.max(found.best, like);
        if (like > (by === nearness ? 0.2 : 0.5)) found.marks.add(one.word);
        for (const [n, weight] of one.hits) raise(found.scores, n, weight * like);
        if (!plain && like > (by === nearness ? 0.2 : sought.low.length < 3 ? 0.9 : 0.79)) for (const other of one.means.map(phrase)) add(found, other, SYNONYM * like * Math.min(1, rarity(other) / 4 ** RARE));
      }
      if (plain || found.best >= KNOWN || (found.best && sought.low.length < 5)) break; // a word that is known is no slip
    }
    return found;
  }

  /** How much a find says: the fewer entries it points at, the more. */
  function rarity({ scores }) {
    const half = Math.max(...scores.values()) * SPREAD;
    return Math.log(1 + entries.length / (1 + [...scores.values()].filter((score) => score > half).length)) ** RARE;
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

  const phrase = (text) => together(words(text).filter((w, i, list) => list.length === 1 || !isEmpty(w)).map((w) => gather(w, false, true)));

  /** The terms of a query, [{word, half}]: each word, or two or three neighbours that are one word in the catalogue. */
  function terms(list) {
    const made = [];
    for (let at = 0, size; at < list.length; at += size) {
      let word;
      size = [3, 2].find((count) => (word = joins(list.slice(at, at + count), count))) ?? 1;
      word ??= list[at].word;
      const isSmall = isEmpty(word) && list.length > 1;
      if (isSmall && !names.has(word)) continue;
      const { half } = list[at + size - 1];
      const isWhole = forms.get(word)?.hits.size;
      const own = gather(word, half && !isWhole);
      const found = { ...own, scores: new Map(own.scores), marks: new Set(own.marks), word, part: isSmall ? SMALL : 1 };
      const split = size > 1 ? list.slice(at, at + size).map((one) => one.word) : own.best < KNOWN ? parts(word, isKnown) : [];
      if (split.length) add(found, together(split.map((part) => gather(part))), PARTS);
      if (half && isWhole) add(found, gather(word, half), BEGUN);
      made.push(found);
    }
    return made;
  }

  function joins(some, count) {
    const list = some.map(({ word }) => word);
    if (list.length < count || list.some((word) => word.length < 3)) return undefined;
    return LINKS.map((link) => list.join(link)).find((word) => {
      const { low, key } = form(word);
      return word.length > 5 && (keys.has(key) || (some.at(-1).half && all.some((one) => one.hits.size && one.low.startsWith(low))));
    });
  }

  /** Search: {found: [{entry, value}] best first, marks: words to mark, instead: words shown instead of slips, loose: whether
   * words in quotes stand nowhere as they are and were sought one by one, weak: whether no word was found but in part,
   * nearest: words to offer when nothing was found}. */
  function search(query) {
    const quoted = [...query.matchAll(/["»“”„]([^"«»“”„]+)["«“”„]/g)].map(([, text]) => flat(text));
    const whole = /(^| )\p{Lu}{2,3}$/u.test(query); // nobody half types MED
    const list = [...query.matchAll(/([\p{L}\p{N}]+)(.?)/gsu)].map(([, word, end]) => ({ word: words(word)[0], half: /^\.?$/.test(end) && !whole })); // "org." too
    const plain = list.map(({ word }) => word);
    let sought = terms(list);
    let instead = sought.flatMap((term) => term.instead ?? []);
    if (sought.length && sought.every((term) => !term.scores.size)) { // almost a word is better than none
      instead = nearest(plain, ALMOST);
      sought = terms(instead.map((word) => ({ word })));
    }
    if (!sought.length) sought = list.map(({ word, half }) => ({ ...gather(word, half), word, part: 1 }));
    for (const term of sought) term.rare = rarity(term) * term.part;
    const most = sought.reduce((sum, term) => sum + (term.scores.size ? term.rare : 1), 0);
    const name = fold(sought.map((term) => term.word).join(" "));
    const rows = entries.map((entry, n) => {
      let [sum, hit] = [0, 0];
      for (const term of sought) {
        const score = term.scores.get(n) ?? 0;
        sum += score * term.rare;
        if (score) hit += term.rare;
      }
      return { entry, value: sum * (hit / most) ** COVER * entry.weight * (entry.name === name ? NAMED : 1) };
    });
    const exact = rows.filter(({ entry, value }) => value && quoted.every((text) => flat(`${entry.t} ${entry.s} ${entry.x}`).includes(text)));
    const loose = !exact.length && quoted.length > 0;
    const found = (loose ? rows : exact).sort((a, b) => b.value - a.value).filter((row, i, [best]) => row.value > LEAST * best.value);
    return {
      found,
      marks: new Set(sought.flatMap((term) => [...term.marks])),
      instead,
      loose,
      weak: sought.every((term) => term.best < WEAK),
      nearest: found.length ? [] : nearest(plain, AKIN),
    };
  }

  /** The words of titles and keywords most like those that were sought in vain. */
  function nearest(list, least) {
    const akin = ({ low }) => Math.max(...list.map((word) => 1 - slips(fold(word), low, 99) / Math.max(word.length, low.length)));
    const shown = all.filter((one) => one.word.length > 3 && [...one.hits.values()].some((weight) => weight >= KEYWORD));
    return shown.map((one) => [akin(one), one.word]).filter(([like]) => like >= least).sort((a, b) => b[0] - a[0]).slice(0, 4).map(([, word]) => word);
  }

  search.entries = entries;
  return search;
}

const flat = (text) => ` ${words(fold(text)).join(" ")} `;

function raise(scores, n, value) {
  if (value > (scores.get(n) ?? 0)) scores.set(n, value);
}

function add(found, other, weight) {
  for (const [n, value] of other.scores) raise(found.scores, n, value * weight);
  for (const mark of other.marks) found.marks.add(mark);
}
