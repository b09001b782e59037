// [data-haefte]: a button at an entry or a page that lays it in the booklet, or takes it out again.
import { MOST, booklet, change } from "../own/booklet.js";
import { fill, find, findAll } from "../own/page.js";
import { store } from "../store.js";

const told = find(document, "#haefte-sagt");
const buttons = findAll(document, "[data-haefte]");

function show() {
  const { ids } = booklet();
  for (const button of buttons) {
    button.classList.remove("venter");
    button.setAttribute("aria-pressed", String(ids.includes(button.dataset.haefte ?? "")));
  }
  for (const link of findAll(document, "[data-til-haefte]")) link.classList.toggle("venter", !ids.length);
}

/** @param {string} id */
function toggle(id) {
  const { ids } = booklet();
  const isInside = ids.includes(id);
  const made = isInside ? ids.filter((one) => one !== id) : [...ids, id].slice(0, MOST);
  const { fjernet = "", lagt = "", trin = "" } = told.dataset;
  change({ ids: made }, { step: trin });
  told.textContent = fill(isInside ? fjernet : lagt, { n: made.length });
}

for (const button of buttons) button.addEventListener("click", () => toggle(button.dataset.haefte ?? ""));
store().addEventListener("change", show);
show();
