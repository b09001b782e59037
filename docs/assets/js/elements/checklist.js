// <katalog-checklist>: remembers what is ticked, noted, answered and chosen on a page. All words stand in its markup.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { Writing } from "../base/writing.js";
import { bring } from "../main.js";
import { download } from "../own/address.js";
import { answerable, keepAnswer, showAnswers } from "../own/answers.js";
import { fill, find, findAll, idOf, joined, part, show, typing } from "../own/page.js";
import { still } from "../own/still.js";
import { fingerprint, today, written } from "../own/words.js";
import { store } from "../store.js";

/** @import { Fields, Kept } from "../own/state.js" */
/** @import { Field } from "../base/limits.js" */
/** @import { Stay } from "../base/writing.js" */

/** @param {HTMLElement} item */
const titleOf = (item) => find(item, "label").textContent;
/** @param {HTMLElement} item */
const wordsOf = (item) => titleOf(item) + findAll(item, ".tjek__tekst > p").map((one) => one.textContent).join(" ");
/** @param {HTMLElement} item */
const boxOf = (item) => find(item, "input", HTMLInputElement);
/** @param {HTMLElement} item */
const fieldsOf = (item) => /** @type {Field[]} */ (findAll(item, "[data-felt]"));

export default class Checklist extends CatalogueElement {
  store = store();
  place = later(() => bring("place"), () => true);
  /** @type {HTMLElement[]} */
  items = [];
  /** @type {HTMLElement[]} */
  questions = [];
  /** @type {HTMLElement[]} */
  choices = [];
  /** @type {Map<HTMLElement, string>} what the words of each item are known by */
  prints = new Map();
  /** @type {[HTMLElement, string[]][]} where each group's progress is told, and its items */
  groups = [];
  /** @type {HTMLInputElement[]} boxes that were ticked before the scripts came (see early.js) */
  early = [];

  built() {
    this.items = findAll(document, ".tjek");
    this.questions = findAll(document, ".spoergsmaal > li, [data-note]");
    this.choices = findAll(document, ".trappevalg");
    this.prints = new Map(this.items.map((item) => [item, fingerprint(wordsOf(item))]));
    for (const group of findAll(document, "fieldset")) {
      const count = group.querySelector("legend small");
      const ids = findAll(group, ".tjek").map(idOf);
      if (count instanceof HTMLElement && ids.length) this.groups.push([count, ids]);
    }
    for (const one of findAll(document, "[data-tidligere]")) {
      for (const former of (one.dataset.tidligere ?? "").split(" ")) this.store.follow(former, one.id);
    }
    for (const item of this.items) this.annotate(item);
    for (const question of this.questions) answerable(question);
    this.early = findAll(document, ".tjek [data-rettet]", HTMLInputElement);
  }

  connected() {
    for (const item of this.items) this.listenTo(item);
    new Writing(this, find(document, "main"), (field, stay) => this.write(field, stay), ".note [data-felt]");
    this.pressed("fortryd", () => this.store.undo());
    this.pressed("gentag", () => this.store.redo());
    this.pressed("skift", () => this.place(() => document.dispatchEvent(new Event("katalog:sted"))));
    this.pressed("ryd", () => this.clear());
    this.pressed("hent-ulaeselig", () => this.fetchAside());
    this.on(this.store, "change", () => this.show(true));
    this.on(document, "keydown", (event) => this.key(event));
    this.on(window, "pageshow", () => this.show(false)); // the browser may have put back old ticks
    for (const box of this.early.splice(0)) box.dispatchEvent(new Event("change"));
    this.show(false);
  }

  get ids() {
    return [...new Set([...this.items, ...this.questions, ...this.choices].map(idOf))];
  }

  // the items ---------------------------------------------------------------------------------------------------------

  /**
   * Give an item the fields of what is noted about it.
   * @param {HTMLElement} item
   */
  annotate(item) {
    const note = this.clone("punkt");
    const labels = findAll(note, "label", HTMLLabelElement);
    for (const [index, field] of /** @type {Field[]} */ (findAll(note, "[name]")).entries()) {
      field.dataset.felt = field.name;
      field.id = labels[index].htmlFor = `${field.name}-${item.id}`;
      field.removeAttribute("name");
    }
    for (const spot of findAll(note, "[data-navn]")) spot.textContent = titleOf(item);
    find(item, ".tjek__tekst").append(note);
  }

  /** @param {HTMLElement} item */
  listenTo(item) {
    const title = titleOf(item);
    /** @param {Fields} fields */
    const keep = (fields) => this.store.change({ [idOf(item)]: fields }, undefined, { step });
    const step = this.say("trin-flueben", { x: title });
    const [text, box] = [this.prints.get(item), boxOf(item)];
    const ticked = () => (box.checked ? { done: true, day: today(), title, text } : { done: false, day: null });
    this.on(box, "change", () => keep(ticked()));
    this.on(part(item, "aftale"), "click", () => this.agree(item));
    this.on(part(item, "stadig"), "click", () => keep({ text }));
  }

  /**
   * Keep what is written in a field of an item or a question.
   * @param {Field} field @param {Stay} stay
   */
  write(field, stay) {
    const item = this.items.find((one) => one.contains(field));
    if (!item) return keepAnswer(this, field, stay);
    const { felt = "" } = field.dataset;
    const title = titleOf(item);
    const step = this.say(`trin-${felt}`, { x: title });
    const fields = { [felt]: field.value, title };
    return this.store.change({ [idOf(item)]: fields }, undefined, { step, ...stay });
  }

