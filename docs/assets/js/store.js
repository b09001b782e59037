// The one place that reads and writes browser storage for the leader's own material; knows no page and no words.
import { prefix } from "./own/catalogue.js";
import { FIRST, META, Refusal, alive, checked, empty, fingerprint, merge } from "./own/state.js";

const STEPS = 100;

function parsed(words) {
  try {
    return words ? JSON.parse(words) : null;
  } catch {
    return null;
  }
}

/** Stored text as a state. Throws Refusal when it cannot be read, or is from a newer version. */
function readable(words) {
  let value;
  try {
    value = JSON.parse(words);
  } catch {
    throw new Refusal("ulaeselig");
  }
  return checked(value);
}

export class Store extends EventTarget {
  #state = empty();
  #undo = [];
  #redo = [];
  #current = "";
  #local = false; // whether this tab's material is on the computer (another tab may take it off)
  /** "" while all is well, else what is wrong: "spaerret", "fuld", "ulaeselig", "nyere" or "ryddet". */
  trouble = "";

  constructor() {
    super();
    this.#local = this.place === "her";
    this.#state = this.#readFrom(this.#local ? "local" : "session");
    const steps = parsed(this.#get("session", "skridt"));
    if (Array.isArray(steps?.undo) && Array.isArray(steps?.redo)) [this.#undo, this.#redo] = [steps.undo, steps.redo];
    this.#current = this.#get("session", "valgt") ?? this.#get("local", "valgt") ?? "";
    addEventListener("storage", (event) => {
      if (event.key === null || event.key === `${prefix()}eget`) this.#fromOtherTab(event.newValue);
    });
  }

  // where things are kept ---------------------------------------------------------------------------------------------

  /** Where things are kept: "her" (on this computer), "vindue" (until the window closes), or "" while unanswered. */
  get place() {
    return this.#get("local", "sted") ?? this.#get("session", "sted") ?? "";
  }

  /** Keep things on this computer, or only until the window closes. Nothing that was written is lost. */
  choose(place) {
    try {
      sessionStorage.removeItem(`${prefix()}sted`);
      localStorage.removeItem(`${prefix()}sted`);
      (place === "her" ? localStorage : sessionStorage).setItem(`${prefix()}sted`, place);
      if (place === "her") this.#state = merge(this.#readFrom("local"), this.#state);
      else for (const name of ["eget", "valgt"]) localStorage.removeItem(prefix() + name);
    } catch {
      this.trouble = "spaerret";
    }
    this.#write();
    this.use(this.current);
  }

  /** Everything set aside because it could not be read, as it was: [text]. */
  get aside() {
    return ["local", "session"].flatMap((name) => {
      const area = this.#area(name);
      const keys = area ? Object.keys(area).filter((key) => key.startsWith(`${prefix()}eget:sat-til-side:`)) : [];
      return keys.map((key) => area.getItem(key));
    });
  }

  /** Remove everything of ours from this browser, the memory of what to undo too. */
  clearAll() {
    for (const name of ["local", "session"]) {
      const area = this.#area(name);
      if (area) for (const key of Object.keys(area)) if (key.startsWith(prefix())) area.removeItem(key);
    }
    [this.#state, this.#undo, this.#redo, this.#current, this.trouble] = [empty(), [], [], "", ""];
    this.#tell();
  }

  // collaborations ----------------------------------------------------------------------------------------------------

  /** The id of the collaboration in use in this tab. */
  get current() {
    return this.#about(this.#current).gone || !this.#state.collaborations[this.#current] ? FIRST : this.#current;
  }

  /** Use a collaboration in this tab (and in tabs opened later). */
  use(id) {
    this.#current = id;
    for (const name of this.place === "her" ? ["session", "local"] : ["session"]) this.#set(name, "valgt", id);
    this.#tell();
  }

  /** What is told of a collaboration: {name?, parties?, phase?, start?, end?, archived?}. */
  about(id = this.current) {
    return this.#about(id);
  }

  #about(id) {
    return this.#state.collaborations[id]?.[META] ?? {};
  }

  /** Every collaboration that is not deleted, the oldest first: [{id, ...about}]. */
  get collaborations() {
    return Object.keys(this.#state.collaborations)
      .map((id) => ({ id, ...this.#about(id) }))
      .filter((one) => !one.gone && (one.name || one.created || this.records(one.id).length))
      .sort((a, b) => (a.created ?? 0) - (b.created ?? 0) || (a.id < b.id ? -1 : 1));
  }

  // records -----------------------------------------------------------------------------------------------------------

  /** What is kept under a key; `{}` when nothing is. */
  item(key, id = this.current) {
    const record = this.#state.collaborations[id]?.[key];
    return !record || record.gone ? {} : record;
  }

  /** Every record with something in it: [[key, record]], what is told of the collaboration itself left out. */
  records(id = this.current) {
    return Object.entries(this.#state.collaborations[id] ?? {}).filter(([key, one]) => key !== META && alive(one));
  }

  /** Records of a kind whose key is `<kind>.<something>`: [[key, record]] in the order they were made. */
  kind(kind, id = this.current) {
    return this.records(id).filter(([key]) => key.startsWith(`${kind}.`))
      .sort(([a, one], [b, two]) => (one.created ?? 0) - (two.created ?? 0) || (a < b ? -1 : 1));
  }

  /** How many of these items are ticked. */
  done(ids, id = this.current) {
    return ids.filter((key) => this.item(key, id).done).length;
  }

  /** What belongs to a former id is that of the present one, unless that has something of its own. */
  follow(former, key) {
    for (const [id, records] of Object.entries(this.#state.collaborations)) {
      const [old, now] = [records[former], records[key]];
      if (!alive(old) || alive(now)) continue;
      const at = Math.max(old.at, now?.at ?? 0) + 1;
      this.#state.collaborations[id] = { ...records, [key]: { ...old, at }, [former]: { gone: true, at } };
    }
  }

  /** Change records of one collaboration as one step that can be undone: {key: {field: value}}; null takes a field away. */
  change(changes, id = this.current) {
    this.changeAll({ [id]: changes });
  }

  /** Change records of several collaborations as one step: {collaboration: {key: {field: value}}}. */
  changeAll(changes) {
    this.#undo = [...this.#undo, this.#apply(changes)].slice(-STEPS);
    this.#redo = [];
    this.#write();
    this.#tell();
  }

  /** Keep what is not worth a step of undo, such as a clock that was started: {key: {field: value}}. */
  keep(changes) {
    this.#apply({ [this.current]: changes });
    this.#write();
    this.#tell();
  }

  /** Apply changes field by field, and return the changes that take them back. */
  #apply(changes) {
    const back = {};
    for (const [id, records] of Object.entries(changes)) {
      const mine = (this.#state.collaborations[id] ??= {});
      back[id] = {};
      for (const [key, fields] of Object.entries(records)) {
        const old = mine[key] ?? {};
        back[id][key] = Object.fromEntries(Object.keys(fields).map((field) => [field, old[field] ?? null]));
        const made = { ...old, ...fields, at: Math.max(Date.now(), (old.at ?? 0) + 1) };
        mine[key] = Object.fromEntries(Object.entries(made).filter(([, value]) => value !== null));
      }
    }
    return back;
  }

  // undo --------------------------------------------------------------------------------------------------------------

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
    to.push(this.#apply(back));
    this.#write();
    this.#tell();
  }

  // out and in --------------------------------------------------------------------------------------------------------

  /** A copy of everything, or of one collaboration, as a state. */
  copy(id) {
    const whole = structuredClone(this.#state);
    if (id) whole.collaborations = { [id]: whole.collaborations[id] ?? {} };
    return whole;
  }

  /** Take rows of `compare` in, as one step. */
  take(rows) {
    const changes = {};
    for (const { id, key, before, after } of rows) {
      const emptied = Object.fromEntries(Object.keys(before ?? {}).map((field) => [field, null]));
      (changes[id] ??= {})[key] = { ...emptied, ...after };
    }
    this.changeAll(changes);
  }

  // storage -----------------------------------------------------------------------------------------------------------

  #area(name) {
    try {
      return name === "local" ? localStorage : sessionStorage;
    } catch {
      return null;
    }
  }

  #get(name, key) {
    try {
      return this.#area(name)?.getItem(prefix() + key) ?? null;
    } catch {
      return null;
    }
  }

  #set(name, key, value) {
    try {
      this.#area(name)?.setItem(prefix() + key, value);
    } catch {
      // Only the memory of where she was; the material itself is handled in #write.
    }
  }

  #readFrom(name) {
    try {
      const area = name === "local" ? localStorage : sessionStorage;
      const words = area.getItem(`${prefix()}eget`);
      return words === null ? empty() : this.#understood(words, area);
    } catch {
      this.trouble = "spaerret";
      return empty();
    }
  }

  #understood(words, area) {
    try {
      return readable(words);
    } catch (refusal) {
      this.trouble = refusal.code === "nyere" ? "nyere" : "ulaeselig";
      const aside = `${prefix()}eget:sat-til-side:${fingerprint(words)}`;
      if (this.trouble === "ulaeselig" && area.getItem(aside) === null) area.setItem(aside, words);
      return empty();
    }
  }

  #write() {
    if (this.trouble === "nyere") return; // a newer version wrote it: it is not ours to overwrite
    const name = this.place === "her" ? "local" : "session";
    try {
      const area = name === "local" ? localStorage : sessionStorage;
      const words = area.getItem(`${prefix()}eget`);
      if (words !== null) this.#state = merge(this.#understood(words, area), this.#state);
      if (this.trouble === "nyere") return;
      this.#local = name === "local";
      area.setItem(`${prefix()}eget`, JSON.stringify(this.#state));
      if (this.trouble !== "ulaeselig") this.trouble = "";
    } catch (error) {
      this.trouble = error?.name === "QuotaExceededError" ? "fuld" : "spaerret";
    }
    this.#set("session", "skridt", JSON.stringify({ undo: this.#undo, redo: this.#redo }));
  }

  #fromOtherTab(words) {
    if (!this.#local) return;
    if (words === null) this.trouble = this.records().length ? "ryddet" : this.trouble;
    else {
      try {
        this.#state = merge(this.#state, readable(words));
        if (this.trouble === "ryddet") this.trouble = "";
      } catch (refusal) {
        this.trouble = refusal.code === "nyere" ? "nyere" : this.trouble;
      }
    }
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
