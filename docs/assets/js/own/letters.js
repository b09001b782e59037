// Texts as bytes, one byte for nearly every letter that is written here; every text comes back as it was. Links lie with
// readers for ever: what a byte means is never changed.

const [APART, ESCAPE] = [0, 1]; // between texts; before the two bytes of a letter that has none of its own
const [FIRST_OTHER, LAST_OTHER, LAST] = [0x80, 0x9f, 0xff];
/** What stands where Latin-1 has nothing that is read. */
const OTHERS = "–—‘’‚“”„…€•‑−→←✓✔☐☑☒≥≤≠≈ŒœŠšŽžŁł";

/** @param {number} unit  half of an emoji, or a whole letter */
function bytesOfUnit(unit) {
  const other = OTHERS.indexOf(String.fromCharCode(unit));
  if (unit > LAST && other >= 0) return [FIRST_OTHER + other];
  const isPlain = unit > ESCAPE && unit <= LAST && (unit < FIRST_OTHER || unit > LAST_OTHER);
  return isPlain ? [unit] : [ESCAPE, unit >> 8, unit & LAST];
}

/**
 * Texts as bytes, one after the other.
 * @param {string[]} texts
 */
export function bytesOf(texts) {
  const bytes = texts.flatMap((words, index) => {
    const made = index ? [APART] : [];
    for (let place = 0; place < words.length; place += 1) made.push(...bytesOfUnit(words.charCodeAt(place)));
    return made;
  });
  return Uint8Array.from(bytes);
}

/**
 * The texts that `bytesOf` made bytes of.
 * @param {Uint8Array} bytes
 */
export function textsOf(bytes) {
  const texts = [""];
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place];
    if (byte === APART) {
      texts.push("");
      continue;
    }
    if (byte === ESCAPE) place += 2;
    texts[texts.length - 1] += byte === ESCAPE
      ? String.fromCharCode(((bytes[place - 1] ?? 0) << 8) | (bytes[place] ?? 0))
      : letterOf(byte);
  }
  return texts;
}

/** @param {number} byte */
function letterOf(byte) {
  const isOther = byte >= FIRST_OTHER && byte <= LAST_OTHER;
  return isOther ? OTHERS[byte - FIRST_OTHER] : String.fromCharCode(byte);
}
