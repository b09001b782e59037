// What is done with the leader's own material, and taken back. Knows no storage: `catchUp` and `changed` are the store's.
import { apply, base, fitting, follow, quoted, revived, textsIn, unseen, valueOf } from "./changes.js";
import { META, SIGNED, ruleOf } from "./fields.js";
import { Material } from "./material.js";
import { merge } from "./merge.js";
import { empty } from "./state.js";
import { Steps } from "./steps.js";

/** @import { Changes } from "./changes.js" */
/** @import { Row } from "./compare.js" */
/** @import { Fields, Kept, Records } from "./state.js" */

/**
 * What is done, in her words; the stay in a field it belongs to (all that is changed during one stay is one step); and what
 * stood in the field when she came to it (`was`, or `saw` by "<key> <field>"): another text that has come there since is kept
 * beside hers.
 * @typedef {{step?: string, join?: string, was?: string, saw?: Record<string, string>, where?: string}} Doing
 */

export class Work extends Material {
  state = empty();
  steps = new Steps();
  /** @type {{join?: string, wrote: Map<string, string>}} the stay in a field that goes on, and what it wrote where */
  #stay = { wrote: new Map() };

  /** Who writes here: an id of this browser. */
  get author() {
    return "";
  }

  get hand() {
    return { author: this.author };
  }

  /** Take in what another tab wrote and was not heard of. */
  catchUp() {}

  /** Keep what was changed, and tell. */
  changed() {}

  /** @param {string} _id Use a collaboration. */
  use(_id) {}

  /**
   * What belongs to a former id is that of the present one, unless that has something of its own.
   * @param {string} former @param {string} key
   */
  follow(former, key) {
    follow(this.state, former, key, this.hand);
  }

  /**
   * What a field takes: the longest text, the least and the greatest day.
   * @param {string} field
   */
  limits(field) {
    return ruleOf(field)?.limits ?? {};
  }

  /**
   * Change records of one collaboration as one step that can be undone: {key: {field: value}}; null takes a field away.
   * Throws Refusal, with the field, before anything is written, when something of it cannot be kept (see `fit`).
   * @param {Record<string, Fields>} changes @param {string} [id] @param {Doing} [doing]
   */
  change(changes, id = this.current, doing = {}) {
    this.changeAll({ [id]: changes }, doing);
  }

  /**
   * Take records in as a collaboration of its own, as one step. Throws Refusal.
   * @param {string} id @param {Records} records @param {Fields} about what is told of it here @param {Doing} [doing]
   */
  adopt(id, records, about, { step = "", where = this.current } = {}) {
    const state = { ...this.state, collaborations: { [id]: records } };
    fitting({ [id]: { [META]: about } });
    this.state = merge(this.state, structuredClone(state));
    apply(this.state, { [id]: { [META]: { ...about, gone: null } } }, this.hand);
    this.steps.add({ where, name: step, changes: { [id]: { [META]: { gone: true } } } });
    this.changed();
  }

  /**
   * Change records of several collaborations as one step. Throws Refusal.
   * @param {Changes} changes @param {Doing} [doing]
   */
  changeAll(changes, doing = {}) {
    const roomy = quoted(changes);
    fitting(roomy);
    this.#do(roomy, doing);
  }

  /**
   * Make a collaboration and use it. It is no step: nobody takes back the place she works in by a key. Throws Refusal.
   * @param {string} id @param {Record<string, Fields>} changes @param {Records} [copied] what it begins with
   */
  create(id, changes, copied = {}) {
    fitting({ [id]: changes }, "reads");
    const { state } = this;
    this.state = merge(state, { ...state, collaborations: { [id]: structuredClone(copied) } });
    apply(this.state, { [id]: changes }, this.hand);
    this.changed();
    this.use(id);
  }

  /**
   * Keep what is not worth a step of undo, such as a clock that was started: {key: {field: value}}. Throws Refusal.
   * @param {Record<string, Fields>} changes
   */
  keep(changes, id = this.current) {
    fitting({ [id]: changes });
    this.catchUp();
    apply(this.state, { [id]: changes }, this.hand);
    this.changed();
  }

  /**
   * Say who she is to the others of a collaboration: a party or a name.
   * @param {string} name
   */
  sign(name, id = this.current) {
    this.keep({ [`${SIGNED}.${base(this.author)}`]: { name } }, id);
  }

  /**
   * Choose between texts that were written to one field without knowledge of each other.
   * @param {string} key @param {string} field @param {string} value @param {string} [id] @param {Doing} [doing]
   */
  resolve(key, field, value, id = this.current, doing = {}) {
    const there = this.texts(key, field, id).map((one) => one.value);
    const texts = { drop: there.filter((one) => one !== value), add: [{ value, author: this.author }] };
    this.change({ [key]: { texts: { [field]: texts } } }, id, doing);
  }

  get canUndo() {
    return Boolean(this.steps.last("undo", this.current));
  }

  get canRedo() {
    return Boolean(this.steps.last("redo", this.current));
  }

  /** What `undo` takes back, in her words; "" when it was not said. */
  get undoName() {
    return this.steps.last("undo", this.current)?.name ?? "";
  }

  /** What `redo` makes again. */
  get redoName() {
    return this.steps.last("redo", this.current)?.name ?? "";
  }

  /** Take back the last step made in the collaboration in use. */
  undo() {
    this.#step("undo", "redo");
  }

  redo() {
    this.#step("redo", "undo");
  }

  /** @param {"undo" | "redo"} from @param {"undo" | "redo"} to */
  #step(from, to) {
    const step = this.steps.pop(from, this.current);
    if (!step) return;
    this.catchUp();
    const changes = apply(this.state, step.changes, this.hand);
    this.steps[to].push({ where: step.where, name: step.name, changes });
    this.changed();
  }

  /** @param {Changes} changes @param {Doing} doing */
  #do(changes, { step = "", join, was, saw = {} }) {
    if (!join || join !== this.#stay.join) this.#stay = { join, wrote: new Map() };
    const [{ state }, { wrote }] = [this, this.#stay];
    this.catchUp();
    const hidden = unseen(this.state, changes, (id, key, field) => (
      wrote.get(`${id} ${key} ${field}`) ?? saw[`${key} ${field}`] ?? was ??
      valueOf(state.collaborations[id]?.[key] ?? {}, field) ?? ""
    ));
    const back = apply(this.state, revived(this.state, changes), { ...this.hand, unseen: hidden });
    for (const [place, value] of textsIn(changes)) wrote.set(place, value);
    this.steps.add({ where: this.current, name: step, changes: back, join });
    this.changed();
  }

  /**
   * Take rows of `compare` in, as one step: they are merged, and what was written here meanwhile stays.
   * @param {Row[]} rows @param {Doing} [doing]
   */
  take(rows, { step = "", where = this.current } = {}) {
    /** @type {Record<string, Record<string, Kept>>} */
    const collaborations = {};
    /** @type {Changes} */
    const changes = {};
    for (const { id, key, after, back } of rows) {
      (collaborations[id] ??= {})[key] = after;
      (changes[id] ??= {})[key] = back;
    }
    this.catchUp();
    const { state } = this;
    this.state = merge(state, { ...state, collaborations });
    apply(this.state, revived(this.state, changes, true), this.hand);
    this.steps.add({ where, name: step, changes });
    this.changed();
  }
}
