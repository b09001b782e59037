// What is written in a form before it is sent off or saved: kept as it stands, where her other material is.
import { prefix } from "./catalogue.js";
import { keep, kept } from "./kept.js";

/** @import { Area } from "./kept.js" */

const START = "kladde:";

/** Let nothing of it stay on the computer: it is in the tab, where it was too. Recent searches go as well. */
export function leaveComputer() {
  try {
    const all = Object.keys(localStorage).filter((key) => key.startsWith(prefix() + START));
    for (const key of [...all, `${prefix()}soegninger`]) localStorage.removeItem(key);
  } catch {
    // Blocked: nothing was ever there.
  }
}

/** @type {Area[]} */
const AREAS = ["session", "local"];

export class Draft {
  /** @param {string} name what is written */
  constructor(name) {
    this.name = START + name;
  }

  /**
   * The texts of the fields by their names, as they were left.
   * @returns {Record<string, string>}
   */
  get texts() {
    try {
      const found = JSON.parse(AREAS.map((area) => kept(this.name, area)).find(Boolean) ?? "{}");
      return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === "string"));
    } catch {
      return {};
    }
  }

  /** @param {Record<string, string>} texts */
  set texts(texts) {
    const words = Object.values(texts).some(Boolean) ? JSON.stringify(texts) : "";
    keep(this.name, words, "session");
    keep(this.name, kept("sted") === "her" ? words : "", "local");
  }

  /** It was sent off, saved or given up. */
  end() {
    this.texts = {};
  }
}
