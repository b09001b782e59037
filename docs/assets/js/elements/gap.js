// <katalog-gap>: every leader answers alone on her own device; the meeting takes the answers in and looks at where they
// differ most. An answer travels as a link, a code or a file, and never to a server.
import { CatalogueElement } from "../base/element.js";
import { Writing } from "../base/writing.js";
import { download, here, leaveAddress } from "../own/address.js";
import { LANGUAGE } from "../own/catalogue.js";
import { spread } from "../own/drawing.js";
import { answerIn, difference } from "../own/differences.js";
import { Draft } from "../own/drafts.js";
import { at, each, find, findAll, part, show } from "../own/page.js";
import { link, packed, unpacked } from "../own/carry.js";
import { read } from "../own/files.js";
import { brings, readAll } from "../own/pasted.js";
import { Refusal, refusal } from "../own/state.js";
import { fileName, freshId } from "../own/words.js";
import { store } from "../store.js";

/** @import { Answer, Difference, Given } from "../own/differences.js" */
/** @typedef {{id: string, title: string, question: string, radios: HTMLInputElement[]}} Subject  what is judged */

const MOST = 8; // answers
const MOST_FILES = 20;
const LARGEST_FILE = 100_000;
const NAME = "svar";

/** @param {Given} one @param {Given} two Which of two answers comes first; those without a name come last. */
function byName(one, two) {
  return (one.name || "~").localeCompare(two.name || "~", LANGUAGE) || (one.answer < two.answer ? -1 : 1);
}

export default class Gap extends CatalogueElement {
  store = store();
  /** @type {Subject[]} */
  subjects = [];
  /** @type {Answer | null} an answer that came with the address */
  waiting = null;

  built() {
    this.subjects = findAll(this, "[data-emne]").map((field) => {
      const { emne: id = "", titel: title = "", spoerg: question = "" } = field.dataset;
      return { id, title, question, radios: findAll(field, "input", HTMLInputElement) };
    });
  }

  connected() {
    const form = find(this, "form", HTMLFormElement);
    this.on(form, "change", (event) => this.answer(at(event, HTMLInputElement)));
    new Writing(this, form, ({ value }, stay) => this.mark({ name: value.trim() }, stay));
    new Writing(this, this.pasted, () => this.keepPasted(), "*", "kladde");
    this.on(form, "submit", (event) => this.share(event));
    this.pressed("kopier", () => this.copy(this.code.value, this.code));
    this.pressed("gem-fil", () => this.save());
    this.pressed("laeg-ind", () => this.takeTexts([this.pasted.value]));
    this.pressed("tag-imod", () => this.accept());
    this.pressed("afvis", () => this.refuse());
    this.on(this.piece("filer"), "change", (event) => this.takeFiles(at(event, HTMLInputElement)));
    this.on(this.store, "change", () => this.show());
    this.on(window, "hashchange", () => this.arrive());
    this.pasted.value ||= this.draft.texts.pasted ?? "";
    this.show();
    this.arrive();
  }

  /** How many places the scale has. */
  get most() {
    return this.subjects[0].radios.length;
  }

  get code() {
    return this.piece("kode", HTMLTextAreaElement);
  }

  // my own answer -----------------------------------------------------------------------------------------------------

  get key() {
    return `mit.${this.dataset.forskel}`;
  }

  get mine() {
    const { name = "", values = {}, answer } = this.store.item(this.key);
    return { name, values, answer };
  }

  /** @param {HTMLInputElement | null} field */
  answer(field) {
    if (field?.type !== "radio") return;
    this.mark({ values: { ...this.mine.values, [field.dataset.hoerer ?? ""]: Number(field.value) } });
  }

  /** @param {import("../own/state.js").Fields} given @param {Partial<import("../base/writing.js").Stay>} [stay] */
  mark(given, stay) {
    const { answer = freshId("s") } = this.mine;
    this.store.change({ [this.key]: { ...given, answer } }, undefined, { step: this.say("trin-mit"), ...stay });
  }

  // what is pasted, until it is taken in
  get pasted() {
    return this.piece("indsat", HTMLTextAreaElement);
  }

  get draft() {
    return new Draft(`svar.${this.dataset.forskel}`);
  }

  keepPasted() {
    this.draft.texts = { pasted: this.pasted.value };
  }

  /** @param {Event} event */
  async share(event) {
    event.preventDefault();
    const { values, name, answer } = this.mine;
    const missing = this.subjects.filter(({ id }) => !values[id]);
    this.piece("delt").hidden = missing.length > 0;
    if (missing.length) {
      this.tell(this.say("mangler", { n: missing.length }));
      missing[0].radios[0].focus();
      return;
    }
    const given = { version: 1, tool: this.dataset.forskel, answer, name, values };
    this.code.value = await packed(given).then((code) => link(here(), NAME, code), () => "");
    if (!this.code.value) {
      this.piece("delt").hidden = true;
      this.tell(this.say("ingen"));
      return;
    }
    this.tell(this.say("klar"));
    this.piece("kopier").focus();
  }

  save() {
    const name = this.say("fil", { navn: fileName(this.mine.name || this.say("mit")) });
    download(`${name}.txt`, this.code.value, "text/plain");
  }

  // answers coming in -------------------------------------------------------------------------------------------------

