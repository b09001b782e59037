// <katalog-stages>: a process with the group's own dates; its order is shown, and leaving a stage out is possible but told.
import { CatalogueElement } from "../base/element.js";
import { Writing } from "../base/writing.js";
import { at, each, find, findAll, joined, part, show } from "../own/page.js";
import { written } from "../own/words.js";
import { store } from "../store.js";

/** @import { Kept } from "../own/state.js" */
/**
 * A stage, its items and the fields of its dates.
 * @typedef {{id: string, title: string, items: string[], fields: HTMLElement}} Stage
 * A stage with what is kept of it: how many of its items are done.
 * @typedef {Stage & {kept: Kept, done: number}} Told
 */

export default class Stages extends CatalogueElement {
  store = store();
  /** @type {Stage[]} */
  stages = [];

  built() {
    this.stages = findAll(document, ".trin[id]").map((section) => ({
      id: section.id,
      title: find(section, "h2").textContent.trim(),
      items: findAll(section, ".tjek").map(({ id }) => id),
      fields: this.dated(section),
    }));
  }

  connected() {
    for (const stage of this.stages) {
      this.on(stage.fields, "change", (event) => this.skip(stage, at(event, HTMLInputElement)));
      new Writing(this, stage.fields, (field, { join }) => this.keep(stage, { [field.name]: field.value }, join));
    }
    this.on(this.store, "change", () => this.show());
    this.on(window, "pageshow", () => this.show());
    this.show();
  }

  /**
   * Give a stage the fields of its dates.
   * @param {HTMLElement} section
   */
  dated(section) {
    const fields = this.clone("fase");
    for (const row of findAll(fields, "p")) {
      const field = find(row, "input", HTMLInputElement);
      field.id = find(row, "label", HTMLLabelElement).htmlFor = `${field.name}-${section.id}`;
    }
    find(section, "fieldset").after(fields);
    return fields;
  }

  /** @param {Stage} stage @param {import("../own/state.js").Fields} fields @param {string} [join] */
  keep({ id, title }, fields, join) {
    const step = this.say("trin", { x: title });
    this.store.change({ [`fase.${id}`]: { ...fields, title } }, undefined, { step, join });
  }

  /** @param {Stage} stage @param {HTMLInputElement | null} box */
  skip(stage, box) {
    if (box?.type === "checkbox") this.keep(stage, { skipped: box.checked });
  }

  show() {
    const told = this.stages.map((stage) => {
      const kept = this.store.item(`fase.${stage.id}`);
      for (const field of findAll(stage.fields, "input", HTMLInputElement)) {
        if (field.type === "checkbox") field.checked = Boolean(kept.skipped);
        else show(field, kept[/** @type {"start" | "end"} */ (field.name)] ?? "");
      }
      return { ...stage, kept, done: this.store.done(stage.items) };
    });
    this.piece("liste").replaceChildren(...told.map((stage) => this.line(stage)));
    this.piece("advarsel").replaceChildren(...each("p", this.warnings(told)));
  }

  /** @param {Told} stage */
  line({ id, title, kept: { skipped, start, end }, done, items }) {
    const row = this.clone("linje");
    Object.assign(find(row, "a", HTMLAnchorElement), { href: `#${id}`, textContent: title });
    const words = [
      this.say("gjort", { n: done, alle: items.length }),
      start && this.say("fra", { x: written(start) }), end && this.say("til", { x: written(end) }),
    ];
    part(row, "hvor").textContent = skipped ? this.say("sprunget") : joined(words);
    row.classList.toggle("sprunget", Boolean(skipped));
    return row;
  }

  /** @param {Told[]} told */
  warnings(told) {
    const skipped = told.filter(({ kept }) => kept.skipped).map(({ title }) => this.say("svag", { x: title }));
    const ahead = told.flatMap((stage, index) => {
      const open = told.slice(0, index).find(({ kept, done, items }) => !kept.skipped && done < items.length);
      return stage.done && open ? [this.say("forud", { x: stage.title, y: open.title })] : [];
    });
    return [...skipped, ...ahead];
  }
}
