// The one place that keeps and changes the leader's own material; knows no page and no words.
import { prefix } from "./own/catalogue.js";
import { Steps, apply } from "./own/changes.js";
import { Shelf } from "./own/shelf.js";
import { FIRST, META, alive, empty } from "./own/state.js";

/** @import { Changes } from "./own/changes.js" */
/** @import { Fields, Kept, Row, State } from "./own/state.js" */

/** @param {string} one @param {string} two Which of two different texts comes first. */
const order = (one, two) => (one < two ? -1 : 1);

export class Store extends EventTarget {
  #shelf = new Shelf();
  #state = this.#shelf.read();
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

  /** Everything set aside because it could not be read, as it was. */
  get aside() {
    return this.#shelf.aside;
  }

  /**
   * Keep things on this computer, or only until the window closes. Nothing that was written is lost.
   * @param {string} place
   */
  choose(place) {
    this.#state = this.#shelf.move(place, this.#state);
    this.#write();
    this.use(this.current);
  }

  /** Remove everything of ours from this browser, the memory of what to undo too. */
  clearAll() {
    this.#shelf.clear();
    [this.#state, this.#steps, this.#current] = [empty(), new Steps(), ""];
    this.#tell();
  }

  // collaborations ----------------------------------------------------------------------------------------------------

  /**
   * The id of the collaboration in use in this tab.
   * @returns {string}
   */
  get current() {
    return this.about(this.#current).gone || !this.#state.collaborations[this.#current] ? FIRST : this.#current;
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
   * What is told of a collaboration: name, parties, phase, start, end, archived.
   * @returns {Kept}
   */
  about(id = this.current) {
    return this.#state.collaborations[id]?.[META] ?? {};
  }

  /** Every collaboration that is not deleted, the oldest first, with what is told of it. */
  get collaborations() {
    return Object.keys(this.#state.collaborations)
      .map((id) => ({ id, ...this.about(id) }))
      .filter((one) => !one.gone && (one.name || one.created || this.records(one.id).length))
      .sort((one, two) => (one.created ?? 0) - (two.created ?? 0) || order(one.id, two.id));
  }

  // records -----------------------------------------------------------------------------------------------------------

  /**
   * What is kept under a key; `{}` when nothing is.
   * @param {string} key
   * @returns {Kept}
   */
  item(key, id = this.current) {
    const record = this.#state.collaborations[id]?.[key];
    return !record || record.gone ? {} : record;
  }

  /** Every record with something in it, what is told of the collaboration itself left out. */
  records(id = this.current) {
    return Object.entries(this.#state.collaborations[id] ?? {}).filter(([key, one]) => key !== META && alive(one));
  }

  /**
   * Records of a kind whose key is `<kind>.<something>`, in the order they were made.
   * @param {string} kind
   */
  kind(kind, id = this.current) {
    return this.records(id).filter(([key]) => key.startsWith(`${kind}.`))
      .sort(([a, one], [b, two]) => (one.created ?? 0) - (two.created ?? 0) || order(a, b));
  }

  /**
   * How many of these items are ticked.
   * @param {string[]} ids
   */
  done(ids, id = this.current) {
    return ids.filter((key) => this.item(key, id).done).length;
  }

  /**
   * What belongs to a former id is that of the present one, unless that has something of its own.
   * @param {string} former @param {string} key
   */
  follow(former, key) {
    for (const [id, records] of Object.entries(this.#state.collaborations)) {
      const [old, now] = [records[former], records[key]];
      if (!alive(old) || alive(now)) continue;
      const at = Math.max(old.at ?? 0, now?.at ?? 0) + 1;
      this.#state.collaborations[id] = { ...records, [key]: { ...old, at }, [former]: { gone: true, at } };
    }
  }

  // changes -----------------------------------------------------------------------------------------------------------

  /**
   * Change records of one collaboration as one step that can be undone: {key: {field: value}}; null takes a field away.
   * @param {Record<string, Fields>} changes
   */
  change(changes, id = this.current) {
    this.changeAll({ [id]: changes });
  }

  /**
   * Change records of several collaborations as one step.
   * @param {Changes} changes
   */
  changeAll(changes) {
    this.#steps.add(apply(this.#state, changes));
    this.#changed();
  }

  /**
   * Keep what is not worth a step of undo, such as a clock that was started: {key: {field: value}}.
   * @param {Record<string, Fields>} changes
   */
  keep(changes) {
    apply(this.#state, { [this.current]: changes });
    this.#changed();
  }

  get canUndo() {
    return this.#steps.undo.length > 0;
  }

  get canRedo() {
    return this.#steps.redo.length > 0;
  }

  undo() {
    this.#step(this.#steps.undo, this.#steps.redo);
  }

  redo() {
    this.#step(this.#steps.redo, this.#steps.undo);
  }

  /** @param {Changes[]} from @param {Changes[]} to */
  #step(from, to) {
    const back = from.pop();
    if (!back) return;
    to.push(apply(this.#state, back));
    this.#changed();
  }

  // out and in --------------------------------------------------------------------------------------------------------

  /**
   * A copy of everything, or of one collaboration, as a state.
   * @param {string} [id]
   * @returns {State}
   */
  copy(id) {
    const whole = structuredClone(this.#state);
    if (id) whole.collaborations = { [id]: whole.collaborations[id] ?? {} };
    return whole;
  }

  /**
   * Take rows of `compare` in, as one step.
   * @param {Row[]} rows
   */
  take(rows) {
    /** @type {Changes} */
    const changes = {};
    for (const { id, key, before, after } of rows) {
      const emptied = Object.fromEntries(Object.keys(before ?? {}).map((field) => [field, null]));
      (changes[id] ??= {})[key] = { ...emptied, ...after };
    }
    this.changeAll(changes);
  }

  // within ------------------------------------------------------------------------------------------------------------

  #changed() {
    this.#write();
    this.#tell();
  }

  #write() {
    this.#state = this.#shelf.write(this.#state);
    if (this.trouble !== "nyere") this.#shelf.steps = this.#steps.text;
  }

  /** @param {string | null} words */
  #hear(words) {
    if (!this.#shelf.isShared) return;
    this.#state = this.#shelf.heard(words, this.#state, this.records().length > 0);
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
