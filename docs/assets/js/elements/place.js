// <katalog-place>: a sheet at the bottom edge of the screen that asks where her material may be kept. It stands outside
// the page: it moves nothing, and nothing waits for an answer.
import { CatalogueElement } from "../base/element.js";
import { leaveComputer } from "../own/drafts.js";
import { afterPress } from "../own/press.js";
import { find, findAll, focused } from "../own/page.js";
import { store } from "../store.js";

export default class Place extends CatalogueElement {
  store = store();
  /** @type {HTMLElement | null} where she was when it was asked, and comes back to */
  origin = null;
  settled = false;
  told = ""; // what stood in the way when it was told last

  connected() {
    this.on(this.store, "change", () => this.mayAsk());
    this.on(document, "katalog:sted", () => this.ask(true));
    this.on(document, "keydown", (event) => this.key(event));
    for (const button of findAll(this, "[data-gem]")) this.on(button, "click", () => this.choose(button.dataset.gem));
    for (const name of ["luk", "forstaaet"]) this.pressed(name, () => this.close());
    if (this.store.touched) this.mayAsk(); // she was quicker than this script
  }

  get sheet() {
    return this.piece("ark");
  }

  get buttons() {
    return findAll(this.sheet, "button:not([hidden])");
  }

  /** Ask after the first thing she does, once on a page; where it cannot be kept, tell why in its place. */
  mayAsk() {
    const { canUndo, place, touched, trouble } = this.store;
    if (trouble && trouble !== "ulaeselig") {
      if (touched && trouble !== this.told) afterPress(() => this.warn(trouble));
    } else if (!this.settled && place === "" && canUndo) afterPress(() => this.ask(false));
  }

  /** @param {string} trouble Tell what stands in the way where she is: the place that tells it may be far above. */
  warn(trouble) {
    this.told = trouble;
    this.piece("hindring").textContent = this.piece("hindring").dataset[trouble] ?? "";
    this.close();
    this.open(true);
  }

  /** @param {boolean} isWarning Show the sheet: what is in the way, or the question. */
  open(isWarning) {
    const asking = [...findAll(this, "[data-gem]"), this.piece("spoergsmaal"), this.piece("luk")];
    for (const one of asking) one.hidden = isWarning;
    for (const name of ["hindring", "forstaaet"]) this.piece(name).hidden = !isWarning;
    this.origin = focused(document.body);
    this.sheet.hidden = false;
    this.tell(find(this.sheet, "p:not([hidden])").textContent);
  }

  /** @param {boolean} takesFocus whether she asked for it herself */
  ask(takesFocus) {
    if (this.sheet.hidden) {
      this.settled = true;
      this.open(false);
    }
    if (takesFocus) this.buttons[0].focus();
    else if (this.origin?.matches(":focus-visible")) this.origin.scrollIntoView({ block: "nearest" }); // not under it
  }

  /** @param {string} [place] */
  choose(place = "") {
    this.store.choose(place);
    if (place !== "her") leaveComputer();
    this.close();
    this.tell(this.say(this.store.trouble ? "ikke" : place));
  }

  close() {
    const isInside = focused(this.sheet);
    this.sheet.hidden = true;
    this.tell("");
    if (isInside) this.origin?.focus({ preventScroll: true });
  }

  /**
   * By keyboard it comes right after what she stood in when it was asked, as if it stood there.
   * @param {KeyboardEvent} event
   */
  key(event) {
    if (this.sheet.hidden) return;
    if (event.key === "Escape" && focused(this.sheet)) this.close();
    if (event.key === "Tab" && this.origin?.isConnected) this.tab(event, this.origin);
  }

  /** @param {KeyboardEvent} event @param {HTMLElement} origin */
  tab(event, origin) {
    const { activeElement: now } = document;
    const [first, last] = [this.buttons[0], this.buttons[this.buttons.length - 1]];
    const [leaves, goal] = event.shiftKey ? [first, origin] : [origin, first];
    if (now === leaves) {
      event.preventDefault();
      goal.focus();
    } else if (now === last && !event.shiftKey) origin.focus(); // and Tab goes on from there
  }
}
