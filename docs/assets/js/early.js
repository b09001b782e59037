// What cannot wait for the modules. Not a module itself: it runs before the page is drawn.
(() => {
  const root = document.documentElement;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = script.src.replace(/assets\/([0-9a-f]{12}\/)?js\/early\.js$/, "");
  root.dataset.lager = `${root.dataset.katalog}:1:${new URL(base).pathname}:`;

  // A box ticked before its module came is marked, so that the tick is kept and not overwritten by what is stored.
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.rettet = "";
  }, true);

  try { // the reader's own choice of light or dark, so that nothing flashes, and whether there is anything of hers
    const chosen = localStorage.getItem(`${root.dataset.lager}farver`);
    if (chosen === "lys" || chosen === "moerk") root.dataset.farver = chosen;
    const own = `${root.dataset.lager}eget`;
    if (localStorage.getItem(own) || sessionStorage.getItem(own)) root.dataset.eget = "";
  } catch {
    // Storage is blocked: the page follows the device, as it does before a choice.
  }

  // ---- scripts that do not come: told in the page, and what would not be kept cannot be ticked ----
  const PATIENCE = 8000; // ms after the page has come
  /** @type {Record<string, string>} the boxes that are kept as long as an element of ours lives */
  const BOXES = { checklist: ".tjek input", staircase: ".trappevalg input", matrix: "[data-haelder] input" };
  /** @type {Set<string>} what did not come to life */
  const dead = new Set();

  const show = () => {
    root.toggleAttribute("data-doed", dead.size > 0);
    document.getElementById("doed")?.toggleAttribute("hidden", !dead.size);
    for (const [name, boxes] of Object.entries(BOXES)) {
      for (const box of document.querySelectorAll(boxes)) box.toggleAttribute("disabled", dead.has(name));
    }
  };
  /** @param {() => void} act */
  const parsed = (act) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act);
    else act();
  };
  const allGone = () => parsed(() => {
    for (const { localName } of document.querySelectorAll(".venter")) {
      if (localName.startsWith("katalog-")) dead.add(localName.slice("katalog-".length));
    }
    show();
  });

  document.addEventListener("katalog:doed", (event) => {
    dead.add(/** @type {CustomEvent<string>} */ (event).detail);
    parsed(show);
  });
  document.addEventListener("katalog:levende", (event) => {
    if (dead.delete(/** @type {CustomEvent<string>} */ (event).detail)) show();
  });
  document.addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement && target.src.startsWith(base)) allGone();
  }, true);
  if (!("noModule" in script)) allGone();
  addEventListener("load", () => setTimeout(() => {
    if (document.querySelector("katalog-checklist.venter, katalog-staircase.venter, katalog-matrix.venter")) allGone();
  }, PATIENCE));
})();
