// <katalog-pick>: a drawing as the menu of its page: the part chosen in it is shown, the others wait.
import { CatalogueElement } from "../base/element.js";
import { find, findAll } from "../own/page.js";

const links = () => findAll(document, ".tegning a", Element);

export default class Pick extends CatalogueElement {
  connected() {
    for (const link of links()) this.on(link, "click", () => this.pick(link.getAttribute("href")?.slice(1) ?? ""));
    this.pressed("alle", () => this.pick(""));
    this.on(window, "hashchange", () => this.follow());
  }

  /** A link to something that is not shown shows everything again. */
  follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest(".skjult")) this.pick("");
    target?.scrollIntoView();
  }

  /** @param {string} id the part to be shown alone; "" is all of them */
  pick(id) {
    const parts = findAll(document, this.dataset.dele ?? "");
    for (const one of parts) one.classList.toggle("skjult", Boolean(id) && one.id !== id);
    for (const link of links()) link.classList.toggle("valgt", Boolean(id) && link.getAttribute("href") === `#${id}`);
    this.piece("alle").hidden = !id;
    const shown = document.getElementById(id);
    this.tell(shown ? this.say("viser", { x: find(shown, "h2, h3").textContent }) : "");
  }
}
