// What is interactive is brought where it stands, each thing by itself: one that fails spares the rest.
import { bring, names } from "./elements.js";

/** What is no element of ours: a module that works on whatever a selector finds. */
const BEHAVIOURS = { ".menu": "menu", "[data-kopieret]": "copy-link", main: "arrive", "[data-haefte]": "booklet-add" };

/** @param {string} name @param {Promise<unknown>} brought */
const spare = (name, brought) => brought.catch((error) => console.error(name, error));

for (const name of names()) {
  if (document.querySelector(`katalog-${name}`)) spare(name, bring(name));
}
for (const [where, name] of Object.entries(BEHAVIOURS)) {
  if (document.querySelector(where)) spare(name, import(`./behaviours/${name}.js`));
}
