// A collaboration on the overview: what it is, how far its checklists are, and what is open, noted and agreed.
import { act } from "./acts.js";
import { backup } from "./backup.js";
import { bothIn } from "./both.js";
import { choices } from "./choosing.js";
import { span } from "./drawing.js";
import { find, findAll, joined, made, part } from "./page.js";
import { register } from "./register.js";
import { written } from "./words.js";

/** @import { Kept } from "./state.js" */
/** @typedef {import("../elements/collaborations.js").default} Collaborations  holds the words, templates and store */
/** @typedef {Kept & {id: string}} One  what is told of a collaboration */

const LAST = "9999"; // what has no date stands last

/**
 * The card of a collaboration.
 * @param {Collaborations} host @param {One} one
 */
export function card(host, one) {
  const card = host.clone("samarbejde");
  const name = host.nameOf(one.id);
  part(card, "navn").textContent = name;
  part(card, "om").textContent = joined(about(host, one));
  find(card, ".rul").setAttribute("aria-label", name);
  find(card, "tbody").replaceChildren(...progress(host, one.id));
  fillLists(host, card, one.id);
  for (const button of findAll(card, "[data-handling]")) {
    const { handling = "" } = button.dataset;
    button.dataset.noegle = `${one.id} ${handling}`;
    if (handling === "arkiver") button.textContent = host.say(one.archived ? "hent-frem" : "arkiver");
    button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    button.addEventListener("click", () => act(host, handling, one.id));
  }
  return card;
}

/** @param {Collaborations} host @param {One} one */
function about(host, { id, archived, phase, start, end }) {
  const parties = host.store.parties(id).map(({ name }) => name);
  const saved = backup.last(id);
  const now = phase && host.edit.querySelector(`option[value="${CSS.escape(phase)}"]`)?.textContent;
  return [
    id === host.store.current && host.say("i-brug"), archived && host.say("arkiveret"),
    parties.length && host.say("parter", { x: parties.join(", ") }), now && host.say("nu", { x: now }),
    start && host.say("fra", { x: written(start) }), end && host.say("til", { x: written(end) }),
    saved && host.say("fil-dag", { x: written(saved) }),
  ];
}

/**
 * A row for each chapter, and one of all: how far it is in each phase.
 * @param {Collaborations} host @param {string} id
 */
function progress(host, id) {
  const { entries } = register(host.store);
  const [chapters, phases] = [distinct(entries.map((one) => one.chapter)), distinct(entries.map((one) => one.phase))];
  const all = { name: host.say("i-alt"), inside: entries };
  const rows = chapters.map((name) => ({ name, inside: entries.filter(({ chapter }) => chapter === name) }));
  return [...rows, all].map(({ name, inside }) => {
    const row = made("tr", {});
    row.append(made("th", { scope: "row", textContent: name }), ...phases.map((phase) => (
      cell(host, id, inside.filter((one) => one.phase === phase).map((one) => one.id))
    )));
    return row;
  });
}

/** @param {string[]} texts */
const distinct = (texts) => [...new Set(texts)];

/** @param {Collaborations} host @param {string} id @param {string[]} items */
function cell(host, id, items) {
  const cell = made("td", {});
  const done = host.store.done(items, id);
  const words = made("span", { textContent: host.say("af", { n: done, alle: items.length }) });
  if (items.length) cell.append(words, span(done, items.length));
  return cell;
}

/** @param {(string | Node)[]} parts */
function line(...parts) {
  const row = made("li", {});
  row.append(...parts);
  return row;
}

/** @param {Collaborations} host @param {HTMLElement} card @param {string} id */
function fillLists(host, card, id) {
  const gone = retired(host, id);
  const begge = both(host, id);
  const lists = { aabne: open(host, id), noter: notes(host, id), aftaler: agreements(host, id), udgaaede: gone, begge };
  for (const [name, rows] of Object.entries(lists)) {
    part(card, name).replaceChildren(...rows);
    part(card, `${name}-tal`).textContent = `(${rows.length})`;
  }
  part(card, "udgaaede-ramme").hidden = !gone.length;
  part(card, "begge-ramme").hidden = !begge.length;
}

/** @param {Collaborations} host @param {string} id Where two have written to one field, and she is to choose. */
function both(host, id) {
  return bothIn(host.store, id).map(({ key, field }) => {
    const { title, what } = host.store.item(key, id);
    const named = register(host.store).anchorOf(key)?.cloneNode(true) ?? title ?? what ?? host.say("oplysninger");
    return line(named, choices(host, key, field, id) ?? "");
  });
}

/** @param {Collaborations} host @param {string | undefined} due */
const by = (host, due) => due && host.say("senest", { x: written(due) });

/** @param {Collaborations} host @param {string} id The items that are not done. */
function open(host, id) {
  return register(host.store).entries.filter((entry) => !host.store.item(entry.id, id).done).map((entry) => {
    const { who, due } = host.store.item(entry.id, id);
    const told = joined([who, by(host, due)]);
    return line(entry.anchor.cloneNode(true), told && ` ${told}`);
  });
}

/** @param {Collaborations} host @param {string} id */
function notes(host, id) {
  return host.store.records(id).filter(([, { note }]) => note).map(([key, { title, note = "" }]) => {
    const pair = made("div", {});
    const heading = made("dt", {});
    const party = host.store.partyOf(key, id);
    const whose = party && ` (${host.store.partyName(party, host.say("forhenvaerende"))})`;
    heading.append(register(host.store).anchorOf(key)?.cloneNode(true) ?? title ?? key, whose ?? "");
    pair.append(heading, made("dd", { textContent: note }));
    return pair;
  });
}

/** @param {Collaborations} host @param {string} id The agreements that are not done, the first due first. */
function agreements(host, id) {
  const left = host.store.kind("aftale", id).map(([, one]) => one).filter(({ done }) => !done);
  return left.sort((one, two) => ((one.due || LAST) < (two.due || LAST) ? -1 : 1))
    .map(({ what, who, due }) => line(joined([what, who, by(host, due)])));
}

/** @param {Collaborations} host @param {string} id What is kept of entries that the catalogue has no longer. */
function retired(host, id) {
  return host.store.records(id).filter(([key]) => register(host.store).isRetired(key)).map(([key, { title, note }]) => (
    line(joined([host.say("udgaaet", { x: title ?? register(host.store).wordsOf(key) }), note], ": "))
  ));
}
