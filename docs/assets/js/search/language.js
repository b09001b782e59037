// Words and their likeness, in the language of the page. Text in, numbers out.
const language = await import(`./languages/${document.documentElement.lang.slice(0, 2)}.js`);

/** A text as it is compared, whatever its case and accents; and what may stand between the words of a compound. */
export const { fold, LINKS } = language;

/** The words of a text, in lower case. */
export function words(text) {
  return text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

const letters = (text) => [...text].reduce((set, letter) => set | (1 << (letter.charCodeAt(0) & 31)), 0);

/** A word as it is compared: how it is written, its stem, the root of that, and the sets of their letters. */
export function form(word) {
  const low = fold(word);
  const key = fold(language.stem(word));
  const short = key.replace(language.DERIVED, "");
  const root = short.length > 3 ? short : key;
  return { word, low, key, root, letters: letters(low), core: letters(root), own: language.OWN.test(word) };
}

/** How many slips apart two words are (a letter lost, added, changed or two swapped), counted up to `most` + 1. */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** How alike a sought and a known form are, from 0 to 1; `half`: the word may be half typed. */
export function likeness(sought, known, half) {
  const { low, key } = sought;
  if (sought.core & ~known.letters && known.core & ~sought.letters) return 0; // neither can hold the other
  const sure = sought.own && !known.own ? 0.5 : 1; // who types ø knows that it is no o
  const within = known.own && !sought.own && !known.word.includes(key) ? 0.5 : sure; // model is no part of mødeledelse
  if (low === known.low) return sure;
  if (half && known.low.startsWith(low)) return (low.length > 1 ? 0.9 : 0.3) * within;
  if (key === known.key) return (key.length < 4 && low.slice(0, 4) !== known.low.slice(0, 4) ? 0.35 : half ? 0.8 : 0.93) * sure; // læg and læger are not the same
  const begins = known.low.startsWith(key) && !language.OTHER.test(known.low[key.length]);
  if ((half && key.length > 3 && begins) || sought.root === known.root) return 0.75 * sure;
  const holds = begins || known.key.endsWith(key) || known.low.endsWith(low) || (key.length > 4 && known.low.includes(key));
  return key.length >= 4 && holds ? 0.4 * within : 0;
}

/** How alike they are if the sought one is a compound of the known, or the writer slipped: once, twice in a long word or
 * three times in a very long one. */
export function nearness(sought, known, half) {
  const { low, key } = sought;
  if (known.key.length > 3 && known.low.length > 4 && (low.startsWith(known.key) || low.endsWith(known.low) || key.endsWith(known.key))) return 0.2;
  let other = half ? sought.letters & ~known.letters : sought.letters ^ known.letters; // a quick look before the slow one
  let unlike = half ? -3 : -6;
  for (; other; other &= other - 1) if (++unlike > 0) return 0;
  const [a, b] = [low, known.low];
  const short = Math.min(a.length, b.length);
  if (short < 5 || (a[0] !== b[0] && short < 8)) return 0;
  const most = short < 8 ? 1 : short < 12 ? 2 : 3;
  const count = Math.min(slips(a, b, most), slips(key, known.key, most));
  if (count <= most) return 0.6 - 0.12 * count;
  return half && short > 4 && b.length > a.length && slips(a, b.slice(0, a.length), 1) < 2 ? 0.3 : 0;
}

/** The words a compound is put together from, with or without a linking letter: `[]` when it is none. */
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
