// What she writes is kept while she writes it: after a short rest, when she leaves the field, when the page is left or
// put away, and when its element goes. One stay in a field is one step of undo. What does not fit is told at the field.
import { fill, focused, unkept } from "../own/page.js";
import { afterPress } from "../own/press.js";
import { store } from "../store.js";
import { fault, isDay, limit, pastYear } from "./limits.js";

/** @import { CatalogueElement } from "./element.js" */
/** @import { Field } from "./limits.js" */
/** @typedef {{join: string, was?: string}} Stay  a stay in a field: which, and what stood there when she came */

const REST = 400; // ms without a key before it is kept
const SHOWN = 2500; // ms that »Gemt« stands at the field, and before it is told aloud
const TEXTS = "textarea, input:not([type=checkbox], [type=radio], [type=file], [type=hidden], [type=search])";

/** What is told of fields stands in every page. */
const place = () => document.getElementById("felt-sagt");
/** @param {string} name @param {import("../own/page.js").Values} [values] */
const say = (name, values = {}) => fill(place()?.getAttribute(`data-${name}`) ?? "", values);

let stays = 0;

export class Writing {
  /** @type {Map<Field, number>} the fields with something that is not kept yet, and what waits for a rest */
  #waiting = new Map();
  /** @type {Map<Field, HTMLElement>} what is told at a field */
  #told = new Map();
  /** @type {number | undefined} what waits to be told aloud */
  #aloud;
  /** @type {Stay} */
  #stay = { join: "" };
  #cut = false;

  /**
   * @param {CatalogueElement} host as long as it is in the page
   * @param {HTMLElement} where what holds the fields
   * @param {(field: Field, stay: Stay) => void} keep keeps what stands in a field; may throw Refusal
   * @param {string} [which] which fields, of all that are written in there
   * @param {"gemt" | "kladde"} [word] what is said when it is kept
   */
  constructor(host, where, keep, which = "*", word = "gemt") {
    this.where = where;
    this.keep = keep;
    this.which = which;
    this.word = word;
    host.on(where, "focusin", (event) => this.#on(event, (field) => this.#enter(field)));
    host.on(where, "beforeinput", (event) => this.#on(event, (field) => this.#room(field, event)));
    host.on(where, "input", (event) => this.#on(event, (field) => this.#written(field)));
    host.on(where, "focusout", (event) => this.#on(event, (field) => this.#leave(field)));
    for (const end of ["pagehide", "beforeprint"]) host.on(window, end, () => this.flush());
    host.on(document, "visibilitychange", () => document.hidden && this.flush());
    host.atEnd(() => this.flush());
  }

  /** @param {Event} event @param {(field: Field) => void} act */
  #on({ target }, act) {
    if (target instanceof Element && target.matches(TEXTS) && target.matches(this.which)) {
      const field = /** @type {Field} */ (target);
      if (!field.readOnly) act(field);
    }
  }

  /** Keep at once whatever is not kept yet. Returns whether all of it is. */
  flush() {
    for (const field of [...this.#waiting.keys()]) this.#keep(field, true);
    return !this.#waiting.size;
  }

  /** Forget what is not kept yet: it was given up. */
  drop() {
    for (const [field, timer] of this.#waiting) {
      clearTimeout(timer);
      unkept.delete(field);
      this.#tell(field, "");
    }
    this.#waiting.clear();
  }

  // what happens in a field -------------------------------------------------------------------------------------------

  /** @param {Field} field */
  #enter(field) {
    limit(field);
    this.#stay = { join: `${Date.now()}-${stays++}`, was: field.value };
  }

  /**
   * Tell when what is put in is longer than there is room for: the browser cuts it without a word.
   * @param {Field} field @param {InputEvent} event
   */
  #room(field, { data, dataTransfer, inputType }) {
    const words = data ?? dataTransfer?.getData("text/plain") ?? "";
    if (field.maxLength < 0 || !inputType.startsWith("insert")) return;
    const chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
    this.#cut = words.length > field.maxLength - field.value.length + chosen;
    if (this.#cut) this.#tell(field, say(words.length > 1 ? "klippet" : "fuldt", { n: field.maxLength }));
  }

  /** @param {Field} field */
  #written(field) {
    if (!this.#cut) this.#tell(field, "");
    clearTimeout(this.#waiting.get(field));
    unkept.add(field);
    this.#waiting.set(field, setTimeout(() => this.#keep(field, false), REST));
  }

  /** @param {Field} field */
  #leave(field) {
    if (this.#waiting.has(field)) this.#keep(field, true);
    this.#sayAloud(0);
  }

  /**
   * @param {Field} field @param {boolean} isLeft whether she is done in it: a day is told to be wrong only then
   */
  #keep(field, isLeft) {
    clearTimeout(this.#waiting.get(field));
    const year = isLeft && pastYear(field);
    const wrong = fault(field);
    if (wrong) {
      if (isLeft || !isDay(field)) this.#tell(field, say(wrong.name, wrong.values), true);
      return;
    }
    this.#waiting.delete(field);
    unkept.delete(field);
    try {
      this.keep(field, this.#stay);
    } catch (thrown) {
      this.#tell(field, say("ikke"), true);
      throw thrown;
    }
    this.#saved(field);
    if (year) this.#tell(field, say("aaret", { x: year }));
    for (const other of this.#waiting.keys()) if (isDay(other)) this.#again(other);
  }

  /** What stood in the way of another day may be gone. @param {Field} other */
  #again(other) {
    if (fault(other)) return;
    this.#tell(other, "");
    this.#keep(other, false);
  }

  // telling -----------------------------------------------------------------------------------------------------------

  /** @param {Field} field */
  #saved(field) {
    if (!store().isKept) return this.#tell(field, say("ikke"), true);
    const mark = document.createElement("span");
    Object.assign(mark, { className: "felt__gemt", ariaHidden: "true", textContent: say(this.word) });
    field.parentElement?.querySelector(".felt__gemt")?.remove();
    field.after(mark);
    setTimeout(() => mark.remove(), SHOWN);
    this.#sayAloud(focused(this.where) ? SHOWN : 0);
    return undefined;
  }

  /** A screen reader hears it once she rests, or has left, not at each letter. @param {number} wait */
  #sayAloud(wait) {
    const there = place();
    const isWaiting = this.#aloud !== undefined;
    if (!wait && !isWaiting) return;
    clearTimeout(this.#aloud);
    this.#aloud = setTimeout(() => {
      if (there) there.textContent = say(this.word);
      this.#aloud = undefined;
      setTimeout(() => { if (there) there.textContent = ""; }, SHOWN);
    }, wait);
  }

  /**
   * Tell something at a field, or no longer.
   * @param {Field} field @param {string} words @param {boolean} [isWrong]
   */
  #tell(field, words, isWrong = false) {
    if (!words && !this.#told.has(field)) return;
    afterPress(() => {
      const told = this.#told.get(field) ?? note(field);
      this.#told.set(field, told);
      told.textContent = words;
      told.hidden = !words;
      if (isWrong) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    });
  }
}

/** The place under a field where something is told of it. @param {Field} field */
function note(field) {
  const made = document.createElement("span");
  Object.assign(made, { className: "felt__fejl", role: "alert", id: `fejl-${field.id}`, hidden: true });
  field.after(made);
  field.setAttribute("aria-describedby", made.id);
  return made;
}
