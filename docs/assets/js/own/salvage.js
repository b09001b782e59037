// A text of ours that was cut short: the state of its records that are whole. It reads this one shape and no other.
const DEPTH = 3; // what a record stands in: the state, its collaborations, one of them

/** A text, the last of which may be cut itself, and what opens or closes something. */
const PARTS = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|[{}[\]]/g;

/**
 * The value of a text that ends too soon, as far as its records are whole; undefined when there are none, or when what is
 * wrong is something else.
 * @param {string} words
 * @returns {unknown}
 */
export function salvaged(words) {
  let [depth, end] = [0, 0];
  for (const { 0: part, index } of words.matchAll(PARTS)) {
    if ("{[".includes(part)) depth += 1;
    if (!"}]".includes(part)) continue;
    depth -= 1;
    if (depth <= 0) return undefined; // it was not cut
    if (depth === DEPTH) end = index + 1;
  }
  return closed(words.slice(0, end));
}

/** @param {string} words A text that ends after a record, with what it stands in closed after it. */
function closed(words) {
  try {
    return words ? JSON.parse(words + "}".repeat(DEPTH)) : undefined;
  } catch {
    return undefined;
  }
}
