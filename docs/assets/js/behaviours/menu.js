// The menus are details elements and work alone; with scripts, Escape and a click elsewhere close them too.
import { find, findAll, focused } from "../own/page.js";

const menus = () => findAll(document, ".menu details[open]", HTMLDetailsElement);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    const isInside = focused(menu);
    menu.open = false;
    if (isInside) find(menu, "summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false;
});
