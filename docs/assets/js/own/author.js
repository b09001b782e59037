// Who writes here. A browser has one id; where tabs share what is kept it is the author of all they write. A tab that keeps
// for itself is an author of its own, `<id>-<tab>`: of two texts written without knowledge of each other neither takes the
// other's place. While a page is open that name is taken out of the tab's storage, so that a copy of the tab finds another.
import { drop, set } from "./areas.js";
import { base } from "./changes.js";
import { TEXTS } from "./fields.js";
import { kept } from "./kept.js";
import { same } from "./merge.js";
import { close, opened } from "./record.js";
import { freshId } from "./words.js";

/** @import { Area } from "./kept.js" */
/** @import { Kept, Stamp, State } from "./state.js" */

const [LONG, SHORT] = [7, 4]; // characters of a browser's id, and of a tab's
/** @param {number} length */
const fresh = (length) => freshId("a").slice(2, 2 + length);
const known = () => kept("forfatter") ?? kept("forfatter", "session");

export class Author {
  #base = "";
  #tab = "";
  #isKept = false; // whether anything was written: else nothing of it is left anywhere

  constructor() {
    this.#claim();
    addEventListener("pagehide", () => this.#isKept && this.#tab && set("session", "fane", this.#tab));
    addEventListener("pageshow", ({ persisted }) => persisted && this.#claim());
  }

  /** The id of this browser, kept from the first thing written. */
  get base() {
    this.#base ||= known() ?? "";
    if (!this.#base) this.#base = this.#tab = fresh(LONG); // nobody wrote here before this tab
    return this.#base;
  }

  /** The author of what this tab keeps for itself. */
  get tab() {
    const { base: whole } = this;
    this.#tab ||= `${whole}-${fresh(SHORT)}`;
    return this.#tab;
  }

  #claim() {
    const there = kept("fane", "session");
    if (there) [this.#tab, this.#isKept] = [there, true];
    drop("session", "fane");
  }

  /** @param {Area} area Something was written, and is kept there. */
  keep(area) {
    this.#isKept = true;
    set(area, "forfatter", this.base);
    if (area === "local" && this.#tab === this.#base) this.#tab = ""; // from now on that is the author of what is shared
  }

  /** @param {string} other Another tab of this visit has written: it is the same reader who writes here. */
  join(other) {
    if (!this.#isKept && !known()) [this.#base, this.#tab] = [base(other), ""];
  }

  /** All of it was cleared. */
  forget() {
    [this.#base, this.#tab, this.#isKept] = ["", "", false];
  }
}

/**
 * A record in which what `from` wrote since it was as `old` is by `to`.
 * @param {Kept} record @param {Kept} old @param {string} from @param {string} to
 */
function resigned(record, old, from, to) {
  const made = { ...record, v: { ...record.v } };
  for (const [field, [at, who, seen = {}]] of Object.entries(made.v)) {
    if (who !== from || same(record.v?.[field], old.v?.[field])) continue;
    const before = TEXTS.has(field) ? opened(old, field).seen[from] : undefined; // which the new stamp stood for as well
    made.v[field] = /** @type {Stamp} */ ([at, to, before === undefined ? seen : { ...seen, [from]: before }]);
    if (TEXTS.has(field)) close(made, field, opened(made, field));
    else made.v[field] = [at, to];
  }
  return made;
}

/**
 * A state in which what `from` wrote that is not kept where it was to be is by `to`: another tab may write there at the
 * same time in that name.
 * @param {State} state @param {State} kept @param {string} from @param {string} to
 * @returns {State}
 */
export function resign(state, kept, from, to) {
  const all = Object.entries(state.collaborations).map(([id, records]) => {
    const old = kept.collaborations[id] ?? {};
    return [id, Object.fromEntries(Object.entries(records).map(([key, record]) => (
      [key, same(record, old[key]) ? record : resigned(record, old[key] ?? {}, from, to)]
    )))];
  });
  return { ...state, collaborations: Object.fromEntries(all) };
}
