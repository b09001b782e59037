// <katalog-soegning>: turns the plain link in the header into a search dialog. All words stand in the markup.
import { keep, kept } from "../own/kept.js";

const FEW = 5; // situations, and recent searches, that an empty box offers
const BEST = 3; // the best answers stand by themselves; the rest are grouped by kind
const SHOWN = 15;
const FRONT = /^(index\.html)?#/; // on the front page stand the situations
const PAUSE = 300; // ms without a key before the count is told, so that a screen reader is not cut short

class Search extends HTMLElement {
  #loaded = null;
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
    this.dialog.closedBy = "any";
    Object.assign(this.opener, { role: "button", ariaHasPopup: "dialog" });
    on(this.opener, "click", (event) => { event.preventDefault(); this.open(); });
    on(this.opener, "keydown", (event) => { if (event.key === " ") { event.preventDefault(); this.open(); } });
    for (const soon of ["focus", "pointerenter"]) on(this.opener, soon, () => this.load().catch(() => {}));
    on(this.querySelector("[data-luk]"), "click", () => this.dialog.close());
    on(this.field, "input", () => this.show());
    on(this.dialog, "keydown", (event) => this.move(event));
    on(this.dialog, "close", () => this.back?.focus());
    on(this.dialog, "click", (event) => this.press(event));
    on(this.key, "change", () => keep("genvej", this.key.checked ? "" : "fra"));
    on(document, "keydown", (event) => this.shortcut(event));
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  shortcut(event) {
    const control = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && kept("genvej") !== "fra" &&
      !event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
    if (!control && !slash) return;
    event.preventDefault();
    this.open();
  }

  /** Fetch the engine and the index, once; a failure may be tried again. */
  load() {
    this.#loaded ??= Promise.all([import("./engine.js"), fetch(this.dataset.indeks).then((answer) => answer.json())])
      .then(([{ engine }, index]) => { this.search = engine(index); })
      .catch((error) => { this.#loaded = null; throw error; });
    return this.#loaded;
  }

  async open() {
    if (this.dialog.open) return;
    this.back = document.activeElement === document.body ? this.opener : document.activeElement;
    this.key.checked = kept("genvej") !== "fra";
    this.dialog.showModal();
    this.field.focus();
    this.field.select();
    try {
      await this.load();
      this.show();
    } catch (error) {
      this.count.textContent = this.count.dataset.fejl;
      console.warn(error);
    }
  }

  show(all) {
    if (!this.search) return;
    const query = this.field.value.trim();
    const { found, marks, nearest, instead, loose, weak } = this.search(this.field.value);
    const shown = found.slice(0, all ? found.length : SHOWN);
    const groups = query ? this.groups(shown, marks) : this.start();
    if (shown.length < found.length) groups.push(this.made("alle"));
    if (query && !found.length) groups.push(nearest.length && this.group("ord", nearest.map((word) => this.word(word))), this.situations());
    this.answers.replaceChildren(...groups.filter(Boolean));
    if (!all) this.answers.scrollTop = 0;
    const { tom, ingen, antal, udvalg, rettet, ordret, svag } = this.count.dataset;
    const told = !query ? tom : !found.length ? ingen : shown.length < found.length ? udvalg : antal;
    const values = { q: query, n: found.length, vist: shown.length, ord: instead.join(" ") };
    const words = (loose ? ordret : instead.length ? rettet : weak && found.length ? svag : "") + told;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => { this.count.textContent = words.replace(/\{(\w+)\}/g, (_, name) => values[name]); }, PAUSE);
  }

  /** Where recent searches are kept: with her other material. */
  get area() {
    return kept("sted") === "her" ? "local" : "session";
  }

  get recent() {
    if (this.area !== "local") keep("soegninger", "");
    try {
      return JSON.parse(kept("soegninger", this.area)).filter((query) => typeof query === "string");
    } catch {
      return [];
    }
  }

  remember(query) {
    const list = [query, ...this.recent.filter((other) => other !== query)].slice(0, FEW);
    if (query) keep("soegninger", JSON.stringify(list), this.area);
  }

  /** What an empty box offers: what she sought last, and situations to begin from. */
  start() {
    const past = this.recent;
    return [past.length && this.group("seneste", [...past.map((query) => this.word(query)), this.made("glem")]), this.situations()];
  }

  situations() {
    const begin = this.search.entries.filter((entry) => FRONT.test(entry.u)).slice(0, FEW);
    return this.group("situationer", begin.map((entry) => this.result(entry, new Set(), true)));
  }

  groups(found, marks) {
    const made = new Map();
    found.forEach(({ entry }, i) => {
      const name = i < BEST ? "" : entry.many;
      made.set(name, [...(made.get(name) ?? []), this.result(entry, marks, name)]);
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

  /** An answer; `named`: it stands under a heading that names its kind. */
  result(entry, marks, named) {
    const item = this.made("et-svar");
    const part = (name) => item.querySelector(`.soeg__${name}`);
    item.firstElementChild.href = new URL(entry.u, new URL(document.body.dataset.rod, location.href));
    part("slags").textContent = [!named && entry.k, entry.c].filter(Boolean).join(" · ");
    this.mark(part("titel"), entry.t, marks);
    this.mark(part("uddrag"), this.excerpt(entry.x, marks), marks);
    const also = part("ogsaa");
    if (marks.size && !item.querySelector("mark")) {
      const word = entry.s.split("\t").find((some) => this.hits(some, marks).length);
      also.textContent = word ? also.dataset.ord.replace("{x}", word) : also.dataset.inde;
    }
    return item;
  }

  /** The sentence that holds most of the words found, or the first. */
  excerpt(text, marks) {
    const count = (some) => this.hits(some, marks).length;
    return (text.match(/[^.!?]+[.!?]*/g) ?? [text]).reduce((a, b) => (count(b) > count(a) ? b : a)).trim();
  }

  hits(text, marks) {
    return text.split(/[^\p{L}\p{N}]+/u).filter((word) => marks.has(word.toLowerCase()));
  }

  mark(target, text, marks) {
    for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
      if (marks.has(part.toLowerCase())) target.appendChild(document.createElement("mark")).textContent = part;
      else target.append(part);
    }
  }

  press(event) {
    const [link, button] = [event.target.closest("a"), event.target.closest(".soeg__svar button")];
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      this.remember(this.field.value.trim());
      this.back = null; // the focus goes with the reader
      this.dialog.close();
    } else if (button) {
      const { glem, alle } = button.dataset;
      const at = this.answers.querySelectorAll("a").length;
      if (glem !== undefined) keep("soegninger", "", this.area);
      else if (alle === undefined) this.field.value = button.textContent;
      this.show(alle !== undefined);
      (alle === undefined ? this.field : this.answers.querySelectorAll("a")[at]).focus();
    }
  }

  move(event) {
    const { key } = event;
    const stops = [this.field, ...this.answers.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (key === "Escape") { // a search field would keep the first Escape for itself
      event.preventDefault();
      this.dialog.close();
    } else if (key === "Enter" && at === 0) {
      if (matchMedia("(pointer: coarse)").matches) this.field.blur(); // puts the keyboard away, so that the answers are seen
      else if (this.field.value.trim()) stops[1]?.click();
    } else if (step) {
      event.preventDefault();
      stops[(Math.max(at, 0) + step + stops.length) % stops.length].focus();
    } else if (at > 0 && key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey) this.field.focus(); // typing goes on in the field
  }
}

customElements.define("katalog-soegning", Search);
