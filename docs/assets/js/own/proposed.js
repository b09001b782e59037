// A proposed entry: what it must have, what it must not hold, and how the data files write it. Knows no page.
import { slug } from "./words.js";

/**
 * What was written in the form, by the names of the fields.
 * @typedef {Record<string, string>} Proposed
 * A field: its key, how it is written, and whether it may be left out.
 * @typedef {[string, "name" | "prose" | "list", boolean?]} Field
 * A kind: where it stands ("": in the chosen theme), how far in, what it is made of in the data's order, which field is
 * its text, and whether it says where it comes from.
 * @typedef {{file: string, indent: number, fields: Field[], prose?: string, hasOrigin?: boolean}} ProposedKind
 */

const WIDTH = 100;
const LONGEST_TITLE = 120;
const LONGEST_ID = 56; // before a number is put behind it

/** @type {Record<string, ProposedKind>} */
export const KINDS = {
  punkt: {
    file: "", indent: 2, hasOrigin: true,
    fields: [["titel", "name"], ["tekst", "prose"], ["eksempel", "prose", true], ["drøft", "prose", true]],
  },
  tjek: { file: "", indent: 4, hasOrigin: true, fields: [["titel", "name"], ["tekst", "prose"]] },
  kursus: {
    file: "data/kurser.yml", indent: 2, prose: "resumé",
    fields: [
      ["titel", "name"], ["resumé", "prose"], ["form", "name"], ["varighed", "name"], ["målgruppe", "prose"],
      ["udbytte", "list"], ["tekst", "prose"],
    ],
  },
  kilde: {
    file: "data/kilder.yml", indent: 2, prose: "note",
    fields: [
      ["titel", "name"], ["udgiver", "name", true], ["år", "name", true], ["link", "name", true], ["note", "prose"],
    ],
  },
};
const HTML = /<\/?[a-z][^<>]*>|<!--|&(#\d+|#x[0-9a-f]+|[a-z]{2,8});|\{\{|\}\}|\{%|%\}|\{#/i;
const PRIVATE = new RegExp([
  /(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)/, /[\w.+-]+@[\w-]+\.[\w.-]+/,
  /(?<!\d)(\+45 ?)?(\d{2} ){3}\d{2}(?!\d)/,
].map(({ source }) => source).join("|"));

/**
 * What stands in the way of a proposal: the fields that are empty, and the names of the rules that are broken.
 * @param {Proposed} given
 */
export function fits(given) {
  const { fields } = KINDS[given.slags];
  const used = fields.map(([key]) => given[key]).join("\n");
  const isSource = given.slags === "kilde";
  /** @type {[boolean, string][]} */
  const rules = [
    [given.titel.length > LONGEST_TITLE, "for-lang"],
    [isSource && Boolean(given.link) && !/^https:\/\/[^\s"]+$/.test(given.link), "link"],
    [isSource && Boolean(given.år) && !/^\d{4}$/.test(given.år), "aar"],
    [HTML.test(used), "html"], [PRIVATE.test(used), "privat"],
  ];
  return {
    empty: fields.filter(([key, , optional]) => !optional && !given[key]).map(([key]) => key),
    wrong: rules.filter(([isBroken]) => isBroken).map(([, name]) => name),
  };
}

/**
 * The entry in the form the data files have: short names in quotes, prose as folded blocks.
 * @param {Proposed} given @param {Set<string>} known ids that are taken @param {string} enrolment what a course says of it
 */
export function entry(given, known, enrolment) {
  const { indent, fields } = KINDS[given.slags];
  const margin = " ".repeat(indent);
  const inner = `${margin}  `;
  const lines = [`${margin}- id: ${freeId(given.titel, known)}`];
  for (const [key, style] of fields) if (given[key]) lines.push(...STYLES[style](key, given[key], inner));
  if (given.slags === "kursus") lines.push(`${inner}tilmelding:`, ...STYLES.prose("tekst", enrolment, `${inner}  `));
  return `${[...lines, `${inner}${origin(given)}`].join("\n")}\n`;
}

/** @param {Proposed} given */
function origin({ slags, kilde }) {
  if (slags === "kilde") return "rolle: litteratur";
  return kilde && slags !== "kursus" ? `kilde: ${kilde}` : "oprindelse: egen";
}

/**
 * How a field is written, a line at a time, each after a margin.
 * @type {Record<Field[1], (key: string, words: string, margin: string) => string[]>}
 */
const STYLES = {
  name: (key, words, margin) => [`${margin}${key}: ${JSON.stringify(words.replace(/\s+/g, " "))}`],
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
