// What the search remembers: the last queries, where the reader keeps her own material, and whether / opens it.
const prefix = () => document.documentElement.dataset.lager ?? "paa-tvaers:1:/:";
const KEPT = 5;

/** The single-letter shortcut: on, until the reader turns it off. */
export const shortcut = {
  get on() {
    try {
      return localStorage.getItem(`${prefix()}genvej`) !== "fra";
    } catch {
      return true;
    }
  },
  set(on) {
    try {
      if (on) localStorage.removeItem(`${prefix()}genvej`);
      else localStorage.setItem(`${prefix()}genvej`, "fra");
    } catch {
      // Storage is blocked: the choice holds for nothing, as nothing can.
    }
  },
};

export class History {
  static async open() {
    const { store } = await import("../store.js");
    return new History(store());
  }

  constructor(store) {
    this.store = store;
    this.key = `${prefix()}soegninger`;
  }

  list() {
    try {
      if (this.store.place !== "her") localStorage.removeItem(this.key);
      const found = JSON.parse(this.#area.getItem(this.key));
      return Array.isArray(found) ? found.filter((query) => typeof query === "string").slice(0, KEPT) : [];
    } catch {
      return [];
    }
  }

  add(query) {
    this.#write([query, ...this.list().filter((other) => other !== query)].slice(0, KEPT));
  }

  clear() {
    this.#write([]);
  }

  get #area() {
    return this.store.place === "her" ? localStorage : sessionStorage;
  }

  #write(list) {
    try {
      if (list.length) this.#area.setItem(this.key, JSON.stringify(list));
      else this.#area.removeItem(this.key);
    } catch {
      // Blocked or full: the search works on without a memory.
    }
  }
}
