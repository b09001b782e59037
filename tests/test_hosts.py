"""The site as it stands on a host: at a root or under a path, with addresses that name folders or files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.catalogue import Catalogue
from macros.catalogue.addresses import ENDING, Addresses
from macros.hooks import on_config
from macros.paper.document import Paper
from tests.support.sites import FIXTURE, copy_with_data, mkdocs_build, search_index
from tests.support.sites import read as catalogue_of

ADDRESSES = {"href", "src", "poster", "action", "data-indeks"}  # the attributes that hold an address
ROOTS = "data-rod"  # holds the site's root, seen from the page
NOT_FOUND = "404.html"
OURS = "https://katalog.test"  # nothing in the fixture links there


@dataclass(frozen=True)
class Host:
    """A built site and the address it was built for; `html`: its addresses name files."""

    folder: Path
    base: str
    html: bool

    def lead(self, address: str) -> Path | None:
        """Return the file that the host shows for a whole address, or None; only the plainest of server manners."""
        path = unquote(urlsplit(address).path)
        root = urlsplit(self.base).path
        if not address.startswith(self.base) or not path.startswith(root):
            return None
        name = path.removeprefix(root)
        if not self.html and (not name or name.endswith("/")):
            name += "index.html"
        file = self.folder / name
        return file if name and file.is_file() else None

    def address(self, file: Path) -> str:
        """Return the address at which a file is found by its own name."""
        return urljoin(self.base, file.relative_to(self.folder).as_posix())


class _Reader(HTMLParser):
    """Collects ids, addresses and the root of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.root = ""
        self.leads_on = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag names and points at."""
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            if name in ADDRESSES:
                self.addresses.append(value or "")
            if name == ROOTS:
                self.root = value or ""
            if name == "content" and (onward := re.search(r"url=(\S+)", value or "")):
                self.addresses.append(onward[1])
                self.leads_on = True


def read(file: Path) -> _Reader:
    """Return a page, read."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader


@pytest.fixture(
    scope="module",
    params=list(product([False, True], ["/", "/sub/sti/"])),
    ids=lambda param: f"{'files' if param[0] else 'folders'}-{param[1]}",
)
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Host:
    """Return the site built for each kind of host."""
    html, path = request.param
    folder = tmp_path_factory.mktemp("host")
    base = f"{OURS}{path}"
    said = {"KATALOG_URL": base, ENDING: "ja" if html else "nej"}
    root = copy_with_data(FIXTURE, folder / "root")
    result = mkdocs_build(root, folder / "site", before=f"import os; os.environ.update({said!r})")
    assert result.returncode == 0, result.stdout + result.stderr
    return Host(folder / "site", base, html)


@pytest.fixture(scope="module")
def pages(host: Host) -> dict[Path, _Reader]:
    """Return every page of the host, read."""
    return {file: read(file) for file in sorted(host.folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def fixture() -> Catalogue:
    """Return the catalogue the hosts show."""
    return catalogue_of(FIXTURE)


def dead(host: Host, pages: dict[Path, _Reader], start: str, addresses: list[str]) -> Iterator[str]:
    """Yield each of our own addresses on the page at `start` that leads to no file, or to no anchor on it."""
    for link in addresses:
        whole, anchor = urldefrag(urljoin(start, link))
        if urlsplit(whole).netloc != urlsplit(host.base).netloc:
            continue
        file = host.lead(whole)
        if file is None or (anchor and file in pages and unquote(anchor) not in pages[file].ids):
            yield f"{start}: {link}"


def test_every_address_on_every_page_leads_to_a_file(host: Host, pages: dict[Path, _Reader]) -> None:
    """Links, pictures, styles, scripts, the search index: each is a file in the folder that was built."""
    found = [one for file, page in pages.items() for one in dead(host, pages, host.address(file), page.addresses)]
    assert not found, "\n".join(found[:40])


def test_not_found_can_be_shown_anywhere(host: Host, pages: dict[Path, _Reader]) -> None:
    """The page for what is not there is shown at any depth, and its links, styles and search lead right from there."""
    page = pages[host.folder / NOT_FOUND]
    for place in ("nope", "a/b/c/d", "a/b/c/d/"):
        start = urljoin(host.base, place)
        assert not list(dead(host, pages, start, [link for link in page.addresses if link[:1] != "#"]))
        assert urljoin(start, page.root) == host.base


def test_search_leads_to_files(host: Host, pages: dict[Path, _Reader]) -> None:
    """From every page, each address of the search index leads to a file."""
    index = search_index(host.folder)
    found = [
        index["pages"][page][0] + (f"#{a}" if a else "")
        for page, a in zip(index["p"], index["a"].split("\n"), strict=True)
    ]
    assert found
    assert not list(dead(host, pages, host.base, found))
    for file, page in pages.items():
        assert page.leads_on or urljoin(host.address(file), page.root) == host.base


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (v for k, v in value.items() if k == "url")
    if isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _urls(one)


def test_data_feed_and_sitemap_lead_to_files(host: Host, pages: dict[Path, _Reader]) -> None:
    """What other programs read tells the addresses that the host shows."""
    units = json.loads((host.folder / "katalog.json").read_text(encoding="utf-8"))["punkter"]
    found = [unit["side"] for unit in units]
    feed = ElementTree.parse(host.folder / "feed.xml")
    found += [link.attrib["href"] for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    places = ElementTree.parse(host.folder / "sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    found += [place.text or "" for place in places]
    assert all(address.startswith(host.base) for address in found)
    assert not list(dead(host, pages, host.base, found))


def test_paper_leads_to_files(
    host: Host, pages: dict[Path, _Reader], fixture: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Links and QR codes of the PDFs lead to addresses that the host shows."""
    monkeypatch.setenv(ENDING, "ja" if host.html else "nej")
    paper = Paper(fixture, host.base)
    found = [url for name in paper.names() for url in _urls(paper.document(name))]
    assert [url for url in found if url.startswith(host.base)]
    assert not list(dead(host, pages, host.base, found))


def test_variable_goes_before_field(fixture: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """`html_endelse` decides, unless KATALOG_HTML says otherwise; anything but yes or no stops with a word."""
    for field, said in product([True, False], ["", "ja", "nej", " JA "]):
        monkeypatch.setenv(ENDING, said)
        expected = "ja" in said.lower() if said else field
        assert Addresses.of(fixture.site.model_copy(update={"html_ending": field})).html is expected
    monkeypatch.setenv(ENDING, "true")
    with pytest.raises(SystemExit, match="KATALOG_HTML er »true«, men kan kun være ja eller nej"):
        Addresses.of(fixture.site)


def test_mkdocs_own_setting_is_not_taken_in_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who sets `use_directory_urls` in mkdocs.yml is told what to write instead, so that no half of a site is made."""
    monkeypatch.delenv(ENDING, raising=False)
    root = copy_with_data(FIXTURE, tmp_path / "root")
    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    config.load_dict({"site_name": "x", "docs_dir": str(root / "docs"), "use_directory_urls": False})
    config.validate()  # so that a hook is given what MkDocs gives it
    with pytest.raises(PluginError, match="html_endelse: ja"):
        on_config(config)
    monkeypatch.setenv(ENDING, "ja")
    assert on_config(config).use_directory_urls is False