  /** An answer that came with the address: shown first, taken in only when she says so. */
  async arrive() {
    if (!brings(location.hash, NAME)) return;
    const { values: [answer], faults } = await readAll(location.hash, NAME, (code) => this.read(code));
    this.tellTaken(faults.map((fault) => this.fault(fault)));
    if (!answer) return; // the address stays: another browser, or the same later, may read it
    this.waiting = answer;
    this.piece("ankommet-tekst").textContent = this.say("ankommet", { x: this.nameOf(answer) });
    this.piece("ankommet").hidden = false;
    this.piece("ankommet").focus();
  }

  /** @param {Refusal} fault */
  fault({ code, place }) {
    return this.say(code, { fil: place });
  }

  accept() {
    if (this.waiting) this.tellTaken([this.take(this.waiting)]);
    this.refuse();
    this.piece("moede-titel").focus();
  }

  refuse() {
    this.piece("ankommet").hidden = true;
    leaveAddress();
  }

  /**
   * An answer from a code. Throws Refusal when it is not one, or is for another exercise.
   * @param {string} code
   */
  async read(code) {
    return answerIn(await unpacked(code), this.dataset.forskel ?? "", this.subjects.map(({ id }) => id), this.most);
  }

  /** @param {HTMLInputElement | null} field */
  async takeFiles(field) {
    const files = [...(field?.files ?? [])].slice(0, MOST_FILES);
    const found = await Promise.all(files.map((file) => read(file, LARGEST_FILE).catch(refusal)));
    const faults = found.filter((one) => one instanceof Refusal);
    await this.takeTexts(found.filter((one) => typeof one === "string"), faults);
    if (field) field.value = "";
  }

  /**
   * Take in every answer found in some texts, and tell of each what became of it.
   * @param {string[]} texts @param {Refusal[]} [faults] what is to be told already
   */
  async takeTexts(texts, faults = []) {
    const told = [];
    for (const text of texts.filter((words) => words.trim())) {
      const found = await readAll(text, NAME, (code) => this.read(code));
      told.push(...found.values.map((answer) => this.take(answer)));
      faults.push(...found.faults);
    }
    if (!faults.length) {
      this.pasted.value = "";
      this.draft.end();
    }
    told.push(...faults.map((fault) => this.fault(fault)));
    this.tellTaken(told.length ? told : [this.say("tom")]);
  }

  /** @param {Answer} answer */
  take({ answer, name, values }) {
    const key = `svar.${this.dataset.forskel}.${answer}`;
    const known = this.store.item(key);
    const x = this.nameOf({ name });
    if (JSON.stringify(known.values) === JSON.stringify(values)) return this.say("kendt", { x });
    if (!known.values && this.answers.length >= MOST) return this.say("fuldt", { x });
    const record = { values, name, answer, created: known.created ?? Date.now() };
    this.store.change({ [key]: record }, undefined, { step: this.say("trin-svar", { x }) });
    return this.say(known.values ? "opdateret" : "modtaget", { x });
  }

  /** @param {{name: string}} answer */
  nameOf({ name }) {
    return name || this.say("unavngivet");
  }

  /** @param {string[]} lines */
  tellTaken(lines) {
    this.piece("modtaget").replaceChildren(...each("p", lines));
  }

  // the meeting -------------------------------------------------------------------------------------------------------

  /**
   * Every answer taken in, sorted so that the order they came in does not show, each by a name.
   * @returns {Given[]}
   */
  get answers() {
    const given = this.store.kind(`svar.${this.dataset.forskel}`)
      .map(([key, { name = "", answer = "", values = {} }]) => ({ key, name, answer, values }));
    return given.sort(byName).map((one, index) => ({ ...one, name: one.name || this.say("leder", { n: index + 1 }) }));
  }

  show() {
    const { values, name } = this.mine;
    for (const { id, radios } of this.subjects) {
      for (const radio of radios) radio.checked = Number(radio.value) === values[id];
    }
    show(this.piece("navn", HTMLInputElement), name);
    const { answers } = this;
    this.piece("deltagere").replaceChildren(...answers.map((one) => this.participant(one)));
    this.piece("antal").textContent = this.say(answers.length === 1 ? "et-svar" : "antal-svar", { n: answers.length });
    this.piece("vent").hidden = answers.length >= 2;
    this.piece("forskelle").replaceChildren(...this.differences(answers).map((one) => this.row(one.subject, one)));
  }

  /** @param {Given[]} answers Where they differ, the most first. */
  differences(answers) {
    if (answers.length < 2) return [];
    const found = this.subjects.flatMap((subject) => {
      const one = difference(subject.id, answers, this.most);
      return one ? [{ subject, ...one }] : [];
    });
    return found.sort((one, two) => two.range - one.range || two.variance - one.variance);
  }

  /** @param {Given} one */
  participant({ key, name }) {
    const row = this.clone("deltager");
    part(row, "hvem").textContent = part(row, "fjern-hvem").textContent = name;
    const doing = { step: this.say("trin-fjern", { x: name }) };
    part(row, "fjern").addEventListener("click", () => this.store.change({ [key]: { gone: true } }, undefined, doing));
    return row;
  }

  /** @param {Subject} subject @param {Difference} found */
  row({ id, title, question }, { values, low, high, range, lowest, highest }) {
    const row = this.clone("forskel");
    part(row, "titel").textContent = part(row, "om-hvad").textContent = title;
    part(row, "ord-om").textContent = this.say(range ? "spaend" : "enige", { low, high, lowest, highest });
    part(row, "spoerg").textContent = question;
    part(row, "tegning").append(spread(values, this.most));
    part(row, "aftale").addEventListener("click", () => {
      document.dispatchEvent(new CustomEvent("katalog:aftale", { detail: { what: `${title}: `, from: id } }));
    });
    return row;
  }
}
