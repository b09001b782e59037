// Brings the reader to what the address points at: opens it when it is folded away, and stays by it while the page's
// other scripts add their parts, until she moves on herself.
import { later } from "../base/later.js";
import { at, find } from "../own/page.js";

const leading = later(() => import("./lead-on.js"));
const STAY = 3000; // ms
const stay = new ResizeObserver(() => document.querySelector(":target")?.scrollIntoView());

/** An anchor that is not on this page may have moved with its entry; #samarbejde=… and the like are no anchors. */
function missed() {
  const anchor = location.hash.slice(1);
  const index = document.querySelector("katalog-search")?.getAttribute("data-indeks");
  if (!index || !/^[a-z0-9-]+$/.test(anchor) || document.querySelector("katalog-booklet")) return; // it fetches its own
  leading(({ leadOn }) => leadOn(anchor, index).catch((error) => console.warn(error))); // without a net the page is all
}

/** @param {boolean} stays */
function arrive(stays) {
  const target = document.querySelector(":target");
  if (!target) missed();
  const fold = target?.closest("details");
  if (fold) fold.open = true;
  if (!target || !stays) return;
  stay.observe(find(document, "main")); // which tells at once, too
  setTimeout(() => stay.disconnect(), STAY);
}

for (const sign of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  addEventListener(sign, () => stay.disconnect(), { passive: true, capture: true });
}
addEventListener("hashchange", () => arrive(true));
document.addEventListener("click", (event) => { // the address stands already, so that nothing changes
  const link = at(event, Element)?.closest("a[href*='#']");
  if (link instanceof HTMLAnchorElement && link.hash && link.href === location.href) arrive(true);
});
const [navigation] = performance.getEntriesByType("navigation");
arrive(navigation instanceof PerformanceNavigationTiming && navigation.type === "navigate"); // else her own place counts
