// Brings the reader to what the address points at: opens it when it is folded away, and stays by it while the page's
// other scripts add their parts, until she moves on herself.
const STAY = 3000; // ms
const stay = new ResizeObserver(() => document.querySelector(":target")?.scrollIntoView());

function arrive(stays) {
  const target = document.querySelector(":target");
  const fold = target?.closest("details");
  if (fold) fold.open = true;
  if (!target || !stays) return;
  stay.observe(document.querySelector("main")); // which tells at once, too
  setTimeout(() => stay.disconnect(), STAY);
}

for (const sign of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  addEventListener(sign, () => stay.disconnect(), { passive: true, capture: true });
}
addEventListener("hashchange", arrive);
document.addEventListener("click", ({ target }) => { // the address stands already, so that nothing changes
  const link = target.closest?.("a[href*='#']");
  if (link?.hash && link.href === location.href) arrive(true);
});
arrive(performance.getEntriesByType("navigation")[0]?.type === "navigate"); // else her own place on the page counts
