// The margin of a printed page, which can only be written by a style sheet.

/**
 * Make a corner of every printed page; returns what writes in it.
 * @param {"top-left" | "top-right"} corner
 */
export function margin(corner) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  /** @param {string} words */
  return (words) => sheet.replaceSync(words ? `@page { @${corner} { content: ${JSON.stringify(words)}; } }` : "");
}
