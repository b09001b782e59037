// Changes of a state, field by field, and what takes them back. Knows no browser.
import { META, TEXTS, fit, roomy } from "./fields.js";
import { mergeRecords, same } from "./merge.js";
import { alive, close, isGone, next, opened, textsOf } from "./record.js";

/** @import { Fields, Kept, Rewritten, Stamp, State } from "./state.js" */

/** @typedef {Record<string, Record<string, Fields>>} Changes  {collaboration: {key: {field: value}}} */
/**
 * Who changes something, when, and what of it was written by others while she wrote: "collaboration key field".
 * @typedef {{author: string, now?: number, unseen?: Set<string>}} Hand
 */

/** @param {string} author Whose text it is. */
export const base = (author) => author.split("-")[0];
const fork = () => crypto.getRandomValues(new Uint32Array(1))[0].toString(36).slice(0, 6);

/** @param {Kept} record @param {string} field */
export const valueOf = (record, field) => record[/** @type {"note"} */ (field)];

/** @param {string} whose @param {string} author The author of what `author` puts back: it stays the other's text. */
const by = (whose, author) => (base(whose) === base(author) ? author : `${base(whose)}-${fork()}`);

/**
 * What a change does to the texts of each field: a text that is written takes the place of the one shown, unless that was
 * not seen; a record that is deleted has no texts any more.
 * @param {Kept} old @param {Fields} change @param {string} place @param {Hand} hand
 * @returns {Record<string, Rewritten>}
 */
function rewritten(old, { texts, ...change }, place, { author, unseen }) {
  /** @type {Record<string, Rewritten>} */
  const found = {};
  for (const field of TEXTS) {
    const [value, there] = [valueOf(/** @type {Kept} */ (change), field), textsOf(old, field)];
    const [shown] = unseen?.has(`${place} ${field}`) ? [] : there;
    if (change.gone) found[field] = { drop: there.map((one) => one.value), add: [] };
    else if (value !== undefined && value !== shown?.value) {
      found[field] = { drop: shown ? [shown.value] : [], add: value ? [{ value, author }] : [] };
    }
  }
  return { ...found, ...texts };
}

/**
 * Rewrite the texts of a field; returns what takes it back.
 * @param {Kept} made @param {string} field @param {Rewritten} change @param {string} author @param {number} at
 * @returns {Rewritten}
 */
function rewrite(made, field, { drop, add }, author, at) {
  const { texts, seen } = opened(made, field);
  const left = texts.filter(({ value }) => !drop.includes(value));
  const added = add.filter(({ value }) => !left.some((one) => one.value === value)).map((one, index, all) => (
    { value: one.value, v: /** @type {Stamp} */ ([at + all.length - 1 - index, by(one.author, author)]) }
  ));
  if (added.length || left.length < texts.length) close(made, field, { texts: [...added, ...left], seen });
  const dropped = new Map(texts.filter((one) => drop.includes(one.value)).map(({ value, v: [, who] }) => [value, who]));
  return { drop: added.map(({ value }) => value), add: [...dropped].map(([value, who]) => ({ value, author: who })) };
}

/**
 * Set a field that is no text.
 * @param {Kept} made @param {string} field @param {unknown} value @param {Stamp} stamp
 */
function set(made, field, value, stamp) {
  Object.assign(made, { [field]: value });
  if (value === null || value === undefined) delete made[/** @type {"note"} */ (field)];
  made.v = { ...made.v, [field]: stamp };
}

/**
 * A record as it is after a change, and the change that takes it back.
 * @param {Kept} old @param {Fields} change @param {string} place @param {Hand} hand
 * @returns {[Kept, Fields]}
 */
