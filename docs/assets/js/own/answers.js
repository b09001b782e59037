// Answer fields under the questions of a page: one for the group or, when the collaboration names its parties, one for
// each party and one for what they share. In an interview: one for whoever is asked now.
import { clone, fill, show } from "./page.js";

/** What a question, or a part with notes of its own, is called. */
const titleOf = (question) => (question.querySelector(".spm") ?? question.querySelector("h2, h3, h4")).textContent.trim();

/** Which fields a question has now: [{key, label}]. */
function columns(host, question) {
  const list = question.closest("[data-interview]");
  const shared = { key: question.id, label: host.dataset.svar };
  if (list) {
    const { names = [], round = 0 } = host.store.item(list.dataset.interview);
    const asked = names[round];
    return asked ? [{ key: `${question.id}.fokus-${round + 1}`, label: fill(host.dataset.fokus, { x: asked }) }] : [shared];
  }
  const { parties = [] } = host.store.about();
  if (!parties.length) return [shared];
  const each = parties.map((party, index) => ({ key: `${question.id}.${index + 1}`, label: fill(host.dataset.part, { x: party }) }));
  return [...each, { ...shared, label: host.dataset.faelles }];
}

/** Let `question` (an li with an id) be answered; `host` holds the words, the template "svar" and the store. */
export function answerable(host, question, signal) {
  const place = document.createElement("div");
  place.className = "svarfelter";
  question.append(place);
  place.addEventListener("change", ({ target }) => {
    if (!target.dataset.noegle) return;
    const title = titleOf(question);
    host.store.change({ [target.dataset.noegle]: { note: target.value, title } });
  }, { signal });
}

/** Show what is answered. The fields are made anew only when they are others than before. */
export function showAnswers(host, question) {
  const place = question.querySelector(".svarfelter");
  const wanted = columns(host, question);
  const now = JSON.stringify(wanted);
  if (place.dataset.felter !== now) {
    place.dataset.felter = now;
    place.replaceChildren(...wanted.map((column) => made(host, question, column)));
  }
  let any = false;
  for (const field of place.querySelectorAll("textarea")) {
    const { note = "" } = host.store.item(field.dataset.noegle);
    show(field, note);
    field.closest(".note").querySelector(".note__papir").textContent = note;
    field.closest(".note").classList.toggle("note--tom", !note);
    any ||= Boolean(note);
  }
  question.classList.toggle("har-svar", any);
}

function made(host, question, { key, label }) {
  const note = clone(host, "svar");
  const field = note.querySelector("textarea");
  field.id = `note-${key}`;
  field.dataset.noegle = key;
  note.querySelector("label").htmlFor = field.id;
  note.querySelector("[data-hvem]").textContent = label;
  note.querySelector("[data-navn]").textContent = titleOf(question);
  return note;
}
