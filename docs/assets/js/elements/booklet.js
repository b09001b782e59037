// <katalog-booklet>: the reader's selection put together from the catalogue's own pages, ordered, titled, printed, shared.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { Writing } from "../base/writing.js";
import { wake } from "../main.js";
import { BOOKLET, brings } from "../own/address.js";
import { booklet, change } from "../own/booklet.js";
import { margin } from "../own/margin.js";
import { at, each, find, findAll, made, part, renew, show } from "../own/page.js";
import { store } from "../store.js";

export default class Booklet extends CatalogueElement {
  store = store();
  margin = margin("top-left");
  excerpts = later(() => import("../own/excerpts.js"), ({ Excerpts }) => new Excerpts());
  passing = later(() => import("../own/passing.js"), ({ Passing }) => new Passing(this));
  /** @type {Map<string, HTMLAnchorElement>} where each entry stands */
  places = new Map();
  held = ""; // what is dragged

  built() {
    for (const row of findAll(document, ".register [data-id]")) {
      this.places.set(row.dataset.id ?? "", find(row, "a", HTMLAnchorElement));
    }
  }

  connected() {
    this.on(find(this, "form"), "submit", (event) => event.preventDefault());
    const step = this.say("trin");
    new Writing(this, find(this, "form"), ({ dataset: { felt = "" }, value }, stay) => (
      change({ [felt]: value.trim() }, { step, ...stay })
    ));
    this.pressed("toem", () => change({ ids: [] }, { step }));
    this.pressed("del", () => this.passing((one) => one.share()));
    this.pressed("brug", () => this.passing((one) => one.takeInstead()));
    this.pressed("laeg-til", () => this.passing((one) => one.takeMore()));
    this.pressed("afvis", () => this.passing((one) => one.settle()));
    this.on(this.list, "dragstart", (event) => this.drag(event));
    this.on(this.list, "dragover", (event) => this.held && event.preventDefault());
    this.on(this.list, "drop", (event) => this.drop(event));
    this.on(this.store, "change", () => this.show());
    this.on(window, "hashchange", () => this.arrive());
    this.show();
    this.arrive();
  }

  get name() {
    return this.piece("titel", HTMLInputElement);
  }

  get note() {
    return this.piece("note", HTMLTextAreaElement);
  }

  get list() {
    return this.piece("dele");
  }

  /** Where its parts are shown. */
  get stage() {
    return find(document, "#haefte-sider");
  }

  /** @param {string} id */
  titleOf(id) {
    return this.places.get(id)?.textContent ?? this.say("udgaaet", { x: id });
  }

  show() {
    const { name, note, ids } = booklet();
    show(this.name, name);
    show(this.note, note);
    this.piece("antal").textContent = ids.length ? this.say("antal", { n: ids.length }) : "";
    this.piece("tom").hidden = ids.length > 0;
    for (const button of ["toem", "del"]) this.piece(button, HTMLButtonElement).disabled = !ids.length;
    renew(this.list, ids.map((one, index) => this.row(one, index, ids.length)), "button:not(:disabled)");
    this.showCover(name, note, ids);
    this.fill(ids);
  }

  /** @param {string} name @param {string} note @param {string[]} ids */
  showCover(name, note, ids) {
    this.piece("forside").hidden = !ids.length;
    this.piece("titel-papir").textContent = name;
    this.piece("note-papir").textContent = note;
    this.piece("indhold").replaceChildren(...ids.map((id) => {
      const row = made("li", {});
      row.append(made("a", { href: `#del-${id}`, textContent: this.titleOf(id) }));
      return row;
    }));
    this.margin(name);
  }

  // order -------------------------------------------------------------------------------------------------------------

  /** @param {string} id @param {number} index @param {number} count */
  row(id, index, count) {
    const row = this.clone("del");
    row.dataset.id = id;
    part(row, "navn").textContent = this.titleOf(id);
    for (const spot of findAll(row, "[data-navn]")) spot.textContent = this.titleOf(id);
    for (const button of findAll(row, "button", HTMLButtonElement)) {
      const { vej: way } = button.dataset;
      button.dataset.noegle = `${id} ${way}`;
      button.disabled = (way === "-1" && index === 0) || (way === "1" && index === count - 1);
      button.addEventListener("click", () => (way === "ud" ? this.leaveOut(id) : this.move(id, index + Number(way))));
    }
    return row;
  }

  /** @param {string} id @param {number} to */
  move(id, to) {
    const ids = booklet().ids.filter((one) => one !== id);
    ids.splice(to, 0, id);
    change({ ids }, { step: this.say("trin-flyt", { x: this.titleOf(id) }) });
    this.tell(this.say("flyttet", { x: this.titleOf(id), n: to + 1, alle: ids.length }));
  }

  /** @param {string} id */
  leaveOut(id) {
    change({ ids: booklet().ids.filter((one) => one !== id) }, { step: this.say("trin-ud", { x: this.titleOf(id) }) });
    this.tell(this.say("ud", { x: this.titleOf(id) }));
  }

  /** @param {DragEvent} event */
  drag(event) {
    this.held = at(event)?.closest("li")?.dataset.id ?? "";
    if (!event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", this.titleOf(this.held));
  }

  /** @param {DragEvent} event */
  drop(event) {
    event.preventDefault();
    const over = [...this.list.children].findIndex((row) => event.target instanceof Node && row.contains(event.target));
    if (this.held && over >= 0) this.move(this.held, over);
    this.held = "";
  }

  // the pages ---------------------------------------------------------------------------------------------------------

  /**
   * Fill the booklet with its parts as they stand on their pages; what was there already is not fetched again.
   * @param {string[]} ids
   */
  async fill(ids) {
    const wanted = ids.join(" ");
    if (this.stage.dataset.dele === wanted) return;
    this.stage.dataset.dele = wanted;
    const parts = await Promise.all(ids.map((id) => this.section(id)));
    const checklist = this.clone("flueben"); // takes the parts that came in hand
    const whole = document.createDocumentFragment();
    whole.append(...parts, checklist);
    await wake(whole); // first, so that no box stands in the page that nobody keeps yet
    if (this.stage.dataset.dele !== wanted) return; // she went on while they were on their way
    this.stage.replaceChildren(...parts);
    distinguish(this.stage);
    this.piece("flueben").replaceChildren(checklist);
  }

  /** @param {string} id */
  async section(id) {
    const section = made("section", { id: `del-${id}`, className: "haefte__del" });
    const anchor = this.places.get(id);
    try {
      const found = anchor ? await this.excerpts((one) => one.at(anchor)) : each("p", [this.say("udgaaet", { x: id })]);
      if (!found) throw new Error(id);
      section.append(...found);
      section.classList.toggle("haefte__del--side", Boolean(anchor) && !anchor?.hash);
    } catch {
      section.append(...each("p", [this.say("ikke-hentet", { x: id })]));
    }
    return section;
  }

  /** A booklet that came with the address. */
  arrive() {
    if (brings(location.hash, BOOKLET)) this.passing((one) => one.arrive());
  }
}

/**
 * Give what stands twice, by itself and on its page, an id of its own; what is kept of it is still kept as one.
 * @param {HTMLElement} stage
 */
function distinguish(stage) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const element of findAll(stage, "[id]", Element)) {
    const { id } = element;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    if (count === 1) continue;
    element.id = `${id}--${count}`;
    if (element instanceof HTMLElement) element.dataset.egentlig = id;
    const label = element.parentElement?.querySelector(`label[for="${CSS.escape(id)}"]`);
    if (label instanceof HTMLLabelElement) label.htmlFor = element.id;
  }
}
