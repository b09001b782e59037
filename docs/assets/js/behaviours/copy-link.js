// "Link hertil" is an ordinary link; with scripts it also puts its address on the clipboard and says so.
import { at } from "../own/page.js";

const SAID = 4000; // ms

document.addEventListener("click", async (event) => {
  const link = at(event, Element)?.closest("a[data-kopieret]");
  if (!(link instanceof HTMLAnchorElement)) return;
  let words = link.dataset.kopieret ?? "";
  try {
    await navigator.clipboard.writeText(link.href);
  } catch { // not allowed, or a page without https: the address stands in the address bar
    words = document.getElementById("felt-sagt")?.dataset.adresse ?? "";
  }
  link.parentElement?.querySelector("[role=status]")?.remove();
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  link.after(" ", said);
  said.textContent = words;
  setTimeout(() => said.remove(), SAID);
});
