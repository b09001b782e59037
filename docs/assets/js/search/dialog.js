// <katalog-soegning>: turns the plain link in the header into a search dialog. All words stand in the markup.
import { History, shortcut } from "./memory.js";

const SITUATIONS = 5;
const BEST = 3; // the best answers stand by themselves; the rest are grouped by kind

class Search extends HTMLElement {
  #parts = null;
  #stop = new AbortController();

  connectedCallback() {
    const { signal } = this.#stop;
    const on = (target, name, act) => target.addEventListener(name, act, { signal });
    this.opener = this.querySelector(".soeg-aabner");
    this.dialog = this.querySelector("dialog");
    this.field = this.querySelector("input[type=search]");
    this.count = this.querySelector("[role=status]");
    this.answers = this.querySelector(".soeg__svar");
    this.key = this.querySelector("[data-genvej]");
    this.opener.setAttribute("role", "button");
    this.opener.setAttribute("aria-haspopup", "dialog");
    on(this.opener, "click", (event) => { event.preventDefault(); this.open(); });
    on(this.opener, "keydown", (event) => { if (event.key === " ") { event.preventDefault(); this.open(); } });
    for (const soon of ["focus", "pointerenter"]) on(this.opener, soon, () => this.load().catch(() => {}));
    on(this.querySelector("[data-luk]"), "click", () => this.dialog.close());
    on(this.field, "input", () => this.show());
    on(this.dialog, "keydown", (event) => this.move(event));
    on(this.dialog, "close", () => this.back?.focus());
    on(this.dialog, "click", (event) => this.press(event));
    on(this.key, "change", () => shortcut.set(this.key.checked));
    on(document, "keydown", (event) => this.shortcut(event));
    on(window, "hashchange", unfold);
    unfold();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  shortcut(event) {
    const control = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && shortcut.on &&
      !event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
    if (!control && !slash) return;
    event.preventDefault();
    this.open();
  }

  /** Fetch the engine and the index, once; a failure may be tried again. */
  load() {
    this.#parts ??= Promise.all([import("./engine.js"), fetch(this.dataset.indeks).then((answer) => answer.json()), History.open()])
      .then(([{ engine, fold }, index, history]) => ({ search: engine(index), fold, history }))
      .catch((error) => { this.#parts = null; throw error; });
    return this.#parts;
  }

  async open() {
    if (this.dialog.open) return;
    this.back = document.activeElement === document.body ? this.opener : document.activeElement;
    this.key.checked = shortcut.on;
    this.dialog.showModal();
    this.field.focus();
    this.field.select();
    try {
      this.parts = await this.load();
      this.show();
    } catch (error) {
      this.count.textContent = this.count.dataset.fejl;
      console.warn("search index:", error);
    }
  }

  show() {
    if (!this.parts) return;
    const query = this.field.value.trim();
    const { tom, ingen, et, flere } = this.count.dataset;
    const { found, marks, nearest } = this.parts.search(this.field.value);
    const groups = query ? this.groups(found, marks) : this.start();
    if (query && !found.length) groups.push(this.group("ord", nearest.map((word) => this.word(word))), this.situations());
    this.answers.replaceChildren(...groups.filter(Boolean));
    this.answers.scrollTop = 0;
    this.count.textContent = !query ? tom : found.length === 0 ? ingen : found.length === 1 ? et : flere.replace("{n}", found.length);
  }

  /** What an empty box offers: what she sought last, and situations to begin from. */
  start() {
    const past = this.parts.history.list();
    return [past.length && this.group("seneste", [...past.map((query) => this.word(query)), this.made("glem")]), this.situations()];
  }

  situations() {
    const begin = this.parts.search.entries.filter((entry) => entry.u.startsWith("#")).slice(0, SITUATIONS);
    return this.group("situationer", begin.map((entry) => this.result(entry, new Set())));
  }

  groups(found, marks) {
    const made = new Map();
    found.forEach(({ entry }, i) => {
      const name = i < BEST ? "" : entry.many;
      made.set(name, [...(made.get(name) ?? []), this.result(entry, marks)]);
    });
    return [...made].map(([name, items]) => this.group("svar", items, name));
  }

  made(name) {
    return this.querySelector(`template[data-del=${name}]`).content.firstElementChild.cloneNode(true);
  }

  group(name, items, title) {
    const group = this.made(name);
    const heading = group.querySelector("h3");
    if (title) heading.textContent = title;
    else if (title === "") heading.remove();
    group.querySelector("ol").append(...items);
    return group;
  }

  word(word) {
    const item = this.made("et-ord");
    item.firstElementChild.textContent = word;
    return item;
  }

  result(entry, marks) {
    const item = this.made("et-svar");
    item.querySelector("a").href = new URL(entry.u, new URL(`${document.body.dataset.rod}/`, location.href));
    item.querySelector(".soeg__slags").textContent = entry.c ? `${entry.k} · ${entry.c}` : entry.k;
    this.mark(item.querySelector(".soeg__titel"), entry.t, marks);
    this.mark(item.querySelector(".soeg__uddrag"), this.excerpt(entry.x, marks), marks);
    const also = item.querySelector(".soeg__ogsaa");
    const word = entry.s.split("|").find((some) => some && this.hits(some, marks).length);
    also.hidden = !word || item.querySelector("mark");
    this.mark(also.firstElementChild, word ?? "", marks);
    return item;
  }

  /** The sentence that holds most of the words found, or the first; cut round the first of them when it is long. */
  excerpt(text, marks) {
    const hits = (some) => this.hits(some, marks);
    const best = (text.match(/[^.!?]+[.!?]*/g) ?? [text]).reduce((a, b) => (hits(b).length > hits(a).length ? b : a)).trim();
    if (best.length <= 180) return best;
    const at = Math.max(0, best.indexOf(hits(best)[0] ?? "") - 60);
    const from = at && best.indexOf(" ", at) + 1;
    return `${from ? "…" : ""}${best.slice(from, best.lastIndexOf(" ", from + 175))}…`;
  }

  hits(text, marks) {
    return text.split(/[^\p{L}\p{N}]+/u).filter((word) => marks.has(this.parts.fold(word)));
  }

  mark(target, text, marks) {
    for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
      if (marks.has(this.parts.fold(part))) {
        const found = document.createElement("mark");
        found.textContent = part;
        target.append(found);
      } else target.append(part);
    }
  }

  press(event) {
    const [link, button] = [event.target.closest("a"), event.target.closest(".soeg__svar button")];
    if (event.target === this.dialog) this.dialog.close();
    else if (link) {
      if (this.field.value.trim()) this.parts?.history.add(this.field.value.trim());
      this.back = null; // the focus goes with the reader
      this.dialog.close();
    } else if (button) {
      if ("glem" in button.dataset) this.parts.history.clear();
      else this.field.value = button.textContent;
      this.show();
      this.field.focus();
    }
  }

  move(event) {
    if (event.key === "Escape") { // a search field would keep the first Escape for itself
      event.preventDefault();
      this.dialog.close();
    }
    if (event.key === "Enter" && event.target === this.field && this.field.value.trim()) this.answers.querySelector("a, button")?.click();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [this.field, ...this.answers.querySelectorAll("a, button")];
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
  }
}

/** Open what the address points at, when it can be folded away. */
function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}

customElements.define("katalog-soegning", Search);
