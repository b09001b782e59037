// The open tabs of one visit, where nothing is kept on the computer: a new one asks the others what there is, and each hears
// what another writes. Nothing of it is kept but in the tabs themselves. A browser that lets no tab speak has none of it.
import { prefix } from "./catalogue.js";

/**
 * What a tab tells: all it has, as text, where she works and what she chose, and who she is.
 * @typedef {{words: string, current: string, place: string, author: string}} Said
 * @typedef {{said: () => Said | null, heard: (said: Said, isAnswer: boolean) => void}} Host
 */

export class Company {
  /** @type {BroadcastChannel | null} */
  #channel = null;
  #isAlone = true; // as far as is known: nobody has said anything
  #asked = "";

  /** @param {Host} host */
  constructor(host) {
    this.host = host;
    this.#open();
    addEventListener("pagehide", () => this.#close()); // a page that holds a channel is not kept for Back
    addEventListener("pageshow", ({ persisted }) => persisted && this.#open());
  }

  /** Tell the others what there is now. */
  tell() {
    const said = this.#isAlone ? null : this.host.said();
    if (said) this.#post({ ...said, kind: "nyt" });
  }

  #open() {
    if (!("BroadcastChannel" in globalThis)) return;
    this.#channel = new BroadcastChannel(`${prefix()}faner`);
    this.#channel.onmessage = ({ data }) => this.#hear(data);
    this.#asked = crypto.getRandomValues(new Uint32Array(2)).join();
    this.#post({ kind: "hvad", who: this.#asked });
  }

  #close() {
    this.#channel?.close();
    this.#channel = null;
  }

  /** @param {any} message What a page says while it is left, it says on a channel of that moment alone. */
  #post(message) {
    if (!("BroadcastChannel" in globalThis)) return;
    const channel = this.#channel ?? new BroadcastChannel(`${prefix()}faner`);
    channel.postMessage(message);
    if (!this.#channel) channel.close();
  }

  /** @param {any} message */
  #hear(message) {
    this.#isAlone = false;
    const { kind, who } = message ?? {};
    if (kind === "hvad") {
      const said = this.host.said();
      if (said) this.#post({ ...said, kind: "svar", who });
    } else if (kind === "nyt" || (kind === "svar" && who === this.#asked)) this.host.heard(message, kind === "svar");
  }
}
