// <katalog-offline>: keeps the catalogue on this device when she asks for it, with the PDFs she chooses, and takes it away.
import { CatalogueElement } from "../base/element.js";
import { PAPERS, hindrance, install, kept, ours, remove, root } from "../own/device.js";
import { find, findAll } from "../own/page.js";

export default class Offline extends CatalogueElement {
  connected() {
    const why = hindrance();
    if (why) {
      find(this, ".handlinger").hidden = true;
      this.tell(this.say(why));
      return;
    }
    this.pressed("gem", () => this.keep());
    this.pressed("fjern", () => this.remove());
    this.on(navigator.serviceWorker, "message", ({ data }) => this.progress(data));
    for (const box of this.boxes) this.on(box, "change", () => this.paper(box));
    this.show();
  }

  get boxes() {
    return findAll(this, "input[type=checkbox]", HTMLInputElement);
  }

  /** Show what is kept now. */
  async show() {
    const registration = await navigator.serviceWorker.getRegistration(root());
    const isKept = Boolean(registration?.active);
    this.piece("gem").hidden = isKept;
    this.piece("fjern").hidden = !isKept;
    const papers = this.querySelector("[data-del=papir]");
    if (papers instanceof HTMLElement) papers.hidden = !isKept;
    if (isKept) this.tell(this.say("gemt"));
    for (const box of this.boxes) {
      const cacheName = ours() + PAPERS;
      box.checked = isKept && Boolean(await caches.match(new URL(box.value, root()), { cacheName }));
    }
  }

  async keep() {
    const button = this.piece("gem", HTMLButtonElement);
    button.disabled = true;
    this.tell(this.say("begynder"));
    try {
      await navigator.storage?.persist?.(); // asked for, so that the browser does not make room by throwing it out
      await active(await install());
      await this.show();
      this.piece("fjern").focus();
    } catch (error) {
      await remove().catch(() => {});
      this.tell(this.say(error instanceof DOMException && error.name === "QuotaExceededError" ? "fuld" : "fejl"));
      console.warn(error);
    }
    button.disabled = false;
  }

  /** @param {{done?: number, all?: number}} news */
  progress({ done, all }) {
    if (done && all) this.tell(this.say("henter", { n: done, alle: all }));
  }

  async remove() {
    await remove();
    await this.show();
    this.tell(this.say("fjernet"));
    this.piece("gem").focus();
  }

  /**
   * Keep a PDF, or take it away.
   * @param {HTMLInputElement} box
   */
  async paper(box) {
    const x = box.labels?.[0]?.textContent?.trim() ?? "";
    const address = new URL(box.value, root());
    const cache = await caches.open(ours() + PAPERS);
    try {
      if (box.checked) await cache.add(new Request(address, { cache: "no-cache" }));
      else await cache.delete(address);
      this.tell(this.say(box.checked ? "pdf" : "pdf-fjernet", { x }));
    } catch (error) {
      box.checked = false;
      this.tell(this.say("pdf-fejl", { x }));
      console.warn(error);
    }
    if (!(await cache.keys()).length) await caches.delete(ours() + PAPERS);
  }
}

/**
 * Wait until the worker has fetched it all; fails when it gave up.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<void>}
 */
function active(registration) {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return new Promise((done, failed) => {
    const look = async () => {
      if (worker?.state === "activated") done();
      else if (worker?.state === "redundant" || !worker) failed(new Error((await kept()).join()));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}
