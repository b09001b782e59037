// Files that come in: the leader's own material, and other texts, read whatever program has saved them again.
import { FORMAT } from "./files.js";
import { Refusal, checked, parsed } from "./state.js";

const LARGEST = 32_000_000; // octets: three times what any browser keeps for a site

/**
 * What can be read of the text of a file, also when it was cut short, and of what was set aside as it stood in the browser.
 * Throws Refusal ("ikke-json", "fremmed", "nyere").
 * @param {string} words
 */
export function fromFile(words) {
  const { value, isCut } = parsed(words.replace(/^\uFEFF/, ""));
  if (value === undefined) throw new Refusal("ikke-json");
  const isOurs = value?.format === FORMAT || (value?.format === undefined && value?.collaborations);
  if (!isOurs) throw new Refusal("fremmed");
  const found = checked({ version: value.version, collaborations: value.collaborations });
  return isCut ? { ...found, isCut } : found;
}

const [ZERO, BOM_LITTLE, BOM_BIG] = [0, "255 254", "254 255"];

/** @param {Uint8Array} bytes How a text is written that is not UTF-8. */
function otherEncoding([one, two]) {
  if (`${one} ${two}` === BOM_LITTLE || two === ZERO) return "utf-16le";
  if (`${one} ${two}` === BOM_BIG || one === ZERO) return "utf-16be";
  return "windows-1252";
}

/** @param {ArrayBuffer} buffer The words of a file, written as UTF-8, UTF-16 or what old programs on Windows write. */
export function wordsOf(buffer) {
  const bytes = new Uint8Array(buffer);
  const other = otherEncoding(bytes);
  if (other !== "windows-1252") return new TextDecoder(other).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(other).decode(bytes);
  }
}

/**
 * The words of a file that was chosen. Throws Refusal ("fil-for-stor", "fil-laeses-ikke").
 * @param {File} file
 */
export async function read(file, largest = LARGEST) {
  if (file.size > largest) throw new Refusal("fil-for-stor", file.name);
  try {
    return wordsOf(await file.arrayBuffer());
  } catch {
    throw new Refusal("fil-laeses-ikke", file.name); // taken away, or the cloud's own and not here
  }
}
