// Links of ours in whatever stands in an address or was pasted: whole mails, wrapped over lines and quoted, inside
// Outlook's Safe Links, several at once. Each is tried as it stands first, then as it may have been before it was broken.
import { MARK } from "./address.js";
import { Refusal, refusal } from "./state.js";

const LONGEST_TEXT = 400_000; // letters: some hundred mails
const MOST_MARKS = 100;
const MOST_PIECES = 200; // lines a link may be wrapped over
const LONGEST_WAIT = 900; // ms, however a text is made
const SHORTEST_CODE = 20; // of what may be a code without its link

const PIECE = /^(?:[\w-]|%(?:25)*(?:5F|2D))*/i;
/** Where a line was broken, or a sign put in, also one that is not seen. */
const BREAK = /^(?:=?[ \t]*\r?\n[\s>|]*|[ \t\u00A0\u00AD\u200B\u2060\uFEFF]+|(?:%(?:25)*(?:0D|0A|20))+)/i;

/**
 * @template Value
 * @typedef {{values: Value[], faults: Refusal[]}} Read  what was found, and one fault for each link that cannot be read
 */

/** @param {string} words Signs of a code as they were. */
const plain = (words) => words.replace(/%(?:25)*5F/gi, "_").replace(/%(?:25)*2D/gi, "-");

/**
 * What a code may have been: as it stands on its line, then joined with the next one, and so on.
 * @param {string} words what comes after the mark
 */
function* codes(words) {
  let [rest, code] = [words, ""];
  for (let count = 0; count < MOST_PIECES; count += 1) {
    const [piece] = PIECE.exec(rest) ?? [""];
    code += plain(piece);
    yield code;
    rest = rest.slice(piece.length);
    const [gap] = BREAK.exec(rest) ?? [""];
    if (!gap) return;
    rest = rest.slice(gap.length);
    if (!PIECE.exec(rest)?.[0]) return;
  }
}

/**
 * How a code may have been written: as it stands, after the sign that some mail programs write »=« as, before a sign.
 * @param {string} code
 */
const ways = (code) =>
  [code, code.replace(/^3D/, ""), code.replace(/[-_]+$/, "")]
    .filter((one, place, all) => one && one.length % 4 !== 1 && all.indexOf(one) === place);

/** How long codes may be tried. */
class Patience {
  #end = Infinity; // until the first has been tried: what reads it may have to be fetched

  /**
   * @template Value
   * @param {Iterable<string>} codes @param {(code: string) => Promise<Value>} read
   * @returns {Promise<Value>} of the first that can be read; throws the Refusal that says most when none can
   */
  async first(codes, read) {
    let isEmpty = true;
    for (const code of codes) {
      isEmpty &&= !code;
      for (const way of ways(code)) {
        if (Date.now() > this.#end) throw new Refusal("for-stor");
        const found = await read(way).catch(refusal);
        this.#end = Math.min(this.#end, Date.now() + LONGEST_WAIT);
        if (!(found instanceof Refusal)) return found;
        if (found.code !== "beskadiget") throw found; // it was read, and is not for here
      }
    }
    throw new Refusal(isEmpty ? "tomt" : "beskadiget");
  }
}

/**
 * Every code of a kind in a text, read; what stands twice is told once. Never throws.
 * @template Value
 * @param {string} text @param {string} name @param {(code: string) => Promise<Value>} read may throw Refusal
 * @returns {Promise<Read<Value>>}
 */
export async function readAll(text, name, read) {
  if (text.length > LONGEST_TEXT) return { values: [], faults: [new Refusal("for-stor")] };
  const marks = [...text.matchAll(MARK)].slice(0, MOST_MARKS);
  const here = marks.filter((mark) => mark[1].toLowerCase() === name);
  const found = await readMarked(text, here, read);
  if (found.values.length || found.faults.length) return found;
  return marks.length ? { values: [], faults: [new Refusal("andet-sted")] } : bare(text, read);
}

/**
 * @template Value
 * @param {string} text @param {RegExpExecArray[]} marks @param {(code: string) => Promise<Value>} read
 * @returns {Promise<Read<Value>>}
 */
async function readMarked(text, marks, read) {
  const patience = new Patience();
  /** @type {Map<string, Value>} */
  const values = new Map();
  /** @type {Map<string, Refusal>} */
  const faults = new Map();
  for (const [place, mark] of marks.entries()) {
    const start = mark.index + mark[0].length;
    const rest = text.slice(start, marks[place + 1]?.index);
    try {
      const value = await patience.first(codes(rest), read);
      values.set(JSON.stringify(value), value);
    } catch (fault) {
      faults.set(PIECE.exec(rest)?.[0] ?? "", refusal(fault));
    }
  }
  return { values: [...values.values()], faults: [...faults.values()] };
}

/** @param {string} word Whether a word looks like a code: nobody writes so. */
const isLikely = (word) =>
  word.length >= SHORTEST_CODE && /^[\w-]+$/.test(word) && [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(word));

/**
 * Codes without their links. Nothing is told of words that are none.
 * @template Value
 * @param {string} text @param {(code: string) => Promise<Value>} read
 * @returns {Promise<Read<Value>>}
 */
async function bare(text, read) {
  const likely = [...new Set(text.split(/\s+/))].filter(isLikely).slice(0, MOST_MARKS);
  const found = await Promise.all(likely.map((code) => read(code).catch(refusal)));
  const faults = found.filter((one) => one instanceof Refusal);
  const values = found.flatMap((one) => (one instanceof Refusal ? [] : [one]));
  return { values, faults: likely.length ? faults : [new Refusal("intet-link")] };
}