  /** @param {HTMLElement} item */
  agree(item) {
    const { who = "", due = "" } = this.store.item(idOf(item));
    const detail = { what: titleOf(item), who, due, from: idOf(item) };
    document.dispatchEvent(new CustomEvent("katalog:aftale", { detail }));
  }

  clear() {
    /** @type {Record<string, Fields>} */
    const changes = {};
    for (const id of this.items.map(idOf)) if (this.store.item(id).done) changes[id] = { done: false, day: null };
    for (const one of [...this.questions, ...this.choices]) {
      for (const [key] of this.under(idOf(one))) changes[key] = { note: null, choice: null, wording: null };
    }
    if (Object.keys(changes).length) this.store.change(changes, undefined, { step: this.say("trin-ryd") });
  }

  /**
   * The records of a question, its parties' too.
   * @param {string} id
   */
  under(id) {
    return this.store.records().filter(([key]) => key === id || key.startsWith(`${id}.`));
  }

  // back again --------------------------------------------------------------------------------------------------------

  fetchAside() {
    const words = this.store.aside.map((one) => one.words).join("\n");
    download(`${this.piece("hent-ulaeselig").dataset.fil}.txt`, words, "text/plain");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || typing(event)) return;
    event.preventDefault();
    if (event.shiftKey) this.store.redo();
    else this.store.undo();
  }

  // showing it --------------------------------------------------------------------------------------------------------

  /** @param {boolean} announce whether it is told aloud */
  show(announce) {
    for (const item of this.items) this.showItem(item);
    for (const question of this.questions) showAnswers(this, question);
    const { fase = "" } = this.piece("tal").dataset;
    for (const [count, ids] of this.groups) {
      count.textContent = fill(fase, { n: this.store.done(ids), alle: ids.length });
    }
    this.showCount(announce);
    this.showSteps();
    this.showPlace(announce);
  }

  /** What the two buttons take back and make again, in words that take no room of their own. */
  showSteps() {
    const { canUndo, canRedo, undoName, redoName } = this.store;
    for (const [name, can, x] of /** @type {[string, boolean, string][]} */ ([
      ["fortryd", canUndo, undoName], ["gentag", canRedo, redoName],
    ])) {
      const button = this.piece(name, HTMLButtonElement);
      button.disabled = !can;
      button.title = can && x ? this.say(name, { x }) : "";
      if (button.title) button.setAttribute("aria-label", button.title);
      else button.removeAttribute("aria-label");
    }
    this.piece("sidste").textContent = undoName ? this.say("sidste", { x: undoName }) : "";
  }

  /** @param {boolean} isNews whether it comes of what she did: then it moves nothing of the list */
  showPlace(isNews) {
    const [kept, box] = [this.piece("sted"), this.piece("besvaer")];
    const { place, trouble } = this.store;
    const tell = () => {
      kept.textContent = !trouble || trouble === "ulaeselig" ? kept.dataset[place || "vindue"] ?? "" : "";
      this.piece("besvaer-tekst").textContent = box.dataset[trouble] ?? "";
      box.hidden = !trouble;
    };
    if (isNews && box.hidden === Boolean(trouble)) still([...this.items, ...this.questions, this][0], tell);
    else tell();
    const restore = this.piece("gendan", HTMLAnchorElement);
    this.piece("hent-ulaeselig").hidden = restore.hidden = trouble !== "ulaeselig";
    restore.href = find(document, ".samarbejde [data-del=gendan]", HTMLAnchorElement).href;
  }

  /** @param {boolean} announce */
  showCount(announce) {
    const { ids } = this;
    this.piece("linje").classList.toggle("flueben__linje--kun-knapper", !ids.length);
    const count = this.store.done([...new Set(this.items.map(idOf))]) + this.answers;
    const { tekst = "", svar = "" } = this.piece("tal").dataset;
    const words = fill(this.items.length ? tekst : svar, { n: count, alle: ids.length });
    this.piece("tal").textContent = words;
    Object.assign(find(this, "progress", HTMLProgressElement), { max: Math.max(1, ids.length), value: count });
    if (announce && ids.length) this.tell(words);
  }

  /** How many questions and choices are answered. */
  get answers() {
    const asked = [...new Set([...this.questions, ...this.choices].map(idOf))];
    return asked.filter((id) => this.under(id).some(([, { note, choice }]) => note || choice)).length;
  }

  /** @param {HTMLElement} item */
  showItem(item) {
    const kept = this.store.item(idOf(item));
    boxOf(item).checked = Boolean(kept.done);
    for (const field of fieldsOf(item)) show(field, String(kept[/** @type {keyof Kept} */ (field.dataset.felt)] ?? ""));
    if (kept.note || kept.who || kept.due) find(item, ".note details", HTMLDetailsElement).open = true;
    find(item, ".note__papir").textContent = kept.note ?? "";
    const { who, done } = this.about(kept);
    find(item, ".note__hvem").textContent = who;
    find(item, ".note__om").textContent = done;
    part(item, "aendret").hidden = !kept.done || !kept.text || kept.text === this.prints.get(item);
  }

  /**
   * What is told of an item: who sees to it and until when, and when it was done.
   * @param {Kept} kept
   */
  about({ who, due, done, day }) {
    const { ansvar = "", senest = "", gjort = "" } = this.piece("ord").dataset;
    return {
      who: joined([who && fill(ansvar, { x: who }), due && fill(senest, { x: written(due) })]),
      done: done && day ? fill(gjort, { x: written(day) }) : "",
    };
  }
}
