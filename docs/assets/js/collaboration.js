// <katalog-samarbejde>: on every page, which collaboration she works in, and a way to another.
import { part, say } from "./own/page.js";
import { today, written } from "./own/state.js";
import { store } from "./store.js";

const head = new CSSStyleSheet(); // the margin of a printed page can only be written by a style sheet

class Collaboration extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    const { signal } = this.#stop;
    this.select = this.querySelector("select");
    this.select.addEventListener("change", () => this.store.use(this.select.value), { signal });
    document.adoptedStyleSheets.push(head);
    this.store.addEventListener("change", () => this.show(), { signal });
    addEventListener("pageshow", () => this.show(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  show() {
    const { collaborations, current } = this.store;
    this.hidden = !collaborations.length;
    const shown = collaborations.filter((one) => !one.archived || one.id === current);
    if (!shown.some(({ id }) => id === current)) shown.unshift({ id: current });
    this.select.replaceChildren(...shown.map(({ id, name }) => new Option(name || say(this, "uden"), id, false, id === current)));
    const { name } = this.store.about();
    const words = JSON.stringify(`${name} · ${written(today())}`);
    head.replaceSync(name ? `@page { @top-right { content: ${words}; } }` : "");
    part(this, "parter").replaceChildren(...(this.store.about().parties ?? []).map((party) => new Option(party, party)));
  }
}

customElements.define("katalog-samarbejde", Collaboration);
