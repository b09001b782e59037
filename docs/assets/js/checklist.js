// <katalog-flueben>: remembers what is ticked, noted, answered and chosen on a page. All words stand in its markup.
import { answerable, showAnswers } from "./own/answers.js";
import { clone, fill, part, show, typing } from "./own/page.js";
import { download } from "./own/share.js";
import { fingerprint, today, written } from "./own/state.js";
import { store } from "./store.js";

const wordsOf = (item) => item.querySelector("label").textContent + [...item.querySelectorAll(".tjek__tekst > p")].map((p) => p.textContent).join(" ");

class Checklists extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.items = [...document.querySelectorAll(".tjek")];
    this.questions = [...document.querySelectorAll(".spoergsmaal > li, [data-note]")];
    this.choices = [...document.querySelectorAll(".trappevalg")];
    this.itemIds = new Set(this.items.map(({ id }) => id));
    this.prints = new Map(this.items.map((item) => [item, fingerprint(wordsOf(item))]));
    this.groups = [...document.querySelectorAll("fieldset")]
      .map((group) => [group.querySelector("legend small"), [...group.querySelectorAll(".tjek")].map(({ id }) => id)])
      .filter(([count, ids]) => count && ids.length);
    this.hidden = false;
    const { signal } = this.#stop;
    for (const one of document.querySelectorAll("[data-tidligere]")) {
      for (const former of one.dataset.tidligere.split(" ")) this.store.follow(former, one.id);
    }
    for (const item of this.items) this.bind(item, signal);
    for (const question of this.questions) answerable(this, question, signal);
    for (const button of this.querySelectorAll("[data-gem]")) {
      button.addEventListener("click", () => this.choose(button.dataset.gem), { signal });
    }
    const click = (name, what) => part(this, name).addEventListener("click", what, { signal });
    click("fortryd", () => this.store.undo());
    click("gentag", () => this.store.redo());
    click("skift", () => this.ask(part(this, "spoerg").hidden));
    click("ryd", () => this.clear());
    click("hent-ulaeselig", () => download(`${part(this, "hent-ulaeselig").dataset.fil}.txt`, this.store.aside.join("\n"), "text/plain"));
    this.store.addEventListener("change", () => this.show(true), { signal });
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    addEventListener("pageshow", () => this.show(false), { signal }); // the browser may have put back old ticks
    for (const box of document.querySelectorAll(".tjek [data-rettet]")) box.dispatchEvent(new Event("change")); // see early.js
    this.show(false);
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  get ids() {
    return [...this.items, ...this.questions, ...this.choices].map((one) => one.id);
  }

  bind(item, signal) {
    const title = item.querySelector("label").textContent;
    const note = clone(this, "punkt");
    item.querySelector("input").addEventListener("change", (event) => this.store.change({
      [item.id]: event.target.checked
        ? { done: true, day: today(), title, text: this.prints.get(item) }
        : { done: false, day: null },
    }), { signal });
    for (const [index, field] of note.querySelectorAll("[name]").entries()) {
      field.id = `${field.name}-${item.id}`;
      note.querySelectorAll("label")[index].htmlFor = field.id;
      const { name } = field;
      field.removeAttribute("name");
      field.addEventListener("change", () => this.store.change({ [item.id]: { [name]: field.value, title } }), { signal });
      field.dataset.felt = name;
    }
    for (const spot of note.querySelectorAll("[data-navn]")) spot.textContent = title;
    part(note, "aftale").addEventListener("click", () => this.agree(item), { signal });
    part(note, "stadig").addEventListener("click", () => {
      this.store.change({ [item.id]: { text: this.prints.get(item) } });
    }, { signal });
    item.querySelector(".tjek__tekst").append(note);
  }

  agree(item) {
    const { who = "", due = "" } = this.store.item(item.id);
    const detail = { what: item.querySelector("label").textContent, who, due, from: item.id };
    document.dispatchEvent(new CustomEvent("katalog:aftale", { detail }));
  }

  choose(place) {
    this.answered = true;
    this.store.choose(place);
    this.ask(false);
    part(this, "skift").focus();
  }

  ask(open) {
    part(this, "spoerg").hidden = !open;
    part(this, "skift").setAttribute("aria-expanded", open);
  }

  clear() {
    const changes = {};
    for (const item of this.items) if (this.store.item(item.id).done) changes[item.id] = { done: false, day: null };
    for (const one of [...this.questions, ...this.choices]) {
      for (const [key] of this.store.records()) {
        if (key === one.id || key.startsWith(`${one.id}.`)) changes[key] = { note: null, choice: null, wording: null };
      }
    }
    if (Object.keys(changes).length) this.store.change(changes);
  }

  isDone(id) {
    if (this.itemIds.has(id)) return Boolean(this.store.item(id).done);
    return this.store.records().some(([key, { note, choice }]) => (key === id || key.startsWith(`${id}.`)) && (note || choice));
  }

  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || typing(event)) return;
    event.preventDefault();
    if (event.shiftKey) this.store.redo();
    else this.store.undo();
  }

  show(announce) {
    for (const item of this.items) this.showItem(item);
    for (const question of this.questions) showAnswers(this, question);
    for (const [count, ids] of this.groups) {
      count.textContent = fill(part(this, "tal").dataset.fase, { n: this.store.done(ids), alle: ids.length });
    }
    this.showCount(announce);
    part(this, "fortryd").disabled = !this.store.canUndo;
    part(this, "gentag").disabled = !this.store.canRedo;
    if (announce && !this.answered && this.store.place === "" && this.store.canUndo) this.ask(true);
    const kept = part(this, "sted");
    kept.textContent = kept.dataset[this.store.place || "vindue"];
    const { trouble } = this.store;
    part(this, "besvaer").hidden = !trouble;
    part(this, "besvaer-tekst").textContent = trouble ? part(this, "besvaer").dataset[trouble] : "";
    part(this, "hent-ulaeselig").hidden = trouble !== "ulaeselig";
  }

  showCount(announce) {
    const { ids } = this;
    part(this, "linje").classList.toggle("flueben__linje--kun-knapper", !ids.length);
    const count = ids.filter((id) => this.isDone(id)).length;
    const { tekst, svar } = part(this, "tal").dataset;
    const words = fill(this.items.length ? tekst : svar, { n: count, alle: ids.length });
    part(this, "tal").textContent = words;
    this.querySelector("progress").max = Math.max(1, ids.length);
    this.querySelector("progress").value = count;
    if (announce && ids.length) part(this, "sagt").textContent = words;
  }

  showItem(item) {
    const kept = this.store.item(item.id);
    item.querySelector("input").checked = Boolean(kept.done);
    for (const field of item.querySelectorAll("[data-felt]")) show(field, kept[field.dataset.felt] ?? "");
    if (kept.note || kept.who || kept.due) item.querySelector(".note details").open = true;
    item.querySelector(".note__papir").textContent = kept.note ?? "";
    const { ansvar, senest, gjort } = this.querySelector("[data-ansvar]").dataset;
    const told = [[ansvar, kept.who], [senest, written(kept.due)], [gjort, kept.done && written(kept.day)]];
    item.querySelector(".note__om").textContent = told.filter(([, value]) => value).map(([words, x]) => fill(words, { x })).join(" · ");
    part(item, "aendret").hidden = !kept.done || !kept.text || kept.text === this.prints.get(item);
  }
}

customElements.define("katalog-flueben", Checklists);
