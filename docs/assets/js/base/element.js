// What every element of ours is made on: `built` runs once, `connected` each time it comes into the page (also when it was
// only moved), and what it listens to is let go when it leaves. All words stand in its markup.
import { clone, copyText, fill, part } from "../own/page.js";

/** @import { Kind, Values } from "../own/page.js" */

export class CatalogueElement extends HTMLElement {
  #stop = new AbortController();
  #built = false;

  connectedCallback() {
    this.#stop = new AbortController();
    if (!this.#built) this.built();
    this.#built = true;
    this.connected(this.#stop.signal);
    this.classList.remove("venter"); // it lives
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.disconnected();
  }

  /** Find its parts, and add to the page what it adds. */
  built() {}

  /**
   * Listen, and show what there is.
   * @param {AbortSignal} _signal ends when the element leaves the page; `on` and `pressed` see to it themselves
   */
  connected(_signal) {}

  /** End what no signal ends. */
  disconnected() {}

  /**
   * Listen for as long as the element is in the page.
   * @param {EventTarget} target @param {string} name @param {(event: any) => unknown} act
   */
  on(target, name, act) {
    target.addEventListener(name, act, { signal: this.#stop.signal });
  }

  /**
   * Do something when the element leaves the page.
   * @param {() => void} act
   */
  atEnd(act) {
    this.#stop.signal.addEventListener("abort", act);
  }

  /**
   * Act when one of its buttons is pressed.
   * @param {string} name @param {() => unknown} act
   */
  pressed(name, act) {
    this.on(this.piece(name), "click", () => act());
  }

  /**
   * Its part marked data-del="name" (`part` is something else of every element's). Throws TypeError when there is none.
   * @template {Element} [T=HTMLElement]
   * @param {string} name @param {Kind<T>} [kind]
   * @returns {T}
   */
  piece(name, kind) {
    return part(this, name, kind);
  }

  /**
   * A copy of what stands in its <template data-skabelon="name">.
   * @param {string} name
   */
  clone(name) {
    return clone(this, name);
  }

  /**
   * Words its markup keeps in a data attribute of the part "ord", with {names} filled in.
   * @param {string} name @param {Values} [values]
   */
  say(name, values = {}) {
    return fill(this.piece("ord").getAttribute(`data-${name}`) ?? "", values);
  }

  /**
   * Tell something in the part "sagt", which is read aloud.
   * @param {string} words
   */
  tell(words) {
    this.piece("sagt").textContent = words;
  }

  /**
   * Copy a text, or show it in `field` to be copied by hand, and tell which.
   * @param {string} words @param {HTMLTextAreaElement} field
   */
  async copy(words, field) {
    this.tell(this.say((await copyText(words, field)) ? "kopieret" : "kopier-selv"));
  }
}
