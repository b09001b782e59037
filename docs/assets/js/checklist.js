// <katalog-flueben>: remembers what is ticked, noted, answered and chosen on a page. All words stand in its markup.
import { store } from "./store.js";

const today = () => new Date().toISOString().slice(0, 10);

class Checklists extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.items = [...document.querySelectorAll(".tjek")];
    this.questions = [...document.querySelectorAll(".spoergsmaal > li")];
    this.choices = [...document.querySelectorAll(".trappevalg")];
    this.ids = [...this.items, ...this.questions, ...this.choices].map((part) => part.id);
    if (!this.ids.length) return;
    this.hidden = false;
    const { signal } = this.#stop;
    for (const item of this.items) this.bind(item, signal);
    for (const question of this.questions) this.writable(question, question, 1, ".spm", signal);
    for (const choice of this.choices) this.choosable(choice, signal);
    for (const button of this.querySelectorAll("[data-gem]")) {
      button.addEventListener("click", () => this.choose(button.dataset.gem), { signal });
    }
    this.part("fortryd").addEventListener("click", () => this.store.undo(), { signal });
    this.part("gentag").addEventListener("click", () => this.store.redo(), { signal });
    this.part("skift").addEventListener("click", () => this.ask(this.part("spoerg").hidden), { signal });
    this.part("ryd").addEventListener("click", () => this.clear(), { signal });
    this.store.addEventListener("change", () => this.show(true), { signal });
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    addEventListener("pageshow", () => this.show(false), { signal }); // the browser may have put back old ticks
    this.show(false);
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  part(name) {
    return this.querySelector(`[data-del=${name}]`);
  }

  bind(item, signal) {
    item.querySelector("input").addEventListener("change", (event) => {
      this.store.change({ [item.id]: event.target.checked ? { done: true, day: today() } : { done: false } });
    }, { signal });
    this.writable(item, item.querySelector(".tjek__tekst"), 0, "label", signal);
  }

  writable(item, parent, template, name, signal) {
    const note = this.querySelectorAll("template")[template].content.firstElementChild.cloneNode(true);
    const field = note.querySelector("textarea");
    field.id = `note-${item.id}`;
    note.querySelector("label").htmlFor = field.id;
    note.querySelector("[data-navn]").textContent = item.querySelector(name).textContent;
    field.addEventListener("change", () => this.store.change({ [item.id]: { note: field.value } }), { signal });
    parent.append(note);
  }

  choosable(choice, signal) {
    choice.addEventListener("change", (event) => {
      const { value, labels } = event.target;
      this.store.change({ [choice.id]: { choice: value, wording: labels[0].textContent.trim(), day: today() } });
    }, { signal });
  }

  choose(place) {
    this.answered = true;
    this.store.choose(place);
    this.ask(false);
    this.part("skift").focus();
  }

  ask(open) {
    this.part("spoerg").hidden = !open;
    this.part("skift").setAttribute("aria-expanded", open);
  }

  clear() {
    const kept = this.ids.filter((id) => this.isDone(id));
    if (kept.length) this.store.change(Object.fromEntries(kept.map((id) => [id, this.cleared(id)])));
  }

  cleared(id) {
    return this.items.some((item) => item.id === id) ? { done: false } : { note: "", choice: "" };
  }

  isDone(id) {
    const { done, note, choice } = this.store.item(id);
    return this.items.some((item) => item.id === id) ? Boolean(done) : Boolean(note || choice);
  }

  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    if (event.target.closest?.("input:not([type=checkbox]), textarea, dialog")) return;
    event.preventDefault();
    if (event.shiftKey) this.store.redo();
    else this.store.undo();
  }

  show(announce) {
    for (const item of this.items) item.querySelector("input").checked = Boolean(this.store.item(item.id).done);
    for (const part of [...this.items, ...this.questions]) this.showNote(part);
    for (const choice of this.choices) this.showChoice(choice);
    const count = this.ids.filter((id) => this.isDone(id)).length;
    const { tekst, svar } = this.part("tal").dataset;
    const words = (this.items.length ? tekst : svar).replace("{n}", count).replace("{alle}", this.ids.length);
    this.part("tal").textContent = words;
    this.querySelector("progress").max = this.ids.length;
    this.querySelector("progress").value = count;
    if (announce) this.part("sagt").textContent = words;
    this.part("fortryd").disabled = !this.store.canUndo;
    this.part("gentag").disabled = !this.store.canRedo;
    if (announce && !this.answered && this.store.place === "") this.ask(true);
    this.part("sted").textContent = this.part("sted").dataset[this.store.place || "vindue"];
    this.part("besvaer").hidden = !this.store.trouble;
    this.part("besvaer").textContent = this.store.trouble ? this.part("besvaer").dataset[this.store.trouble] : "";
  }

  showNote(part) {
    const { note = "" } = this.store.item(part.id);
    const field = part.querySelector("textarea");
    if (document.activeElement !== field) field.value = note;
    if (note && field.closest(".note details")) field.closest("details").open = true;
    part.querySelector(".note__papir").textContent = note;
    part.classList.toggle("har-svar", Boolean(note));
  }

  showChoice(choice) {
    const chosen = this.store.item(choice.id).choice ?? "";
    for (const radio of choice.querySelectorAll("input")) radio.checked = radio.value === chosen;
    for (const advice of choice.querySelectorAll("[data-trin]")) {
      advice.hidden = !advice.dataset.trin.trim().split(" ").includes(chosen);
    }
    for (const step of document.querySelectorAll(".tegning a")) {
      step.classList.toggle("valgt", step.getAttribute("href") === `#${chosen}`);
    }
  }
}

customElements.define("katalog-flueben", Checklists);
