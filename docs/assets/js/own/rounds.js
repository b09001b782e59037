// The rounds of an interview: who has which role in each, and what the listener noted of whom. Fetched when there is a plan.
import { ASKED } from "./fields.js";
import { find, findAll, made, part } from "./page.js";
import { changeParties } from "./parties.js";

/** @import { Party } from "./material.js" */
/** @typedef {import("../elements/interview.js").default} Interview  holds the words, the template and the store */

export class Rounds {
  /** @param {Interview} host */
  constructor(host) {
    this.host = host;
  }

  /** @param {string[]} names Deal the roles. */
  plan(names) {
    const { host } = this;
    const people = changeParties(host.store.allAsked(host.key), names, host.key);
    host.store.change({ ...people, [host.key]: { names: null, round: 0 } }, undefined, { step: host.say("trin") });
    host.draft.end();
    host.tell(host.say("klar", { n: names.length }));
    host.piece("runde-titel").focus();
  }

  /**
   * Who has which role in a round: the focus person moves one on each time, and whoever is left listens.
   * @param {string[]} names @param {number} round
   */
  cast(names, round) {
    const turned = names.map((_, index) => names[(round + index) % names.length]);
    const { roles } = this.host;
    const last = roles.length - 1;
    return roles.map((_, role) => (role < last ? turned.slice(role, role + 1) : turned.slice(role)));
  }

  show() {
    const { host } = this;
    const { people, names, round } = host.state;
    if (!names.length) return;
    host.piece("plan").hidden = false;
    find(host, "tbody").replaceChildren(...names.map((_, index) => this.row(names, index, index === round)));
    host.piece("runde-titel").textContent = host.say("runde", { n: round + 1, alle: names.length, x: names[round] });
    host.piece("forrige", HTMLButtonElement).disabled = round === 0;
    host.piece("naeste", HTMLButtonElement).disabled = round === names.length - 1;
    this.showNotes(people[round]);
  }

  /** @param {string[]} names @param {number} index @param {boolean} isNow */
  row(names, index, isNow) {
    const row = made("tr", {});
    row.classList.toggle("nu", isNow);
    if (isNow) row.setAttribute("aria-current", "true");
    const cells = this.cast(names, index).map((who) => made("td", { textContent: who.join(", ") }));
    row.append(made("th", { scope: "row", textContent: String(index + 1) }), ...cells);
    return row;
  }

  /** @param {Party} person Whose answers they are. */
  notes({ id }) {
    const suffix = `.${ASKED}${id}`;
    const order = findAll(document, ".spoergsmaal > li").map(({ id }) => id);
    /** @param {string} key */
    const place = (key) => order.indexOf(key.split(".")[0]);
    return this.host.store.records().filter(([key, { note }]) => key.endsWith(suffix) && note)
      .sort(([one], [two]) => place(one) - place(two)).map(([, { title = "", note = "" }]) => ({ title, note }));
  }

  /** @param {Party} person */
  showNotes(person) {
    const { host } = this;
    const notes = this.notes(person);
    host.piece("noter").hidden = !notes.length;
    host.piece("noter-titel").textContent = host.say("noter", { x: person.name });
    host.piece("noter-liste").replaceChildren(...notes.map(({ title, note }) => {
      const row = host.clone("note");
      part(row, "spm").textContent = title;
      part(row, "svar").textContent = note;
      return row;
    }));
  }

  hand() {
    const { host } = this;
    const { people, round } = host.state;
    const lines = this.notes(people[round]).map(({ title, note }) => `${title}\n${note}`);
    const words = [host.say("noter", { x: people[round].name }), ...lines].join("\n\n");
    return host.copy(words, host.piece("tekst", HTMLTextAreaElement));
  }
}
