// What can be read of what was set aside. Brought when she asks for it.
import { isObject, ruleOf } from "./fields.js";
import { ownAuthor } from "./layout.js";
import { mergeRecords } from "./merge.js";
import { FIRST, wasFirst } from "./former.js";
import { close, lacking, next, opened } from "./record.js";
import { VERSION, checked, empty, readable } from "./state.js";

/** @import { Aside } from "./areas.js" */
/** @import { Kept, Part, State } from "./state.js" */

/**
 * What can be read of an entry, put together with what there is now, and what is left of everything under its name; null:
 * all of it, as it was.
 * @param {Aside} entry @param {Aside[]} all @param {State} now
 * @returns {{state: State, left: Part[] | null}}
 */
export function recovered(entry, all, now) {
  const others = all.filter((one) => one.path.length && one.place !== entry.place);
  const { state, aside } = read(entry, now);
  for (const [id, records] of Object.entries(state.collaborations)) {
    for (const [key, record] of Object.entries(records)) {
      records[key] = together(record, now.collaborations[id]?.[key]);
      if (!lacking(key, records[key]).length) continue;
      aside?.push({ path: [id, key], value: record });
      delete records[key];
    }
  }
  return { state, left: aside && [...others, ...aside].map(({ path, value }) => ({ path, value })) };
}

/**
 * A record with what it has now and what came back: nothing there is is lost, and a note is put under the one there is.
 * @param {Kept} back @param {Kept} [there]
 * @returns {Kept}
 */
function together(back, there = {}) {
  const made = { ...mergeRecords(there, back) };
  const note = [there.note, back.note].filter(Boolean).join("\n\n");
  if (!there.note || !back.note || !ruleOf("note")?.reads(note)) return made;
  const { seen } = opened(made, "note");
  close(made, "note", { texts: [{ value: note, v: [next(made, 0), there.v?.note?.[1] ?? ""] }], seen });
  return made;
}

/** @param {Aside} entry @param {State} now @returns {{state: State, aside: Part[] | null}} */
function read({ path, value, words }, now) {
  if (!path.length) return whole(words);
  const [id, key, field] = path;
  const record = field ? written(field, shortened(field, value)) : value;
  const records = key === undefined ? value : { [key]: record };
  const version = isFormer(records) ? 1 : VERSION;
  const { state, aside } = checked({ version, collaborations: { [id]: records } }, true);
  return { state: id === FIRST && version === 1 ? moved(state, now) : state, aside };
}

/** @param {unknown} records Whether they are of version 1, where a record had one moment for all of it. */
const isFormer = (records) =>
  isObject(records) && Object.values(records).some((one) => isObject(one) && "at" in one && !("v" in one));

/** @param {State} state @param {State} now What was of everybody's first collaboration is of the one that has become of it. */
function moved(state, now) {
  const first = Object.keys(now.collaborations).find(wasFirst);
  const [records] = Object.values(state.collaborations);
  return first ? { ...state, collaborations: { [first]: records } } : state;
}

/**
 * A record with one field, written by nobody known: at moment 0 it would be taken for what was seen and deleted.
 * @param {string} field @param {unknown} value
 */
const written = (field, value) => ({ [field]: value, v: { [field]: [1, ownAuthor(value)] } });

/** @param {string} words A text that was set aside as it was. @returns {{state: State, aside: Part[] | null}} */
function whole(words) {
  try {
    const { isCut, ...found } = readable(words);
    return isCut ? { ...found, aside: null } : found;
  } catch {
    return { state: empty(), aside: null };
  }
}

/** @param {string} field @param {unknown} value A text as long as the field can show it. */
function shortened(field, value) {
  if (typeof value !== "string" || !ruleOf(field)?.limits.most) return value;
  let most = value.length;
  while (most > 0 && !ruleOf(field)?.reads(value.slice(0, most))) most = Math.floor(most / 2);
  return value.slice(0, most);
}
