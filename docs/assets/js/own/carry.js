// What travels in a link: a value as a code that stands in an address, and back. Nothing is stored here and nothing is
// sent anywhere. A code is bytes in base64url; old codes (raw DEFLATE of JSON) are read for ever, and new ones begin with
// a byte that no such stream can begin with. What packs is fetched when something is shared or has arrived, not before.
import { CATALOGUE } from "./catalogue.js";
import { bytesOf, textsOf } from "./letters.js";
import { Known } from "./numbers.js";
import { Refusal, checked, refusal } from "./state.js";
import { fingerprint } from "./words.js";

/** @import { State } from "./state.js" */

/** A link longer than this is cut by some mail programs and chats, so the file is put first. */
export const COMFORTABLE = 2_000;
const LONGEST_LINK = 7_500; // what the rest still carry whole
const LONGEST_CODE = 100_000; // no link of ours was ever longer than the above; more is not unpacked at all
/** The first byte: a state, or JSON as text. Its three lowest bits are those of a block that DEFLATE does not have. */
const [STATE, TEXT] = [6, 14];
const HEAD = 3; // that byte, and two that tell whether the rest came whole
const SIZE = 2; // bytes that tell how long the numbers of a state are, before its texts

const [FNV_START, FNV_PRIME, HALF, HALF_BITS] = [0x811c9dc5, 0x01000193, 0xffff, 16];

/** @param {Iterable<number>} bytes Two bytes that change when the others do. */
function sum(bytes) {
  let sum = FNV_START;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, FNV_PRIME);
  const half = ((sum >>> HALF_BITS) ^ sum) & HALF;
  return [half >> 8, half & 0xff];
}

/** @param {string} catalogue Two bytes that tell which catalogue a state is from. */
const origin = (catalogue) => sum(bytesOf([fingerprint(catalogue)]));

/** @param {number} first @param {Uint8Array} body */
function written(first, body) {
  let raw = "";
  for (const byte of [first, ...sum(body), ...body]) raw += String.fromCharCode(byte);
  return btoa(raw).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} code */
function read(code) {
  const raw = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(raw, (char) => char.charCodeAt(0));
}

/**
 * A module that is fetched when it is needed.
 * @template Module
 * @param {Promise<Module>} module
 */
const fetched = (module) => module.catch(() => { throw new Refusal("ikke-hentet"); });
const squeezing = () => fetched(import("./squeezed.js"));

/**
 * A value as compact text that stands in a link. Throws Refusal ("ikke-hentet").
 * @param {unknown} value
 */
export async function packed(value) {
  const { deflated } = await squeezing();
  return written(TEXT, deflated(bytesOf([JSON.stringify(value)])));
}

/**
 * A state as compact text that stands in a link. Throws Refusal ("ikke-hentet").
 * @param {State} state @param {Known} known @param {string} [catalogue] the id of the one it is from
 */
export async function packedState(state, known, catalogue = CATALOGUE) {
  const [{ deflated }, { Packer }] = await Promise.all([squeezing(), fetched(import("./packing.js"))]);
  const packer = new Packer(known);
  packer.state(state);
  const { bytes, texts } = packer;
  const size = bytes.length;
  const head = [...origin(catalogue), size >> 8, size & 0xff];
  return written(STATE, Uint8Array.of(...head, ...bytes, ...deflated(bytesOf(texts))));
}

/** @param {Uint8Array} bytes */
const utf8 = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/**
 * What was packed, now or in a former version, as the value it was. Throws Refusal ("beskadiget", "for-stor", "nyere",
 * "ikke-hentet").
 * @param {string} code @param {Known} [known] what the catalogue at hand has
 * @returns {Promise<any>} whatever somebody sent: to be checked; `isForeign` when it is from another catalogue
 */
export async function unpacked(code, known = new Known()) {
  if (code.length > LONGEST_CODE) throw new Refusal("for-stor");
  try {
    const bytes = read(code);
    const { inflated } = await squeezing();
    if ((bytes[0] & STATE) !== STATE) return JSON.parse(utf8(inflated(bytes, true))); // as former versions packed
    const body = bytes.subarray(HEAD);
    if (sum(body).some((byte, index) => byte !== bytes[index + 1])) throw new Refusal("beskadiget");
    if (bytes[0] === TEXT) return JSON.parse(textsOf(inflated(body))[0]);
    if (bytes[0] === STATE) return await stateIn(body, known);
    throw new Refusal("nyere");
  } catch (fault) {
    throw refusal(fault);
  }
}

/** @param {Uint8Array} body @param {Known} known */
async function stateIn(body, known) {
  const [{ inflated }, { Unpacker }] = await Promise.all([squeezing(), fetched(import("./unpacking.js"))]);
  const here = origin(CATALOGUE);
  const start = here.length + SIZE;
  const end = start + (body[here.length] << 8) + body[here.length + 1];
  const texts = textsOf(inflated(body.subarray(end)));
  const state = new Unpacker(body.subarray(start, end), texts, known).state();
  return { ...state, isForeign: here.some((byte, index) => byte !== body[index]) };
}

/**
 * A link to `page` (an absolute address) that carries a code, or "" when it would be too long to travel whole.
 * @param {string} page @param {string} name @param {string} code
 */
export function link(page, name, code) {
  const address = new URL(page);
  address.hash = `${name}=${code}`;
  return address.href.length > LONGEST_LINK ? "" : address.href;
}

/**
 * What can be read of a state from the code of a link. Throws Refusal.
 * @param {string} code @param {Known} known
 */
export async function fromLink(code, known) {
  const value = await unpacked(code, known);
  return { ...checked({ version: 1, ...value }), isForeign: value?.isForeign === true };
}
