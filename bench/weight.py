"""What a reader fetches before a page stands: kilobytes, gzipped, by kind of file; fonts are told apart.

Run `python -m bench.weight [--modules] [SITE ...]` after `make build` (SITE is `site` unless named; several are told
one after the other, for before and after). Each page is opened once in a browser that has nothing yet; with
`--modules` the scripts it fetched are listed too. Needs the system's chromium or KATALOG_BROWSER.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.support.browser import start

ROOT = Path(__file__).resolve().parents[1]
AIM = 60  # kilobytes of page, styles and scripts
KINDS = (".html", ".css", ".js", "other", "fonts")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def pages(site: Path) -> list[str]:
    """Return the address of each page but the one for what is missing, whose addresses begin at the host's root."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name.removesuffix("index.html") for name in names if name != "404.html")


def _kind(path: Path) -> str:
    return "fonts" if path.suffix == ".woff2" else path.suffix if path.suffix in KINDS else "other"


def fetched(browser: Browser, site: Path, base: str, name: str) -> dict[Path, int]:
    """Return the gzipped bytes of each file that opening one page fetches."""
    urls: set[str] = set()
    page = browser.new_page()
    page.on("requestfinished", lambda request: urls.add(request.url))
    page.goto(base + name, wait_until="networkidle")
    page.close()
    paths = {site / url.removeprefix(base).partition("?")[0] for url in urls}
    files = {path / "index.html" if path.is_dir() else path for path in paths}
    return {path: len(gzip.compress(path.read_bytes())) for path in files}


def weights(site: Path) -> Iterator[tuple[str, dict[Path, int]]]:
    """Yield each page of a built site and what it fetches."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = start(playwright, os.environ.get("KATALOG_BROWSER") or shutil.which("chromium"))
        for name in pages(site):
            yield name, fetched(browser, site, f"http://127.0.0.1:{server.server_port}/", name)
    server.shutdown()


def told(name: str, files: dict[Path, int], modules: bool) -> tuple[int, str]:
    """Return what a page, its styles and its scripts weigh, and its row, with its scripts when asked for."""
    kinds: Counter[str] = Counter()
    for path, size in files.items():
        kinds[_kind(path)] += size
    total = kinds[".html"] + kinds[".css"] + kinds[".js"]
    row = f"{total / 1024:14.1f} {' '.join(f'{kinds[kind] / 1024:6.1f}' for kind in KINDS)}  /{name}"
    scripts = sorted(((size, path) for path, size in files.items() if _kind(path) == ".js"), reverse=True)
    lines = [f"{size / 1024:35.1f}  {path.as_posix().partition('/js/')[2]}" for size, path in scripts if modules]
    return total, "\n".join([row + ("" if total <= AIM * 1024 else "  over the aim"), *lines])


def main(argv: list[str]) -> None:
    """Print a row for each page, the heaviest first."""
    modules = "--modules" in argv
    names = [name for name in argv if name != "--modules"]
    for site in [Path(name).resolve() for name in names] or [ROOT / "site"]:
        print(f"{site}\n{'these three':>14} {' '.join(f'{kind:>6}' for kind in KINDS)}")
        rows = [told(name, files, modules) for name, files in weights(site)]
        for _, row in sorted(rows, reverse=True):
            print(row)


if __name__ == "__main__":
    main(sys.argv[1:])
