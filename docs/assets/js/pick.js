// <katalog-valg>: a drawing as the menu of its page: the part chosen in it is shown, the others wait.
import { part, say } from "./own/page.js";

class Pick extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.parts = [...document.querySelectorAll(this.dataset.dele)];
    const { signal } = this.#stop;
    for (const link of document.querySelectorAll(".tegning a")) {
      link.addEventListener("click", () => this.pick(link.getAttribute("href").slice(1)), { signal });
    }
    part(this, "alle").addEventListener("click", () => this.pick(""), { signal });
    addEventListener("hashchange", () => this.follow(), { signal });
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  /** A link to something that is not shown shows everything again. */
  follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest(".skjult")) this.pick("");
    target?.scrollIntoView();
  }

  pick(id) {
    for (const one of this.parts) one.classList.toggle("skjult", Boolean(id) && one.id !== id);
    for (const link of document.querySelectorAll(".tegning a")) link.classList.toggle("valgt", Boolean(id) && link.getAttribute("href") === `#${id}`);
    part(this, "alle").hidden = !id;
    const heading = id ? document.getElementById(id).querySelector("h2, h3").textContent : "";
    part(this, "sagt").textContent = heading ? say(this, "viser", { x: heading }) : "";
  }
}

customElements.define("katalog-valg", Pick);
