// The way of a leader's answer to an exercise: out as a link, a code or a file, and in again where the meeting is held.
// Fetched when an answer is handed on or comes in.
import { ANSWER, download, here, leaveAddress } from "./address.js";
import { link, packed, unpacked } from "./carry.js";
import { answerIn } from "./differences.js";
import { each } from "./page.js";
import { readAll } from "./pasted.js";
import { read } from "./reading.js";
import { Refusal, refusal } from "./state.js";
import { fileName } from "./words.js";

/** @import { Answer } from "./differences.js" */
/** @typedef {import("../elements/gap.js").default} Gap  holds the words and the store */

const MOST = 8; // answers
const MOST_FILES = 20;
const LARGEST_FILE = 100_000;

export class Exchange {
  /** @type {Answer | null} an answer that came with the address */
  waiting = null;

  /** @param {Gap} host */
  constructor(host) {
    this.host = host;
  }

  /** The exercise that is answered. */
  get tool() {
    return this.host.dataset.forskel ?? "";
  }

  // out ---------------------------------------------------------------------------------------------------------------

  /** Make her answer a link, and lead her to it. */
  async share() {
    const { host, tool } = this;
    const { values, name, answer } = host.mine;
    const given = { version: 1, tool, answer, name, values };
    const made = await packed(given).then((code) => link(here(), ANSWER, code), () => "");
    host.code.value = made;
    host.piece("delt").hidden = !made;
    host.tell(host.say(made ? "klar" : "ingen"));
    if (made) host.piece("kopier").focus();
  }

  save() {
    const { host } = this;
    const name = host.say("fil", { navn: fileName(host.mine.name || host.say("mit")) });
    download(`${name}.txt`, host.code.value, "text/plain");
  }

  // in ----------------------------------------------------------------------------------------------------------------

  /** An answer that came with the address: shown first, taken in only when she says so. */
  async arrive() {
    const { host } = this;
    const { values: [answer], faults } = await readAll(location.hash, ANSWER, (code) => this.read(code));
    this.tell(faults.map((fault) => this.fault(fault)));
    if (!answer) return; // the address stays: another browser, or the same later, may read it
    this.waiting = answer;
    host.piece("ankommet-tekst").textContent = host.say("ankommet", { x: this.nameOf(answer) });
    host.piece("ankommet").hidden = false;
    host.piece("ankommet").focus();
  }

  /** @param {Refusal} fault */
  fault({ code, place }) {
    return this.host.say(code, { fil: place });
  }

  accept() {
    if (this.waiting) this.tell([this.take(this.waiting)]);
    this.refuse();
    this.host.piece("moede-titel").focus();
  }

  refuse() {
    this.host.piece("ankommet").hidden = true;
    leaveAddress();
  }

  /**
   * An answer from a code. Throws Refusal when it is not one, or is for another exercise.
   * @param {string} code
   */
  async read(code) {
    const { subjects, most } = this.host;
    return answerIn(await unpacked(code), this.tool, subjects.map(({ id }) => id), most);
  }

  /** @param {HTMLInputElement} field */
  async takeFiles(field) {
    const files = [...(field.files ?? [])].slice(0, MOST_FILES);
    const found = await Promise.all(files.map((file) => read(file, LARGEST_FILE).catch(refusal)));
    const faults = found.filter((one) => one instanceof Refusal);
    await this.takeTexts(found.filter((one) => typeof one === "string"), faults);
    field.value = "";
  }

  /**
   * Take in every answer found in some texts, and tell of each what became of it.
   * @param {string[]} texts @param {Refusal[]} [faults] what is to be told already
   */
  async takeTexts(texts, faults = []) {
    const { host } = this;
    const told = [];
    for (const text of texts.filter((words) => words.trim())) {
      const found = await readAll(text, ANSWER, (code) => this.read(code));
      told.push(...found.values.map((answer) => this.take(answer)));
      faults.push(...found.faults);
    }
    if (!faults.length) {
      host.pasted.value = "";
      host.draft.end();
    }
    told.push(...faults.map((fault) => this.fault(fault)));
    this.tell(told.length ? told : [host.say("tom")]);
  }

  /** @param {Answer} answer */
  take({ answer, name, values }) {
    const { host, tool } = this;
    const key = `svar.${tool}.${answer}`;
    const known = host.store.item(key);
    const x = this.nameOf({ name });
    if (JSON.stringify(known.values) === JSON.stringify(values)) return host.say("kendt", { x });
    if (!known.values && host.taken.length >= MOST) return host.say("fuldt", { x });
    const record = { values, name, answer, created: known.created ?? Date.now() };
    host.store.change({ [key]: record }, undefined, { step: host.say("trin-svar", { x }) });
    return host.say(known.values ? "opdateret" : "modtaget", { x });
  }

  /** @param {{name: string}} answer */
  nameOf({ name }) {
    return name || this.host.say("unavngivet");
  }

  /** @param {string[]} lines */
  tell(lines) {
    this.host.piece("modtaget").replaceChildren(...each("p", lines));
  }
}
