// <katalog-paper>: print the page with what she wrote or blank.
import { CatalogueElement } from "../base/element.js";
import { find, findAll } from "../own/page.js";

export default class Paper extends CatalogueElement {
  connected() {
    for (const button of findAll(this, "[data-print]")) {
      this.on(button, "click", () => this.print(button.dataset.print === "blank"));
    }
    this.on(window, "afterprint", () => document.body.classList.remove("blank"));
  }

  /** @param {boolean} isBlank */
  print(isBlank) {
    document.body.classList.toggle("blank", isBlank);
    find(this, "details", HTMLDetailsElement).open = false;
    print();
  }
}
