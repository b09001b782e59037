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
    this.link = page.querySelector(".find__adresse");
    this.top = document.querySelector(".top");
    this.more = this.querySelector(".find__flere");
    this.see = this.querySelector("[data-vis]");
    const wide = matchMedia("(min-width: 60em)");
    const open = () => { this.fold.open = wide.matches; };
    this.form.addEventListener("change", (event) => this.chosen(event.target), { signal });
    this.see.addEventListener("click", () => this.toResults(), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.all.addEventListener("click", () => this.clear(), { signal });
    this.chips.addEventListener("click", (event) => this.remove(event.target.closest("button")), { signal });
    this.more.addEventListener("toggle", () => { // in the panel that scrolls by itself: what was opened comes into sight
      if (wide.matches && this.more.open && this.more.matches(":focus-within")) this.more.scrollIntoView({ block: "nearest" });
    }, { signal });
    wide.addEventListener("change", open, { signal });
    addEventListener("popstate", () => { this.last = null; this.read(); }, { signal });
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
    this.more.open ||= this.more.querySelector(":checked") !== null;
    this.show();
  }

  /** Put the choices in the address, so that they can be shared and the Back button takes one back (of a list gone
   * through with the arrow keys, all of it), and bring what is left into sight. */
  chosen(field) {
    const asked = new URLSearchParams(Object.entries(this.wanted).flatMap(([name, values]) => values.map((value) => [name, value])));
    const url = new URL(location.href);
    url.search = asked;
    url.hash = "";
    const again = field && field === this.last && this.select.includes(field);
    if (url.href !== location.href) history[again ? "replaceState" : "pushState"](null, "", url);
    this.last = field;
    this.show();
    this.toSight();
  }

  /** Scroll up to the status when it is above the window or under the header that stays there. */
  toSight() {
    const above = this.head.getBoundingClientRect().top - Math.max(0, this.top.getBoundingClientRect().bottom) - 12;
    if (above < 0) scrollBy(0, above);
  }

  /** On a small screen: from the filters to what they leave. */
  toResults() {
    this.fold.open = false;
    this.head.focus();
    this.head.scrollIntoView();
    this.toSight();
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
    const chosen = [
      ...this.select.filter((field) => field.value).map((field) => [field, field.selectedOptions[0].dataset.navn]),
      ...this.boxes.filter((box) => box.checked).map((box) => [box, box.labels[0].querySelector("span").textContent]),
    ];
    this.chips.replaceChildren(...chosen.map(([field, text]) => this.chip(field, text, shown ? -1 : this.without(field, wanted))));
    this.chips.hidden = !chosen.length;
    this.all.hidden = chosen.length < 2;
    const { alle, nogle, ingen, valgt } = this.dataset;
    const words = shown === 0 ? ingen : shown === this.items.length ? alle : nogle;
    this.status.textContent = words.replace("{n}", shown).replace("{alle}", this.items.length);
    const summary = this.fold.querySelector("summary");
    this.plain ??= summary.textContent;
    this.see.textContent = this.see.dataset.vis.replace("{n}", shown);
    this.link.hidden = !chosen.length;
    this.link.querySelector("span").textContent = location.href;
    summary.textContent = chosen.length ? valgt.replace("{n}", chosen.length) : this.plain;
  }

  /** How many entries there would be without one of the choices. */
  without({ name, value }, wanted) {
    const fewer = { ...wanted, [name]: wanted[name].filter((other) => other !== value) };
    return this.items.filter((item) => this.fits(item, fewer)).length;
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
      for (const option of this.select.filter((one) => one.name === name).flatMap((one) => [...one.options].filter(({ value }) => value))) {
        option.textContent = `${option.dataset.navn} (${having(option.value)})`;
      }
    }
  }

  chip(field, text, without) {
    const item = this.querySelector("template").content.firstElementChild.cloneNode(true);
    Object.assign(item.firstElementChild.dataset, { name: field.name, value: field.value });
    item.querySelector("[data-navn]").textContent = text;
    const small = item.querySelector("small");
    if (without < 0) small.remove();
    else small.textContent = small.dataset.uden.replace("{n}", without);
    return item;
  }
}

customElements.define("katalog-finder", Finder);
