// [data-haefte]: a button at an entry or a page that lays it in the booklet, or takes it out again.
import { booklet, change } from "./own/booklet.js";
import { fill } from "./own/page.js";
import { store } from "./store.js";

const told = document.getElementById("haefte-sagt");
const buttons = [...document.querySelectorAll("[data-haefte]")];

function show() {
  const { ids } = booklet();
  for (const button of buttons) {
    button.hidden = false;
    button.setAttribute("aria-pressed", ids.includes(button.dataset.haefte));
  }
  for (const link of document.querySelectorAll("[data-til-haefte]")) link.hidden = !ids.length;
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    const { ids } = booklet();
    const id = button.dataset.haefte;
    const inside = ids.includes(id);
    const made = inside ? ids.filter((one) => one !== id) : [...ids, id].slice(0, 100);
    change({ ids: made });
    told.textContent = fill(told.dataset[inside ? "fjernet" : "lagt"], { n: made.length });
  });
}
store().addEventListener("change", show);
show();
