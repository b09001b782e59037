// <katalog-finder>: the filters of the page "Find inspiration". Its state stands in the address; all words in its markup.
class Finder extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    const { signal } = this.#stop;
    const page = this.closest(".find");
    this.form = this.querySelector("form");
    this.fold = this.querySelector("details");
    this.select = [...this.form.elements].filter((field) => field.tagName === "SELECT");
    this.boxes = [...this.form.elements].filter((field) => field.type === "checkbox");
    this.names = [...new Set([...this.select, ...this.boxes].map((field) => field.name))];
    this.groups = [...page.querySelectorAll(".find__gruppe")].map((part) => ({ part, count: part.querySelector("[data-tal]"), items: [...part.querySelectorAll("li")] }));
    this.items = this.groups.flatMap((group) => group.items);
    this.has = new Map(this.items.map((item) => [item, Object.fromEntries(this.names.map((name) => [name, (item.dataset[name] ?? "").split(" ")]))]));
    this.head = page.querySelector(".find__status");
    this.status = page.querySelector("[role=status]");
    this.chips = page.querySelector(".find__valgte");
    this.all = page.querySelector("[data-ryd]");
    const wide = matchMedia("(min-width: 60em)");
    const open = () => { this.fold.open = wide.matches; };
    this.form.addEventListener("change", () => this.chosen(), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.all.addEventListener("click", () => this.clear(), { signal });
    this.chips.addEventListener("click", (event) => this.remove(event.target.closest("button")), { signal });
    wide.addEventListener("change", open, { signal });
    addEventListener("popstate", () => this.read(), { signal });
    addEventListener("pageshow", () => this.read(), { signal }); // the browser may have put back old ticks
    open();
    this.hidden = this.head.hidden = false;
    this.read();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  /** The values chosen of each filter: {name: [value]}. */
  get wanted() {
    const made = Object.fromEntries(this.names.map((name) => [name, []]));
    for (const field of this.select) if (field.value) made[field.name].push(field.value);
    for (const box of this.boxes) if (box.checked) made[box.name].push(box.value);
    return made;
  }

  /** Take the choices from the address; a value that no longer exists is left out. */
  read() {
    const asked = new URLSearchParams(location.search);
    for (const box of this.boxes) box.checked = asked.getAll(box.name).includes(box.value);
    for (const field of this.select) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
    this.show();
  }

  /** Put the choices in the address, so that they can be shared and the Back button takes one back. */
  chosen() {
    const asked = new URLSearchParams(Object.entries(this.wanted).flatMap(([name, values]) => values.map((value) => [name, value])));
    const url = new URL(location.href);
    url.search = asked;
    url.hash = "";
    if (url.href !== location.href) history.pushState(null, "", url);
    this.show();
  }

  clear() {
    for (const box of this.boxes) box.checked = false;
    for (const field of this.select) field.value = "";
    this.chosen();
    this.fold.querySelector("summary").focus();
  }

  remove(button) {
    if (!button) return;
    const at = [...this.chips.querySelectorAll("button")].indexOf(button);
    const { name, value } = button.dataset;
    for (const field of this.select) if (field.name === name) field.value = "";
    for (const box of this.boxes) if (box.name === name && box.value === value) box.checked = false;
    this.chosen();
    const rest = this.chips.querySelectorAll("button");
    (rest[Math.min(at, rest.length - 1)] ?? this.fold.querySelector("summary")).focus();
  }

  fits(item, wanted, but) {
    return this.names.every((name) => name === but || !wanted[name].length || wanted[name].some((value) => this.has.get(item)[name].includes(value)));
  }

  show() {
    const wanted = this.wanted;
    let shown = 0;
    for (const { part, count, items } of this.groups) {
      for (const item of items) item.hidden = !this.fits(item, wanted);
      const left = items.filter((item) => !item.hidden).length;
      part.hidden = left === 0;
      count.textContent = left;
      shown += left;
    }
    this.count(wanted);
    const chosen = [...this.select.filter((f) => f.value).map((f) => [f, f.selectedOptions[0].textContent]), ...this.boxes.filter((b) => b.checked).map((b) => [b, b.labels[0].querySelector("span").textContent])];
    this.chips.replaceChildren(...chosen.map(([field, text]) => this.chip(field, text)));
    this.chips.hidden = !chosen.length;
    this.all.hidden = chosen.length < 2;
    const { alle, nogle, ingen, valgt } = this.dataset;
    const words = shown === 0 ? ingen : shown === this.items.length ? alle : nogle;
    this.status.textContent = words.replace("{n}", shown).replace("{alle}", this.items.length);
    const summary = this.fold.querySelector("summary");
    this.plain ??= summary.textContent;
    summary.textContent = chosen.length ? valgt.replace("{n}", chosen.length) : this.plain;
  }

  /** Beside each choice: how many entries it would show, with the other filters as they are. */
  count(wanted) {
    for (const name of this.names) {
      const open = this.items.filter((item) => this.fits(item, wanted, name));
      const having = (value) => open.filter((item) => this.has.get(item)[name].includes(value)).length;
      for (const box of this.boxes.filter((one) => one.name === name)) {
        const count = having(box.value);
        box.labels[0].querySelector("small").textContent = count;
        box.labels[0].classList.toggle("find__tom", count === 0 && !box.checked);
      }
    }
  }

  chip(field, text) {
    const item = this.querySelector("template").content.firstElementChild.cloneNode(true);
    Object.assign(item.firstElementChild.dataset, { name: field.name, value: field.value });
    item.querySelector("[data-navn]").textContent = text;
    return item;
  }
}

customElements.define("katalog-finder", Finder);
