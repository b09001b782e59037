// Changes of a state, field by field, and the way back. Knows no browser.
import { fit } from "./fields.js";

/** @import { Fields, Kept, State } from "./state.js" */

/** @typedef {Record<string, Record<string, Fields>>} Changes  {collaboration: {key: {field: value}}} */
/**
 * What takes a change back: `where` is the collaboration she worked in, `name` what she did, `join` the stay in a field that
 * it belongs to.
 * @typedef {{where: string, name: string, changes: Changes, join?: string}} Step
 */

const STEPS = 100;

/**
 * What remains when the fields that are null are taken away.
 * @param {Fields} fields
 */
function kept(fields) {
  return /** @type {Kept} */ (Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)));
}

/**
 * The fields as they are in `old`: what takes a change of them back.
 * @param {Fields} fields @param {Kept} old
 */
const before = (fields, old) =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, old[/** @type {keyof Kept} */ (field)] ?? null]));

/**
 * Apply changes to a state, and return the changes that take them back. Each record gets a moment after its last, also
 * when the clock was set back.
 * @param {State} state @param {Changes} changes
 */
export function apply(state, changes, now = Date.now()) {
  /** @type {Changes} */
  const back = {};
  for (const [id, records] of Object.entries(changes)) {
    const mine = (state.collaborations[id] ??= {});
    back[id] = {};
    for (const [key, fields] of Object.entries(records)) {
      const old = mine[key] ?? {};
      back[id][key] = before(fields, old);
      mine[key] = kept({ ...old, ...fields, at: Math.max(now, (old.at ?? 0) + 1) });
    }
  }
  return back;
}

/**
 * See that changes can be kept, all of them. Throws Refusal at the first that cannot.
 * @param {Changes} changes @param {"fits" | "reads"} [way] see `fit`
 */
export function fitting(changes, way) {
  for (const records of Object.values(changes)) {
    for (const [key, fields] of Object.entries(records)) fit(key, fields, way);
  }
}

/** The steps that can be taken back and made again, the last one last. */
export class Steps {
  /** @type {Step[]} */
  undo = [];
  /** @type {Step[]} */
  redo = [];

  /**
   * Steps as they were kept as text: those of them that can be read.
   * @param {string | null} words
   */
  static from(words) {
    const made = new Steps();
    try {
      const { undo, redo } = JSON.parse(words ?? "{}");
      Object.assign(made, { undo: read(undo), redo: read(redo) });
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
   * Remember what takes a new change back; one that belongs to the same stay in a field as the last is part of that step.
   * @param {Step} step
   */
  add(step) {
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

/** @param {Changes} first @param {Changes} then Both as one step back: what was there before the first. */
function joined(first, then) {
  const made = structuredClone(first);
  for (const [id, records] of Object.entries(then)) {
    for (const [key, fields] of Object.entries(records)) {
      const all = (made[id] ??= {});
      all[key] = { ...fields, ...all[key] };
    }
  }
  return made;
}

/** @param {unknown} list @returns {Step[]} */
function read(list) {
  return Array.isArray(list) ? list.flatMap((step) => ("changes" in step ? readStep(step) : former(step))) : [];
}

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
 * A step as it was kept before steps had a name: a step for each collaboration it changed.
 * @param {Changes} step
 */
function former(step) {
  return Object.entries(step).flatMap(([id, records]) => {
    const fields = Object.entries(records).map(([key, { at: _, ...rest }]) => [key, rest]);
    return readStep({ where: id, name: "", changes: { [id]: Object.fromEntries(fields) } });
  });
}
