// The table of our elements. `<katalog-x-y>` is the class XY in elements/x-y.js; a class is made an element here alone.
const ELEMENTS = [
  "colour-choice", "search", "checklist", "collaboration", "paper", "collaborations", "agreements", "timer", "run",
  "staircase", "gap", "interview", "matrix", "pick", "stages", "booklet", "proposal", "finder",
];

/** What stands behind `katalog-` in the tags of our elements. */
export const names = () => ELEMENTS;

/**
 * Fetch an element's class and make it the element's.
 * @param {string} name
 */
export async function bring(name) {
  const { default: element } = await import(`./elements/${name}.js`);
  if (!customElements.get(`katalog-${name}`)) customElements.define(`katalog-${name}`, element);
}
