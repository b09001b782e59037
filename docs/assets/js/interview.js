// <katalog-interview>: who asks, who is asked and who listens in each round, and the listener's notes handed on.
import { clone, copyText, part, say } from "./own/page.js";
import { store } from "./store.js";

class Interview extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.form = this.querySelector("form");
    this.roles = [...this.querySelectorAll("thead th")].slice(1).map((cell) => cell.textContent);
    this.hidden = false;
    const { signal } = this.#stop;
    this.form.addEventListener("submit", (event) => this.plan(event), { signal });
    part(this, "forrige").addEventListener("click", () => this.turn(-1), { signal });
    part(this, "naeste").addEventListener("click", () => this.turn(1), { signal });
    part(this, "kopier").addEventListener("click", () => this.hand(), { signal });
    part(this, "print").addEventListener("click", () => this.paper(), { signal });
    addEventListener("afterprint", () => document.body.classList.remove("kun-noter"), { signal });
    this.store.addEventListener("change", () => this.show(), { signal });
    this.show(true);
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  get key() {
    return `interview.${this.dataset.interview}`;
  }

  get timer() {
    return `ur.${this.dataset.interview}`;
  }

  get state() {
    const { names = [], round = 0 } = this.store.item(this.key);
    return { names, round: Math.min(round, Math.max(0, names.length - 1)) };
  }

  plan(event) {
    event.preventDefault();
    const names = [...this.form.querySelectorAll("input")].map((field) => field.value.trim()).filter(Boolean);
    const fewest = Number(this.dataset.mindst);
    if (names.length < fewest || new Set(names).size < names.length) {
      part(this, "sagt").textContent = say(this, names.length < fewest ? "for-faa" : "ens");
      return;
    }
    this.store.change({ [this.key]: { names, round: 0 } });
    part(this, "sagt").textContent = say(this, "klar", { n: names.length });
    part(this, "runde-titel").focus();
  }

  turn(way) {
    this.store.keep({ [this.key]: { round: this.state.round + way }, [this.timer]: { ends: null, left: null } });
    part(this, "runde-titel").focus();
  }

  /** Who has which role in a round: the focus person moves one on each time, and whoever is left listens. */
  cast(names, round) {
    const turned = names.map((_, index) => names[(round + index) % names.length]);
    return this.roles.map((_, role) => (role < this.roles.length - 1 ? turned.slice(role, role + 1) : turned.slice(role)));
  }

  show(first = false) {
    const { names, round } = this.state;
    if (first || !this.form.contains(document.activeElement)) {
      for (const [index, field] of this.form.querySelectorAll("input").entries()) field.value = names[index] ?? "";
    }
    part(this, "plan").hidden = !names.length;
    if (!names.length) return;
    this.querySelector("tbody").replaceChildren(...names.map((_, index) => this.row(names, index, round)));
    part(this, "runde-titel").textContent = say(this, "runde", { n: round + 1, alle: names.length, x: names[round] });
    part(this, "forrige").disabled = round === 0;
    part(this, "naeste").disabled = round === names.length - 1;
    this.showNotes(names[round], round);
  }

  row(names, index, round) {
    const row = document.createElement("tr");
    row.classList.toggle("nu", index === round);
    const head = Object.assign(document.createElement("th"), { scope: "row", textContent: String(index + 1) });
    if (index === round) row.setAttribute("aria-current", "true");
    row.append(head, ...this.cast(names, index).map((who) => Object.assign(document.createElement("td"), { textContent: who.join(", ") })));
    return row;
  }

  notes(round) {
    const suffix = `.fokus-${round + 1}`;
    const order = [...document.querySelectorAll(".spoergsmaal > li")].map(({ id }) => id);
    return this.store.records().filter(([key, { note }]) => key.endsWith(suffix) && note)
      .sort(([a], [b]) => order.indexOf(a.split(".")[0]) - order.indexOf(b.split(".")[0]));
  }

  showNotes(name, round) {
    const notes = this.notes(round);
    part(this, "noter").hidden = !notes.length;
    part(this, "noter-titel").textContent = say(this, "noter", { x: name });
    part(this, "noter-liste").replaceChildren(...notes.map(([, { title, note }]) => {
      const row = clone(this, "note");
      part(row, "spm").textContent = title;
      part(row, "svar").textContent = note;
      return row;
    }));
  }

  async hand() {
    const { names, round } = this.state;
    const lines = this.notes(round).map(([, { title, note }]) => `${title}\n${note}`);
    const copied = await copyText([say(this, "noter", { x: names[round] }), ...lines].join("\n\n"), part(this, "tekst"));
    part(this, "sagt").textContent = say(this, copied ? "kopieret" : "kopier-selv");
  }

  paper() {
    document.body.classList.add("kun-noter");
    print();
  }
}

customElements.define("katalog-interview", Interview);
