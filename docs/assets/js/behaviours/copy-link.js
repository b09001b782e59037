// "Link hertil" is an ordinary link; with scripts it also puts its address on the clipboard and says so.
import { at } from "../own/page.js";

const SAID = 4000; // ms

document.addEventListener("click", async (event) => {
  const link = at(event, Element)?.closest("a[data-kopieret]");
  if (!(link instanceof HTMLAnchorElement) || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return; // not allowed here: the address still stands in the address bar
  }
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  link.after(" ", said);
  said.textContent = link.dataset.kopieret ?? "";
  setTimeout(() => said.remove(), SAID);
});
