"""Every text in the data stands where a reader finds it: on its page, on paper, in katalog.json."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from macros.catalogue import Catalogue, references
from macros.catalogue.addresses import PDF_OF_ALL, Addresses
from tests.support import told
from tests.support.pdfs import Pdf, bare, fonts

BASE = "https://example.org/paa-tvaers/"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, told.Reader]:
    """Return every page of the site, read, by its address under the site's root."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): told.read(path) for path in site.rglob("*.html")
    }


def test_on_the_web(pages: dict[str, told.Reader], catalogue: Catalogue) -> None:
    """Each text of each field stands on the page that is made of its file; the site's own on some page."""
    everywhere = " ".join(" ".join([page.text, *page.said]) for page in pages.values())
    shown = {name: page.text + told.head(page) for name, page in pages.items()}
    hidden = [
        one
        for one in told.texts(catalogue)
        if one.text not in (everywhere if told.on_every_page(one) else shown[Addresses().page(one.page)])
    ]
    assert not hidden


def test_every_reference_is_a_link(pages: dict[str, told.Reader], catalogue: Catalogue) -> None:
    """Each entry's page leads to all that it points at, as often as entries there point at it."""
    wanted: Counter[tuple[str, str]] = Counter()
    for placed in catalogue.index.values():
        for ref in references(placed.entry):
            if not ref.startswith("side:"):
                wanted[Addresses().page(placed.page), Addresses().entry(catalogue.find(ref))] += 1
    found: Counter[tuple[str, str]] = Counter()
    for name, page in pages.items():
        for link in page.links:
            found[name, resolved(name, link)] += 1
    assert not {key: count for key, count in wanted.items() if found[key] < count}


def resolved(page: str, link: str) -> str:
    """Return the address under the site's root that a link on a page leads to."""
    return unquote(urljoin(BASE + page, link)).removeprefix(BASE)


def test_in_the_data(site: Path, catalogue: Catalogue) -> None:
    """Each text of each entry stands in its unit of katalog.json, without formatting."""
    made = json.loads((site / "katalog.json").read_text(encoding="utf-8"))
    units = {unit["id"]: strings(unit) for unit in made["punkter"]}
    missing = [
        (placed.id, text)
        for placed in catalogue.index.values()
        for text in told.own(placed.entry)
        if text not in units[placed.id]
    ]
    assert not missing


def strings(value: object) -> set[str]:
    """Return every line of every text in a JSON value."""
    if isinstance(value, dict):
        return {text for child in value.values() for text in strings(child)}
    if isinstance(value, list):
        return {text for child in value for text in strings(child)}
    return set(value.split("\n")) if isinstance(value, str) else set()


@pytest.fixture(scope="module")
def papers(pdfs: dict[str, Pdf]) -> dict[str, str]:
    """Return the bare text of every PDF, covers included, by its name."""
    return {name: bare("".join(made.pages)) for name, made in pdfs.items()}


def test_on_paper(papers: dict[str, str], catalogue: Catalogue) -> None:
    """Each text of each field of an entry stands in its page's PDF, and what has no page of its own in the whole."""
    names = {placed.page: placed.id for placed in catalogue.with_page()}
    missing = [
        one
        for one in told.texts(catalogue)
        if told.on_paper(one)
        for text in [bare(fonts().text(one.text))]
        if text not in papers[names.get(one.page, PDF_OF_ALL)]
    ]
    assert not missing
