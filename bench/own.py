"""How fast a page with 500 checkboxes answers a tick, and how much JavaScript the site asks for.

Run `python bench/own.py` after `make build`; prints milliseconds (median and 95th percentile of 100 ticks, from the
click until the page is drawn again) and kilobytes, gzipped. Needs the system's chromium or KATALOG_BROWSER.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import statistics
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

SITE = Path(__file__).resolve().parents[1] / "site"
COPIES = """() => {
  const first = document.querySelector(".tjek");
  for (let n = document.querySelectorAll(".tjek").length; n < 500; n += 1) {
    const copy = first.cloneNode(true);
    copy.id = `kopi-${n}`;
    const box = copy.querySelector("input");
    box.id = `felt-kopi-${n}`;
    copy.querySelector("label").htmlFor = box.id;
    first.parentElement.append(copy);
  }
}"""
TICK = """async (n) => {
  const box = document.querySelectorAll(".tjek input[type=checkbox]")[n];
  const start = performance.now();
  box.click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


PAGES = ("", "temaer/vaerdi-for-borgere/", "vaerktoejer/modenhedstrappen/", "samarbejder/", "haefte/", "find/")


def gzipped(path: Path) -> float:
    """Return a file's size in kilobytes, gzipped."""
    return len(gzip.compress(path.read_bytes())) / 1024


def measured() -> tuple[list[float], dict[str, float]]:
    """Return the milliseconds of 100 ticks on a page with 500 checkboxes, and the KB of script a page fetches."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        path = os.environ.get("KATALOG_BROWSER") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        loaded: dict[str, float] = {}
        for name in PAGES:
            fetched: set[str] = set()
            one = browser.new_page()
            one.on("requestfinished", lambda r, f=fetched: f.add(r.url) if r.url.endswith(".js") else None)
            one.goto(f"http://127.0.0.1:{server.server_port}/{name}", wait_until="networkidle")
            loaded[name] = sum(gzipped(SITE / url.split("/", 3)[3]) for url in fetched)
            one.close()
        page.add_init_script(f"document.addEventListener('DOMContentLoaded', {COPIES})")
        page.goto(f"http://127.0.0.1:{server.server_port}/tjeklister/")
        page.locator("katalog-checklist").wait_for(state="visible")
        return [page.evaluate(TICK, n * 4) for n in range(100)], loaded


def main() -> None:
    """Print the figures."""
    times, loaded = measured()
    times.sort()
    print(f"tick on a page of 500: median {statistics.median(times):.1f} ms, 95th {times[94]:.1f} ms")
    sizes = [gzipped(path) for path in SITE.glob("assets/*/js/**/*.js")]
    print(f"all scripts: {sum(sizes):.1f} KB gzipped in {len(sizes)} modules")
    for name, size in loaded.items():
        print(f"  fetched by /{name}: {size:.1f} KB")


if __name__ == "__main__":
    main()
