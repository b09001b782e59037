// The way of a booklet: out as a link, and in again. Fetched when one is shared or has arrived.
import { BOOKLET, here, leaveAddress } from "./address.js";
import { KEY, MOST, booklet, change } from "./booklet.js";
import { link, packedState, unpacked } from "./carry.js";
import { Known } from "./numbers.js";
import { each } from "./page.js";
import { readAll } from "./pasted.js";
import { Refusal } from "./state.js";

/** @import { Selection } from "./booklet.js" */
/** @typedef {import("../elements/booklet.js").default} Booklet  holds the words */

const VERSION = 1;
const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** @param {unknown} words @param {number} most */
const isText = (words, most) => typeof words === "string" && words.length <= most;

/** @param {any} value Where the booklet lies in what came: as such, or (in links of today) as a record among others. */
const inside = (value) => value?.collaborations?.[KEY]?.[KEY] ?? value ?? {};

/**
 * A booklet from whatever somebody sent. Throws Refusal ("nyere", "beskadiget").
 * @param {any} value
 * @returns {Selection}
 */
function bookletIn(value) {
  if (value?.version > VERSION) throw new Refusal("nyere");
  const { name, note, ids } = inside(value);
  const isList = Array.isArray(ids) && ids.length <= MOST && ids.every((id) => typeof id === "string" && ID.test(id));
  if (!isText(name, 120) || !isText(note, 5000) || !isList) throw new Refusal("beskadiget");
  return { name, note, ids: [...new Set(ids)] };
}

export class Passing {
  /** @type {Selection} what came with the address */
  arrived = { name: "", note: "", ids: [] };

  /** @param {Booklet} host */
  constructor(host) {
    this.host = host;
    this.known = new Known(host.places.keys()); // what the catalogue has
  }

  async share() {
    const { host } = this;
    const { name, note, ids } = booklet();
    const state = { version: 1, collaborations: { [BOOKLET]: { [BOOKLET]: { name, note, ids } } } };
    const code = await packedState(state, this.known).catch(() => null);
    const address = code && link(here(), BOOKLET, code);
    if (address === null) host.tell(host.say("ingen"));
    else if (address) await host.copy(address, host.piece("link", HTMLTextAreaElement));
    else host.tell(host.say("langt"));
  }

  async arrive() {
    const { host } = this;
    const read = async (/** @type {string} */ code) => bookletIn(await unpacked(code, this.known));
    const { values: [arrived], faults } = await readAll(location.hash, BOOKLET, read);
    host.piece("fejl").textContent = faults.map(({ code }) => host.say(code)).join(" ");
    host.piece("fejl").hidden = !faults.length;
    if (!arrived) return; // the address stays: another browser, or the same later, may read it
    this.arrived = arrived;
    const { name, ids } = arrived;
    host.piece("ankommet-titel").textContent = host.say("ankommet", { x: name || host.say("uden") });
    host.piece("ankommet-liste").replaceChildren(...each("li", ids.map((id) => host.titleOf(id))));
    host.piece("ankommet").hidden = false;
    host.piece("ankommet").focus();
  }

  /** @param {Selection} selection */
  #take({ name, note, ids }) {
    change({ ids: ids.slice(0, MOST), name, note }, { step: this.host.say("trin") });
    this.settle();
  }

  /** Take what came in the place of what there is. */
  takeInstead() {
    this.#take(this.arrived);
  }

  /** Take what came in as well as what there is. */
  takeMore() {
    const there = booklet();
    this.#take({ ...there, ids: [...new Set([...there.ids, ...this.arrived.ids])] });
  }

  settle() {
    this.host.piece("ankommet").hidden = true;
    leaveAddress();
  }
}
