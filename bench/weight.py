"""What a reader fetches before a page stands: kilobytes, gzipped, by kind of file; fonts are told apart.

Run `python -m bench.weight [SITE ...]` after `make build` (SITE is `site` unless named; several are told one after the
other, for before and after). Each kind of page is opened once in a browser that has nothing yet. Needs the system's
chromium or KATALOG_BROWSER.
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
AIM = 60  # kilobytes without fonts
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


def weight(browser: Browser, site: Path, base: str, name: str) -> Counter[str]:
    """Return the gzipped bytes that opening one page fetches, by kind of file."""
    fetched: set[str] = set()
    page = browser.new_page()
    page.on("requestfinished", lambda request: fetched.add(request.url))
    page.goto(base + name, wait_until="networkidle")
    page.close()
    found: Counter[str] = Counter()
    for url in fetched:
        path = site / url.removeprefix(base).partition("?")[0]
        path = path / "index.html" if path.is_dir() else path
        found[_kind(path)] += len(gzip.compress(path.read_bytes()))
    return found


def weights(site: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Yield each page of a built site and what it fetches."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = start(playwright, os.environ.get("KATALOG_BROWSER") or shutil.which("chromium"))
        for name in pages(site):
            yield name, weight(browser, site, f"http://127.0.0.1:{server.server_port}/", name)
    server.shutdown()


def main(argv: list[str]) -> None:
    """Print a row for each page, the heaviest first."""
    for site in [Path(name).resolve() for name in argv] or [ROOT / "site"]:
        print(f"{site}\n{'without fonts':>14} {' '.join(f'{kind:>6}' for kind in KINDS)}")
        rows = [(sum(found.values()) - found["fonts"], name, found) for name, found in weights(site)]
        for total, name, found in sorted(rows, key=lambda row: -row[0]):
            told = " ".join(f"{found[kind] / 1024:6.1f}" for kind in KINDS)
            print(f"{total / 1024:14.1f} {told}  /{name}{'' if total <= AIM * 1024 else '  over the aim'}")


if __name__ == "__main__":
    main(sys.argv[1:])
