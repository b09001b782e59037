// Parts of the catalogue's pages, copied as they stand there.
import { page } from "./fetched.js";
import { findAll } from "./page.js";

const FURNITURE = ".eget, .flueben, .papirfod, .koer-knap, .herlink, .foreslaa, script, template";

export class Excerpts {
  /** @type {Map<string, Promise<Element>>} the address of a page -> its article */
  #articles = new Map();

  /**
   * A part of a page, or its whole article, as a link points at it. Fails when there is none.
   * @param {HTMLAnchorElement} anchor
   * @returns {Promise<Node[]>}
   */
  async at({ href, hash }) {
    const article = await this.#article(href.replace(/#.*/, ""));
    const from = hash ? article.querySelector(`#${CSS.escape(hash.slice(1))}`) : article;
    if (!from) throw new Error(href);
    const made = levelled(document.importNode(from, true));
    return hash ? [inItsOwn(made, from)] : [...made.childNodes];
  }

  /** @param {string} address */
  #article(address) {
    const there = this.#articles.get(address) ?? page(address).then((found) => resolved(found, address));
    this.#articles.set(address, there);
    return there;
  }
}

/**
 * A page's article without what only works there; its links and pictures lead where they led there.
 * @param {Document} found @param {string} address
 */
function resolved(found, address) {
  const article = found.querySelector("article");
  if (!article) throw new Error(address);
  for (const one of article.querySelectorAll(FURNITURE)) one.remove();
  for (const name of ["href", "src"]) {
    for (const one of article.querySelectorAll(name === "href" ? "a[href]" : "img[src]")) {
      one.setAttribute(name, new URL(one.getAttribute(name) ?? "", address).href);
    }
  }
  return article;
}

/** @param {Element} heading */
const level = ({ tagName }) => Number(tagName[1]);

/**
 * A part whose highest heading is of level 2, since the page's own is the only one of level 1.
 * @param {Element} made
 */
function levelled(made) {
  const headings = findAll(made, "h1, h2, h3, h4, h5");
  const down = 2 - Math.min(...headings.map(level));
  for (const old of headings) {
    const heading = document.createElement(`h${level(old) + down}`);
    for (const { name, value } of old.attributes) heading.setAttribute(name, value);
    heading.append(...old.childNodes);
    old.replaceWith(heading);
  }
  return made;
}

/**
 * A row or an item in a list or table like the one it stood in; all else by itself.
 * @param {Element} made @param {Element} from
 */
function inItsOwn(made, from) {
  const parent = { LI: from.parentElement, TR: from.closest("table") }[made.tagName];
  if (!parent) return made;
  const outer = /** @type {Element} */ (document.importNode(parent, false));
  outer.removeAttribute("id");
  outer.append(made);
  return outer;
}
