// <katalog-collaboration>: on every page, which collaboration she works in, and a way to another.
import { CatalogueElement } from "../base/element.js";
import { margin } from "../own/margin.js";
import { names } from "../own/naming.js";
import { find } from "../own/page.js";
import { afterPress } from "../own/press.js";
import { still } from "../own/still.js";
import { today, written } from "../own/words.js";
import { store } from "../store.js";

export default class Collaboration extends CatalogueElement {
  store = store();
  margin = margin("top-right");

  connected() {
    this.on(this.select, "change", () => this.store.use(this.select.value));
    this.on(this.store, "change", () => this.show());
    this.on(window, "pageshow", () => this.show());
    this.hidden = document.documentElement.dataset.eget === undefined; // then it has no room from the start
    this.show();
  }

  get select() {
    return find(this, "select", HTMLSelectElement);
  }

  /** It comes with the first that she does, above what she sees. */
  appear() {
    this.hidden = false;
    this.classList.remove("venter");
  }

  show() {
    const { aside, collaborations, current } = this.store;
    const { name } = this.store.about();
    const isEmpty = !collaborations.length && !aside.length;
    if (isEmpty) this.hidden = true;
    else if (this.hidden) afterPress(() => still(find(document, "main"), () => this.appear()));
    this.piece("gendan").hidden = !aside.length;
    /** @type {{id: string, name?: string}[]} */
    const shown = collaborations.filter((one) => !one.archived || one.id === current);
    if (!shown.some(({ id }) => id === current)) shown.unshift({ id: current });
    const called = names(this.store, this.say("uden"));
    const options = shown.map(({ id }) => new Option(called.get(id) ?? this.say("uden"), id, false, id === current));
    this.select.replaceChildren(...options);
    this.margin(name ? `${name} · ${written(today())}` : "");
    this.piece("parter").replaceChildren(...this.store.parties().map((party) => new Option(party.name, party.name)));
  }
}
