// What the reader hands on and is handed: files she saves, and what an address of the page brought with it.

/** What stands before the code in a link: a collaboration's, an answer's to an exercise, and a booklet's. */
export const [COLLABORATION, ANSWER, BOOKLET] = ["samarbejde", "svar", "haefte"];
/** The same, however a mail program wrote it. */
export const MARK = /(?:#|%(?:25)*23|&#35;)(samarbejde|svar|haefte)(?:=|%(?:25)*3D|&#61;)/gi;

/**
 * Whether an address brought something of a kind.
 * @param {string} hash @param {string} name
 */
export const brings = (hash, name) => [...hash.matchAll(MARK)].some((mark) => mark[1].toLowerCase() === name);

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
