// Changes of a state, field by field, and the way back. Knows no browser.

/** @import { Fields, Kept, State } from "./state.js" */

/** @typedef {Record<string, Record<string, Fields>>} Changes  {collaboration: {key: {field: value}}} */

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

/** The steps that can be taken back and made again, the last one last. */
export class Steps {
  /** @type {Changes[]} */
  undo = [];
  /** @type {Changes[]} */
  redo = [];

  /**
   * Steps as they were kept as text; none when it is no such text.
   * @param {string | null} words
   */
  static from(words) {
    const made = new Steps();
    try {
      const { undo, redo } = JSON.parse(words ?? "{}");
      if (Array.isArray(undo) && Array.isArray(redo)) Object.assign(made, { undo, redo });
    } catch {
      // No steps, then.
    }
    return made;
  }

  /** The steps as text. */
  get text() {
    return JSON.stringify({ undo: this.undo, redo: this.redo });
  }

  /**
   * Remember what takes a new change back.
   * @param {Changes} back
   */
  add(back) {
    this.undo = [...this.undo, back].slice(-STEPS);
    this.redo = [];
  }
}
