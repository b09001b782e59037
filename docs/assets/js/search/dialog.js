// <katalog-soegning>: turns the plain link in the header into a search dialog. All words stand in the markup.
import { engine } from "./engine.js";
import { fold } from "./language.js";

class Search extends HTMLElement {
  #search = null;
  #stop = new AbortController();

  connectedCallback() {
    this.opener = this.querySelector(".soeg-aabner");
    this.dialog = this.querySelector("dialog");
    this.field = this.querySelector("input");
    this.count = this.querySelector("[role=status]");
    this.list = this.querySelector("ol");
    this.row = this.querySelector("template").content.firstElementChild;
    const signal = this.#stop.signal;
    this.opener.setAttribute("role", "button");
    this.opener.addEventListener("click", (event) => { event.preventDefault(); this.open(); }, { signal });
    this.opener.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); this.open(); } }, { signal });
    this.querySelector("[data-luk]").addEventListener("click", () => this.dialog.close(), { signal });
    this.field.addEventListener("input", () => this.show(), { signal });
    this.dialog.addEventListener("keydown", (event) => this.move(event), { signal });
    this.dialog.addEventListener("close", () => this.opener.focus(), { signal });
    this.dialog.addEventListener("click", (event) => { if (event.target === this.dialog || event.target.closest("ol a")) this.dialog.close(); }, { signal });
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); this.open(); }
    }, { signal });
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  async open() {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.field.focus();
    this.field.select();
    try {
      this.#search ??= engine(await (await fetch(this.dataset.indeks)).json());
      this.show();
    } catch (error) {
      this.count.textContent = this.count.dataset.fejl;
      console.warn("search index:", error);
    }
  }

  show() {
    if (!this.#search) return;
    const query = this.field.value;
    const found = query.trim() ? this.#search(query) : [];
    const root = new URL(document.body.dataset.rod + "/", location.href);
    this.list.replaceChildren(...found.map(({ entry, matches }) => this.result(entry, matches, root)));
    const { tom, ingen, et, flere } = this.count.dataset;
    this.count.textContent = !query.trim() ? tom : found.length === 0 ? ingen : found.length === 1 ? et : flere.replace("{n}", found.length);
  }

  result(entry, matches, root) {
    const item = this.row.cloneNode(true);
    item.querySelector("a").href = new URL(entry.u, root);
    item.querySelector(".soeg__slags").textContent = entry.c ? `${entry.k} · ${entry.c}` : entry.k;
    mark(item.querySelector(".soeg__titel"), entry.t, matches);
    mark(item.querySelector(".soeg__uddrag"), excerpt(entry.x, matches), matches);
    return item;
  }

  move(event) {
    if (event.key === "Escape") { // a search field would keep the first Escape for itself
      event.preventDefault();
      this.dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [this.field, ...this.list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
  }
}

/** The sentence that holds most of the words found, or the first. */
function excerpt(text, matches) {
  const sentences = text.match(/[^.!?]+[.!?]*/g) ?? [text];
  const hits = (s) => (fold(s).match(/[a-z0-9]+/g) ?? []).filter((w) => matches.has(w)).length;
  const best = sentences.reduce((a, b) => (hits(b) > hits(a) ? b : a)).trim();
  return best.length > 180 ? `${best.slice(0, 177)}…` : best;
}

function mark(target, text, matches) {
  for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
    if (matches.has(fold(part))) {
      const found = document.createElement("mark");
      found.textContent = part;
      target.append(found);
    } else target.append(part);
  }
}

customElements.define("katalog-soegning", Search);
