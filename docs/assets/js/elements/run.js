// <katalog-run>: the page's items and questions one at a time, in large type. The very same fields are moved into the
// dialog and back again, so nothing is written twice and nothing can be lost.
import { CatalogueElement } from "../base/element.js";
import { at, find, findAll, joined, typing } from "../own/page.js";

/** @type {Record<string, number>} */
const WAYS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** @typedef {{thing: Element, home: Comment}} Moved  a thing, and the mark that stands where it was taken from */

/**
 * Take a thing from its place.
 * @param {Element} thing
 * @returns {Moved}
 */
function taken(thing) {
  const home = document.createComment("");
  thing.replaceWith(home);
  return { thing, home };
}

export default class Run extends CatalogueElement {
  /** @type {HTMLElement[]} */
  steps = [];
  /** @type {Moved | null} the step shown now */
  #step = null;
  /** @type {Moved | null} an interview's own clock, which comes along */
  #timer = null;
  #at = 0;
  #place = 0;

  connected() {
    this.steps = findAll(document, ".trappevalg, .tjek, .spoergsmaal > li");
    this.hidden = !this.steps.length;
    this.pressed("aabn", () => this.open());
    this.pressed("luk", () => this.dialog.close());
    this.pressed("frem", () => this.go(this.#at + 1));
    this.pressed("tilbage", () => this.go(this.#at - 1));
    this.on(this.dialog, "close", () => this.leave());
    this.on(this.dialog, "keydown", (event) => this.key(event));
    this.on(document, "fullscreenchange", () => this.leftFullscreen());
  }

  disconnected() {
    this.putBack();
  }

  get dialog() {
    return find(this, "dialog", HTMLDialogElement);
  }

  /** Full screen is the room's choice; without it the window is filled. It comes first: what is shown last lies on top. */
  async open() {
    this.#place = scrollY;
    await document.documentElement.requestFullscreen?.().catch(() => {});
    if (!this.dialog.open) this.show();
  }

  show() {
    const first = this.steps.findIndex((step) => step.getBoundingClientRect().bottom > 0);
    const timer = findAll(document, "katalog-timer").find((one) => !this.contains(one));
    this.#timer = timer ? taken(timer) : null;
    if (timer) this.piece("ur").append(timer);
    this.dialog.showModal();
    this.go(Math.max(0, first));
  }

  /** The browser keeps the Escape that ends full screen to itself; to her it is one press, so it closes this too. */
  leftFullscreen() {
    if (!document.fullscreenElement) this.dialog.close();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const way = WAYS[event.key];
    if (!way || typing(event) || at(event, HTMLInputElement)?.type === "radio") return;
    event.preventDefault();
    this.go(this.#at + way);
  }

  /** @param {number} index */
  go(index) {
    if (index < 0 || index >= this.steps.length) return;
    this.putBack();
    this.#at = index;
    this.tellPlace(this.steps[index]);
    this.bring(this.steps[index]);
    this.piece("scene").scrollTop = 0;
    this.piece("over").focus();
  }

  /** @param {HTMLElement} step */
  tellPlace(step) {
    const [number, all] = [this.#at + 1, this.steps.length];
    this.piece("over").textContent = heading(step);
    this.piece("hvor").textContent = this.say("hvor", { n: number, alle: all });
    Object.assign(find(this, "progress", HTMLProgressElement), { max: all, value: number });
    this.piece("tilbage", HTMLButtonElement).disabled = number === 1;
    this.piece("frem", HTMLButtonElement).disabled = number === all;
  }

  /** @param {HTMLElement} step */
  bring(step) {
    step.querySelector(".note details")?.setAttribute("open", "");
    const list = /** @type {HTMLElement} */ (step.parentElement);
    const number = [...list.children].indexOf(step);
    this.#step = taken(step);
    this.piece("scene").replaceChildren(step.tagName === "LI" ? listed(step, list, number) : step);
  }

  putBack() {
    this.#step?.home.replaceWith(this.#step.thing);
    this.#step = null;
  }

  leave() {
    this.putBack();
    this.#timer?.home.replaceWith(this.#timer.thing);
    this.#timer = null;
    if (document.fullscreenElement) document.exitFullscreen();
    scrollTo({ top: this.#place, behavior: "instant" });
    this.piece("aabn").focus({ preventScroll: true });
  }
}

/**
 * A list item in a list of its own, with the number and the interview it has on the page.
 * @param {HTMLElement} step @param {HTMLElement} list @param {number} number
 */
function listed(step, list, number) {
  const made = document.createElement("ol");
  made.className = list.className;
  Object.assign(made.dataset, list.dataset);
  made.style.counterReset = `spm ${number}`;
  made.append(step);
  return made;
}

/**
 * What the step belongs to: the nearest heading or legend before it.
 * @param {HTMLElement} step
 */
function heading(step) {
  const legend = step.parentElement?.closest("fieldset")?.querySelector("legend")?.firstChild?.textContent?.trim();
  const before = findAll(document, "h1, h2, h3").filter((one) => isBefore(one, step) && !one.closest("dialog"));
  return joined([before.at(-1)?.textContent.trim(), legend], ": ");
}

/** @param {Node} one @param {Node} other */
const isBefore = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
