// What the page's <html> says of the catalogue: its id, which names what its readers keep and save, and its language.
const root = document.documentElement;

export const CATALOGUE = root.dataset.katalog ?? "";
export const LANGUAGE = root.lang;

/** What the names of everything kept in this browser begin with (see early.js). */
export const prefix = () => root.dataset.lager ?? `${CATALOGUE}:1:/:`;
