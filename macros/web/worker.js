/* global URL, Response, caches, crypto, fetch, setTimeout */
// Keeps the catalogue on her device, once she has asked for it: every page and what the pages load, as the build listed
// them, in one cache an edition. The build puts the list in place of the empty one and sends this as `sw.js`.

/** @typedef {{version: string, files: Record<string, string>, papers: Record<string, string>}} Site  each with its SHA-256 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const SITE = /** @type {Site} */ (/* the build's list */ { version: "", files: {}, papers: {} });
const ROOT = new URL("./", worker.location.href);
const OURS = `katalog:${ROOT.pathname}:`;
const EDITION = OURS + SITE.version;
const PAPERS = `${OURS}pdf`;
const PATIENCE = 2000; // ms that a page may take before the kept one is shown
const AT_ONCE = 6; // files
const SUM = "x-sha256";

/** @param {ArrayBuffer} body */
async function sum(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A file as it was published, and nothing else: half of one edition and half of another would be worse than none.
 * @param {string} path @param {string} expected @param {RequestCache} cache
 * @returns {Promise<Response>}
 */
async function published(path, expected, cache = "no-cache") {
  const answer = await fetch(new URL(path, ROOT), { cache });
  const body = await answer.arrayBuffer();
  if (answer.ok || path === "404.html") {
    if ((await sum(body)) === expected) {
      const headers = { "content-type": answer.headers.get("content-type") ?? "", [SUM]: expected };
      return new Response(body, { headers }); // a new one: what was led on from elsewhere may not answer a page
    }
  }
  if (cache === "no-cache") return published(path, expected, "reload");
  throw new Error(path);
}

/** @param {string} path @param {string[]} names of caches */
async function kept(path, names) {
  for (const cacheName of names) {
    const found = await caches.match(new URL(path, ROOT), { cacheName }); // which makes no cache, as opening one would
    if (found) return found;
  }
}

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

/** @param {object} news */
async function tell(news) {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage(news);
}

async function install() {
  const older = await ours();
  const cache = await caches.open(EDITION);
  const waiting = Object.entries(SITE.files);
  const all = waiting.length;
  let done = 0;
  const some = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, expected] = next;
      const old = await kept(path, older);
      const answer = old?.headers.get(SUM) === expected ? old : await published(path, expected);
      await cache.put(new URL(path, ROOT), answer);
      done += 1;
      if (done % 10 === 0 || done === all) tell({ done, all });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, some));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(EDITION);
    throw error;
  }
  await worker.skipWaiting();
}

/** The chosen papers as this edition has them; one that cannot be fetched now stays as it was. */
async function renewPapers() {
  if (!(await caches.has(PAPERS))) return;
  const cache = await caches.open(PAPERS);
  for (const request of await cache.keys()) {
    const path = request.url.slice(ROOT.href.length);
    const expected = SITE.papers[path];
    if (!expected) await cache.delete(request);
    else if ((await cache.match(request))?.headers.get(SUM) !== expected) {
      await published(path, expected).then((answer) => cache.put(request, answer)).catch(() => {});
    }
  }
}

async function activate() {
  const old = (await ours()).filter((name) => name !== EDITION && name !== PAPERS);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
  tell({ edition: SITE.version }); // not before: a page sees by what is kept whether it is old
  await renewPapers();
}

/** @param {number} time */
const after = (time) => new Promise((done) => { setTimeout(done, time); });

/**
 * What is kept for the address of a page, however it is written.
 * @param {string} path
 */
async function keptPage(path) {
  const name = [path, path.replace(/(^|\/)index\.html$/, "$1"), `${path}index.html`].find((one) => one in SITE.files);
  if (name === undefined && `${path}/` in SITE.files) return Response.redirect(new URL(`${path}/`, ROOT).href);
  return name === undefined ? undefined : kept(name, [EDITION]);
}

/**
 * A page: from the net if that is quick, else as it is kept.
 * @param {Request} request @param {string} path
 */
async function page(request, path) {
  const network = fetch(request).catch(() => null);
  const quick = /** @type {Response | null | undefined} */ (await Promise.race([network, after(PATIENCE)]));
  if (quick && quick.status < 500) return quick;
  const found = await keptPage(path) ?? await network;
  if (found) return found;
  const missing = await kept("404.html", [EDITION]);
  return missing ? new Response(missing.body, { status: 404, headers: missing.headers }) : Response.error();
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== ROOT.origin || !pathname.startsWith(ROOT.pathname)) return;
  const path = decodeURI(pathname.slice(ROOT.pathname.length));
  if (request.mode === "navigate" && !(path in SITE.papers)) event.respondWith(page(request, path));
  else if (path in SITE.files || path in SITE.papers) {
    event.respondWith(kept(path, [EDITION, PAPERS]).then((found) => found ?? fetch(request)));
  }
});
