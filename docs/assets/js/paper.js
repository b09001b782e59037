// <katalog-papir>: print the page with what she wrote or blank.

class Paper extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.hidden = false;
    const { signal } = this.#stop;
    for (const button of this.querySelectorAll("[data-print]")) {
      button.addEventListener("click", () => this.print(button.dataset.print), { signal });
    }
    addEventListener("afterprint", () => document.body.classList.remove("blank"), { signal });
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  print(how) {
    document.body.classList.toggle("blank", how === "blank");
    this.querySelector("details").open = false;
    print();
  }
}

customElements.define("katalog-papir", Paper);
