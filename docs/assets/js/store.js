// What the reader has written herself. One place that reads and writes browser storage; knows no page and no words.
//
// Kept per collaboration (today one, without a name) and per item: {done, day, note, at}. `at` is when it was last
// changed, so two tabs are merged item by item and nothing one of them wrote is lost.

const VERSION = 1;
const UNNAMED = "uden-navn";
const STEPS = 100;
const prefix = () => document.documentElement.dataset.lager ?? "paa-tvaers:1:/:";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const empty = () => ({ version: VERSION, collaborations: { [UNNAMED]: { items: {} } } });

/** Whether a parsed value is a state this version can read. */
export function valid(state) {
  return (
    isObject(state) && state.version === VERSION && isObject(state.collaborations) &&
    Object.values(state.collaborations).every(
      (c) => isObject(c) && isObject(c.items) &&
        Object.entries(c.items).every(([id, item]) => /^[a-z0-9-]{1,60}$/.test(id) && isObject(item) && Number.isFinite(item.at)),
    )
  );
}

/** Two states as one: for each item the one changed last; on a tie the one that sorts last, so order does not matter. */
export function merge(a, b) {
  const made = empty();
  const names = new Set([...Object.keys(a.collaborations), ...Object.keys(b.collaborations)]);
  for (const name of names) {
    const [one, two] = [a.collaborations[name]?.items ?? {}, b.collaborations[name]?.items ?? {}];
    const items = {};
    for (const id of new Set([...Object.keys(one), ...Object.keys(two)])) items[id] = later(one[id], two[id]);
    made.collaborations[name] = { items };
  }
  return made;
}

function later(a, b) {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonical(a) > canonical(b) ? a : b;
}

const canonical = (item) => JSON.stringify(Object.entries(item).sort());

export class Store extends EventTarget {
  #state = empty();
  #undo = [];
  #redo = [];
  /** "" while all is well, else what is wrong: "spaerret", "fuld", "ulaeselig" or "nyere". */
  trouble = "";

  constructor() {
    super();
    this.#state = this.#read();
    const steps = this.#parse(this.#area("session")?.getItem(`${prefix()}skridt`));
    if (isObject(steps) && Array.isArray(steps.undo) && Array.isArray(steps.redo)) {
      [this.#undo, this.#redo] = [steps.undo, steps.redo];
    }
    addEventListener("storage", (event) => {
      if (event.key === null || event.key === this.#key) this.#fromOtherTab(event.newValue);
    });
  }

  get #key() {
    return `${prefix()}eget`;
  }

  /** Where things are kept: "her" (on this computer), "vindue" (until the window closes), or "" while unanswered. */
  get place() {
    try {
      return localStorage.getItem(`${prefix()}sted`) ?? sessionStorage.getItem(`${prefix()}sted`) ?? "";
    } catch {
      return "";
    }
  }

  /** Keep things on this computer, or only until the window closes. Nothing that was written is lost. */
  choose(place) {
    try {
      sessionStorage.removeItem(`${prefix()}sted`);
      localStorage.removeItem(`${prefix()}sted`);
      (place === "her" ? localStorage : sessionStorage).setItem(`${prefix()}sted`, place);
      if (place === "her") this.#state = merge(this.#readFrom("local"), this.#state);
      else localStorage.removeItem(this.#key);
    } catch {
      this.trouble = "spaerret";
    }
    this.#write();
    this.#tell();
  }

  /** What is kept of an item; `{}` when nothing is. */
  item(id) {
    return this.#items[id] ?? {};
  }

  /** How many of these items are ticked. */
  done(ids) {
    return ids.filter((id) => this.item(id).done).length;
  }

  get #items() {
    return this.#state.collaborations[UNNAMED].items;
  }

  /** Change items as one step that can be undone: {id: {done?, note?}}. */
  change(changes) {
    const at = Date.now();
    const before = {};
    for (const [id, change] of Object.entries(changes)) {
      before[id] = this.#items[id] ?? null;
      this.#items[id] = { ...this.#items[id], ...change, at };
    }
    this.#undo = [...this.#undo, before].slice(-STEPS);
    this.#redo = [];
    this.#write();
    this.#tell();
  }

  get canUndo() {
    return this.#undo.length > 0;
  }

  get canRedo() {
    return this.#redo.length > 0;
  }

  undo() {
    this.#step(this.#undo, this.#redo);
  }

  redo() {
    this.#step(this.#redo, this.#undo);
  }

  #step(from, to) {
    const back = from.pop();
    if (!back) return;
    const at = Date.now();
    const now = {};
    for (const [id, item] of Object.entries(back)) {
      now[id] = this.#items[id] ?? null;
      this.#items[id] = { done: false, note: "", ...item, at };
    }
    to.push(now);
    this.#write();
    this.#tell();
  }

  #area(name) {
    try {
      return name === "local" ? localStorage : sessionStorage;
    } catch {
      return null;
    }
  }

  #parse(text) {
    try {
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  #read() {
    return this.place === "her" ? this.#readFrom("local") : this.#readFrom("session");
  }

  #readFrom(name) {
    try {
      const area = name === "local" ? localStorage : sessionStorage;
      const text = area.getItem(this.#key);
      if (text === null) return empty();
      const state = this.#parse(text);
      if (valid(state)) return merge(empty(), state);
      this.trouble = isObject(state) && state.version > VERSION ? "nyere" : "ulaeselig";
      if (this.trouble === "ulaeselig") area.setItem(`${this.#key}:sat-til-side:${Date.now()}`, text);
    } catch {
      this.trouble = "spaerret";
    }
    return empty();
  }

  #write() {
    if (this.trouble === "nyere") return; // a newer version wrote it: it is not ours to overwrite
    const area = this.#area(this.place === "her" ? "local" : "session");
    try {
      if (this.place === "her") this.#state = merge(this.#stored(area), this.#state);
      area.setItem(this.#key, JSON.stringify(this.#state));
      if (this.trouble !== "ulaeselig") this.trouble = "";
    } catch (error) {
      this.trouble = error?.name === "QuotaExceededError" ? "fuld" : "spaerret";
    }
    try {
      sessionStorage.setItem(`${prefix()}skridt`, JSON.stringify({ undo: this.#undo, redo: this.#redo }));
    } catch {
      // Undo then reaches back to the last page only; the material itself was handled above.
    }
  }

  #stored(area) {
    const state = this.#parse(area.getItem(this.#key));
    return valid(state) ? state : empty();
  }

  #fromOtherTab(text) {
    if (this.place !== "her") return;
    const state = this.#parse(text);
    if (valid(state)) this.#state = merge(this.#state, state);
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

let only;
/** The page's one store. */
export function store() {
  only ??= new Store();
  return only;
}
