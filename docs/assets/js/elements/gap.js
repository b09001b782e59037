// <katalog-gap>: every leader answers alone on her own device; the meeting takes the answers in and looks at where they
// differ most. An answer travels as a link, a code or a file, and never to a server.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { Writing } from "../base/writing.js";
import { ANSWER, brings } from "../own/address.js";
import { Draft } from "../own/drafts.js";
import { at, find, findAll, show } from "../own/page.js";
import { freshId } from "../own/words.js";
import { store } from "../store.js";

/** @typedef {{id: string, title: string, question: string, radios: HTMLInputElement[]}} Subject  what is judged */

export default class Gap extends CatalogueElement {
  store = store();
  /** @type {Subject[]} */
  subjects = [];
  exchange = later(() => import("../own/exchange.js"), ({ Exchange }) => new Exchange(this));
  meeting = later(() => import("../own/meeting.js"));

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
    this.pressed("gem-fil", () => this.exchange((one) => one.save()));
    this.pressed("laeg-ind", () => this.exchange((one) => one.takeTexts([this.pasted.value])));
    this.pressed("tag-imod", () => this.exchange((one) => one.accept()));
    this.pressed("afvis", () => this.exchange((one) => one.refuse()));
    const files = this.piece("filer", HTMLInputElement);
    this.on(files, "change", () => this.exchange((one) => one.takeFiles(files)));
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
  share(event) {
    event.preventDefault();
    const { values } = this.mine;
    const missing = this.subjects.filter(({ id }) => !values[id]);
    this.piece("delt").hidden = missing.length > 0;
    if (!missing.length) return this.exchange((one) => one.share());
    this.tell(this.say("mangler", { n: missing.length }));
    return missing[0].radios[0].focus();
  }

  /** An answer that came with the address. */
  arrive() {
    if (brings(location.hash, ANSWER)) this.exchange((one) => one.arrive());
  }

  // the meeting -------------------------------------------------------------------------------------------------------

  /** The answers taken in. */
  get taken() {
    return this.store.kind(`svar.${this.dataset.forskel}`);
  }

  show() {
    const { values, name } = this.mine;
    for (const { id, radios } of this.subjects) {
      for (const radio of radios) radio.checked = Number(radio.value) === values[id];
    }
    show(this.piece("navn", HTMLInputElement), name);
    const { length: n } = this.taken;
    this.piece("antal").textContent = this.say(n === 1 ? "et-svar" : "antal-svar", { n });
    this.piece("vent").hidden = n >= 2;
    if (n || this.piece("deltagere").childElementCount) this.meeting((one) => one.showMeeting(this));
  }
}
