"""A reader on a host that shows files by their names only, under a path, as a file share or SharePoint does."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.catalogue.addresses import ENDING
from tests.support.sites import FIXTURE, copy_with_data, mkdocs_build

pytestmark = pytest.mark.browser
PATH = "/sub/sti/"


class _Plain(http.server.SimpleHTTPRequestHandler):
    """Shows files only: no index of a folder, and the site's own page for what is not there."""

    def send_head(self):  # type: ignore[no-untyped-def]  # the parent's own type is private
        """Send a file, or the page for what is not there."""
        if Path(self.translate_path(self.path)).is_file() and not self.path.endswith("/"):
            return super().send_head()
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with 404.html of the site."""
        body = Path(self.directory, PATH.strip("/"), "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site whose addresses name files; return its address."""
    folder = tmp_path_factory.mktemp("plain")
    root = copy_with_data(FIXTURE, folder / "root")
    said = {"KATALOG_URL": f"https://katalog.test{PATH}", ENDING: "ja"}
    result = mkdocs_build(root, folder / "served" / PATH.strip("/"), f"import os; os.environ.update({said!r})")
    assert result.returncode == 0, result.stdout + result.stderr
    handler = functools.partial(_Plain, directory=str(folder / "served"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PATH}"
    server.shutdown()


@pytest.fixture
def reader(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Return a page, and what was asked for and not there."""
    page, missing = browser.new_page(), list[str]()
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    yield page, missing
    page.close()


def search(page: Page) -> None:
    """Open the search by keyboard, and wait for what it offers before a word is written."""
    expect(page.locator(".soeg-aabner[role=button]")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.locator(".soeg__svar a").first).to_be_visible()


def test_search_and_booklet_work_without_folders(reader: tuple[Page, list[str]], plain: str) -> None:
    """Begin, search, open an answer: each address names a file; what is kept is kept for this path alone."""
    page, missing = reader
    page.goto(plain + "index.html")
    search(page)
    first = page.locator(".soeg__svar a").first
    assert (first.get_attribute("href") or "").startswith(f"{plain}index.html#")  # a situation
    page.locator("#soeg-felt").fill("fyr")
    page.wait_for_timeout(500)
    for answer in page.locator(".soeg__svar a").all():
        href = (answer.get_attribute("href") or "").partition("#")[0]
        assert href.startswith(plain)
        assert href.endswith(".html")
    page.locator(".soeg__svar a").first.click()
    expect(page.locator("h1")).to_have_count(1)
    lager = page.evaluate("document.documentElement.dataset.lager")
    assert lager.endswith(f":1:{PATH}:")
    assert not missing


def test_not_found_leads_on_from_any_depth(reader: tuple[Page, list[str]], plain: str) -> None:
    """An address that is not there shows our page in full, with the same storage, and its search leads right."""
    page, missing = reader
    asked = f"{plain}er/her/ikke/"
    page.goto(asked)
    assert page.evaluate("document.documentElement.dataset.lager").endswith(f":1:{PATH}:")
    search(page)
    page.locator(".soeg__svar a").first.click()
    page.wait_for_url(f"{plain}index.html#*")
    page.goto(asked)
    page.locator("main a").last.click()
    expect(page.locator("h1")).to_have_count(1)
    assert page.url.startswith(plain)
    assert missing == [asked, asked]


def test_an_entry_whose_page_is_gone_is_found(reader: tuple[Page, list[str]], plain: str) -> None:
    """An address of a page that is no more leads on to the entry that its anchor names."""
    page, _ = reader
    page.goto(f"{plain}temaer/nedlagt/#fyrby-protokol")
    page.wait_for_url(f"{plain}kilder.html#fyrby-protokol")
