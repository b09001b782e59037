// Danish words and their likeness. Knows nothing of pages: text in, numbers out.
import { stem } from "./stemmer.js";

// Words that say nothing of what is sought, unless nothing else is said.
const EMPTY = new Set(
  "og i at det den de en et er som for på pa paa til med af der vi jeg du har ikke hvad hvordan hvem hvorfor hvornår hvor kan skal om os vores man hos fra eller når vil min mit mine din dit jer jeres sin så sa saa hvis hvilke hvilken ud ind op men også bare få får gør gøre må være blive bliver ville kunne skulle hinanden under efter mod over ved kommer komme nogle noget nogen alle alt hele selv gerne mere meget ting skulle bør dem han hun når hver hvert mellem sammen siden inden mig dig sig to siger betyder betyde findes hedder"
    .split(" "),
);

/** Lower case, without accents; æ, ø and å as ae, oe and aa and as a, o and a alike. */
export function fold(text) {
  return text.toLowerCase().normalize("NFC").replace(/æ|ae|aa|å/g, "a").replace(/ø|oe/g, "o").normalize("NFD").replace(/\p{M}/gu, "");
}

/** The words of a text, in lower case. */
export function words(text) {
  return text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word as it is compared: how it is written, its stem, the root of that, and a set of its letters. */
export function form(word) {
  const low = fold(word);
  const letters = [...low].reduce((set, letter) => set | (1 << (letter.charCodeAt(0) & 31)), 0);
  const key = fold(stem(word));
  const root = key.replace(/(er)?n?ing$|[ai]tion$/, ""); // evaluering as evaluere, kommunikation as kommunikere
  return { word, low, key, root: root.length > 3 ? root : key, letters };
}

export const isEmpty = (word) => EMPTY.has(word);

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
  if (low === known.low) return 1;
  const sure = /[æøå]/.test(sought.word) && !/[æøå]/.test(known.word) ? 0.5 : 1; // who types ø knows that it is no o
  if (half && known.low.startsWith(low)) return (low.length > 1 ? 0.9 : 0.3) * sure;
  if (key === known.key) return (key.length < 4 ? 0.55 : half ? 0.8 : 0.93) * sure; // læg and læger are not the same
  const begins = known.low.startsWith(key) && !/[aiouy]/.test(known.low[key.length]); // not kommun-ikation
  if (half && key.length >= 3 && begins) return 0.75 * sure;
  if (sought.root === known.root) return 0.75 * sure;
  if (key.length >= 4 && (begins || known.key.endsWith(key) || known.low.endsWith(low))) return 0.65 * sure;
  if (key.length >= 5 && known.low.includes(key)) return 0.5 * sure;
  return known.low.length >= 5 && (low.startsWith(known.low) || low.endsWith(known.low)) ? 0.4 : 0;
}

/** How alike they are if the writer slipped once, or twice in a long word. */
export function nearness(sought, known, half) {
  if (unlike(sought.letters, known.letters, half)) return 0;
  const [a, b] = [sought.low, known.low];
  const short = Math.min(a.length, b.length);
  if (short < 4 || (a[0] !== b[0] && short < 6)) return 0;
  const most = short >= 8 ? 2 : 1;
  const count = slips(a, b, most);
  if (count <= most) return 0.6 - 0.12 * count;
  if (short > 4 && slips(sought.key, known.key, 1) < 2) return 0.45;
  return half && short > 4 && b.length > a.length && slips(a, b.slice(0, a.length), 1) < 2 ? 0.3 : 0;
}

/** Whether two words have too different letters to be two slips apart: a quick look before the slow one. */
function unlike(a, b, half) {
  let other = half ? a & ~b : a ^ b;
  let count = 0;
  for (; other; other &= other - 1) count++;
  return count > (half ? 2 : 4);
}

/** A compound of which only one end is known, as that and the rest: rolle-fordeling; `[]` when neither is. */
export function ends(word, isKnown) {
  for (let size = word.length - 4; size >= 4; size--) {
    const [head, tail] = [word.slice(0, size), word.slice(-size)];
    if (isKnown(head)) return [head.replace(/s$/, ""), word.slice(size).replace(/^s(?=.{4})/, "")];
    if (isKnown(tail)) return [word.slice(0, -size), tail];
  }
  return [];
}

/** The two or three words a compound is put together from, with or without a linking s or e; `[]` when it is none. */
export function parts(word, isKnown) {
  for (let at = word.length - 4; at >= 3; at--) {
    const tail = word.slice(at);
    if (!isKnown(tail)) continue;
    for (const head of [word.slice(0, at), word.slice(0, at).replace(/[se]$/, "")]) {
      if (head.length < 3) continue;
      if (isKnown(head)) return [head, tail];
      const more = parts(head, isKnown);
      if (more.length) return [...more, tail];
    }
  }
  return [];
}

/** How many pairs of letters two words share, from 0 to 1: likeness when all else fails. */
export function kinship(a, b) {
  const pairs = (w) => new Set(Array.from({ length: w.length + 1 }, (_, i) => ` ${w} `.slice(i, i + 2)));
  const [one, two] = [pairs(a), pairs(b)];
  return (2 * [...one].filter((p) => two.has(p)).length) / (one.size + two.size);
}
