// <katalog-haefte>: the reader's selection put together from the catalogue's own pages, ordered, titled, printed, shared.
import { booklet, change } from "./own/booklet.js";
import { clone, copyText, part, say, show } from "./own/page.js";
import { codeIn, link, unpacked } from "./own/share.js";
import { Refusal } from "./own/state.js";
import { store } from "./store.js";

const NAME = "haefte";
const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const FURNITURE = ".eget, .flueben, .papirfod, .koer-knap, .herlink, .foreslaa, script, template";
const head = new CSSStyleSheet();

class Booklet extends HTMLElement {
  #stop = new AbortController();
  #pages = new Map(); // address of a page -> promise of its article

  connectedCallback() {
    this.store = store();
    this.places = new Map([...document.querySelectorAll(".register [data-id]")].map((row) => [row.dataset.id, row.querySelector("a")]));
    this.stage = document.getElementById("haefte-sider");
    this.hidden = false;
    document.adoptedStyleSheets.push(head);
    const { signal } = this.#stop;
    const on = (name, kind, what) => part(this, name).addEventListener(kind, what, { signal });
    this.querySelector("form").addEventListener("submit", (event) => event.preventDefault(), { signal });
    on("titel", "change", ({ target }) => change({ name: target.value.trim() }));
    on("note", "change", ({ target }) => change({ note: target.value.trim() }));
    on("toem", "click", () => change({ ids: [] }));
    on("del", "click", () => this.share());
    on("brug", "click", () => this.take(this.arrived.ids, this.arrived));
    on("laeg-til", "click", () => this.take([...new Set([...booklet().ids, ...this.arrived.ids])]));
    on("afvis", "click", () => this.settle());
    this.dragging(part(this, "dele"), signal);
    this.store.addEventListener("change", () => this.show(), { signal });
    addEventListener("hashchange", () => this.arrive(), { signal });
    this.show();
    this.arrive();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  titleOf(id) {
    return this.places.get(id)?.textContent ?? say(this, "udgaaet", { x: id });
  }

  show() {
    const { name, note, ids } = booklet();
    show(part(this, "titel"), name);
    show(part(this, "note"), note);
    part(this, "antal").textContent = ids.length ? say(this, "antal", { n: ids.length }) : "";
    part(this, "tom").hidden = ids.length > 0;
    part(this, "toem").disabled = part(this, "del").disabled = !ids.length;
    const list = part(this, "dele");
    const [id, way] = list.contains(document.activeElement) ? document.activeElement.dataset.noegle.split(" ") : [];
    list.replaceChildren(...ids.map((one, index) => this.row(one, index, ids.length)));
    if (id) (list.querySelector(`[data-noegle="${id} ${way}"]:not(:disabled)`) ?? list.querySelector("button:not(:disabled)"))?.focus();
    this.cover(name, note, ids);
    this.fill(ids);
  }

  cover(name, note, ids) {
    part(this, "forside").hidden = !ids.length;
    part(this, "titel-papir").textContent = name;
    part(this, "note-papir").textContent = note;
    part(this, "indhold").replaceChildren(...ids.map((id) => {
      const row = document.createElement("li");
      row.append(Object.assign(document.createElement("a"), { href: `#del-${id}`, textContent: this.titleOf(id) }));
      return row;
    }));
    head.replaceSync(name ? `@page { @top-left { content: ${JSON.stringify(name)}; } }` : "");
  }

  // order -------------------------------------------------------------------------------------------------------------

  row(id, index, count) {
    const row = clone(this, "del");
    row.dataset.id = id;
    part(row, "navn").textContent = this.titleOf(id);
    for (const spot of row.querySelectorAll("[data-navn]")) spot.textContent = this.titleOf(id);
    for (const button of row.querySelectorAll("button")) {
      const way = button.dataset.vej;
      button.dataset.noegle = `${id} ${way}`;
      button.disabled = (way === "-1" && index === 0) || (way === "1" && index === count - 1);
      button.addEventListener("click", () => (way === "ud" ? this.drop(id) : this.move(id, index + Number(way))));
    }
    return row;
  }

  move(id, to) {
    const ids = booklet().ids.filter((one) => one !== id);
    ids.splice(to, 0, id);
    change({ ids });
    part(this, "sagt").textContent = say(this, "flyttet", { x: this.titleOf(id), n: to + 1, alle: ids.length });
  }

  drop(id) {
    change({ ids: booklet().ids.filter((one) => one !== id) });
    part(this, "sagt").textContent = say(this, "ud", { x: this.titleOf(id) });
  }

  dragging(list, signal) {
    let held = "";
    list.addEventListener("dragstart", (event) => {
      held = event.target.closest("li").dataset.id;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", this.titleOf(held));
    }, { signal });
    list.addEventListener("dragover", (event) => held && event.preventDefault(), { signal });
    list.addEventListener("drop", (event) => {
      event.preventDefault();
      const rows = [...list.children];
      const over = rows.indexOf(event.target.closest("li"));
      if (held && over >= 0) this.move(held, over);
      held = "";
    }, { signal });
  }

  // the pages ---------------------------------------------------------------------------------------------------------

  /** Fill the booklet with its parts as they stand on their pages; what was there already is not fetched again. */
  async fill(ids) {
    const wanted = ids.join(" ");
    if (this.stage.dataset.dele === wanted) return;
    this.stage.dataset.dele = wanted;
    const parts = await Promise.all(ids.map((id) => this.part(id)));
    if (this.stage.dataset.dele !== wanted) return; // she went on while they were on their way
    this.stage.replaceChildren(...parts);
    const seen = new Set();
    for (const element of this.stage.querySelectorAll("[id]")) {
      if (seen.has(element.id)) element.removeAttribute("id");
      seen.add(element.id);
    }
    await import("./checklist.js");
    part(this, "flueben").replaceChildren(clone(this, "flueben")); // takes the parts that came in hand
  }

  async part(id) {
    const made = document.createElement("section");
    made.className = "haefte__del";
    const anchor = this.places.get(id);
    const words = (name) => Object.assign(document.createElement("p"), { textContent: say(this, name, { x: id }) });
    if (!anchor) return made.append(words("udgaaet")), made;
    try {
      const article = await this.article(anchor.href.replace(/#.*/, ""));
      const from = anchor.hash ? article.querySelector(`#${CSS.escape(anchor.hash.slice(1))}`) : article;
      made.append(...this.copy(from, !anchor.hash));
      made.classList.toggle("haefte__del--side", !anchor.hash);
    } catch {
      made.append(words("ikke-hentet"));
    }
    made.id = `del-${id}`;
    return made;
  }

  article(address) {
    if (!this.#pages.has(address)) {
      this.#pages.set(address, page(address).then((found) => this.resolved(found.querySelector("article"), address)));
    }
    return this.#pages.get(address);
  }

  /** Links and pictures of another page lead where they led there. */
  resolved(article, address) {
    for (const one of article.querySelectorAll(FURNITURE)) one.remove();
    for (const one of article.querySelectorAll("a[href]")) one.setAttribute("href", new URL(one.getAttribute("href"), address));
    for (const one of article.querySelectorAll("img[src]")) one.setAttribute("src", new URL(one.getAttribute("src"), address));
    return article;
  }

  copy(from, whole) {
    const made = levelled(document.importNode(from, true));
    if (whole) return [...made.childNodes];
    if (made.tagName === "LI") return [wrapped(made, from.parentElement)];
    if (made.tagName === "TR") return [wrapped(made, from.closest("table"))];
    return [made];
  }

  // sharing -----------------------------------------------------------------------------------------------------------

  async share() {
    const { name, note, ids } = booklet();
    const made = await link(location.origin + location.pathname, NAME, { version: 1, name, note, ids });
    const copied = made && (await copyText(made, part(this, "link")));
    part(this, "sagt").textContent = say(this, made ? (copied ? "kopieret" : "kopier-selv") : "langt");
  }

  async arrive() {
    const code = codeIn(location.hash, NAME);
    if (!code) return;
    try {
      const value = await unpacked(code);
      if (value?.version > 1) throw new Refusal("nyere");
      const { name, note, ids } = value ?? {};
      const right = typeof name === "string" && name.length <= 120 && typeof note === "string" && note.length <= 5000;
      if (!right || !Array.isArray(ids) || ids.length > 100 || !ids.every((id) => ID.test(id))) throw new Refusal("beskadiget");
      this.arrived = { name, note, ids: [...new Set(ids)] };
    } catch (refusal) {
      part(this, "fejl").textContent = say(this, refusal.code ?? "beskadiget");
      part(this, "fejl").hidden = false;
      this.settle();
      return;
    }
    part(this, "ankommet-titel").textContent = say(this, "ankommet", { x: this.arrived.name || say(this, "uden") });
    part(this, "ankommet-liste").replaceChildren(
      ...this.arrived.ids.map((id) => Object.assign(document.createElement("li"), { textContent: this.titleOf(id) })),
    );
    part(this, "ankommet").hidden = false;
    part(this, "ankommet").focus();
  }

  take(ids, { name, note } = booklet()) {
    change({ ids: ids.slice(0, 100), name, note });
    this.settle();
  }

  settle() {
    part(this, "ankommet").hidden = true;
    history.replaceState(null, "", location.pathname + location.search);
  }
}

/** A page of the site as a document. The request parses it: under Trusted Types no text may be made into one. */
function page(address) {
  return new Promise((found, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () => (request.status === 200 && request.response ? found(request.response) : failed(request.status)));
    request.addEventListener("error", failed);
    request.send();
  });
}

/** A part whose highest heading is of level 2, since the booklet's own is the only one of level 1. */
function levelled(made) {
  const headings = [...made.querySelectorAll("h1, h2, h3, h4, h5")];
  const down = 2 - Math.min(...headings.map((one) => Number(one.tagName[1])));
  for (const old of headings) {
    const heading = document.createElement(`h${Number(old.tagName[1]) + down}`);
    for (const { name, value } of old.attributes) heading.setAttribute(name, value);
    heading.append(...old.childNodes);
    old.replaceWith(heading);
  }
  return made;
}

/** A row or an item in a list or table like the one it stood in. */
function wrapped(made, parent) {
  const outer = document.importNode(parent, false);
  outer.removeAttribute("id");
  outer.append(made);
  return outer;
}

customElements.define("katalog-haefte", Booklet);
