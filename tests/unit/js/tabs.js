// Tabs of one browser: each has a storage of its own and one that all share, and hears what another writes there.
import assert from "node:assert/strict";
import { Area, PREFIX } from "./page.js";

const { Store } = await import("../../../docs/assets/js/store.js");
export const OWN = `${PREFIX}eget`;
export const tick = { done: true, day: "2026-03-09" };

/** What a tab shows of the collaboration in use: its records without their moments, but each field has one. */
export const written = (tab) => tab.do((store) => Object.fromEntries(store.records().map(([key, { v, ...rest }]) => {
  for (const field of Object.keys(rest)) if (field !== "both") assert.equal(typeof v[field][0], "number", field);
  return [key, rest];
})));
/** The only collaboration that is kept in a storage, by its id. */
export const only = (tab, area = "session") => {
  const [[id, records], ...others] = Object.entries(tab.kept(area).collaborations);
  assert.deepEqual(others, []);
  return [id, records];
};

export class Browser {
  #tabs = [];
  #said = []; // what tabs tell each other, and has not come yet

  constructor({ local = new Area(), closed = false } = {}) {
    this.local = local;
    this.closed = closed;
  }

  /** Open a tab; with the storage of one that was left, that tab is loaded again. */
  open(session = new Area()) {
    const tab = new Tab(this, session);
    this.#tabs.push(tab);
    tab.do(() => {});
    return tab;
  }

  /** A tab that begins as a copy of another that is open, as browsers make it. */
  twin(tab) {
    return this.open(Object.assign(new Area(), { ...tab.session }));
  }

  /** A tab is closed: it hears nothing, and its storage is gone. */
  close(tab) {
    tab.leave();
    this.#tabs.splice(this.#tabs.indexOf(tab), 1);
  }

  /** Let the others hear of what a tab wrote or removed, as browsers do. */
  tell(from, key, newValue) {
    for (const tab of this.#tabs) if (tab !== from) tab.hear({ key, newValue });
  }

  /** Let what was said on a channel come to the other tabs, one after the other, after what is done now. */
  say(from, data) {
    this.#said.push([from, structuredClone(data)]);
  }

  carry() {
    while (this.#said.length) {
      const [from, data] = this.#said.shift();
      for (const tab of this.#tabs) if (tab !== from) tab.told(data);
    }
  }
}

class Tab {
  #heard = {};
  #channels = new Set();

  constructor(browser, session) {
    this.browser = browser;
    this.session = session;
    this.#enter();
    this.store = new Store();
  }

  /** Do something in this tab. */
  do(act) {
    const { browser } = this;
    const shared = [`${PREFIX}ryddet`, OWN];
    const before = shared.map((key) => browser.local.getItem(key));
    this.#enter();
    const result = act(this.store);
    for (const [index, key] of shared.entries()) {
      if (browser.local.getItem(key) !== before[index]) browser.tell(this, key, browser.local.getItem(key));
    }
    browser.carry();
    return result;
  }

  hear(event) {
    this.#enter();
    this.#happens("storage", event);
  }

  /** Another tab says something on the channel that this one may listen to. */
  told(data) {
    this.#enter();
    for (const channel of this.#channels) channel.onmessage({ data });
  }

  /** The page comes back from the browser's cache, after another page of the tab was left. */
  wake() {
    this.#enter();
    this.#happens("pageshow", { persisted: true });
    this.browser.carry();
  }

  /** The page is left. */
  leave() {
    this.#enter();
    this.#happens("pagehide", {});
  }

  /** The tab as it is when its page is loaded again. */
  reload() {
    this.leave();
    return this.browser.open(this.session);
  }

  /** What is kept, from a storage, as a state. */
  kept(area) {
    return JSON.parse((area === "local" ? this.browser.local : this.session).getItem(OWN));
  }

  #happens(name, event) {
    for (const act of this.#heard[name] ?? []) act(event);
  }

  #enter() {
    const { browser } = this;
    for (const [name, area] of Object.entries({ localStorage: browser.local, sessionStorage: this.session })) {
      Object.defineProperty(globalThis, name, { configurable: true, get: () => {
        if (browser.closed === true || browser.closed === name) throw new DOMException("", "SecurityError");
        return area;
      } });
    }
    globalThis.window = globalThis;
    globalThis.addEventListener = (name, act) => { (this.#heard[name] ??= []).push(act); };
    globalThis.BroadcastChannel = this.#channel;
  }

  get #channel() {
    const [tab, channels] = [this, this.#channels];
    return class {
      constructor() { channels.add(this); }
      onmessage() {}
      postMessage(data) { tab.browser.say(tab, data); }
      close() { channels.delete(this); }
    };
  }
}
