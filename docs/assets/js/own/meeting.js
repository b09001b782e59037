// The meeting about an exercise: whose answers were taken in, and where they differ, the most first. Fetched when there is
// an answer.
import { LANGUAGE } from "./catalogue.js";
import { difference } from "./differences.js";
import { spread } from "./drawing.js";
import { part } from "./page.js";

/** @import { Difference, Given } from "./differences.js" */
/** @import { Subject } from "../elements/gap.js" */
/** @typedef {import("../elements/gap.js").default} Gap  holds the words, the templates and the store */

/** @param {Given} one @param {Given} two Which of two answers comes first; those without a name come last. */
function byName(one, two) {
  return (one.name || "~").localeCompare(two.name || "~", LANGUAGE) || (one.answer < two.answer ? -1 : 1);
}

/**
 * Every answer taken in, sorted so that the order they came in does not show, each by a name.
 * @param {Gap} host
 * @returns {Given[]}
 */
function answersOf(host) {
  const given = host.taken.map(([key, { name = "", answer = "", values = {} }]) => ({ key, name, answer, values }));
  return given.sort(byName).map((one, index) => ({ ...one, name: one.name || host.say("leder", { n: index + 1 }) }));
}

/**
 * Show who answered and, when two have, where they differ.
 * @param {Gap} host
 */
export function showMeeting(host) {
  const answers = answersOf(host);
  host.piece("deltagere").replaceChildren(...answers.map((one) => participant(host, one)));
  const found = host.subjects.flatMap((subject) => {
    const one = difference(subject.id, answers, host.most);
    return one ? [{ subject, ...one }] : [];
  });
  const sorted = found.sort((one, two) => two.range - one.range || two.variance - one.variance);
  host.piece("forskelle").replaceChildren(...sorted.map((one) => row(host, one.subject, one)));
}

/** @param {Gap} host @param {Given} one */
function participant(host, { key, name }) {
  const row = host.clone("deltager");
  part(row, "hvem").textContent = part(row, "fjern-hvem").textContent = name;
  const doing = { step: host.say("trin-fjern", { x: name }) };
  part(row, "fjern").addEventListener("click", () => host.store.change({ [key]: { gone: true } }, undefined, doing));
  return row;
}

/** @param {Gap} host @param {Subject} subject @param {Difference} found */
function row(host, { id, title, question }, { values, low, high, range, lowest, highest }) {
  const row = host.clone("forskel");
  part(row, "titel").textContent = part(row, "om-hvad").textContent = title;
  part(row, "ord-om").textContent = host.say(range ? "spaend" : "enige", { low, high, lowest, highest });
  part(row, "spoerg").textContent = question;
  part(row, "tegning").append(spread(values, host.most));
  part(row, "aftale").addEventListener("click", () => {
    document.dispatchEvent(new CustomEvent("katalog:aftale", { detail: { what: `${title}: `, from: id } }));
  });
  return row;
}
