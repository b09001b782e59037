// What is interactive is brought where it stands, each thing by itself: one that fails spares the rest.

/** Our elements: `<katalog-x-y>` is the class XY in elements/x-y.js. A class is made an element here alone. */
const ELEMENTS = [
  "offline", "self-test", "both",
  "colour-choice", "search", "checklist", "collaboration", "paper", "collaborations", "agreements", "timer", "run",
  "staircase", "place", "restore", "gap", "interview", "matrix", "pick", "stages", "booklet", "proposal", "finder",
];
/** Those that have nothing to show at first: base/waiting.js says when they have. */
const WAITING = ["both", "collaboration", "place", "timer"];
/** What is no element of ours: a module that works on whatever a selector finds. */
const BEHAVIOURS = {
  ".menu": "menu", "[data-kopieret]": "copy-link", main: "arrive", "[data-haefte]": "booklet-add",
  "[data-findes-ikke]": "astray",
};
/** What nearly every element asks for: on its way before the first of them does. */
const SHARED = ["base/element", "store"];

/**
 * Fetch an element's class and make it the element's.
 * @param {string} name
 */
export async function bring(name) {
  const { default: element } = await import(`./elements/${name}.js`);
  if (!customElements.get(`katalog-${name}`)) customElements.define(`katalog-${name}`, element);
  if (document.querySelector(`katalog-${name}.venter`)) throw new Error(`katalog-${name} did not come to life`);
}

/** Tell early.js, which tells it in the page. @param {string} what "doed" or "levende" @param {string} name */
const tell = (what, name) => document.dispatchEvent(new CustomEvent(`katalog:${what}`, { detail: name }));

/** @param {string} name @param {Promise<unknown>} brought */
const spare = (name, brought) => brought.then(
  () => tell("levende", name),
  (error) => { console.error(name, error); tell("doed", name); },
);

/**
 * Bring what makes the elements in the page, or in a part of one, live.
 * @param {ParentNode} part
 */
export const wake = (part) => Promise.all(
  ELEMENTS.filter((name) => !WAITING.includes(name) && part.querySelector(`katalog-${name}`))
    .map((name) => spare(name, bring(name))),
);

wake(document);
for (const [where, name] of Object.entries(BEHAVIOURS)) {
  if (document.querySelector(where)) spare(name, import(`./behaviours/${name}.js`));
}
// Only where she keeps the catalogue on her device; a page does all else without it.
if (navigator.serviceWorker?.controller) import("./behaviours/edition.js").catch((error) => console.warn(error));
spare("base/waiting", import("./base/waiting.js").then(({ wait }) => {
  wait(WAITING, bring);
  for (const name of WAITING) tell("levende", name); // nothing is amiss where one is not needed
}));
for (const name of SHARED) spare(name, import(`./${name}.js`));
