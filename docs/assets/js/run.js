// <katalog-koer>: the page's items and questions one at a time, in large type. The very same fields are moved into the
// dialog and back again, so nothing is written twice and nothing can be lost.
import { part, say, typing } from "./own/page.js";

class Run extends HTMLElement {
  #stop = new AbortController();
  #home = null; // a marker where the step shown now stands on the page

  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.steps = [...document.querySelectorAll(".trappevalg, .tjek, .spoergsmaal > li")];
    this.timer = [...document.querySelectorAll("katalog-ur")].find((one) => !this.contains(one)); // an interview's own clock comes along
    const { signal } = this.#stop;
    this.hidden = !this.steps.length;
    part(this, "aabn").addEventListener("click", () => this.open(), { signal });
    part(this, "luk").addEventListener("click", () => this.dialog.close(), { signal });
    part(this, "frem").addEventListener("click", () => this.go(this.at + 1), { signal });
    part(this, "tilbage").addEventListener("click", () => this.go(this.at - 1), { signal });
    this.dialog.addEventListener("close", () => this.leave(), { signal });
    this.dialog.addEventListener("keydown", (event) => this.key(event), { signal });
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  open() {
    this.place = scrollY;
    const first = this.steps.findIndex((step) => step.getBoundingClientRect().bottom > 0);
    if (this.timer) {
      this.timerHome = document.createComment("");
      this.timer.replaceWith(this.timerHome);
      part(this, "ur").append(this.timer);
    }
    this.dialog.showModal();
    document.documentElement.requestFullscreen?.().catch(() => {}); // the room's choice; without it the window is filled
    this.go(Math.max(0, first));
  }

  key(event) {
    if (typing(event) || event.target.type === "radio") return;
    const way = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    this.go(this.at + way);
  }

  go(index) {
    if (index < 0 || index >= this.steps.length) return;
    this.putBack();
    this.at = index;
    const step = this.steps[index];
    part(this, "over").textContent = heading(step);
    part(this, "hvor").textContent = say(this, "hvor", { n: index + 1, alle: this.steps.length });
    this.querySelector("progress").max = this.steps.length;
    this.querySelector("progress").value = index + 1;
    step.querySelector(".note details")?.setAttribute("open", "");
    const number = [...step.parentElement.children].indexOf(step);
    const list = step.parentElement;
    this.#home = document.createComment("");
    step.replaceWith(this.#home);
    part(this, "scene").replaceChildren(step.tagName === "LI" ? listed(step, list, number) : step);
    part(this, "tilbage").disabled = index === 0;
    part(this, "frem").disabled = index === this.steps.length - 1;
    part(this, "scene").scrollTop = 0;
    part(this, "over").focus();
  }

  putBack() {
    this.#home?.replaceWith(this.steps[this.at]);
    this.#home = null;
  }

  leave() {
    this.putBack();
    if (this.timer) this.timerHome.replaceWith(this.timer);
    if (document.fullscreenElement) document.exitFullscreen();
    scrollTo({ top: this.place, behavior: "instant" });
    part(this, "aabn").focus({ preventScroll: true });
  }
}

/** A list item in a list of its own, with the number and the interview it has on the page. */
function listed(step, list, number) {
  const made = document.createElement("ol");
  made.className = list.className;
  Object.assign(made.dataset, list.dataset);
  made.style.counterReset = `spm ${number}`;
  made.append(step);
  return made;
}

/** What the step belongs to: the nearest heading or legend before it. */
function heading(step) {
  const legend = step.parentElement.closest("fieldset")?.querySelector("legend")?.firstChild?.textContent.trim();
  const before = [...document.querySelectorAll("h1, h2, h3")].filter((one) => one.compareDocumentPosition(step) & 4 && !one.closest("dialog"));
  const nearest = before.at(-1)?.textContent.trim() ?? "";
  return [nearest, legend].filter(Boolean).join(": ");
}

customElements.define("katalog-koer", Run);
