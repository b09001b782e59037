// A page of an older edition than the browser has kept since says so, quietly: its scripts may be gone from the host.
import { kept } from "../own/device.js";
import { find } from "../own/page.js";

const bar = find(document, ".udgave");
const { serviceWorker } = navigator;

/** Whether what this page was made with is no longer what is kept. */
async function old() {
  const script = find(document, "script[type=module]", HTMLScriptElement).src;
  const index = document.querySelector("katalog-search")?.getAttribute("data-indeks") ?? script;
  const found = await Promise.all([script, index].map((one) => caches.match(new URL(one, location.href))));
  return (await kept()).length > 0 && found.some((one) => !one);
}

const look = async () => { bar.hidden = !(await old()); };

find(bar, "button").addEventListener("click", () => location.reload());
serviceWorker.addEventListener("message", ({ data }) => { if (data?.edition) look(); });
// A page fresh from the net is newer than what is kept until the worker has fetched the rest; then it tells by itself.
const registration = await serviceWorker.getRegistration();
await registration?.update().catch(() => {});
if (!registration?.installing && !registration?.waiting) look();
