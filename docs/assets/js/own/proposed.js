// A proposed entry: what it must have, what it must not hold, and how the data files write it. Knows no page.
import { slug } from "./words.js";

/**
 * What was written in the form, by the names of the fields.
 * @typedef {Record<string, string>} Proposed
 * A field: its key, how it is written, whether it may be left out, and how long it may be (0: as long as one likes).
 * @typedef {[string, "name" | "link" | "prose" | "list", boolean, number]} Field
 * A kind: its file, or the field that chooses one, how far in it stands, what it is made of in the data's order, which
 * field is its text, whether it says where it comes from, and the lines that end it.
 * @typedef {{file: string, at: string, under: string, indent: number, fields: Field[], prose: string,
 *   hasOrigin: boolean, ends: string[]}} ProposedKind
 * All that may be proposed, as the page has it from the models, and what no text may hold, with the word for it.
 * @typedef {{kinds: Record<string, ProposedKind>, rules: [string, string][]}} Spec
 */

const WIDTH = 100;
const LONGEST_ID = 56; // before a number is put behind it

/**
 * What stands in the way of a proposal: the fields that are empty, and the rules that are broken, with their limit.
 * @param {Proposed} given @param {Spec} spec
 */
export function fits(given, spec) {
  const { fields } = spec.kinds[given.slags];
  const texts = fields.filter(([, style]) => style !== "link").map(([key]) => given[key]).join("\n");
  const has = (/** @type {string} */ key) => fields.some(([one]) => one === key) && Boolean(given[key]);
  const title = fields.find(([key]) => key === "titel")?.[3] ?? 0;
  /** @param {[string, string]} rule @returns {[boolean, string]} */
  const holds = ([pattern, word]) => [new RegExp(pattern, "u").test(texts), word];
  /** @type {[boolean, string][]} */
  const rules = [
    [title > 0 && given.titel.length > title, "for-lang"],
    [has("link") && !/^https:\/\/[^\s"]+$/.test(given.link), "link"],
    [has("år") && !/^\d{4}$/.test(given.år), "aar"],
    ...spec.rules.map(holds),
  ];
  const wrong = rules.filter(([isBroken]) => isBroken).map(([, name]) => name);
  return {
    empty: fields.filter(([key, , optional]) => !optional && !given[key]).map(([key]) => key),
    wrong: [...new Set(wrong)],
    longest: title,
  };
}

/**
 * The entry in the form the data files have: short names in quotes, prose as folded blocks.
 * @param {Proposed} given @param {ProposedKind} kind @param {Set<string>} known ids that are taken
 */
export function entry(given, kind, known) {
  const margin = " ".repeat(kind.indent);
  const inner = `${margin}  `;
  const lines = [`${margin}- id: ${freeId(given.titel, known)}`];
  for (const [key, style] of kind.fields) if (given[key]) lines.push(...STYLES[style](key, given[key], inner));
  const origin = kind.hasOrigin ? [given.kilde ? `kilde: ${given.kilde}` : "oprindelse: egen"] : [];
  return `${[...lines, ...[...origin, ...kind.ends].map((line) => inner + line)].join("\n")}\n`;
}

/**
 * How a field is written, a line at a time, each after a margin.
 * @type {Record<Field[1], (key: string, words: string, margin: string) => string[]>}
 */
const STYLES = {
  name: (key, words, margin) => [`${margin}${key}: ${JSON.stringify(words.replace(/\s+/g, " "))}`],
  link: (key, words, margin) => STYLES.name(key, words, margin),
  prose: (key, words, margin) => [`${margin}${key}: >-`, ...folded(words, `${margin}  `)],
  list: (key, words, margin) => [
    `${margin}${key}:`, ...paragraphs(words).flatMap((one) => [`${margin}  - >-`, ...folded(one, `${margin}    `)]),
  ],
};

/**
 * Prose as the lines of a folded block.
 * @param {string} words @param {string} margin
 */
function folded(words, margin) {
  return paragraphs(words).flatMap((paragraph, index) => {
    const lines = [""];
    for (const word of paragraph.split(" ")) {
      const line = lines[lines.length - 1];
      if (line && margin.length + line.length + 1 + word.length > WIDTH) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return [...(index ? [""] : []), ...lines.map((line) => margin + line)];
  });
}

/**
 * An id made from the title that no entry has.
 * @param {string} title @param {Set<string>} known
 */
function freeId(title, known) {
  const id = slug(title, LONGEST_ID) || "nyt-punkt";
  let [number, free] = [2, id];
  while (known.has(free)) free = `${id}-${number++}`;
  return free;
}

/** @param {string} words */
export function paragraphs(words = "") {
  return words.split(/\n\s*\n/).map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean);
}
