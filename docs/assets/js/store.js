// The one place that keeps and changes the leader's own material; knows no page and no words.
import { prefix } from "./own/catalogue.js";
import { Steps, apply, fitting } from "./own/changes.js";
import { ruleOf } from "./own/fields.js";
import { Material } from "./own/material.js";
import { Shelf } from "./own/shelf.js";
import { FIRST, alive, empty, merge } from "./own/state.js";

/** @import { Changes } from "./own/changes.js" */
/** @import { Aside } from "./own/shelf.js" */
/** @import { Fields, Row, State } from "./own/state.js" */

/**
 * What is done, in her words; and the stay in a field it belongs to: all that is changed during one stay is one step.
 * @typedef {{step?: string, join?: string}} Doing
 */

export class Store extends Material {
  #shelf = new Shelf();
  state = this.#shelf.read();
  #steps = Steps.from(this.#shelf.steps);
  #current = this.#shelf.current;

  constructor() {
    super();
    addEventListener("storage", (event) => {
      if (event.key === null || event.key === `${prefix()}eget`) this.#hear(event.newValue);
    });
  }

  // where things are kept ---------------------------------------------------------------------------------------------

  /** Where things are kept: "her" (on this computer), "vindue" (until the window closes), or "" while unanswered. */
  get place() {
    return this.#shelf.place;
  }

  /** "" while all is well, else what is wrong: "spaerret", "fuld", "ulaeselig", "nyere" or "ryddet". */
  get trouble() {
    return this.#shelf.trouble;
  }

  /** What is set aside because it could not be read, part by part. */
  get aside() {
    return this.#shelf.aside;
  }

  /**
   * Take in what can be read of something set aside; what cannot stays there. Returns how many records came back.
   * @param {Aside} entry
   */
  async recover(entry) {
    const { recovered } = await import("./own/recover.js");
    const all = this.aside.filter(({ name }) => name === entry.name);
    const { state, left } = recovered(entry, all, this.state);
    this.state = merge(this.state, state);
    this.#changed();
    if (left) this.#shelf.recovered(entry.name, left);
    this.#tell();
    return Object.values(state.collaborations).flatMap((records) => Object.keys(records)).length;
  }

  /**
   * Throw away something set aside; the rest of what lies beside it stays.
   * @param {Aside} entry
   */
  discard(entry) {
    const beside = this.aside.filter(({ name, place }) => name === entry.name && place !== entry.place);
    this.#shelf.recovered(entry.name, beside.map(({ path, value }) => ({ path, value })));
    this.#tell();
  }

  /**
   * Keep things on this computer, or only until the window closes. Nothing that was written is lost.
   * @param {string} place
   */
  choose(place) {
    this.state = this.#shelf.move(place, this.state);
    this.#write();
    this.use(this.current);
  }

