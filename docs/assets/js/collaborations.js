// <katalog-mine>: the reader's collaborations: how far each is, what is open, what is agreed; made, changed, shared, taken in.
import { CATALOGUE } from "./own/catalogue.js";
import { span } from "./own/drawing.js";
import { clone, copyText, part, say } from "./own/page.js";
import { codeIn, download, fileName, fileText, fromFile, fromLink, link } from "./own/share.js";
import { FIRST, KINDS, META, MOST_CHARACTERS, PRIVATE, Refusal, compare, freshId, today, written } from "./own/state.js";
import { store } from "./store.js";

const NAME = "samarbejde";
const AWAY = new Set([META, "ur", "mit", "svar"]); // one leader's clock and answers are not the collaboration's to copy

class Collaborations extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    this.store = store();
    this.register = [...document.querySelectorAll(".register [data-id]")].map((row) => ({
      id: row.dataset.id, phase: row.dataset.fase, chapter: row.parentElement.dataset.tema, anchor: row.querySelector("a"),
    }));
    for (const row of document.querySelectorAll(".register [data-foer]")) {
      for (const former of row.dataset.foer.split(" ")) this.store.follow(former, row.dataset.id);
    }
    this.gone = new Map([...document.querySelectorAll("[data-udgaaet]")].map((row) => [row.dataset.udgaaet, row.textContent]));
    this.known = new Set(document.querySelector(".register").dataset.kendte.split(" "));
    [this.edit, this.ask, this.give] = this.querySelectorAll("dialog");
    for (const form of this.querySelectorAll("dialog form")) form.method = "dialog"; // the Nu checker does not know it
    this.hidden = false;
    const { signal } = this.#stop;
    const click = (name, what) => part(this, name).addEventListener("click", what, { signal });
    click("nyt", () => this.editing(null));
    click("gem-alle", () => download(`${CATALOGUE}-${today()}.json`, fileText(this.store.copy()), "application/json"));
    click("som-kopi", () => this.take(true));
    click("flet", () => this.take(false));
    click("afvis", () => this.settle());
    click("del-kopier", () => this.copyLink());
    click("del-fil", () => this.save(this.sharing));
    part(this, "fil").addEventListener("change", ({ target }) => this.fromFile(target), { signal });
    part(this, "arkiv").addEventListener("change", () => this.show(), { signal });
    this.edit.addEventListener("close", () => this.edited(), { signal });
    this.ask.addEventListener("close", () => this.answered(), { signal });
    this.clearing = document.getElementById("ryd-alt");
    this.clearing.hidden = false;
    this.clearing.addEventListener("click", () => this.asking("ryd", () => this.clearAll()), { signal });
    this.store.addEventListener("change", () => this.show(), { signal });
    addEventListener("hashchange", () => this.arrive(), { signal });
    this.show();
    this.arrive();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  nameOf(id) {
    return this.store.about(id).name || say(this, "uden");
  }

  tell(words) {
    part(this, "sagt").textContent = words;
    part(this, "fejl").hidden = true;
  }

  // the overview ------------------------------------------------------------------------------------------------------

  show() {
    const all = this.store.collaborations;
    const shown = all.filter((one) => !one.archived || part(this, "arkiv").checked);
    part(this, "tom").hidden = all.length > 0;
    part(this, "gem-alle").disabled = !all.length;
    const list = part(this, "liste");
    const [id, action] = list.contains(document.activeElement) ? (document.activeElement.dataset.noegle ?? "").split(" ") : [];
    list.replaceChildren(...shown.map((one) => this.card(one)));
    if (action) list.querySelector(`[data-noegle="${id} ${action}"]`)?.focus();
  }

  card(one) {
    const card = clone(this, "samarbejde");
    const name = this.nameOf(one.id);
    part(card, "navn").textContent = name;
    const phase = one.phase && this.edit.querySelector(`option[value="${CSS.escape(one.phase)}"]`)?.textContent;
    part(card, "om").textContent = [
      one.id === this.store.current && say(this, "i-brug"), one.archived && say(this, "arkiveret"),
      one.parties?.length && say(this, "parter", { x: one.parties.join(", ") }), phase && say(this, "nu", { x: phase }),
      one.start && say(this, "fra", { x: written(one.start) }), one.end && say(this, "til", { x: written(one.end) }),
    ].filter(Boolean).join(" · ");
    card.querySelector(".rul").setAttribute("aria-label", name);
    card.querySelector("tbody").replaceChildren(...this.progress(one.id));
    this.lists(card, one.id);
    for (const button of card.querySelectorAll("[data-handling]")) {
      button.dataset.noegle = `${one.id} ${button.dataset.handling}`;
      if (button.dataset.handling === "arkiver") button.textContent = say(this, one.archived ? "hent-frem" : "arkiver");
      button.setAttribute("aria-label", `${button.textContent}: ${name}`);
      button.addEventListener("click", () => this.act(button.dataset.handling, one.id));
    }
    return card;
  }

  progress(id) {
    const chapters = [...new Set(this.register.map(({ chapter }) => chapter))];
    const phases = [...new Set(this.register.map(({ phase }) => phase))];
    const rows = chapters.map((chapter) => [chapter, this.register.filter((row) => row.chapter === chapter)]);
    return [...rows, [say(this, "i-alt"), this.register]].map(([name, entries]) => {
      const row = document.createElement("tr");
      row.append(Object.assign(document.createElement("th"), { scope: "row", textContent: name }));
      for (const phase of phases) {
        const ids = entries.filter((entry) => entry.phase === phase).map((entry) => entry.id);
        const cell = document.createElement("td");
        const done = this.store.done(ids, id);
        if (ids.length) cell.append(Object.assign(document.createElement("span"), { textContent: say(this, "af", { n: done, alle: ids.length }) }), span(done, ids.length));
        row.append(cell);
      }
      return row;
    });
  }

  lists(card, id) {
    const fillList = (name, rows) => {
      part(card, name).replaceChildren(...rows);
      part(card, `${name}-tal`).textContent = `(${rows.length})`;
    };
    const row = (...parts) => {
      const made = document.createElement("li");
      made.append(...parts);
      return made;
    };
    fillList("aabne", this.register.filter((entry) => !this.store.item(entry.id, id).done).map((entry) => {
      const { who, due } = this.store.item(entry.id, id);
      const told = [who, due && say(this, "senest", { x: written(due) })].filter(Boolean).join(" · ");
      return row(entry.anchor.cloneNode(true), told ? ` ${told}` : "");
    }));
    const notes = this.store.records(id).filter(([, { note }]) => note);
    fillList("noter", notes.map(([key, { title, note }]) => {
      const pair = document.createElement("div");
      const heading = document.createElement("dt");
      const anchor = this.register.find((entry) => entry.id === key)?.anchor.cloneNode(true);
      const party = this.store.about(id).parties?.[Number(key.split(".")[1]) - 1];
      heading.append(anchor ?? title ?? key, party ? ` (${party})` : "");
      pair.append(heading, Object.assign(document.createElement("dd"), { textContent: note }));
      return pair;
    }));
    const agreements = this.store.kind("aftale", id).map(([, one]) => one).filter(({ done }) => !done)
      .sort((a, b) => ((a.due || "9999") < (b.due || "9999") ? -1 : 1));
    fillList("aftaler", agreements.map(({ what, who, due }) => row([what, who, due && say(this, "senest", { x: written(due) })].filter(Boolean).join(" · "))));
    const retired = this.store.records(id).filter(([key]) => this.retired(key));
    fillList("udgaaede", retired.map(([key, { title, note }]) => row([say(this, "udgaaet", { x: title ?? this.gone.get(key) ?? key }), note].filter(Boolean).join(": "))));
    part(card, "udgaaede-ramme").hidden = !retired.length;
  }

  /** Whether a record belongs to an entry the catalogue no longer has. */
  retired(key) {
    const [base] = key.split(".");
    return !KINDS.has(base) && !this.known.has(base.replace(/^valg-/, "")) && !this.known.has(base.replace(/-[12]$/, ""));
  }

  // what can be done with one -----------------------------------------------------------------------------------------

  act(action, id) {
    ({
      brug: () => { this.store.use(id); this.tell(say(this, "brugt", { x: this.nameOf(id) })); },
      ret: () => this.editing(id),
      kopi: () => this.copyOf(id),
      arkiver: () => this.store.change({ [META]: { archived: !this.store.about(id).archived } }, id),
      del: () => this.share(id),
      slet: () => this.asking("slet", () => this.remove(id), id),
    })[action]();
  }

  editing(id) {
    this.editedId = id;
    const { name = "", parties = [], phase = "", start = "", end = "" } = id ? this.store.about(id) : {};
    const { elements } = this.edit.querySelector("form");
    Object.entries({ name, parties: parties.join("\n"), phase, start, end }).forEach(([key, value]) => { elements[key].value = value; });
    part(this, "ret-titel").textContent = say(this, id ? "ret" : "nyt");
    this.edit.returnValue = "";
    this.edit.showModal();
  }

  edited() {
    if (this.edit.returnValue !== "gem") return;
    const { name, parties, phase, start, end } = Object.fromEntries(new FormData(this.edit.querySelector("form")));
    const id = this.editedId ?? freshId("k");
    const about = { name: name.trim(), parties: parties.split(/[\n,;]/).map((one) => one.trim().slice(0, 80)).filter(Boolean).slice(0, 12), phase, start, end };
    this.store.change({ [META]: { ...about, ...(this.editedId ? {} : { created: Date.now() }) } }, id);
    if (!this.editedId) this.store.use(id);
    this.tell(this.editedId ? "" : say(this, "brugt", { x: this.nameOf(id) }));
  }

  copyOf(id) {
    const records = Object.entries(this.store.copy(id).collaborations[id]).filter(([key, one]) => !AWAY.has(key.split(".")[0]) && !one.gone);
    const about = { ...this.store.about(id), name: say(this, "kopinavn", { x: this.nameOf(id) }), created: Date.now() };
    const made = freshId("k");
    this.store.change({ ...Object.fromEntries(records), [META]: about }, made);
    this.store.use(made);
    this.tell(say(this, "brugt", { x: this.nameOf(made) }));
  }

  remove(id) {
    const name = this.nameOf(id);
    const gone = Object.fromEntries(this.store.records(id).map(([key]) => [key, { gone: true }]));
    this.store.change({ ...(id === FIRST ? gone : {}), [META]: id === FIRST ? { name: null, parties: null, phase: null, start: null, end: null } : { gone: true } }, id);
    this.tell(say(this, "slettet", { x: name }));
    part(this, "nyt").focus();
  }

  clearAll() {
    this.store.clearAll();
    this.tell(say(this, "ryddet"));
    this.clearing.focus();
  }

  asking(name, then, id) {
    this.then = then;
    const x = id ? this.nameOf(id) : "";
    part(this, "slet-titel").textContent = say(this, `${name}-titel`, { x });
    part(this, "slet-tekst").textContent = say(this, `${name}-tekst`, { x });
    part(this, "slet-ja").textContent = say(this, name);
    this.saveFirst = () => (id ? this.save(id) : part(this, "gem-alle").click());
    this.ask.returnValue = "";
    this.ask.showModal();
  }

  answered() {
    const { returnValue } = this.ask;
    if (returnValue === "fil") {
      this.saveFirst();
      this.ask.returnValue = "";
      this.ask.showModal();
    } else if (returnValue === "ja") this.then();
  }

  // out ---------------------------------------------------------------------------------------------------------------

  save(id) {
    download(`${fileName(this.nameOf(id))}-${today()}.json`, fileText(this.store.copy(id)), "application/json");
  }

  async share(id) {
    this.sharing = id;
    const state = this.store.copy(id);
    const records = Object.entries(state.collaborations[id]).filter(([key]) => !PRIVATE.has(key.split(".")[0]));
    state.collaborations[id] = Object.fromEntries(records);
    const made = await link(location.origin + location.pathname, NAME, state);
    part(this, "del-tekst").textContent = say(this, made ? "del-tekst" : "del-langt");
    part(this, "del-felt").hidden = part(this, "del-kopier").hidden = !made;
    this.give.querySelector("textarea").value = made;
    part(this, "del-sagt").textContent = "";
    this.give.showModal();
  }

  async copyLink() {
    const field = this.give.querySelector("textarea");
    part(this, "del-sagt").textContent = say(this, (await copyText(field.value, field)) ? "del-kopieret" : "kopier-selv");
  }

  // in ----------------------------------------------------------------------------------------------------------------

  async fromFile(field) {
    const [file] = field.files;
    await this.preview(async () => {
      if (file.size > 4 * MOST_CHARACTERS) throw new Refusal("for-stor");
      return fromFile(await file.text());
    });
    field.value = "";
  }

  async arrive() {
    const code = codeIn(location.hash, NAME);
    if (code) await this.preview(() => fromLink(code));
  }

  /** Read something that came in and show what it would change. Nothing is kept until she says so. */
  async preview(read) {
    try {
      this.arrived = await read();
    } catch (refusal) {
      this.settle();
      const words = say(this, refusal.code ?? "beskadiget", { sted: refusal.place ?? "" });
      part(this, "fejl").textContent = words;
      part(this, "fejl").hidden = false;
      return;
    }
    part(this, "fejl").hidden = true;
    const { added, changed, kept, same } = compare(this.store.copy(), this.arrived);
    this.rows = [...added, ...changed];
    const names = Object.entries(this.arrived.collaborations).map(([, records]) => records[META]?.name || say(this, "uden"));
    part(this, "ankommet-titel").textContent = say(this, "ankommet", { x: names.join(", ") });
    const counts = say(this, "ankommet-tal", { ny: added.length, aendret: changed.length, ens: same.length });
    part(this, "ankommet-tal").textContent = [counts, kept.length && say(this, "beholdt", { n: kept.length })].filter(Boolean).join(" ");
    part(this, "ankommet-liste").replaceChildren(
      ...added.map((row) => this.line("ny", row, this.told(row.after))),
      ...changed.map((row) => this.line("aendret", row, say(this, "fra-til", { a: this.told(row.before), b: this.told(row.after) }))),
    );
    part(this, "flet").hidden = !this.rows.length;
    part(this, "ankommet").hidden = false;
    part(this, "ankommet").focus();
  }

  line(name, { key, after, before }, words) {
    const title = key === META ? say(this, "oplysninger") : after.title ?? before?.title ?? after.what ?? this.title(key);
    return Object.assign(document.createElement("li"), { textContent: `${say(this, name)}: ${title} – ${words}` });
  }

  title(key) {
    return this.register.find(({ id }) => id === key.split(".")[0])?.anchor.textContent ?? key;
  }

  told(record) {
    const { name, note, what, who, due, done, gone, wording, parties } = record;
    const ticked = done === undefined || gone ? "" : say(this, done ? "gjort" : "ikke-gjort");
    return [name, parties?.join(", "), what, note, wording, who, written(due), ticked].filter(Boolean).join(" · ");
  }

  take(asCopies) {
    if (asCopies) {
      const changes = {};
      const taken = new Set(this.store.collaborations.map(({ name }) => name));
      for (const records of Object.values(this.arrived.collaborations)) {
        const name = records[META]?.name || say(this, "uden");
        const about = { ...records[META], name: taken.has(name) ? say(this, "kopinavn", { x: name }) : name, created: Date.now() };
        changes[freshId("k")] = { ...records, [META]: about };
      }
      this.store.changeAll(changes);
    } else this.store.take(this.rows);
    this.settle();
    this.tell(say(this, "taget"));
    part(this, "nyt").focus();
  }

  settle() {
    part(this, "ankommet").hidden = true;
    this.arrived = this.rows = null;
    if (codeIn(location.hash, NAME)) history.replaceState(null, "", location.pathname + location.search);
  }
}

customElements.define("katalog-mine", Collaborations);
