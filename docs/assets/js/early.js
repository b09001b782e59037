// What cannot wait for the modules. Not a module itself: it runs before the page is drawn.
(() => {
  // A box ticked before its module came is marked, so that the tick is kept and not overwritten by what is stored.
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.rettet = "";
  }, true);
  try { // the reader's own choice of light or dark, so that nothing flashes
    const root = document.documentElement;
    const script = /** @type {HTMLScriptElement} */ (document.currentScript);
    const base = new URL(script.src).pathname.replace(/assets\/([0-9a-f]{12}\/)?js\/early\.js$/, "");
    root.dataset.lager = `${root.dataset.katalog}:1:${base}:`;
    const chosen = localStorage.getItem(`${root.dataset.lager}farver`);
    if (chosen === "lys" || chosen === "moerk") root.dataset.farver = chosen;
  } catch {
    // Storage is blocked: the page follows the device, as it does before a choice.
  }
})();
