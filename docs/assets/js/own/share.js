// The leader's own material as a file or a link, and back. Nothing is stored here and nothing is sent anywhere.
import { CATALOGUE } from "./catalogue.js";
import { MOST_CHARACTERS, Refusal, VERSION, checked, today } from "./state.js";

const FORMAT = `${CATALOGUE}-eget`;
const LONGEST_LINK = 7_500; // what mail programs and chat tools still carry whole

/** A state as the text of a file: JSON that says what it is. */
export function fileText(state) {
  return JSON.stringify({ format: FORMAT, exported: today(), ...state }, null, 1);
}

/** The text of a file as a state. Throws Refusal ("for-stor", "ikke-json", "fremmed", "nyere", "felt"). */
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

/** A value as compact text that stands in a link: JSON, deflated, base64url. */
export async function packed(value) {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let raw = "";
  for (const byte of bytes) raw += String.fromCharCode(byte);
  return btoa(raw).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** What `packed` made, as the value it was. Throws Refusal ("beskadiget", "for-stor"). */
export async function unpacked(code) {
  if (code.length > MOST_CHARACTERS) throw new Refusal("for-stor");
  let words = "";
  try {
    const raw = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(raw, (char) => char.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
      .pipeThrough(new TextDecoderStream("utf-8", { fatal: true })).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      words += part.value;
      if (words.length > MOST_CHARACTERS) throw new Refusal("for-stor"); // a few bytes can unpack to gigabytes
    }
    return JSON.parse(words);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("beskadiget");
  }
}

/** A link to `page` (an absolute address) that carries a value, or "" when it would be too long to travel whole. */
export async function link(page, name, value) {
  const address = new URL(page);
  address.hash = `${name}=${await packed(value)}`;
  return address.href.length > LONGEST_LINK ? "" : address.href;
}

/** The code after `#name=` in an address or a text, or "". */
export function codeIn(words, name) {
  return words.match(new RegExp(`#${name}=([A-Za-z0-9_-]+)`))?.[1] ?? "";
}

/** A state from the code of a link. Throws Refusal. */
export async function fromLink(code) {
  const value = await unpacked(code);
  return checked({ version: value?.version ?? VERSION, collaborations: value?.collaborations });
}

/** Hand a text to the reader as a file. */
export function download(name, words, type) {
  const address = URL.createObjectURL(new Blob([words], { type }));
  const anchor = Object.assign(document.createElement("a"), { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name as part of a file name. */
export function fileName(words) {
  const plain = words.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || CATALOGUE;
}
