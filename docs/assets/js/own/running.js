// The page's items and questions one at a time. The very same fields are moved into the dialog and back again, so nothing is
// written twice and nothing can be lost.
import { at, find, findAll, joined, typing } from "./page.js";

/** @typedef {import("../elements/run.js").default} Run  holds the dialog, the words and the steps */
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

export class Running {
  /** @type {Moved | null} the step shown now */
  #step = null;
  /** @type {Moved | null} an interview's own clock, which comes along */
  #timer = null;
  #at = 0;
  #place = 0;

  /** @param {Run} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * Begin with the step she has before her.
   * @param {number} place how far down the page she is, and comes back to
   */
  show(place) {
    const { host } = this;
    this.#place = place;
    const first = host.steps.findIndex((step) => step.getBoundingClientRect().bottom > 0);
    const timer = findAll(document, "katalog-timer").find((one) => !host.contains(one));
    this.#timer = timer ? taken(timer) : null;
    if (timer) host.piece("ur").append(timer);
    host.dialog.showModal();
    this.go(Math.max(0, first));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const way = WAYS[event.key];
    if (!way || typing(event) || at(event, HTMLInputElement)?.type === "radio") return;
    event.preventDefault();
    this.turn(way);
  }

  /** @param {number} way how many steps on */
  turn(way) {
    this.go(this.#at + way);
  }

  /** @param {number} index */
  go(index) {
    const { host } = this;
    if (index < 0 || index >= host.steps.length) return;
    this.putBack();
    this.#at = index;
    this.tellPlace(host.steps[index]);
    this.bring(host.steps[index]);
    host.piece("scene").scrollTop = 0;
    host.piece("over").focus();
  }

  /** @param {HTMLElement} step */
  tellPlace(step) {
    const { host } = this;
    const [number, all] = [this.#at + 1, host.steps.length];
    host.piece("over").textContent = heading(step);
    host.piece("hvor").textContent = host.say("hvor", { n: number, alle: all });
    Object.assign(find(host, "progress", HTMLProgressElement), { max: all, value: number });
    host.piece("tilbage", HTMLButtonElement).disabled = number === 1;
    host.piece("frem", HTMLButtonElement).disabled = number === all;
  }

  /** @param {HTMLElement} step */
  bring(step) {
    step.querySelector(".note details")?.setAttribute("open", "");
    const list = /** @type {HTMLElement} */ (step.parentElement);
    const number = [...list.children].indexOf(step);
    this.#step = taken(step);
    this.host.piece("scene").replaceChildren(step.tagName === "LI" ? listed(step, list, number) : step);
  }

  putBack() {
    this.#step?.home.replaceWith(this.#step.thing);
    this.#step = null;
  }

  leave() {
    this.putBack();
    this.#timer?.home.replaceWith(this.#timer.thing);
    this.#timer = null;
    this.host.leaveFullscreen();
    scrollTo({ top: this.#place, behavior: "instant" });
    this.host.piece("aabn").focus({ preventScroll: true });
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
