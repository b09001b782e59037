// What the modules ask of the page they run in, for tests that need no browser: <html> as the build writes it, and the
// browser's storage. Loaded before each test file (`node --import`).

/** A storage as the standard has it: what is kept are its own properties. `most`: how many characters it holds. */
export class Area {
  #most;

  constructor(most = Infinity) {
    this.#most = most;
  }

  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key, value) {
    const others = Object.entries(this).filter(([name]) => name !== key).flat().join("");
    if (others.length + key.length + value.length > this.#most) throw new DOMException("", "QuotaExceededError");
    this[key] = String(value);
  }

  removeItem(key) {
    delete this[key];
  }
}

export const PREFIX = "prøve:1:/et/sted/:";

globalThis.document = { documentElement: { lang: "da", dataset: { katalog: "proeve", lager: PREFIX } } };
globalThis.localStorage = new Area();
globalThis.sessionStorage = new Area();
globalThis.addEventListener = () => {};
globalThis.window = globalThis;
delete globalThis.BroadcastChannel; // node's own would keep the process open