function changed(old, change, place, hand) {
  const [at, { author }] = [next(old, hand.now ?? Date.now()), hand];
  /** @type {Kept} */
  const made = { ...old, v: { ...old.v } };
  /** @type {Record<string, unknown>} */
  const back = {};
  /** @type {Record<string, Rewritten>} */
  const texts = {};
  for (const [field, value] of Object.entries(change).filter(([name]) => name !== "texts" && !TEXTS.has(name))) {
    const before = valueOf(old, field) ?? null;
    if (same(before, value ?? null)) continue;
    back[field] = before;
    set(made, field, value, [at, author]);
  }
  for (const [field, one] of Object.entries(rewritten(old, change, place, hand))) {
    texts[field] = rewrite(made, field, one, author, at);
  }
  return [made, Object.keys(texts).length ? { ...back, texts } : back];
}

/**
 * Apply changes to a state, and return the changes that take them back. Each gets a moment after all that is known of its
 * record, also when the clock was set back.
 * @param {State} state @param {Changes} changes @param {Hand} hand
 */
export function apply(state, changes, hand) {
  /** @type {Changes} */
  const back = {};
  for (const [id, records] of Object.entries(changes)) {
    const mine = (state.collaborations[id] ??= {});
    back[id] = {};
    for (const [key, change] of Object.entries(records)) {
      [mine[key], back[id][key]] = changed(mine[key] ?? {}, change, `${id} ${key}`, hand);
    }
  }
  return back;
}

/**
 * The texts that a change would put another in the place of, though whoever writes it never saw them: "collaboration key
 * field". `saw`: what she saw there.
 * @param {State} state @param {Changes} changes @param {(id: string, key: string, field: string) => string} saw
 */
export function unseen(state, changes, saw) {
  const all = textsIn(changes).filter(([place, value]) => {
    const [id, key, field] = place.split(" ");
    const now = valueOf(state.collaborations[id]?.[key] ?? {}, field) ?? "";
    return now && now !== value && now !== saw(id, key, field);
  });
  return new Set(all.map(([place]) => place));
}

/**
 * Changes with what brings back the collaborations they are in, where those were deleted meanwhile.
 * @param {State} state @param {Changes} changes @param {boolean} [alone] whether only that is wanted
 */
export function revived(state, changes, alone = false) {
  const gone = Object.keys(changes).filter((id) => {
    const about = state.collaborations[id]?.[META];
    return about && isGone(about) && !(META in changes[id] && !alone);
  });
  const back = Object.fromEntries(gone.map((id) => [id, { ...(alone ? {} : changes[id]), [META]: { gone: null } }]));
  return alone ? back : { ...changes, ...back };
}

/**
 * The texts that are written in changes: "collaboration key field", and what is to stand there.
 * @param {Changes} changes
 * @returns {[string, string][]}
 */
export function textsIn(changes) {
  return Object.entries(changes).flatMap(([id, records]) => Object.entries(records).flatMap(([key, fields]) => (
    Object.entries(fields).filter(([field]) => TEXTS.has(field))
      .map(([field, value]) => /** @type {[string, string]} */ ([`${id} ${key} ${field}`, value ?? ""]))
  )));
}

/**
 * Let what is kept under a former id be kept under the present one, unless that has something of its own.
 * @param {State} state @param {string} former @param {string} key @param {Hand} hand
 */
export function follow({ collaborations }, former, key, hand) {
  for (const records of Object.values(collaborations)) {
    for (const name of Object.keys(records).filter((one) => one === former || one.startsWith(`${former}.`))) {
      const heir = key + name.slice(former.length);
      const [old, now = {}] = [records[name], records[heir]];
      if (!alive(old) || alive(now)) continue;
      const [free] = changed(now, { gone: null }, "", hand);
      records[heir] = mergeRecords(free, old);
      [records[name]] = changed(old, { gone: true }, "", hand);
    }
  }
}

/**
 * Changes in which what the catalogue said is cut to its room.
 * @param {Changes} changes @returns {Changes}
 */
export function quoted(changes) {
  return each(changes, (records) => each(records, (fields) => /** @type {Fields} */ (each(fields, roomy))));
}

/**
 * @template V, W
 * @param {Record<string, V>} all @param {(value: V, name: string) => W} make
 * @returns {Record<string, W>} What is made of each.
 */
function each(all, make) {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, make(value, name)]));
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
