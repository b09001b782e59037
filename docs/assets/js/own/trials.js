// What the self-test tries, by the name its words have. Each puts up something of its own, looks, and takes it down again;
// what she has written is read by none of them.
import { CATALOGUE } from "./catalogue.js";

const NAME = `${CATALOGUE}:selvtest`;
const LONG = 1_000_000; // characters
const SOON = 2000; // ms
const SAID = "æøå";

/**
 * Whether a storage gives back what it was given.
 * @param {"local" | "session"} area @param {string} value
 */
function keeps(area, value) {
  const storage = window[`${area}Storage`];
  try {
    storage.setItem(NAME, value);
    return storage.getItem(NAME) === value;
  } finally {
    storage.removeItem(NAME);
  }
}

/** Whether one tab hears another. */
function hears() {
  const [here, there] = [new BroadcastChannel(NAME), new BroadcastChannel(NAME)];
  const heard = new Promise((done) => {
    there.addEventListener("message", ({ data }) => done(data === SAID), { once: true });
    setTimeout(() => done(false), SOON);
  });
  here.postMessage(SAID);
  return heard.finally(() => [here, there].forEach((channel) => channel.close()));
}

/** Whether a text comes back from being packed. */
async function packs() {
  const small = new Blob([SAID]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return await new Response(small.pipeThrough(new DecompressionStream("deflate-raw"))).text() === SAID;
}

/** Whether a page can be kept for use without a net. */
async function keepsPages() {
  if (!isSecureContext || !("serviceWorker" in navigator)) return false;
  await navigator.serviceWorker.getRegistration();
  const cache = await caches.open(NAME);
  try {
    await cache.put(location.href, new Response(SAID));
    return await (await cache.match(location.href))?.text() === SAID;
  } finally {
    await caches.delete(NAME);
  }
}

/** @type {Record<string, () => unknown>} */
export const TRIALS = {
  blivende: () => keeps("local", SAID),
  fane: () => keeps("session", SAID),
  plads: () => keeps("local", "x".repeat(LONG)),
  faner: hears,
  pakke: packs,
  https: () => isSecureContext,
  kopiere: () => typeof navigator.clipboard.writeText === "function",
  udennet: keepsPages,
  dele: () => typeof navigator.share === "function",
  printe: () => typeof window.print === "function",
  vinduer: () => typeof HTMLDialogElement.prototype.showModal === "function",
  farver: () => CSS.supports("color", "light-dark(#000, #fff)"),
  egen: () => window.top === window,
};
