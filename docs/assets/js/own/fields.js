// What a record of the leader's own material may hold: every field, what its value must be, and how much it takes.

/** @typedef {(value: unknown) => boolean} Test */
/**
 * What a field takes. `reads`: what is read of it, wherever it comes from; `fits`: what may be written in it now.
 * @typedef {{reads: Test, fits: Test, limits: Limits}} Rule
 * The longest text (or list), and the least and the greatest day.
 * @typedef {{most?: number, least?: string, greatest?: string}} Limits
 */

export const META = "om"; // the record that tells of the collaboration itself: name, phase, dates
export const PARTY = "part"; // `part.<id>` is one of its parties, whose answer to a question is `<question>.<id>`
export const INTERVIEW = "interview"; // `interview.<tool>.<id>` is one who is asked in it, notes of whom are `<question>.fokus-<id>`
export const ASKED = "fokus-"; // what the last part of such a key begins with
export const SIGNED = "hvem"; // `hvem.<author>` is who an author is to the others

/** What a key begins with when it is not an entry's id. */
export const KINDS = new Set([
  META, PARTY, SIGNED, "aftale", "maaling", INTERVIEW, "ur", "mit", "svar", "fase", "haelder", "haefte",
]);
/** The kinds a link to a collaboration leaves out: her own clock, and answers she has not given the others. */
export const PRIVATE = new Set(["ur", "mit"]);

/**
 * The fields without which a record of a kind says nothing that a page could show. All else of it is filled in: a name, a day,
 * what the catalogue says of a step. `<kind>.`: of the records that hang on one.
 * @type {Map<string, string[]>}
 */
export const NEEDS = new Map([
  [PARTY, ["name"]], [SIGNED, ["name"]], ["aftale", ["what"]], ["maaling", ["choice"]], ["svar", ["values"]],
  [`${INTERVIEW}.`, ["name"]],
]);
/** @param {string} key @returns {string[]} What a record under a key must have. */
export function needsOf(key) {
  const [kind, , other] = key.split(".");
  return (other !== undefined && NEEDS.get(`${kind}.`)) || (NEEDS.get(kind) ?? []);
}

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const KEY = /^[a-z0-9][a-z0-9-]{0,59}(\.[a-z0-9-]{1,60}){0,2}$/;
const AUTHOR = /^[a-z0-9]{1,16}(-[a-z0-9]{1,8})?$/; // what follows the dash tells apart what one author wrote at once
const DAY = /^(\d{4}-\d{2}-\d{2})?$/;
const [FIRST_DAY, LAST_DAY] = ["2000-01-01", "2099-12-31"];
export const LAST_MOMENT = 4_102_444_800_000; // 2100: a clock beyond it is wrong, and would win every merge
const END_OF_TIME = 8.64e15; // the last moment a date can be
const LENIENT = 10; // how many times longer a text may be that is there already: it is shown, though nobody may write it

/** @param {unknown} name Whether it can be the id of a collaboration or an entry; no name that every object has. */
export const isId = (name) => typeof name === "string" && ID.test(name) && !(name in {});
/** @param {string} name Whether records can be kept under it. */
export const isKey = (name) => KEY.test(name) && !(name in {});
/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} moment */
export const isMoment = (moment) => between(0, LAST_MOMENT)(moment);
/** @param {unknown} author */
export const isAuthor = (author) => typeof author === "string" && AUTHOR.test(author);

/** @param {Test} reads @param {Test} [fits] @param {Limits} [limits] @returns {Rule} */
const rule = (reads, fits = reads, limits = {}) => ({ reads, fits, limits });
/** @type {(most: number) => Test} */
const within = (most) => (value) => typeof value === "string" && value.length <= most;
/** @param {number} most */
const text = (most) => rule(within(LENIENT * most), within(most), { most });
/** @type {(low: number, high: number) => Test} */
const between = (low, high) => (value) => Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
/** @param {number} low @param {number} high */
const whole = (low, high) => rule(between(low, high));
/** @type {Test} */
const isDay = (value) => typeof value === "string" && DAY.test(value);
const limits = { least: FIRST_DAY, greatest: LAST_DAY };
/** A day somebody chose: no year of two digits or five, whatever the browser's own field lets through. */
const chosen = rule(
  isDay, (day) => day === "" || (isDay(day) && String(day) >= FIRST_DAY && String(day) <= LAST_DAY), limits,
);
/** @param {number} most @param {Test} each */
const list = (most, each) =>
  rule((value) => Array.isArray(value) && value.length <= most && value.every(each), undefined, { most });
