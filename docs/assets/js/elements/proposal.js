// <katalog-proposal>: a form that shows an entry as it will stand, and writes the YAML an editor pastes.
import { CatalogueElement } from "../base/element.js";
import { Writing } from "../base/writing.js";
import { Draft } from "../own/drafts.js";
import { each, find, findAll, given } from "../own/page.js";
import { entry, fits, paragraphs } from "../own/proposed.js";

/** @import { Proposed, Spec } from "../own/proposed.js" */

export default class Proposal extends CatalogueElement {
  /** @type {Proposed} what is written in the form */
  given = {};

  /** @type {Spec} what may be proposed */
  spec = { kinds: {}, rules: [] };

  connected() {
    this.spec = JSON.parse(this.dataset.former ?? "");
    this.restore();
    this.on(this.form, "input", () => this.show());
    const keep = () => { this.draft.texts = this.given; };
    new Writing(this, this.form, keep, "*", "kladde");
    this.on(this.form, "change", keep);
    this.pressed("ryd", () => this.clear());
    this.on(this.form, "submit", (event) => event.preventDefault());
    this.pressed("kopier", () => this.copy(this.yaml.value, this.yaml));
    this.show();
  }

  draft = new Draft("forslag");

  /** Let what was written the last time stand in the form. */
  restore() {
    for (const [name, words] of Object.entries(this.draft.texts)) {
      const field = this.form.elements.namedItem(name);
      if (field && "value" in field) field.value = words;
    }
  }

  clear() {
    this.form.reset();
    this.draft.end();
    this.show();
  }

  /** What the chosen kind is made of. */
  get kind() {
    return this.spec.kinds[this.given.slags];
  }

  get form() {
    return find(this, "form", HTMLFormElement);
  }

  get yaml() {
    return this.piece("yaml", HTMLTextAreaElement);
  }

  show() {
    this.given = given(this.form);
    const { slags } = this.given;
    for (const row of findAll(this.form, "[data-til]")) row.hidden = !row.dataset.til?.split(" ").includes(slags);
    this.showEntry();
    this.showYaml();
  }

  showEntry() {
    const { titel } = this.given;
    const { prose, fields } = this.kind;
    this.piece("titel").textContent = titel || this.say("uden");
    this.piece("tekst").replaceChildren(...each("p", paragraphs(this.given[prose])));
    for (const [name, key] of [["eksempel", "eksempel"], ["droeft", "drøft"]]) {
      const words = fields.some(([one]) => one === key) ? this.given[key] : "";
      this.piece(`${name}-ramme`).hidden = !words;
      this.piece(name).textContent = words;
    }
    this.piece("fod").textContent = this.origin;
  }

  /** Where the entry comes from, as its foot tells it. */
  get origin() {
    if (!this.kind.hasOrigin) return "";
    const chosen = find(this.form, "[name=kilde]", HTMLSelectElement).selectedOptions[0];
    return this.given.kilde ? this.say("kilde", { x: chosen.textContent.trim() }) : this.say("egen");
  }

  showYaml() {
    const { slags, fase } = this.given;
    const { missing } = this;
    const isReady = !missing.length;
    const file = this.kind.file || this.given[this.kind.at];
    const place = isReady ? this.say("hvor", { fil: file, sted: this.say(`sted-${slags}`, { fase }) }) : "";
    this.piece("mangler").replaceChildren(...each("li", missing));
    this.piece("hvor").textContent = place;
    const known = new Set((this.dataset.kendte ?? "").split(" "));
    this.yaml.value = isReady ? entry(this.given, this.kind, known) : "";
    this.piece("kopier", HTMLButtonElement).disabled = !isReady;
    this.showLink(isReady, file);
  }

  /** @param {boolean} isReady @param {string} file */
  showLink(isReady, file) {
    const { edit = "" } = this.piece("ord").dataset;
    const open = this.piece("aabn", HTMLAnchorElement);
    open.hidden = !isReady || !edit;
    open.href = edit + file.slice(file.indexOf("/") + 1); // the folder stands in the base
  }

  /** Everything that stands in the way, in words. */
  get missing() {
    const { empty, wrong, longest } = fits(this.given, this.spec);
    return [...empty.map((key) => this.say(`mangler-${key}`)), ...wrong.map((name) => this.say(name, { n: longest }))];
  }
}
