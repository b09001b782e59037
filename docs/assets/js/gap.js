// <katalog-forskel>: every leader answers alone on her own device; the meeting takes the answers in and looks at where
// they differ most. An answer travels as a link, a code or a file, and never to a server.
import { LANGUAGE } from "./own/catalogue.js";
import { spread } from "./own/drawing.js";
import { clone, copyText, fill, part, say } from "./own/page.js";
import { codeIn, download, fileName, packed, unpacked } from "./own/share.js";
import { Refusal, freshId } from "./own/state.js";
import { store } from "./store.js";

const MOST = 8;
const NAME = "svar";

class Gap extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.subjects = [...this.querySelectorAll("[data-emne]")].map((field) => ({
      id: field.dataset.emne, title: field.dataset.titel, question: field.dataset.spoerg, radios: [...field.querySelectorAll("input")],
    }));
    this.most = this.subjects[0].radios.length;
    this.hidden = false;
    const { signal } = this.#stop;
    this.querySelector("form").addEventListener("change", (event) => this.answer(event), { signal });
    this.querySelector("form").addEventListener("submit", (event) => this.share(event), { signal });
    const click = (name, what) => part(this, name).addEventListener("click", what, { signal });
    click("kopier", () => this.copy());
    click("gem-fil", () => download(`${say(this, "fil", { navn: fileName(this.mine.name || say(this, "mit")) })}.txt`, part(this, "kode").value, "text/plain"));
    click("laeg-ind", () => this.takeTexts([part(this, "indsat").value]));
    click("tag-imod", () => this.accept());
    click("afvis", () => this.refuse());
    part(this, "filer").addEventListener("change", (event) => this.takeFiles(event.target), { signal });
    this.store.addEventListener("change", () => this.show(), { signal });
    addEventListener("hashchange", () => this.arrive(), { signal });
    this.show();
    this.arrive();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  // my own answer -----------------------------------------------------------------------------------------------------

  get mine() {
    return { name: "", values: {}, ...this.store.item(`mit.${this.dataset.forskel}`) };
  }

  answer({ target }) {
    const key = `mit.${this.dataset.forskel}`;
    const answer = this.mine.answer ?? freshId("s");
    if (target.type === "radio") this.store.change({ [key]: { values: { ...this.mine.values, [target.dataset.hoerer]: Number(target.value) }, answer } });
    else this.store.change({ [key]: { name: target.value.trim(), answer } });
  }

  async share(event) {
    event.preventDefault();
    const { values, name, answer } = this.mine;
    const missing = this.subjects.filter(({ id }) => !values[id]);
    part(this, "delt").hidden = missing.length > 0;
    if (missing.length) {
      part(this, "sagt").textContent = say(this, "mangler", { n: missing.length });
      missing[0].radios[0].focus();
      return;
    }
    const code = await packed({ version: 1, tool: this.dataset.forskel, answer, name, values });
    const address = new URL(location.href);
    address.hash = `${NAME}=${code}`;
    part(this, "kode").value = address.href;
    part(this, "sagt").textContent = say(this, "klar");
    part(this, "kopier").focus();
  }

  async copy() {
    const copied = await copyText(part(this, "kode").value, part(this, "kode"));
    part(this, "sagt").textContent = say(this, copied ? "kopieret" : "kopier-selv");
  }

  // answers coming in -------------------------------------------------------------------------------------------------

  /** An answer that came with the address: shown first, taken in only when she says so. */
  async arrive() {
    const code = codeIn(location.hash, NAME);
    if (!code) return;
    try {
      this.waiting = await this.read(code);
      part(this, "ankommet-tekst").textContent = say(this, "ankommet", { x: this.waiting.name || say(this, "unavngivet") });
      part(this, "ankommet").hidden = false;
      part(this, "ankommet").focus();
    } catch (refusal) {
      this.tell([say(this, refusal.code)]);
      this.leaveAddress();
    }
  }

  accept() {
    this.tell([this.take(this.waiting)]);
    this.refuse();
    part(this, "moede-titel").focus();
  }

  refuse() {
    part(this, "ankommet").hidden = true;
    this.leaveAddress();
  }

  leaveAddress() {
    history.replaceState(null, "", location.pathname + location.search);
  }

  /** An answer from a code. Throws Refusal when it is not one, or is for another exercise. */
  async read(code) {
    const value = await unpacked(code);
    if (value?.version > 1) throw new Refusal("nyere");
    const whole = (n) => Number.isInteger(n) && n >= 1 && n <= this.most;
    if (value?.version !== 1 || typeof value.tool !== "string" || typeof value.values !== "object" || !value.values) throw new Refusal("beskadiget");
    if (value.tool !== this.dataset.forskel) throw new Refusal("andet");
    if (!/^[a-z0-9-]{1,40}$/.test(value.answer) || typeof value.name !== "string" || value.name.length > 80) throw new Refusal("beskadiget");
    const values = Object.fromEntries(this.subjects.map(({ id }) => [id, value.values[id]]));
    if (!Object.values(values).every(whole)) throw new Refusal("beskadiget");
    return { answer: value.answer, name: value.name, values };
  }

  async takeFiles(field) {
    const texts = await Promise.all([...field.files].slice(0, 20).map((file) => (file.size > 100_000 ? "" : file.text())));
    await this.takeTexts(texts);
    field.value = "";
  }

  /** Take in every code found in some texts, and tell of each what became of it. */
  async takeTexts(texts) {
    const codes = texts.flatMap((words) => words.split(/\s+/)).filter(Boolean).map((word) => codeIn(word, NAME) || word);
    const told = [];
    for (const code of codes) {
      try {
        told.push(this.take(await this.read(code)));
      } catch (refusal) {
        told.push(say(this, refusal.code ?? "beskadiget"));
      }
    }
    part(this, "indsat").value = "";
    this.tell(codes.length ? told : [say(this, "tom")]);
  }

  take({ answer, name, values }) {
    const key = `svar.${this.dataset.forskel}.${answer}`;
    const known = this.store.item(key);
    const x = name || say(this, "unavngivet");
    if (JSON.stringify(known.values) === JSON.stringify(values)) return say(this, "kendt", { x });
    if (!known.values && this.answers.length >= MOST) return say(this, "fuldt", { x });
    this.store.change({ [key]: { values, name, answer, created: known.created ?? Date.now() } });
    return say(this, known.values ? "opdateret" : "modtaget", { x });
  }

  tell(lines) {
    part(this, "modtaget").replaceChildren(...lines.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
  }

  // the meeting -------------------------------------------------------------------------------------------------------

  /** Every answer taken in, sorted so that the order they came in does not show. */
  get answers() {
    return this.store.kind(`svar.${this.dataset.forskel}`).map(([key, one]) => ({ key, ...one }))
      .sort((a, b) => (a.name || "~").localeCompare(b.name || "~", LANGUAGE) || (a.answer < b.answer ? -1 : 1));
  }

  show() {
    const { values, name } = this.mine;
    for (const { id, radios } of this.subjects) for (const radio of radios) radio.checked = Number(radio.value) === values[id];
    const field = part(this, "navn");
    if (document.activeElement !== field) field.value = name;
    const { answers } = this;
    part(this, "deltagere").replaceChildren(...answers.map((one, index) => this.participant(one, index)));
    part(this, "antal").textContent = say(this, answers.length === 1 ? "et-svar" : "antal-svar", { n: answers.length });
    part(this, "vent").hidden = answers.length >= 2;
    const told = answers.length < 2 ? [] : this.subjects.map((subject) => this.measured(subject, answers)).sort((a, b) => b.range - a.range || b.variance - a.variance);
    part(this, "forskelle").replaceChildren(...told.map((one) => this.difference(one)));
  }

  named(one, index) {
    return one.name || fill(say(this, "leder"), { n: index + 1 });
  }

  participant(one, index) {
    const row = clone(this, "deltager");
    part(row, "hvem").textContent = this.named(one, index);
    part(row, "fjern-hvem").textContent = this.named(one, index);
    part(row, "fjern").addEventListener("click", () => this.store.change({ [one.key]: { gone: true } }));
    return row;
  }

  measured(subject, answers) {
    const values = answers.map((one) => one.values[subject.id]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const who = (wanted) => answers.map((one, i) => [one.values[subject.id], this.named(one, i)]).filter(([value]) => value === wanted).map(([, n]) => n).join(", ");
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { subject, values, low, high, range: high - low, variance, lowest: who(low), highest: who(high) };
  }

  difference({ subject, values, low, high, range, lowest, highest }) {
    const row = clone(this, "forskel");
    part(row, "titel").textContent = subject.title;
    part(row, "ord-om").textContent = range ? say(this, "spaend", { low, high, lowest, highest }) : say(this, "enige", { low });
    part(row, "spoerg").textContent = subject.question;
    part(row, "tegning").append(spread(values, this.most));
    part(row, "om-hvad").textContent = subject.title;
    part(row, "aftale").addEventListener("click", () => {
      document.dispatchEvent(new CustomEvent("katalog:aftale", { detail: { what: `${subject.title}: `, from: subject.id } }));
    });
    return row;
  }
}

customElements.define("katalog-forskel", Gap);
