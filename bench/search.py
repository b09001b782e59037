"""How well and how fast the search answers, beside Material's own search on the same pages.

`KATALOG_BROWSER=$(cat .venv/browser) .venv/bin/python -m bench.search [--material]` prints the table for HACKING.md.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import re
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.catalogue import load
from tests.support.browser import module, start
from tests.support.queries import FILE, Figures, Query, figures, queries
from tests.support.sites import CODE, PREFIX, ROOT, mkdocs_build

Answer = Callable[[str], list[str]]
TIMES = """async ([of_engine, asked]) => {
  const { engine } = await import(of_engine);
  const index = await (await fetch(document.querySelector("katalog-search").dataset.indeks)).json();
  const began = performance.now();
  const search = engine(index);
  const made = performance.now() - began;
  return [made, asked.map((query) => { const t = performance.now(); search(query); return performance.now() - t; })];
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def built(folder: Path, *, material: bool) -> Path:
    """Build the site in `folder` (with Material's own theme and search, if asked for); return where it stands."""
    root = folder / "root"
    root.mkdir(parents=True)
    for name in (*CODE, "data"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    if material:
        config = (root / "mkdocs.yml").read_text(encoding="utf-8")
        config = config.replace("  custom_dir: overrides\n", "")
        config = config.replace("plugins:\n", "plugins:\n  - search:\n      lang: da\n")
        (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    result = mkdocs_build(root, folder / "served" / PREFIX)
    if result.returncode:
        sys.exit(result.stderr)
    return folder / "served"


def served(folder: Path) -> str:
    """Serve a folder; return the site's address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/{PREFIX}/"


def ours(page: Page, address: str) -> Answer:
    """Return our dialog as a function from a query to addresses."""
    page.goto(address)
    page.locator(".soeg-aabner[role=button]").click()
    page.locator(".soeg__svar section").first.wait_for()

    def answer(query: str) -> list[str]:
        page.locator(".soeg input[type=search]").fill(query)
        found = page.locator(".soeg__fund a").evaluate_all("all => all.map(a => a.href)")
        return [href.removeprefix(address) for href in found]

    return answer


def materials(page: Page, address: str) -> Answer:
    """Return Material's search box as a function from a query to addresses."""
    page.goto(address)
    field = page.locator("input.md-search__input")
    field.click()
    page.wait_for_timeout(1500)

    def answer(query: str) -> list[str]:
        field.fill("")
        field.press("End")  # it listens to keys
        page.wait_for_timeout(150)
        field.fill(query)
        field.press("End")
        page.wait_for_timeout(450)
        found = page.locator("a.md-search-result__link").evaluate_all("all => all.map(a => a.href)")
        bare = [re.sub(r"\?[^#]*|-titel$", "", href).removeprefix(address) for href in found]
        return [re.sub(r"([^/]+)/#\1$", r"\1/", href) for href in bare]  # a page's main heading is the page

    return answer


def by_page(asked: list[tuple[Query, list[str]]]) -> Figures:
    """Return the figures when a right page is enough, each page counted once."""

    def pages(found: tuple[str, ...] | list[str]) -> list[str]:
        return list(dict.fromkeys(address.partition("#")[0] for address in found))

    return figures((Query(q.text, q.kind, q.tuned, tuple(pages(q.right))), pages(found)) for q, found in asked)


def line(name: str, got: Figures) -> str:
    """Return a row of the table."""
    return f"| {name} | {got.first:.2f} | {got.three:.2f} | {got.none} |"


def tell(name: str, asked: list[Query], answer: Answer) -> None:
    """Print the figures of one search, the queries it was tuned on and the others apart."""
    answered = [(query, answer(query.text)) for query in asked]
    for tuned in (True, False):
        part = [row for row in answered if row[0].tuned == tuned]
        told = f"{name}, {'tuned' if tuned else 'untuned'} ({len(part)})"
        print(line(f"{told}: entry", figures(part)))
        print(line(f"{told}: page", by_page(part)))


def packed(*paths: Path) -> float:
    """Return the size of files on the wire, in kB."""
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths) / 1024


def main(argv: list[str]) -> None:
    """Print figures, times and sizes."""
    if not FILE.is_file():
        sys.exit(f"There are no queries to ask: {FILE.relative_to(ROOT)} is not here (see HACKING.md, Search).")
    catalogue = load(ROOT / "data", ROOT / "docs").catalogue
    assert catalogue
    asked = queries(catalogue)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = start(playwright, os.environ.get("KATALOG_BROWSER"))
        site = built(Path(made) / "ours", material=False)
        address = served(site)
        print("| search | right first | in the top three | no answer |\n|---|---|---|---|")
        page = browser.new_page()
        tell("ours", asked, ours(page, address))
        if "--material" in argv:
            theirs = built(Path(made) / "material", material=True)
            tell("Material", asked, materials(browser.new_page(), served(theirs)))
        began, times = page.evaluate(TIMES, [module(page, "search/engine.js"), [query.text for query in asked]])
        times.sort()
        median, p95 = statistics.median(times), times[int(len(times) * 0.95)]
        assets = next(site.glob(f"{PREFIX}/assets/*/js")).parent
        index = next(site.glob(f"{PREFIX}/assets/*/soegning.json"))
        print(f"\na query: median {median:.1f} ms, 95 % within {p95:.1f} ms; the index ready in {began:.0f} ms")
        scripts = [assets / "js/elements/search.js", *sorted((assets / "js/search").glob("*.js"))]
        print(f"gzipped: index {packed(index):.1f} kB, scripts {packed(*scripts):.1f} kB")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
