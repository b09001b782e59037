// Texts that two people wrote to one field without knowledge of each other: all of them are shown, each with whose it is, and
// she chooses one of them, or all.
import { LANGUAGE } from "./catalogue.js";
import { base } from "./changes.js";
import { made } from "./page.js";
import { refusal } from "./state.js";

const LONG = new Set(["note", "what"]); // texts of which each is signed where they stand together
const SHOWN = 60; // characters of a text that the name of its button has

/** @import { Other } from "./state.js" */
/** @import { Store } from "../store.js" */
/** @import { Values } from "./page.js" */
/**
 * What holds the words and the store.
 * @typedef {{store: Store, say: (name: string, values?: Values) => string, tell: (words: string) => void}} Host
 */

/**
 * Whose a text is: hers, that of whoever signed it, or the other's.
 * @param {Host} host @param {Other} text @param {string} id
 */
function whose(host, { v: [at, author] }, id) {
  const { store } = host;
  const isMine = base(author) === base(store.author);
  const signed = store.signature(author, id);
  const name = isMine ? host.say("valg-min") : signed || host.say("valg-anden");
  const dato = at ? new Date(at).toLocaleDateString(LANGUAGE, { day: "numeric", month: "long" }) : "";
  const signature = signed || (dato && host.say("valg-skrevet", { dato }));
  return { isMine, name, signature, told: dato ? host.say("valg-hvornaar", { x: name, dato }) : name };
}

/**
 * All the texts of a field as one, signed by party or name as others see it, in the order they were written: the same on
 * every device, whoever chooses.
 * @param {Host} host @param {(Other & {signature: string})[]} texts @param {string} field
 */
function together(host, texts, field) {
  const inOrder = [...texts].sort(({ v: [at, author] }, { v: [other, another] }) => (
    at - other || (author < another ? -1 : 1)
  ));
  if (!LONG.has(field)) return inOrder.map(({ value }) => value).join(", ");
  return inOrder.map(({ value, signature }) => (
    signature ? host.say("valg-af", { x: signature, tekst: value }) : value
  )).join(field === "note" ? "\n\n" : " / ");
}

/**
 * What shows the texts of a field and lets her choose, or null when there is but one.
 * @param {Host} host @param {string} key @param {string} field @param {string} id the collaboration
 */
export function choices(host, key, field, id) {
  const texts = host.store.texts(key, field, id);
  if (texts.length < 2) return null;
  const box = made("div", { className: "valg" });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", host.say("valg-titel"));
  box.append(made("p", { className: "valg__titel", textContent: host.say("valg-titel") }));
  const said = made("p", { className: "valg__sagt", role: "status" });
  /** @param {string} textContent @param {string} value @param {string} [which] what it is called where it is only heard */
  const button = (textContent, value, which = textContent) => {
    const one = made("button", { type: "button", className: "knap knap--lys", textContent, ariaLabel: which });
    one.addEventListener("click", () => { said.textContent = choose(host, key, field, value, id); });
    return one;
  };
  const known = texts.map((text) => ({ ...text, ...whose(host, text, id) }));
  const mineFirst = [...known].sort((one, two) => Number(two.isMine) - Number(one.isMine));
  const [each, all] = [host.say("valg-denne"), host.say(texts.length > 2 ? "valg-alle" : "valg-begge")];
  const quotes = mineFirst.map(({ told, value }) => {
    const quote = made("blockquote", { className: "valg__tekst" });
    quote.append(
      made("p", { className: "valg__hvem", textContent: told }), made("p", { textContent: value }),
      button(each, value, host.say("valg-hvilken", { x: each, tekst: value.slice(0, SHOWN) })),
    );
    return quote;
  });
  box.append(...quotes, button(all, together(host, known, field)), said);
  return box;
}

/**
 * Let a text stand; returns what is told of it where she is, when it could not.
 * @param {Host} host @param {string} key @param {string} field @param {string} value @param {string} id
 */
function choose(host, key, field, value, id) {
  try {
    host.store.resolve(key, field, value, id, { step: host.say("valg-trin") });
    host.tell(host.say("valg-valgt"));
    return "";
  } catch (fault) {
    return host.say(refusal(fault).code === "for-langt" ? "valg-for-langt" : "valg-ikke");
  }
}
