// <katalog-aftaler>: what the group agreed, who does it and when; as minutes, a spreadsheet and calendar dates.
import { calendar, csv } from "./own/minutes.js";
import { clone, copyText, part, say } from "./own/page.js";
import { download, fileName } from "./own/share.js";
import { freshId, today, written } from "./own/state.js";
import { store } from "./store.js";

class Agreements extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.form = this.querySelector("form");
    const { signal } = this.#stop;
    this.hidden = false;
    this.form.addEventListener("submit", (event) => this.add(event), { signal });
    part(this, "referat").addEventListener("click", () => this.copy(), { signal });
    part(this, "regneark").addEventListener("click", () => this.spreadsheet(), { signal });
    part(this, "kalender").addEventListener("click", () => this.dates(), { signal });
    document.addEventListener("katalog:aftale", (event) => this.draft(event.detail), { signal });
    this.store.addEventListener("change", () => this.show(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  get agreements() {
    return this.store.kind("aftale").map(([key, one]) => ({ id: key, who: "", due: "", ...one }));
  }

  get name() {
    return this.store.about().name || say(this, "uden");
  }

  /** What the files made from the agreements are called, without an ending. */
  get file() {
    return say(this, "fil", { navn: fileName(this.name) });
  }

  /** Begin an agreement from something on the page, and let her finish it here. */
  draft({ what, who = "", due = "", from = "" }) {
    const { elements } = this.form;
    [elements.what.value, elements.who.value, elements.due.value, elements.from.value] = [what, who, due, from];
    this.form.closest("details").open = true;
    elements.what.focus();
  }

  add(event) {
    event.preventDefault();
    const { what, who, due, from } = Object.fromEntries(new FormData(this.form));
    if (!what.trim()) {
      part(this, "sagt").textContent = say(this, "mangler");
      this.form.elements.what.focus();
      return;
    }
    const made = { what: what.trim(), who: who.trim(), due, from, created: Date.now() };
    this.store.change({ [`aftale.${freshId("a")}`]: Object.fromEntries(Object.entries(made).filter(([, value]) => value !== "")) });
    this.form.reset();
    this.form.elements.from.value = "";
    part(this, "sagt").textContent = say(this, "tilfoejet");
    this.form.elements.what.focus();
  }

  show() {
    const list = part(this, "liste");
    const rows = this.agreements;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.noegle : "";
    list.replaceChildren(...rows.map((one) => this.row(one)));
    if (focused) list.querySelector(`[data-noegle="${focused}"]`)?.focus();
    part(this, "ingen").hidden = rows.length > 0;
    part(this, "ud").hidden = !rows.length;
    part(this, "kalender").disabled = !rows.some(({ due }) => due);
    part(this, "tal").textContent = rows.length ? `(${rows.length})` : "";
  }

  row(one) {
    const row = clone(this, "aftale");
    const box = row.querySelector("input");
    box.id = `gjort-${one.id}`;
    box.checked = Boolean(one.done);
    box.dataset.noegle = `${one.id}-gjort`;
    row.querySelector("label").htmlFor = box.id;
    part(row, "hvad").textContent = one.what;
    const told = [one.who, one.due && say(this, "senest", { x: written(one.due) })].filter(Boolean);
    part(row, "hvem").textContent = told.join(" · ");
    part(row, "hvilken").textContent = one.what;
    box.addEventListener("change", () => this.store.change({ [one.id]: { done: box.checked, day: box.checked ? today() : null } }));
    part(row, "fjern").addEventListener("click", () => {
      this.store.change({ [one.id]: { gone: true } });
      part(this, "sagt").textContent = say(this, "fjernet");
      this.querySelector("summary").focus();
    });
    return row;
  }

  /** The minutes: who met, what was agreed, and what was written on this page. */
  get minutes() {
    const { parties = [] } = this.store.about();
    const lines = [say(this, "overskrift", { navn: this.name }), written(today())];
    if (parties.length) lines.push(say(this, "parter", { x: parties.join(", ") }));
    lines.push("", say(this, "aftaler"));
    for (const { what, who, due, done } of this.agreements) {
      lines.push(`${done ? "[x]" : "[ ]"} ${[what, who, due && say(this, "senest", { x: written(due) })].filter(Boolean).join(" – ")}`);
    }
    const notes = this.store.records().filter(([key, { note, title }]) => note && title && document.getElementById(key.split(".")[0]));
    if (notes.length) lines.push("", say(this, "noter"));
    for (const [key, { title, note }] of notes) lines.push(`${title}${this.party(key)}: ${note}`);
    return lines.join("\n");
  }

  party(key) {
    const party = this.store.about().parties?.[Number(key.split(".")[1]) - 1];
    return party ? ` (${party})` : "";
  }

  async copy() {
    const copied = await copyText(this.minutes, part(this, "tekst"));
    part(this, "sagt").textContent = say(this, copied ? "kopieret" : "kopier-selv");
  }

  spreadsheet() {
    const rows = this.agreements.map(({ what, who, due, done }) => [what, who, due, say(this, done ? "ja" : "nej")]);
    download(`${this.file}.csv`, csv([say(this, "kolonner").split("|"), ...rows]), "text/csv");
  }

  dates() {
    download(`${this.file}.ics`, calendar(this.agreements, this.name), "text/calendar");
  }
}

customElements.define("katalog-aftaler", Agreements);
