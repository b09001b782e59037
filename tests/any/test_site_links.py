"""The built site hangs together: every link and anchor leads somewhere, nothing is fetched from elsewhere."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.addresses import Addresses
from macros.site import NOWHERE
from macros.web.finding import records
from tests.support.sites import PREFIX


class _Reader(HTMLParser):
    """Collects ids, links and what a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag names, points at and loads."""
        found = {key: value or "" for key, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag == "link" and found.get("rel") in {"stylesheet", "icon", "preload"}:
            self.loads.append(found["href"])
        self.loads += [found["src"]] if "src" in found else []
        if "style" in found or any(key.startswith("on") for key in found) or (tag == "script" and "src" not in found):
            self.inline.append(tag)


@pytest.fixture(scope="session")
def read(site: Path) -> dict[str, _Reader]:
    """Return every page of the site, read, by its path."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(site).as_posix()] = reader
    return pages


def resolved(page: str, link: str) -> tuple[str, str]:
    """Return (file, anchor) that a link on a page leads to."""
    parts = urlsplit(link)
    path = unquote(parts.path)
    if path.startswith(f"/{PREFIX}/"):
        target = path.removeprefix(f"/{PREFIX}/")
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        target += "/" if path.endswith(("/", "..", ".")) else ""
    target = target.removeprefix("./")
    if target in {"", ".", "/"} or target.endswith("/"):
        target = f"{target.rstrip('/.')}/index.html".lstrip("/") if target.strip("/.") else "index.html"
    return target, unquote(parts.fragment)


def test_every_link_leads_somewhere(read: dict[str, _Reader], site: Path) -> None:
    """Each internal link has a page, and its anchor stands on that page; a link to a PDF has its file."""
    dead = []
    for page, reader in read.items():
        for link in reader.links:
            if link.startswith(("https://", "mailto:")):
                continue
            target, anchor = resolved(page, link)
            if target.endswith(".pdf") and (site / target).is_file():
                continue
            if target not in read or (anchor and anchor not in read[target].ids):
                dead.append(f"{page}: {link}")
    assert not dead, "\n".join(dead[:40])


def test_ids_are_unique(read: dict[str, _Reader]) -> None:
    """No id stands twice on a page."""
    assert not {p: [i for i in r.ids if r.ids.count(i) > 1] for p, r in read.items() if len(set(r.ids)) < len(r.ids)}


def test_nothing_is_loaded_from_elsewhere(read: dict[str, _Reader], site: Path) -> None:
    """Scripts, styles and pictures are our own files, and they are there."""
    for page, reader in read.items():
        for link in reader.loads:
            assert not urlsplit(link).netloc, f"{page}: {link}"
            assert (site / resolved(page, link)[0]).is_file(), f"{page}: {link}"


def test_no_inline_script_or_style(read: dict[str, _Reader]) -> None:
    """No page holds a script, a style or an event handler inside its HTML."""
    assert not {page: reader.inline for page, reader in read.items() if reader.inline}


def test_every_entry_has_its_anchor(read: dict[str, _Reader], catalogue: Catalogue) -> None:
    """Every entry of the data stands on its page, at an anchor that can be linked to."""
    missing, addresses = [], Addresses.of(catalogue.site)
    for placed in catalogue.index.values():
        page = resolved("index.html", addresses.entry(placed) or "./")[0]
        if page not in read or (placed.anchor and placed.anchor not in read[page].ids):
            missing.append(placed.ref)
    assert not missing


def test_search_leads_to_entries(read: dict[str, _Reader], catalogue: Catalogue) -> None:
    """Every record of the search index leads to an anchor that exists."""
    for record in records(catalogue):
        target, anchor = resolved("index.html", record.address or "./")
        assert target in read, record
        assert not anchor or anchor in read[target].ids, record


def test_edit_links_name_file_and_line(read: dict[str, _Reader], catalogue: Catalogue) -> None:
    """The page of an entry offers the editor of the entry's own file (where a repository is named), and no other's."""
    repository, addresses = catalogue.site.repository or NOWHERE, Addresses.of(catalogue.site)
    for placed in catalogue.with_page():
        own = repository.edit(placed.file, placed.line).partition("#")[0]
        links = read[resolved("index.html", addresses.entry(placed))[0]].links
        edits = {link.partition("#")[0] for link in links if own and link.startswith(repository.edit_base)}
        assert edits == ({own} if own else set()), placed.ref
