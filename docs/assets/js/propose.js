// <katalog-forslag>: a form that shows an entry as it will stand, and writes the YAML an editor pastes.
import { copyText, part, say } from "./own/page.js";

const WIDTH = 100;
// What each kind is made of, in the data's order: [key, how it is written, whether it may be left out].
const KINDS = {
  punkt: { file: "", indent: 2, fields: [["titel", "name"], ["tekst", "prose"], ["eksempel", "prose", true], ["drøft", "prose", true]] },
  tjek: { file: "", indent: 4, fields: [["titel", "name"], ["tekst", "prose"]] },
  kursus: {
    file: "data/kurser.yml", indent: 2,
    fields: [["titel", "name"], ["resumé", "prose"], ["form", "name"], ["varighed", "name"], ["målgruppe", "prose"], ["udbytte", "list"], ["tekst", "prose"]],
  },
  kilde: { file: "data/kilder.yml", indent: 2, fields: [["titel", "name"], ["udgiver", "name", true], ["år", "name", true], ["link", "name", true], ["note", "prose"]] },
};
const HTML = /<\/?[a-z][^<>]*>|<!--|&(#\d+|#x[0-9a-f]+|[a-z]{2,8});|\{\{|\}\}|\{%|%\}|\{#/i;
const PRIVATE = /(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)|[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)(\+45 ?)?(\d{2} ){3}\d{2}(?!\d)/;

class Proposal extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.form = this.querySelector("form");
    this.known = new Set(this.dataset.kendte.split(" "));
    this.hidden = false;
    const { signal } = this.#stop;
    this.form.addEventListener("input", () => this.show(), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    part(this, "kopier").addEventListener("click", () => this.copy(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  show() {
    this.given = Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, value.trim()]));
    const { slags } = this.given;
    for (const row of this.form.querySelectorAll("[data-til]")) row.hidden = !row.dataset.til.split(" ").includes(slags);
    this.showEntry();
    this.showYaml();
  }

  showEntry() {
    const { given } = this;
    part(this, "titel").textContent = given.titel || say(this, "uden");
    const prose = { kursus: given.resumé, kilde: given.note }[given.slags] ?? given.tekst;
    part(this, "tekst").replaceChildren(...paragraphs(prose).map((words) => Object.assign(document.createElement("p"), { textContent: words })));
    for (const [name, key] of [["eksempel", "eksempel"], ["droeft", "drøft"]]) {
      const words = given.slags === "punkt" ? given[key] : "";
      part(this, `${name}-ramme`).hidden = !words;
      part(this, name).textContent = words;
    }
    const chosen = this.form.elements.kilde.selectedOptions[0];
    part(this, "fod").textContent = !["punkt", "tjek"].includes(given.slags) ? "" : given.kilde ? say(this, "kilde", { x: chosen.textContent.trim() }) : say(this, "egen");
  }

  showYaml() {
    const { given } = this;
    const kind = KINDS[given.slags];
    const missing = this.missing(kind);
    part(this, "mangler").replaceChildren(...missing.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    const ready = !missing.length;
    const file = kind.file || given.tema;
    part(this, "hvor").textContent = ready ? say(this, "hvor", { fil: file, sted: say(this, `sted-${given.slags}`, { fase: given.fase }) }) : "";
    part(this, "yaml").value = ready ? this.yaml(kind) : "";
    part(this, "kopier").disabled = !ready;
    const base = part(this, "ord").dataset.edit;
    part(this, "aabn").hidden = !ready || !base;
    part(this, "aabn").href = base + file.slice(file.indexOf("/") + 1); // the folder stands in the base
  }

  /** Everything that stands in the way, in words. */
  missing(kind) {
    const { given } = this;
    const empty = kind.fields.filter(([key, , optional]) => !optional && !given[key]).map(([key]) => say(this, `mangler-${key}`));
    const used = kind.fields.map(([key]) => given[key]).join("\n");
    const rules = [
      [given.titel.length > 120, "for-lang"],
      [given.slags === "kilde" && given.link && !/^https:\/\/[^\s"]+$/.test(given.link), "link"],
      [given.slags === "kilde" && given.år && !/^\d{4}$/.test(given.år), "aar"],
      [HTML.test(used), "html"], [PRIVATE.test(used), "privat"],
    ];
    return [...empty, ...rules.filter(([wrong]) => wrong).map(([, name]) => say(this, name))];
  }

  /** The entry in the form the data files have: short names in quotes, prose as folded blocks. */
  yaml({ indent, fields }) {
    const { given } = this;
    const margin = " ".repeat(indent);
    const lines = [`${margin}- id: ${this.freeId(given.titel)}`];
    for (const [key, style] of fields.filter(([key]) => given[key])) {
      if (style === "name") lines.push(`${margin}  ${key}: ${JSON.stringify(given[key].replace(/\s+/g, " "))}`);
      else if (style === "prose") lines.push(`${margin}  ${key}: >-`, ...folded(given[key], `${margin}    `));
      else lines.push(`${margin}  ${key}:`, ...paragraphs(given[key]).flatMap((words) => [`${margin}    - >-`, ...folded(words, `${margin}      `)]));
    }
    if (given.slags === "kursus") lines.push(`${margin}  tilmelding:`, `${margin}    tekst: >-`, ...folded(say(this, "tilmelding"), `${margin}      `));
    if (given.slags === "kilde") lines.push(`${margin}  rolle: litteratur`);
    else lines.push(`${margin}  ${given.kilde && given.slags !== "kursus" ? `kilde: ${given.kilde}` : "oprindelse: egen"}`);
    return `${lines.join("\n")}\n`;
  }

  /** An id made from the title that no entry has. */
  freeId(title) {
    const plain = title.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
    const id = plain.replace(/[^a-z0-9]+/g, "-").slice(0, 56).replace(/^-+|-+$/g, "") || "nyt-punkt";
    let number = 2;
    let free = id;
    while (this.known.has(free)) free = `${id}-${number++}`;
    return free;
  }

  async copy() {
    const field = part(this, "yaml");
    part(this, "sagt").textContent = say(this, (await copyText(field.value, field)) ? "kopieret" : "kopier-selv");
  }
}

function paragraphs(words = "") {
  return words.split(/\n\s*\n/).map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/** Prose as the lines of a folded block. */
function folded(words, margin) {
  return paragraphs(words).flatMap((paragraph, index) => {
    const lines = [""];
    for (const word of paragraph.split(" ")) {
      const line = lines.at(-1);
      if (line && margin.length + line.length + 1 + word.length > WIDTH) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return [...(index ? [""] : []), ...lines.map((line) => margin + line)];
  });
}

customElements.define("katalog-forslag", Proposal);
