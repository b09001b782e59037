// What the reader hands on and is handed: files she saves, and what an address of the page brought with it.

/** This page, without what its address brought. */
export const here = () => location.origin + location.pathname;

/** Take what the address brought out of it, so that it is not taken in again. */
export function leaveAddress() {
  history.replaceState(null, "", location.pathname + location.search);
}

/**
 * Hand a text to the reader as a file.
 * @param {string} name @param {string} words @param {string} type
 */
export function download(name, words, type) {
  const address = URL.createObjectURL(new Blob([words], { type }));
  const anchor = Object.assign(document.createElement("a"), { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
