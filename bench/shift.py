"""How much of a page moves under the reader (CLS), measured and not asserted: on a list of pages, each in three ways.

Run `python -m bench.shift [SITE [PAGE ...]]` after `make build`. A page is opened by a browser that has nothing yet, a
first box on it is ticked (or, where there is none, a first thing is laid in the booklet), and the last place of it that
has a link is landed on. What moves within half a second of a press is counted too, which CLS itself forgives. Needs the
system's chromium or KATALOG_BROWSER.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.weight import ROOT, _Quiet, pages
from tests.support.browser import alive, start

AIM = 0.02
SIZES = ((1440, 900), (390, 844))
WATCH = """window.moved = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
FIRST = "main .tjek input[type=checkbox], main [data-haefte]"
ANCHOR = "[...document.querySelectorAll('main article :is(h2, h3, li, section)[id]')].at(-1)?.id ?? ''"


def shifts(page: Page, address: str) -> tuple[float, float, float]:
    """Return what moved while a page was opened, at the first that was done on it, and landing by a link."""
    page.goto(address, wait_until="networkidle")
    alive(page)
    page.wait_for_timeout(300)
    opened = page.evaluate("moved")
    first = next((one for one in page.locator(FIRST).all() if one.is_visible()), None)
    if first:
        first.scroll_into_view_if_needed()
        page.evaluate("() => { window.moved = 0 }")
        first.click()
        page.wait_for_timeout(600)
    done = page.evaluate("moved") if first else 0.0
    anchor = page.evaluate(ANCHOR)
    page.evaluate("() => { sessionStorage.clear(); localStorage.clear() }")
    page.goto("about:blank")
    page.goto(f"{address}#{anchor}", wait_until="networkidle")
    page.wait_for_timeout(300)
    return opened, done, page.evaluate("moved")


def measured(browser: Browser, base: str, names: list[str]) -> Iterator[tuple[float, str]]:
    """Yield the worst of each page and size, and its row."""
    for name in names:
        for width, height in SIZES:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.add_init_script(WATCH)
            values = shifts(page, base + name)
            page.context.close()
            over = "  over the aim" if max(values) > AIM else ""
            yield max(values), f"{' '.join(f'{one:9.4f}' for one in values)}  {width:5}  /{name}{over}"


def main(argv: list[str]) -> None:
    """Print a row for each page and size, the worst first; pages that are named after SITE are the only ones."""
    site = Path(argv[0]).resolve() if argv else ROOT / "site"
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = start(playwright, os.environ.get("KATALOG_BROWSER") or shutil.which("chromium"))
        base = f"http://127.0.0.1:{server.server_port}/"
        rows = list(measured(browser, base, argv[1:] or pages(site)))
    server.shutdown()
    print(f"{'opened':>9} {'first':>9} {'landed':>9}  width")
    for _, row in sorted(rows, reverse=True):
        print(row)


if __name__ == "__main__":
    main(sys.argv[1:])
