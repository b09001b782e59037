// How answers are shown: the best by themselves, the rest by kind, with the words that were found marked.
import { fill, find } from "../own/page.js";
import { FEW, recent } from "./recent.js";

/** @import { Answer, Row } from "./engine.js" */
/** @import { Entry } from "./vocabulary.js" */

const BEST = 3; // the best answers stand by themselves; the rest are grouped by kind
const FRONT = /^(index\.html)?#/; // on the front page stand the situations

/** @param {string} text @param {Set<string>} marks The words of a text that are to be marked. */
const hits = (text, marks) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => marks.has(word.toLowerCase()));

/** @param {string} text @param {Set<string>} marks The sentence that holds most of the words found, or the first. */
function excerpt(text, marks) {
  /** @param {string} some */
  const count = (some) => hits(some, marks).length;
  const sentences = text.match(/[^.!?]+[.!?]*/g) ?? [text];
  return sentences.reduce((best, one) => (count(one) > count(best) ? one : best)).trim();
}

/** @param {HTMLElement} target @param {string} text @param {Set<string>} marks */
function mark(target, text, marks) {
  for (const piece of text.split(/([\p{L}\p{N}]+)/u)) {
    if (marks.has(piece.toLowerCase())) target.appendChild(document.createElement("mark")).textContent = piece;
    else target.append(piece);
  }
}

export class Answers {
  /** @param {HTMLElement} host holds the templates @param {Entry[]} entries */
  constructor(host, entries) {
    this.host = host;
    this.entries = entries;
  }

  /**
   * What is shown of an answer.
   * @param {Answer} answer @param {Row[]} shown
   */
  of({ found, marks, nearest }, shown) {
    const groups = this.grouped(shown, marks);
    if (shown.length < found.length) groups.push(this.copy("alle"));
    if (found.length) return groups;
    if (nearest.length) groups.push(this.group("ord", nearest.map((word) => this.word(word))));
    return [...groups, this.situations()];
  }

  /** What an empty box offers: what she sought last, and situations to begin from. */
  start() {
    const past = recent();
    const last = this.group("seneste", [...past.map((query) => this.word(query)), this.copy("glem")]);
    return [...(past.length ? [last] : []), this.situations()];
  }

  situations() {
    const begin = this.entries.filter((entry) => FRONT.test(entry.u)).slice(0, FEW);
    return this.group("situationer", begin.map((entry) => this.result(entry, new Set(), true)));
  }

  /** @param {Row[]} found @param {Set<string>} marks */
  grouped(found, marks) {
    /** @type {Map<string, HTMLElement[]>} */
    const made = new Map();
    for (const [place, { entry }] of found.entries()) {
      const name = place < BEST ? "" : entry.many;
      made.set(name, [...(made.get(name) ?? []), this.result(entry, marks, Boolean(name))]);
    }
    return [...made].map(([name, items]) => this.group("svar", items, name));
  }

  /**
   * A copy of one of the dialog's templates.
   * @param {string} name
   */
  copy(name) {
    const { content } = find(this.host, `template[data-del=${name}]`, HTMLTemplateElement);
    return /** @type {HTMLElement} */ (content.firstElementChild?.cloneNode(true));
  }

  /** @param {string} name @param {HTMLElement[]} items @param {string} [title] "" takes the heading away */
  group(name, items, title) {
    const group = this.copy(name);
    const heading = find(group, "h3");
    if (title) heading.textContent = title;
    else if (title === "") heading.remove();
    find(group, "ol").append(...items);
    return group;
  }

  /** @param {string} word */
  word(word) {
    const item = this.copy("et-ord");
    find(item, "button").textContent = word;
    return item;
  }

  /**
   * An answer.
   * @param {Entry} entry @param {Set<string>} marks @param {boolean} isNamed it stands under a heading that names its kind
   */
  result(entry, marks, isNamed) {
    const item = this.copy("et-svar");
    const root = new URL(document.body.dataset.rod ?? "", location.href);
    find(item, "a", HTMLAnchorElement).href = new URL(entry.u, root).href;
    find(item, ".soeg__slags").textContent = [!isNamed && entry.k, entry.c].filter(Boolean).join(" · ");
    mark(find(item, ".soeg__titel"), entry.t, marks);
    mark(find(item, ".soeg__uddrag"), excerpt(entry.x, marks), marks);
    if (marks.size && !item.querySelector("mark")) this.explain(find(item, ".soeg__ogsaa"), entry, marks);
    return item;
  }

  /** @param {HTMLElement} place @param {Entry} entry @param {Set<string>} marks Say why an answer without marks is one. */
  explain(place, entry, marks) {
    const word = entry.s.split("\t").find((some) => hits(some, marks).length);
    place.textContent = (word ? fill(place.dataset.ord ?? "", { x: word }) : place.dataset.inde) ?? "";
  }
}