/** @type {Test} */
const areRatings = (value) =>
  isObject(value) && Object.entries(value).length <= 60 &&
  Object.entries(value).every(([key, number]) => isKey(key) && between(1, 20)(number));
const flag = rule((value) => typeof value === "boolean");

/**
 * Every field a record may have.
 * @satisfies {Record<string, Rule>}
 */
export const FIELDS = {
  gone: flag, done: flag, skipped: flag, archived: flag, sound: flag,
  day: rule(isDay), due: chosen, start: chosen, end: chosen,
  note: text(20_000), who: text(200), choice: text(60), wording: text(2_000), title: text(600), text: text(16),
  name: text(120), phase: text(30), what: text(2_000), from: text(120), answer: text(60),
  ids: list(100, isId), names: list(12, within(80)),
  lean: whole(1, 5), place: whole(1, 999), round: whole(0, 12), ends: whole(0, END_OF_TIME), left: whole(0, 86_400_000),
  created: whole(0, END_OF_TIME),
  values: rule(areRatings),
};

/** What she writes freely. Two texts written without knowledge of each other are both kept; of all else the last is. */
export const TEXTS = new Set(["note", "who", "what", "name"]);

/** What the catalogue said when she wrote: it may be as long as its editors like, and takes no more than its room. */
export const QUOTED = new Set(["title", "wording"]);

/** @type {Map<string, Rule>} */
const RULES = new Map(Object.entries(FIELDS));
/** @param {string} field */
export const ruleOf = (field) => RULES.get(field);

/** @param {unknown} value @param {string} field @returns {unknown} It, and of what the catalogue said what there is room for. */
export function roomy(value, field) {
  const { most = 0 } = ruleOf(field)?.limits ?? {};
  if (!QUOTED.has(field) || typeof value !== "string" || value.length <= most) return value;
  return `${value.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Why something cannot be taken in or kept: `code` names the message in the page, `place` where it is. */
export class Refusal extends Error {
  /** @param {string} code @param {string} [place] @param {string} [field] the field that takes it not, if it is one */
  constructor(code, place = "", field = "") {
    super(code);
    this.code = code;
    this.place = place;
    this.field = field;
  }
}

/** @param {string} field @param {unknown} one */
const isRewritten = (field, one) =>
  TEXTS.has(field) && isObject(one) &&
  Array.isArray(one.drop) && one.drop.every((value) => typeof value === "string") && Array.isArray(one.add) &&
  one.add.every(({ value, author } = {}) => value && ruleOf(field)?.reads(value) && isAuthor(author));
/** @type {Test} */
const areRewritten = (all) => isObject(all) && Object.entries(all).every((one) => isRewritten(...one));
const REWRITTEN = rule(areRewritten);

/**
 * See that fields can be kept under a key; null takes a field away. Throws Refusal: "noegle" (no such key), "for-langt" (a
 * text or a list), "dag" (no day, or not in this century), "felt" (anything else).
 * @param {string} key @param {Record<string, unknown>} fields
 * @param {"fits" | "reads"} way how much is let in: what she writes now must fit; what was kept somewhere need not
 */
export function fit(key, fields, way = "fits") {
  if (!isKey(key)) throw new Refusal("noegle", key);
  for (const [field, value] of Object.entries(fields)) {
    const known = ruleOf(field) ?? (field === "texts" ? REWRITTEN : undefined);
    if (value === null && known) continue;
    if (!known?.[way](value)) throw new Refusal(reason(value, known), `${key} › ${field}`, field);
  }
}

/** @param {unknown} value @param {Rule} [known] */
function reason(value, known) {
  const { least, most = Infinity } = known?.limits ?? {};
  const length = typeof value === "string" || Array.isArray(value) ? value.length : 0;
  if (least && length) return "dag";
  return length > most ? "for-langt" : "felt";
}
