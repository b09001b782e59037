// The leader's own material as a file or a link, and back. Nothing is stored here and nothing is sent anywhere.
import { CATALOGUE } from "./catalogue.js";
import { MOST_CHARACTERS, Refusal, VERSION, checked, refusal } from "./state.js";
import { today } from "./words.js";

/** @import { State } from "./state.js" */

const FORMAT = `${CATALOGUE}-eget`;
const LONGEST_LINK = 7_500; // what mail programs and chat tools still carry whole

/**
 * A state as the text of a file: JSON that says what it is.
 * @param {State} state
 */
export function fileText(state) {
  return JSON.stringify({ format: FORMAT, exported: today(), ...state }, null, 1);
}

/**
 * What can be read of the text of a file. Throws Refusal ("for-stor", "ikke-json", "fremmed", "nyere").
 * @param {string} words
 */
export function fromFile(words) {
  if (words.length > MOST_CHARACTERS) throw new Refusal("for-stor");
  let value;
  try {
    value = JSON.parse(words.replace(/^\uFEFF/, ""));
  } catch {
    throw new Refusal("ikke-json");
  }
  if (value?.format !== FORMAT) throw new Refusal("fremmed");
  return checked({ version: value.version, collaborations: value.collaborations });
}

/**
 * A value as compact text that stands in a link: JSON, deflated, base64url.
 * @param {unknown} value
 */
export async function packed(value) {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let raw = "";
  for (const byte of bytes) raw += String.fromCharCode(byte);
  return btoa(raw).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * What `packed` made, as the value it was. Throws Refusal ("beskadiget", "for-stor").
 * @param {string} code
 * @returns {Promise<any>} whatever somebody sent: to be checked
 */
export async function unpacked(code) {
  if (code.length > MOST_CHARACTERS) throw new Refusal("for-stor");
  try {
    const raw = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(await inflated(Uint8Array.from(raw, (char) => char.charCodeAt(0))));
  } catch (fault) {
    throw refusal(fault);
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function inflated(bytes) {
  let words = "";
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
    .pipeThrough(new TextDecoderStream("utf-8", { fatal: true })).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    words += piece.value;
    if (words.length > MOST_CHARACTERS) throw new Refusal("for-stor"); // a few bytes can unpack to gigabytes
  }
  return words;
}

/**
 * A link to `page` (an absolute address) that carries a value, or "" when it would be too long to travel whole.
 * @param {string} page @param {string} name @param {unknown} value
 */
export async function link(page, name, value) {
  const address = new URL(page);
  address.hash = `${name}=${await packed(value)}`;
  return address.href.length > LONGEST_LINK ? "" : address.href;
}

/**
 * The code after `#name=` in an address or a text, or "".
 * @param {string} words @param {string} name
 */
export function codeIn(words, name) {
  return words.match(new RegExp(`#${name}=([A-Za-z0-9_-]+)`))?.[1] ?? "";
}

/**
 * What can be read of a state from the code of a link. Throws Refusal.
 * @param {string} code
 */
export async function fromLink(code) {
  const value = await unpacked(code);
  return checked({ version: value?.version ?? VERSION, collaborations: value?.collaborations });
}
