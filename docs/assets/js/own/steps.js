// The steps that can be taken back and made again. Knows no browser.
import { fitting } from "./changes.js";
import { META } from "./fields.js";
import { FIRST, partyKey } from "./former.js";

/** @import { Changes } from "./changes.js" */
/** @import { Fields } from "./state.js" */
/**
 * What takes a change back: `where` is the collaboration she worked in, `name` what she did, `join` the stay in a field that
 * it belongs to.
 * @typedef {{where: string, name: string, changes: Changes, join?: string}} Step
 * What the first collaboration of version 1 has become, and the ids of the parties of each.
 * @typedef {{first: string, parties: (id: string) => string[]}} Heirs
 */

const STEPS = 100;

/** The steps that can be taken back and made again, the last one last. */
export class Steps {
  /** @type {Step[]} */
  undo = [];
  /** @type {Step[]} */
  redo = [];

  /**
   * Steps as they were kept as text: those of them that can be read.
   * @param {string | null} words @param {Heirs} heirs
   */
  static from(words, heirs) {
    const made = new Steps();
    try {
      const { undo, redo } = JSON.parse(words ?? "{}");
      Object.assign(made, { undo: read(undo, heirs), redo: read(redo, heirs) });
    } catch {
      // No steps, then.
    }
    return made;
  }

  /** The steps as text. A stay in a field ends with the page. */
  get text() {
    const all = { undo: this.undo, redo: this.redo };
    return JSON.stringify(all, (key, value) => (key === "join" ? undefined : value));
  }

  /**
   * Remember what takes a new change back; one that belongs to the same stay in a field as the last is part of that step, and
   * what changed nothing is none.
   * @param {Step} step
   */
  add(step) {
    if (!says(step.changes)) return;
    const last = this.undo.at(-1);
    const isSame = step.join && last?.join === step.join && last.where === step.where;
    if (last && isSame) last.changes = joined(last.changes, step.changes);
    else this.undo = [...this.undo, step].slice(-STEPS);
    this.redo = this.redo.filter(({ where }) => where !== step.where);
  }

  /**
   * Take the last step of a collaboration out of a list.
   * @param {"undo" | "redo"} list @param {string} where
   */
  pop(list, where) {
    const index = this[list].findLastIndex((step) => step.where === where);
    return index < 0 ? undefined : this[list].splice(index, 1)[0];
  }

  /**
   * The last step of a collaboration.
   * @param {"undo" | "redo"} list @param {string} where
   */
  last(list, where) {
    return this[list].findLast((step) => step.where === where);
  }
}

/** @param {Changes} changes Whether they change anything. */
const says = (changes) =>
  Object.values(changes).some((records) => Object.values(records).some((fields) => Object.keys(fields).length));

/** @param {Changes} first @param {Changes} then Both as one step back: what was there before the first. */
function joined(first, then) {
  const made = structuredClone(first);
  for (const [id, records] of Object.entries(then)) {
    for (const [key, fields] of Object.entries(records)) {
      const all = (made[id] ??= {});
      all[key] = { ...fields, ...all[key], texts: joinedTexts(all[key]?.texts, fields.texts) };
    }
  }
  return made;
}

/** @param {Fields["texts"]} first @param {Fields["texts"]} then What takes back the texts of both. */
function joinedTexts(first = {}, then = {}) {
  const made = { ...then, ...first };
  for (const [field, { drop, add }] of Object.entries(first)) {
    const later = then[field];
    if (!later) continue;
    made[field] = {
      drop: [...later.drop, ...drop.filter((value) => !later.add.some((one) => one.value === value))],
      add: [...add, ...later.add.filter(({ value }) => !drop.includes(value))],
    };
  }
  return made;
}

/** @param {unknown} list @param {Heirs} heirs @returns {Step[]} */
function read(list, heirs) {
  if (!Array.isArray(list)) return [];
  return list.flatMap((step) => (isStep(step) ? readStep(step) : former(step, heirs)));
}

/** @param {any} step @returns {step is Step} */
const isStep = (step) => typeof step?.where === "string";

/** @param {Step} step */
function readStep({ where, name, changes }) {
  try {
    fitting(changes, "reads");
    return [{ where: String(where), name: String(name), changes }];
  } catch {
    return [];
  }
}

/**
 * A step of version 1, which had no name: a step for each collaboration it changed. That one was made, or its list of
 * parties changed, is taken back no more.
 * @param {Record<string, Record<string, Record<string, unknown>>>} step @param {Heirs} heirs
 */
function former(step, { first, parties }) {
  return Object.entries(step ?? {}).flatMap(([id, records]) => {
    if (records?.[META]?.created === null) return [];
    const where = id === FIRST ? first : id;
    const fields = Object.entries(records ?? {}).map(([key, { at: _, parties: __, ...rest }]) => (
      [partyKey(key, parties(where)), rest]
    ));
    return readStep({ where, name: "", changes: { [where]: Object.fromEntries(fields) } });
  });
}
