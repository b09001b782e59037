// <katalog-trappe>: the step a group chooses, what it means, and how it changed since the last time they measured.
import { clone, fill, part, say } from "./own/page.js";
import { timeline } from "./own/drawing.js";
import { freshId, today, written } from "./own/state.js";
import { store } from "./store.js";

class Staircase extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.choice = document.getElementById(this.dataset.valg);
    this.radios = [...this.choice.querySelectorAll("input")];
    const { signal } = this.#stop;
    this.choice.addEventListener("change", ({ target }) => this.store.change({ [this.choice.id]: this.chosen(target) }), { signal });
    part(this, "maal").addEventListener("click", () => this.measure(), { signal });
    part(this, "aftale").addEventListener("click", () => this.agree(), { signal });
    this.store.addEventListener("change", () => this.show(), { signal });
    addEventListener("pageshow", () => this.show(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  get kind() {
    return `maaling.${this.dataset.trappe}`;
  }

  chosen({ value, labels }) {
    return { choice: value, wording: labels[0].textContent.trim().replace(/\s+/g, " "), day: today() };
  }

  measure() {
    const { choice, wording } = this.store.item(this.choice.id);
    this.store.change({ [`${this.kind}.${freshId("m")}`]: { choice, wording, day: today(), created: Date.now() } });
    part(this, "sagt").textContent = say(this, "gemt");
  }

  agree() {
    const { choice = "" } = this.store.item(this.choice.id);
    const advice = document.getElementById(choice)?.querySelector(".droeft p:last-of-type")?.textContent ?? "";
    document.dispatchEvent(new CustomEvent("katalog:aftale", { detail: { what: advice.trim(), from: choice } }));
  }

  show() {
    const chosen = this.store.item(this.choice.id).choice ?? "";
    for (const radio of this.radios) radio.checked = radio.value === chosen;
    for (const advice of this.choice.querySelectorAll("[data-trin]")) {
      advice.hidden = !advice.dataset.trin.trim().split(" ").includes(chosen);
    }
    for (const step of document.querySelectorAll(".tegning a")) step.classList.toggle("valgt", step.getAttribute("href") === `#${chosen}`);
    this.hidden = !chosen && !this.store.kind(this.kind).length;
    part(this, "maal").disabled = part(this, "aftale").disabled = !chosen;
    this.showMeasured();
  }

  showMeasured() {
    const order = this.radios.map((radio) => radio.value);
    const measured = this.store.kind(this.kind).map(([key, one]) => ({ key, ...one, step: order.indexOf(one.choice) + 1 }));
    part(this, "maalinger").hidden = !measured.length;
    part(this, "liste").replaceChildren(...measured.map((one) => {
      const row = clone(this, "maaling");
      part(row, "dag").textContent = written(one.day);
      part(row, "trin").textContent = one.step ? fill(say(this, "trin"), { n: one.step }) : say(this, "udgaaet");
      part(row, "ord-dengang").textContent = one.wording.replace(/^\d+\s+/, "");
      part(row, "fjern").addEventListener("click", () => this.store.change({ [one.key]: { gone: true } }));
      part(row, "fjern-dag").textContent = written(one.day);
      return row;
    }));
    const drawn = measured.filter(({ step }) => step);
    part(this, "kurve").replaceChildren(...(drawn.length > 1 ? [timeline(drawn, order.length)] : []));
  }
}

customElements.define("katalog-trappe", Staircase);
