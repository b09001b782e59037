// Two states as one. The order of merging never shows, and merging again changes nothing (tests/unit/js/merge.test.js).
import { TEXTS } from "./fields.js";
import { close, dot, opened, wordsOf } from "./record.js";

/** @import { Kept, Records, Stamp, State } from "./state.js" */

/** @param {unknown} value A value as text that can be compared; "" when there is none. */
const plain = (value) => (value === undefined ? "" : JSON.stringify(value));
/** @param {unknown} one @param {unknown} two */
export const same = (one, two) => one === two || plain(one) === plain(two);

/**
 * Of a field that is no text: the value changed last; on a tie by author, then by value.
 * @param {Stamp} one @param {unknown} value @param {Stamp} two @param {unknown} other
 */
function isLater([at, author], value, [otherAt, otherAuthor], other) {
  if (at !== otherAt) return at > otherAt;
  if (author !== otherAuthor) return author > otherAuthor;
  return plain(value) >= plain(other);
}

/**
 * The texts of both, without those that either of them knew of and has no longer.
 * @param {Kept} made @param {string} field @param {Kept} one @param {Kept} two
 */
function mergeText(made, field, one, two) {
  const [mine, theirs] = [opened(one, field), opened(two, field)];
  const [mineBy, theirsBy] = [mine, theirs].map(({ texts }) => new Map(texts.map((text) => [dot(text.v), text])));
  const seen = { ...mine.seen };
  for (const [author, at] of Object.entries(theirs.seen)) seen[author] = Math.max(seen[author] ?? 0, at);
  /** @param {typeof mine} from @param {typeof mineBy} others @param {Record<string, number>} known */
  const left = ({ texts }, others, known) =>
    texts.filter(({ v }) => others.has(dot(v)) || (known[v[1]] ?? 0) < v[0]);
  const texts = new Map();
  for (const text of [...left(mine, theirsBy, theirs.seen), ...left(theirs, mineBy, mine.seen)]) {
    const there = texts.get(dot(text.v));
    if (!there || there.value < text.value) texts.set(dot(text.v), text);
  }
  close(made, field, { texts: [...texts.values()], seen });
}

/** @param {Kept} made @param {string} field @param {Kept} one @param {Kept} two */
function mergePlain(made, field, one, two) {
  const [value, other] = [one, two].map((record) => record[/** @type {keyof Kept} */ (field)]);
  const [stamp, otherStamp] = [one.v?.[field], two.v?.[field]];
  const isMine = !otherStamp || (stamp && isLater(stamp, value, otherStamp, other));
  const found = isMine ? value : other;
  if (found !== undefined) Object.assign(made, { [field]: found });
  made.v = { ...made.v, [field]: /** @type {Stamp} */ (isMine ? stamp : otherStamp) };
}

/**
 * Two records as one, field by field.
 * @param {Kept} one @param {Kept} two
 */
export function mergeRecords(one, two) {
  if (one === two || wordsOf(one) === wordsOf(two)) return one;
  /** @type {Kept} */
  const made = {};
  for (const field of new Set([...Object.keys(one.v ?? {}), ...Object.keys(two.v ?? {})])) {
    (TEXTS.has(field) ? mergeText : mergePlain)(made, field, one, two);
  }
  return made;
}

/** @param {Records} one @param {Records} two */
function mergeCollaborations(one, two) {
  /** @type {Records} */
  const made = { ...one };
  for (const [key, record] of Object.entries(two)) made[key] = made[key] ? mergeRecords(made[key], record) : record;
  return made;
}

/**
 * Two states as one.
 * @param {State} mine @param {State} theirs
 * @returns {State}
 */
export function merge(mine, theirs) {
  const made = { ...mine, collaborations: { ...mine.collaborations } };
  for (const [id, records] of Object.entries(theirs.collaborations)) {
    made.collaborations[id] = mergeCollaborations(made.collaborations[id] ?? {}, records);
  }
  return made;
}

/**
 * Whether something in a state was changed after it was as it is in another.
 * @param {State} state @param {State} other
 */
export const isAhead = (state, { collaborations: there }) => (
  Object.entries(state.collaborations).some(([id, records]) => Object.entries(records).some(([key, { v = {} }]) => (
    Object.entries(v).some(([field, [at]]) => at > (there[id]?.[key]?.v?.[field]?.[0] ?? 0))
  )))
);
