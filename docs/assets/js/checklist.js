// <katalog-flueben>: remembers the ticks and notes of the checklists on a page. All words stand in its markup.
import { store } from "./store.js";

class Checklists extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.items = [...document.querySelectorAll(".tjek")];
    if (!this.items.length) return;
    this.hidden = false;
    const { signal } = this.#stop;
    for (const item of this.items) this.bind(item, signal);
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
      const day = new Date().toISOString().slice(0, 10);
      this.store.change({ [item.id]: event.target.checked ? { done: true, day } : { done: false } });
    }, { signal });
    const note = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const field = note.querySelector("textarea");
    field.id = `note-${item.id}`;
    note.querySelector("label").htmlFor = field.id;
    note.querySelector("[data-navn]").textContent = item.querySelector("label").textContent;
    field.addEventListener("change", () => this.store.change({ [item.id]: { note: field.value } }), { signal });
    item.querySelector(".tjek__tekst").append(note);
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
    const ids = this.items.map((item) => item.id).filter((id) => this.store.item(id).done);
    if (ids.length) this.store.change(Object.fromEntries(ids.map((id) => [id, { done: false }])));
  }

  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    if (event.target.closest?.("input:not([type=checkbox]), textarea, dialog")) return;
    event.preventDefault();
    if (event.shiftKey) this.store.redo();
    else this.store.undo();
  }

  show(announce) {
    for (const item of this.items) {
      const { done = false, note = "" } = this.store.item(item.id);
      item.querySelector("input").checked = done;
      const field = item.querySelector("textarea");
      if (document.activeElement !== field) field.value = note;
      if (note) field.closest("details").open = true;
      item.querySelector(".note__papir").textContent = note;
    }
    const ids = this.items.map((item) => item.id);
    const words = this.part("tal").dataset.tekst.replace("{n}", this.store.done(ids)).replace("{alle}", ids.length);
    this.part("tal").textContent = words;
    this.querySelector("progress").max = ids.length;
    this.querySelector("progress").value = this.store.done(ids);
    if (announce) this.part("sagt").textContent = words;
    this.part("fortryd").disabled = !this.store.canUndo;
    this.part("gentag").disabled = !this.store.canRedo;
    if (announce && !this.answered && this.store.place === "") this.ask(true);
    this.part("sted").textContent = this.part("sted").dataset[this.store.place || "vindue"];
    this.part("besvaer").hidden = !this.store.trouble;
    this.part("besvaer").textContent = this.store.trouble ? this.part("besvaer").dataset[this.store.trouble] : "";
  }
}

customElements.define("katalog-flueben", Checklists);
