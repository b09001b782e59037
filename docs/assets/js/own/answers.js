// Answer fields under the questions of a page: one for the group or, when the collaboration names its parties, one for
// each party and one for what they share. In an interview: one for whoever is asked now.
import { ASKED } from "./fields.js";
import { fill, find, findAll, idOf, show } from "./page.js";

/** @typedef {import("../elements/checklist.js").default} Checklist  holds the words, the template "svar" and the store */
/** @import { Stay } from "../base/writing.js" */
/** @typedef {{key: string, label: string}} Column  an answer field: what it is kept under, and what it is called */

/**
 * What a question, or a part with notes of its own, is called.
 * @param {HTMLElement} question
 */
const titleOf = (question) => find(question, question.querySelector(".spm") ? ".spm" : "h2, h3, h4").textContent.trim();

/**
 * Which fields a question has now.
 * @param {Checklist} host @param {HTMLElement} question
 * @returns {Column[]}
 */
function columns(host, question) {
  const list = question.closest("[data-interview]");
  return list instanceof HTMLElement ? inInterview(host, question, list) : ofParties(host, question);
}

/** @param {Checklist} host @param {HTMLElement} question @param {HTMLElement} list @returns {Column[]} */
function inInterview({ store, dataset: { svar = "", fokus = "" } }, question, list) {
  const id = idOf(question);
  const { people, round } = store.asked(list.dataset.interview ?? "");
  const person = people[round];
  if (!person) return [{ key: id, label: svar }];
  return [{ key: `${id}.${ASKED}${person.id}`, label: fill(fokus, { x: person.name }) }];
}

/** @param {Checklist} host @param {HTMLElement} question @returns {Column[]} */
function ofParties({ store, dataset: { svar = "", part = "", faelles = "", forhenvaerende = "" } }, question) {
  const id = idOf(question);
  const parties = [...store.parties(), ...store.formerParties(id)];
  const each = parties.map((party) => (
    { key: `${id}.${party.id}`, label: fill(part, { x: store.partyName(party, forhenvaerende) }) }
  ));
  return [...each, { key: id, label: parties.length ? faelles : svar }];
}

/**
 * Give a question (an element with an id) a place for its answers.
 * @param {HTMLElement} question
 */
export function answerable(question) {
  const place = document.createElement("div");
  place.className = "svarfelter";
  question.append(place);
}

/**
 * Keep an answer that is written to a question.
 * @param {Checklist} host @param {HTMLElement} field @param {Stay} stay
 */
export function keepAnswer(host, field, stay) {
  const question = host.questions.find((one) => one.contains(field));
  const { noegle: key = "" } = field.dataset;
  if (!question || !(field instanceof HTMLTextAreaElement)) return;
  const title = titleOf(question);
  const step = host.say("trin-svar", { x: title });
  host.store.change({ [key]: { note: field.value, title } }, undefined, { step, ...stay });
}

/**
 * Show what is answered. The fields are made anew only when they are others than before.
 * @param {Checklist} host @param {HTMLElement} question
 */
export function showAnswers(host, question) {
  const place = find(question, ".svarfelter");
  const wanted = columns(host, question);
  const now = JSON.stringify(wanted);
  if (place.dataset.felter !== now) {
    place.dataset.felter = now;
    place.replaceChildren(...wanted.map((column) => field(host, question, column)));
  }
  const notes = findAll(place, ".note").map((note) => showAnswer(host, note));
  question.classList.toggle("har-svar", notes.some(Boolean));
}

/** @param {Checklist} host @param {HTMLElement} place */
function showAnswer(host, place) {
  const field = find(place, "textarea", HTMLTextAreaElement);
  const { note = "" } = host.store.item(field.dataset.noegle ?? "");
  show(field, note);
  find(place, ".note__papir").textContent = note;
  place.classList.toggle("note--tom", !note);
  return note;
}

/** @param {Checklist} host @param {HTMLElement} question @param {Column} column */
function field(host, question, { key, label }) {
  const note = host.clone("svar");
  const field = find(note, "textarea", HTMLTextAreaElement);
  field.id = `note-${key}${question.id.slice(idOf(question).length)}`;
  field.dataset.noegle = key;
  find(note, "label", HTMLLabelElement).htmlFor = field.id;
  find(note, "[data-hvem]").textContent = label;
  find(note, "[data-navn]").textContent = titleOf(question);
  return note;
}
