// When her material was last saved as a file, for those who ask to be reminded; else nothing of it is kept.
import { keep, kept } from "./kept.js";
import { today } from "./words.js";

const MONTH = 30 * 86_400_000; // ms

/** @returns {import("./kept.js").Area} */
const area = () => (kept("sted") === "her" ? "local" : "session");

export const backup = {
  /** Whether she asked to be reminded. */
  get isWanted() {
    return kept("fil-mind", area()) === "ja";
  },

  /** The day she last saved a file, or "". */
  get last() {
    return kept("fil-gemt", area()) ?? "";
  },

  /** Whether it is time: never, or more than a month ago. */
  get isDue() {
    return this.isWanted && !(Date.now() - Date.parse(this.last) < MONTH);
  },

  /** @param {boolean} isWanted */
  want(isWanted) {
    keep("fil-mind", isWanted ? "ja" : "", area());
    if (!isWanted) keep("fil-gemt", "", area());
  },

  /** A file was saved. */
  made() {
    if (this.isWanted) keep("fil-gemt", today(), area());
  },
};
