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

  constructor({ local = new Area(), closed = false } = {}) {
    this.local = local;
    this.closed = closed;
  }

  /** Open a tab; with the storage of one that was left, that tab is loaded again. */
  open(session = new Area()) {
    const tab = new Tab(this, session);
    this.#tabs.push(tab);
    return tab;
  }

  /** Let the others hear of what a tab wrote or removed, as browsers do. */
  tell(from, newValue) {
    for (const tab of this.#tabs) if (tab !== from) tab.hear({ key: OWN, newValue });
  }
}

class Tab {
  #heard = {};

  constructor(browser, session) {
    this.browser = browser;
    this.session = session;
    this.do(() => { this.store = new Store(); });
  }

  /** Do something in this tab. */
  do(act) {
    const { local, closed } = this.browser;
    const before = local.getItem(OWN);
    this.#enter(local, closed);
    const result = act(this.store);
    if (local.getItem(OWN) !== before) this.browser.tell(this, local.getItem(OWN));
    return result;
  }

  hear(event) {
    this.#enter(this.browser.local, this.browser.closed);
    this.#heard.storage(event);
  }

  /** The page comes back from the browser's cache, after another page of the tab was left. */
  wake() {
    this.#enter(this.browser.local, this.browser.closed);
    this.#heard.pageshow({ persisted: true });
  }

  /** The tab as it is when its page is loaded again. */
  reload() {
    return this.browser.open(this.session);
  }

  /** What is kept, from a storage, as a state. */
  kept(area) {
    return JSON.parse((area === "local" ? this.browser.local : this.session).getItem(OWN));
  }

  #enter(local, closed) {
    for (const [name, area] of Object.entries({ localStorage: local, sessionStorage: this.session })) {
      Object.defineProperty(globalThis, name, { configurable: true, get: () => {
        if (closed) throw new DOMException("", "SecurityError");
        return area;
      } });
    }
    globalThis.addEventListener = (name, act) => { this.#heard[name] = act; };
  }
}
