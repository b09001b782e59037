// What the browser keeps of the catalogue on this device: the worker's caches, and their names as the worker has them.

/** The site's own address, seen from any of its pages. */
export const root = () => new URL(document.body.dataset.rod ?? "", location.href);

/** What the names of this catalogue's caches begin with; another may stand on the same host. */
export const ours = () => `katalog:${root().pathname}:`;

export const PAPERS = "pdf"; // after that, the cache of the papers she has chosen

/** The caches of this catalogue. */
export const kept = async () => (await caches.keys()).filter((name) => name.startsWith(ours()));

/** Whether this browser can keep pages at all; where not, the part of the words that says why. */
export function hindrance() {
  if (location.protocol === "file:") return "mappe";
  if (!isSecureContext) return "usikker";
  return "serviceWorker" in navigator && "caches" in globalThis ? "" : "kan-ikke";
}

/**
 * The address of the worker, as the page's policy lets it be one: of no other may a script be made.
 * @returns {string}
 */
function address() {
  const own = new URL("sw.js", root()).href;
  const policies = /** @type {{createPolicy: Function} | undefined} */ (Reflect.get(globalThis, "trustedTypes"));
  return policies ? policies.createPolicy("katalog", { createScriptURL: () => own }).createScriptURL(own) : own;
}

/** @type {string | undefined} A policy is made once a page. */
let worker;

/** Let the worker fetch the catalogue; the registration tells how that goes. */
export function install() {
  worker ??= address();
  return navigator.serviceWorker.register(worker, { scope: root().pathname, updateViaCache: "none" });
}

/** Take away all of it. */
export async function remove() {
  await (await navigator.serviceWorker.getRegistration(root()))?.unregister();
  await Promise.all((await kept()).map((name) => caches.delete(name)));
}
