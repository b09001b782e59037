// <katalog-matrix>: the matrix as questions or as concepts, and where the group leans in each dimension.
import { lean as drawn } from "./own/drawing.js";
import { clone, part, say } from "./own/page.js";
import { store } from "./store.js";

class Matrix extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.rows = [...document.querySelectorAll("[data-haelder]")];
    this.hidden = false;
    const { signal } = this.#stop;
    this.addEventListener("change", ({ target }) => {
      for (const view of document.querySelectorAll("[data-visning]")) {
        view.classList.toggle("skjult", Boolean(target.value) && view.dataset.visning !== target.value);
      }
    }, { signal });
    for (const row of this.rows) {
      row.addEventListener("change", ({ target }) => this.store.change({
        [`haelder.${row.dataset.haelder}`]: { lean: Number(target.value), title: row.dataset.titel },
      }), { signal });
    }
    this.store.addEventListener("change", () => this.show(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  show() {
    const kept = this.rows.map((row) => ({ row, lean: this.store.item(`haelder.${row.dataset.haelder}`).lean }));
    for (const { row, lean } of kept) for (const radio of row.querySelectorAll("input")) radio.checked = Number(radio.value) === lean;
    const answered = kept.filter(({ lean }) => lean);
    part(this, "billede").hidden = !answered.length;
    const [first, second] = [say(this, "foerste"), say(this, "anden")];
    const counts = [answered.filter(({ lean }) => lean < 3).length, answered.filter(({ lean }) => lean > 3).length];
    part(this, "samlet").textContent = counts[0] === counts[1] ? say(this, "lige")
      : say(this, "mest", { x: counts[0] > counts[1] ? first : second, n: Math.max(...counts), alle: this.rows.length });
    part(this, "liste").replaceChildren(...answered.map(({ row, lean }) => {
      const line = clone(this, "haeldning");
      part(line, "hvad").textContent = `${row.dataset.titel}:`;
      const x = lean < 3 ? first : second;
      part(line, "hvor").textContent = lean === 3 ? say(this, "midt") : say(this, lean === 1 || lean === 5 ? "staerkt" : "lidt", { x });
      part(line, "tegning").append(drawn(lean));
      return line;
    }));
  }
}

customElements.define("katalog-matrix", Matrix);
