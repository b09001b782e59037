// <katalog-farver>: a button that goes from the device's colours to light to dark. The words stand in the markup.
import { keep } from "./own/kept.js";

const ORDER = ["auto", "lys", "moerk"];
const root = document.documentElement;

class ColourChoice extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.hidden = false;
    this.button.onclick = () => this.set(ORDER[(ORDER.indexOf(root.dataset.farver ?? "auto") + 1) % ORDER.length]);
    this.tell();
  }

  set(choice) {
    if (choice === "auto") delete root.dataset.farver;
    else root.dataset.farver = choice;
    keep("farver", choice === "auto" ? "" : choice);
    this.tell();
  }

  tell() {
    const words = this.button.dataset[root.dataset.farver ?? "auto"];
    this.button.querySelector(".kun-oplaesning").textContent = words;
    this.button.title = words;
  }
}

customElements.define("katalog-farver", ColourChoice);
