// What the search dialog does with what is typed in it, and with its answers. Fetched when the search is approached.
import { at, fill, find, findAll, isPlain } from "../own/page.js";
import { Answers } from "./answers.js";
import { engine } from "./engine.js";
import { area, forget, remember } from "./recent.js";

/** @import { Answer } from "./engine.js" */
/** @typedef {import("../elements/search.js").default} Search  holds the dialog and the words */

const SHOWN = 15;
const PAUSE = 300; // ms without a key before the count is told, so that a screen reader is not cut short
/** @type {Record<string, number>} */
const WAYS = { ArrowDown: 1, ArrowUp: -1 };

/** @param {KeyboardEvent} event */
const isTyped = (event) => event.key.length === 1 && event.key !== " " && isPlain(event);

export class Asking {
  /** @type {number | undefined} */
  #pause;

  /** @param {Search} host @param {Parameters<typeof engine>[0]} packed the index */
  constructor(host, packed) {
    this.host = host;
    this.engine = engine(packed);
    this.shown = new Answers(host, this.engine.entries);
  }

  /** Where answers are shown. */
  get place() {
    return find(this.host, ".soeg__svar");
  }

  /** @param {boolean} [all] whether all answers are shown */
  show(all = false) {
    const { value } = this.host.field;
    const query = value.trim();
    const answer = this.engine(value);
    const shown = answer.found.slice(0, all ? answer.found.length : SHOWN);
    this.place.replaceChildren(...(query ? this.shown.of(answer, shown) : this.shown.start()));
    if (!all) this.place.scrollTop = 0;
    this.tellCount(query, answer, shown.length);
  }

  /** @param {string} query @param {Answer} answer @param {number} shown */
  tellCount(query, answer, shown) {
    const { count } = this.host;
    const words = fill(
      query ? this.caution(answer) + this.total(answer, shown) : count.dataset.tom ?? "",
      { q: query, n: answer.found.length, vist: shown, ord: answer.instead.join(" ") },
    );
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => { count.textContent = words; }, PAUSE);
  }

  /** @param {Answer} answer What must be known of the answers before they are trusted. */
  caution({ found, instead, loose, weak }) {
    const { rettet = "", ordret = "", svag = "" } = this.host.count.dataset;
    if (loose) return ordret;
    if (instead.length) return rettet;
    return weak && found.length ? svag : "";
  }

  /** @param {Answer} answer @param {number} shown */
  total({ found }, shown) {
    const { ingen = "", antal = "", udvalg = "" } = this.host.count.dataset;
    if (!found.length) return ingen;
    return shown < found.length ? udvalg : antal;
  }

  // using the answers -------------------------------------------------------------------------------------------------

  /** @param {MouseEvent} event */
  press(event) {
    const target = at(event, Element);
    const button = target?.closest(".soeg__svar button");
    if (target?.closest("a") && isPlain(event) && !event.shiftKey) this.leave();
    else if (button instanceof HTMLElement) this.act(button);
  }

  /** The reader follows an answer: the focus goes with her. */
  leave() {
    remember(this.host.field.value.trim());
    this.host.back = null;
    this.host.dialog.close();
  }

  /** @param {HTMLElement} button to forget, to see all answers, or to search for the word on it */
  act(button) {
    const { field } = this.host;
    const isAll = button.dataset.alle !== undefined;
    const place = findAll(this.place, "a").length;
    if (button.dataset.glem !== undefined) forget(area());
    else if (!isAll) field.value = button.textContent;
    this.show(isAll);
    (isAll ? findAll(this.place, "a")[place] : field).focus();
  }

  /** @param {KeyboardEvent} event */
  move(event) {
    const stops = [this.host.field, ...findAll(this.place, "a, button")];
    const place = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const way = WAYS[event.key];
    if (event.key === "Enter" && place === 0) this.enter(stops[1]);
    else if (way) {
      event.preventDefault();
      stops[(Math.max(place, 0) + way + stops.length) % stops.length].focus();
    } else if (place > 0 && isTyped(event)) this.host.field.focus(); // typing goes on in the field
  }

  /** @param {HTMLElement | undefined} first the first answer */
  enter(first) {
    const { field } = this.host;
    if (matchMedia("(pointer: coarse)").matches) field.blur(); // puts the keyboard away, so that the answers are seen
    else if (field.value.trim()) first?.click();
  }
}
