// <katalog-colour-choice>: a button that goes from the device's colours to light to dark. The words stand in the markup.
import { CatalogueElement } from "../base/element.js";
import { keep } from "../own/kept.js";
import { find } from "../own/page.js";

const ORDER = ["auto", "lys", "moerk"];
const root = document.documentElement;
const chosen = () => root.dataset.farver ?? ORDER[0];

export default class ColourChoice extends CatalogueElement {
  connected() {
    this.button.classList.remove("venter");
    this.button.hidden = !CSS.supports("color", "light-dark(#000, #fff)"); // then there are only the light ones
    this.on(this.button, "click", () => this.set(ORDER[(ORDER.indexOf(chosen()) + 1) % ORDER.length]));
    this.show();
  }

  get button() {
    return find(this, "button", HTMLButtonElement);
  }

  /** @param {string} choice */
  set(choice) {
    if (choice === ORDER[0]) delete root.dataset.farver;
    else root.dataset.farver = choice;
    keep("farver", choice === ORDER[0] ? "" : choice);
    this.show();
  }

  show() {
    const words = this.button.dataset[chosen()] ?? "";
    find(this.button, ".kun-oplaesning").textContent = words;
    this.button.title = words;
  }
}
