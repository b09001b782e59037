// <katalog-run>: the page's items and questions one at a time, in large type. What shows them is fetched when it is asked for.
import { CatalogueElement } from "../base/element.js";
import { later } from "../base/later.js";
import { bring } from "../main.js";
import { find, findAll } from "../own/page.js";

export default class Run extends CatalogueElement {
  /** @type {HTMLElement[]} */
  steps = [];
  timer = later(() => bring("timer"), () => true);
  running = later(() => import("../own/running.js"), ({ Running }) => new Running(this));

  connected() {
    this.steps = findAll(document, ".trappevalg, .tjek, .spoergsmaal > li");
    this.hidden = !this.steps.length;
    this.pressed("aabn", () => this.open());
    this.pressed("luk", () => this.dialog.close());
    this.pressed("frem", () => this.running((one) => one.turn(1)));
    this.pressed("tilbage", () => this.running((one) => one.turn(-1)));
    this.on(this.dialog, "close", () => this.running((one) => one.leave()));
    this.on(this.dialog, "keydown", (event) => this.running((one) => one.key(event)));
    this.on(document, "fullscreenchange", () => this.leftFullscreen());
  }

  disconnected() {
    if (this.dialog.open) this.running((one) => one.putBack());
  }

  get dialog() {
    return find(this, "dialog", HTMLDialogElement);
  }

  /** Full screen is the room's choice; without it the window is filled. It comes first: what is shown last lies on top. */
  async open() {
    const [place, coming] = [scrollY, this.running((one) => one)];
    this.timer((one) => one);
    await document.documentElement.requestFullscreen?.().catch(() => {});
    const running = await coming;
    if (!running) this.leaveFullscreen();
    else if (!this.dialog.open) running.show(place);
  }

  leaveFullscreen() {
    if (document.fullscreenElement) document.exitFullscreen();
  }

  /** The browser keeps the Escape that ends full screen to itself; to her it is one press, so it closes this too. */
  leftFullscreen() {
    if (!document.fullscreenElement) this.dialog.close();
  }
}