  /** Remove everything of ours from this browser, the memory of what to undo too. */
  clearAll() {
    this.#shelf.clear();
    [this.state, this.#steps, this.#current] = [empty(), new Steps(), ""];
    this.#tell();
  }

  // collaborations ----------------------------------------------------------------------------------------------------

  /**
   * The id of the collaboration in use in this tab.
   * @returns {string}
   */
  get current() {
    return this.about(this.#current).gone || !this.state.collaborations[this.#current] ? FIRST : this.#current;
  }

  /**
   * Use a collaboration in this tab (and in tabs opened later).
   * @param {string} id
   */
  use(id) {
    this.#current = id;
    this.#shelf.current = id;
    this.#tell();
  }

  /**
   * What belongs to a former id is that of the present one, unless that has something of its own.
   * @param {string} former @param {string} key
   */
  follow(former, key) {
    for (const [id, records] of Object.entries(this.state.collaborations)) {
      const [old, now] = [records[former], records[key]];
      if (!alive(old) || alive(now)) continue;
      const at = Math.max(old.at ?? 0, now?.at ?? 0) + 1;
      this.state.collaborations[id] = { ...records, [key]: { ...old, at }, [former]: { gone: true, at } };
    }
  }

  // changes -----------------------------------------------------------------------------------------------------------

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
   * Change records of several collaborations as one step. Throws Refusal.
   * @param {Changes} changes @param {Doing} [doing]
   */
  changeAll(changes, doing) {
    fitting(changes);
    this.#do(changes, doing);
  }

  /**
   * Make a collaboration and use it; returns its id. It is no step: nobody takes back the place she works in by a key.
   * @param {string} id @param {Record<string, Fields>} records
   */
  create(id, records) {
    fitting({ [id]: records }, "reads");
    apply(this.state, { [id]: records });
    this.#write();
    this.use(id);
  }

  /**
   * Keep what is not worth a step of undo, such as a clock that was started: {key: {field: value}}. Throws Refusal.
   * @param {Record<string, Fields>} changes
   */
  keep(changes) {
    fitting({ [this.current]: changes });
    apply(this.state, { [this.current]: changes });
    this.#changed();
  }

  /**
   * Choose between texts that were written to one field without knowledge of each other.
   * @param {string} key @param {string} field @param {string} value @param {string} [id] @param {Doing} [doing]
   */
  resolve(key, field, value, id = this.current, doing = {}) {
    this.change({ [key]: { [field]: value } }, id, doing);
  }

  get canUndo() {
    return Boolean(this.#steps.last("undo", this.current));
  }

  get canRedo() {
    return Boolean(this.#steps.last("redo", this.current));
  }

  /** What `undo` takes back, in her words; "" when it was not said. */
  get undoName() {
    return this.#steps.last("undo", this.current)?.name ?? "";
  }

  /** What `redo` makes again. */
  get redoName() {
    return this.#steps.last("redo", this.current)?.name ?? "";
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
    const step = this.#steps.pop(from, this.current);
    if (!step) return;
    this.#steps[to].push({ where: step.where, name: step.name, changes: apply(this.state, step.changes) });
    this.#changed();
  }

  /** @param {Changes} changes @param {Doing} [doing] */
  #do(changes, { step = "", join } = {}) {
    const back = apply(this.state, changes);
    this.#steps.add({ where: this.current, name: step, changes: back, join });
    this.#changed();
  }

  // out and in --------------------------------------------------------------------------------------------------------

  /**
   * A copy of everything, or of one collaboration, as a state.
   * @param {string} [id]
   * @returns {State}
   */
  copy(id) {
    const whole = structuredClone(this.state);
    if (id) whole.collaborations = { [id]: whole.collaborations[id] ?? {} };
    return whole;
  }

  /**
   * Take rows of `compare` in, as one step.
   * @param {Row[]} rows @param {Doing} [doing]
   */
  take(rows, doing) {
    /** @type {Changes} */
    const changes = {};
    for (const { id, key, before, after } of rows) {
      const emptied = Object.fromEntries(Object.keys(before ?? {}).map((field) => [field, null]));
      (changes[id] ??= {})[key] = { ...emptied, ...after };
    }
    this.adopt(changes, doing);
  }

  /**
   * Take in what was kept somewhere else, as one step: what could be read there need not be what may be written here.
   * @param {Changes} changes @param {Doing} [doing]
   */
  adopt(changes, doing) {
    fitting(changes, "reads");
    this.#do(changes, doing);
  }

  // within ------------------------------------------------------------------------------------------------------------

  #changed() {
    this.#write();
    this.#tell();
  }

  #write() {
    this.state = this.#shelf.write(this.state);
    if (this.trouble !== "nyere") this.#shelf.steps = this.#steps.text;
  }

  /** @param {string | null} words */
  #hear(words) {
    if (!this.#shelf.isShared) return;
    this.state = this.#shelf.heard(words, this.state, this.records().length > 0);
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** @type {Store | undefined} */
let only;
/** The page's one store. */
export function store() {
  only ??= new Store();
  return only;
}
