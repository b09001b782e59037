// <katalog-faser>: a process with the group's own dates; its order is shown, and leaving a stage out is possible but told.
import { clone, fill, part, say, show } from "./own/page.js";
import { written } from "./own/state.js";
import { store } from "./store.js";

class Stages extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.stages = [...document.querySelectorAll(".trin[id]")].map((section) => ({
      id: section.id, section, title: section.querySelector("h2").textContent.trim(),
      items: [...section.querySelectorAll(".tjek")].map(({ id }) => id),
    }));
    this.hidden = false;
    const { signal } = this.#stop;
    for (const stage of this.stages) this.bind(stage, signal);
    this.store.addEventListener("change", () => this.show(), { signal });
    addEventListener("pageshow", () => this.show(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  bind(stage, signal) {
    const fields = clone(this, "fase");
    for (const row of fields.querySelectorAll("p")) {
      const field = row.querySelector("input");
      field.id = `${field.name}-${stage.id}`;
      row.querySelector("label").htmlFor = field.id;
    }
    fields.addEventListener("change", ({ target }) => {
      const value = target.type === "checkbox" ? target.checked : target.value;
      this.store.change({ [`fase.${stage.id}`]: { [target.name]: value, title: stage.title } });
    }, { signal });
    stage.fields = [...fields.querySelectorAll("input")];
    stage.section.querySelector("fieldset").after(fields);
  }

  show() {
    const told = this.stages.map((stage) => {
      const kept = this.store.item(`fase.${stage.id}`);
      for (const field of stage.fields) {
        if (field.type === "checkbox") field.checked = Boolean(kept.skipped);
        else show(field, kept[field.name] ?? "");
      }
      return { ...stage, ...kept, done: this.store.done(stage.items) };
    });
    part(this, "liste").replaceChildren(...told.map((stage) => this.line(stage)));
    part(this, "advarsel").replaceChildren(...this.warnings(told).map((words) => Object.assign(document.createElement("p"), { textContent: words })));
  }

  line(stage) {
    const row = clone(this, "linje");
    Object.assign(row.querySelector("a"), { href: `#${stage.id}`, textContent: stage.section.querySelector("h2").textContent.trim() });
    const words = stage.skipped ? [say(this, "sprunget")] : [
      say(this, "gjort", { n: stage.done, alle: stage.items.length }),
      stage.start && say(this, "fra", { x: written(stage.start) }), stage.end && say(this, "til", { x: written(stage.end) }),
    ];
    part(row, "hvor").textContent = words.filter(Boolean).join(" · ");
    row.classList.toggle("sprunget", Boolean(stage.skipped));
    return row;
  }

  warnings(told) {
    const skipped = told.filter((stage) => stage.skipped).map(({ title }) => say(this, "svag", { x: title }));
    const ahead = told.flatMap((stage, index) => {
      const open = told.slice(0, index).find((before) => !before.skipped && before.done < before.items.length);
      return stage.done && open ? [fill(say(this, "forud"), { x: stage.title, y: open.title })] : [];
    });
    return [...skipped, ...ahead];
  }
}

customElements.define("katalog-faser", Stages);
