// Sets the reader's own choice of light or dark before the page is drawn, so nothing flashes. Not a module: modules wait.
(() => {
  try {
    const root = document.documentElement;
    const base = new URL(document.currentScript.src).pathname.replace(/assets\/js\/colours\.js$/, "");
    root.dataset.lager = `paa-tvaers:1:${base}:`;
    const chosen = localStorage.getItem(`${root.dataset.lager}farver`);
    if (chosen === "lys" || chosen === "moerk") root.dataset.farver = chosen;
  } catch {
    // Storage is blocked: the page follows the device, as it does before a choice.
  }
})();
