// Bytes made small and whole again (raw DEFLATE that begins with words both ends know), by a library, so that browsers
// without CompressionStream can share too.
import * as fflate from "../vendor/fflate.js";
import { AGREED } from "./agreed.js";
import { bytesOf } from "./letters.js";
import { Refusal } from "./state.js";

/** What the library gives, as far as we use it. */
/** @typedef {{push: (piece: Uint8Array, last: boolean) => void}} Inflating */
/**
 * @typedef {{
 *   deflateSync: (bytes: Uint8Array, how: {level: number, mem: number, dictionary?: Uint8Array}) => Uint8Array<ArrayBuffer>,
 *   Inflate: new (how: {dictionary?: Uint8Array}, heard: (piece: Uint8Array, last: boolean) => void) => Inflating,
 * }} Library
 */

const MOST_BYTES = 1_000_000; // unpacked: ten times what the longest link of ours holds
const STEP = 512; // bytes unpacked at a time: at most half a million come out before they are counted
const [BEST, MEMORY] = [9, 12];

const { deflateSync, Inflate } = /** @type {Library} */ (/** @type {unknown} */ (fflate));

/** @type {Uint8Array | undefined} */
let known;
const dictionary = () => (known ??= bytesOf([AGREED]));

/**
 * Bytes made small.
 * @param {Uint8Array} bytes
 */
export function deflated(bytes) {
  return deflateSync(bytes, { level: BEST, mem: MEMORY, dictionary: dictionary() });
}

/**
 * Bytes as they were. Throws Refusal ("for-stor"), and what the library throws at damage.
 * @param {Uint8Array} bytes @param {boolean} [isOld] made by a former version, without the words both ends know
 */
export function inflated(bytes, isOld = false) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let size = 0;
  const inflate = new Inflate(isOld ? {} : { dictionary: dictionary() }, (piece) => {
    size += piece.length;
    pieces.push(piece);
  });
  for (let start = 0; start < bytes.length; start += STEP) {
    inflate.push(bytes.subarray(start, start + STEP), start + STEP >= bytes.length);
    if (size > MOST_BYTES) throw new Refusal("for-stor"); // a few bytes can unpack to gigabytes
  }
  return joined(pieces, size);
}

/** @param {Uint8Array[]} pieces @param {number} size */
function joined(pieces, size) {
  const whole = new Uint8Array(size);
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}
