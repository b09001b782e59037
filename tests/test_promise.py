"""What the check accepts, every output accepts: pages, search, PDFs, katalog.json and the feed, whole and inert.

Odd, hostile and ordinary texts are put into every field of every kind (`tests/support/odd.py`), many in one catalogue;
a text the check refuses in Danish, at its own line, is taken out again. Two catalogues are gone through, the invented
one and that of the examples; the sweep asks for two more rounds each, with
the texts elsewhere, or as many as `PROMISE_ROUNDS` says.
"""

from __future__ import annotations

import itertools
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest

from macros.catalogue import Catalogue
from macros.catalogue.addresses import PDF_OF_ALL, Addresses
from macros.kinds.words.kind import Words
from macros.paper import press as pdf
from macros.paper.document import Paper
from tests.support import odd as texts
from tests.support import told
from tests.support.pdfs import Pdf, bare
from tests.support.sites import EXAMPLES, FIXTURE, ROOT, copy_with_data, mkdocs_build, search_index

ROUNDS = [0, *(pytest.param(n, marks=pytest.mark.sweep) for n in range(1, int(os.environ.get("PROMISE_ROUNDS", "3"))))]
BASE = "https://example.org/paa-tvaers/"
REPEATED = ("text", "p")  # the lines of a drawing's label, the paragraphs of a text: as many as its words fill
A_PAGE = 4000  # letters
BY_TITLE = ("ord/",)  # a page whose entries stand in the order of their titles


@dataclass(frozen=True)
class Outcome:
    """An accepted catalogue and its built site."""

    catalogue: Catalogue
    site: Path
    refused: int

    @cached_property
    def pages(self) -> dict[str, told.Reader]:
        """Every page, read, by its address."""
        found = self.site.rglob("*.html")
        return {p.relative_to(self.site).as_posix().removesuffix("index.html"): told.read(p) for p in found}


def made(data: Path, folder: Path, turn: int | None) -> Outcome:
    """Write, check and build a round."""
    root = copy_with_data(data, folder / "root")
    written = texts.Written(root / "data", turn)
    catalogue = written.settle().catalogue
    assert catalogue
    result = mkdocs_build(root, folder / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return Outcome(catalogue, folder / "site", written.refused)


@pytest.fixture(scope="module", params=[FIXTURE, EXAMPLES], ids=["invented", "examples"])
def folder(request: pytest.FixtureRequest) -> Path:
    """Return the data folder of a catalogue that is gone through."""
    data: Path = request.param
    return data


@pytest.fixture(scope="module")
def plain(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return the catalogue with plain words everywhere."""
    return made(folder, tmp_path_factory.mktemp("plain"), None)


@pytest.fixture(scope="module", params=ROUNDS)
def odd(folder: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return the catalogue with odd words everywhere."""
    return made(folder, tmp_path_factory.mktemp("odd"), request.param)


def elements(page: told.Reader) -> list[tuple[str, ...]]:
    """Return the elements of a page in order, from each that has an id to the next."""
    parts: list[list[str]] = [[]]
    for tag in _once(page.shape):
        if " id" in tag:
            parts.append([])
        parts[-1].append(tag)
    return [tuple(part) for part in parts]


def _once(tags: list[str]) -> Iterator[str]:
    """Yield the tags of a page; of like leaves (`REPEATED`) in a row only the first, as each is part of a text."""
    leaf: tuple[str, str] | None = None
    at = 0
    while at < len(tags):
        pair = (tags[at], tags[at + 1]) if at + 1 < len(tags) else ("", "")
        if pair[0].split()[0:1] in [[name] for name in REPEATED] and pair[1] == f"/{pair[0].split()[0]}":
            yield from () if pair == leaf else pair
            leaf, at = pair, at + 2
        else:
            yield tags[at]
            leaf, at = None, at + 1


def differs(name: str, before: told.Reader, after: told.Reader) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return where the elements of a page are not the same, in the same order, as before."""
    one, other = elements(before), elements(after)
    if name in BY_TITLE:  # another entry may be the last, and be followed by the end of the page
        pairs = [tuple(sorted(itertools.chain(*parts))) for parts in (one, other)]
        return [] if pairs[0] == pairs[1] else [(pairs[0], pairs[1])]
    return [(a, b) for a, b in itertools.zip_longest(one, other, fillvalue=()) if a != b]


def stands(text: str, paper: str) -> bool:
    """Whether a text stands on paper; of one longer than a page, its letters, as the head of a table may divide it."""
    return text in paper or (len(text) > A_PAGE and not Counter(text) - Counter(paper))


def test_the_plain_and_the_odd_are_accepted(plain: Outcome, odd: Outcome) -> None:
    """Plain words are never refused; of the odd ones only what holds code."""
    assert plain.refused == 0
    assert odd.refused > 0
    assert odd.refused < len(told.texts(odd.catalogue)) / 4


def test_no_text_makes_an_element(plain: Outcome, odd: Outcome) -> None:
    """Every page has the elements and attributes, in the order, it has with plain words, whatever the texts hold."""
    assert plain.pages.keys() == odd.pages.keys()
    assert not {name: found for name, page in plain.pages.items() if (found := differs(name, page, odd.pages[name]))}


def test_no_address_is_code(odd: Outcome) -> None:
    """No page leads to, loads or sends anything but by an address of a site or a mail address."""
    schemes = {urlsplit(link).scheme for page in odd.pages.values() for link in page.addresses}
    assert schemes <= {"", "https", "mailto"}


def test_every_text_stands_on_its_page(odd: Outcome) -> None:
    """Each text stands whole, letter by letter, on its page; the site's own on some page."""
    everywhere = " ".join(" ".join([page.text, *page.said]) for page in odd.pages.values())
    shown = {name: page.text + told.head(page) for name, page in odd.pages.items()}
    hidden = [
        (one.field, one.text[:200])
        for one in told.texts(odd.catalogue)
        if one.text not in (everywhere if told.on_every_page(one) else shown[Addresses().page(one.page)])
    ]
    assert not hidden


def test_data_and_feed_are_whole(odd: Outcome) -> None:
    """katalog.json follows its schema, and the feed is well-formed."""
    data = json.loads((odd.site / "katalog.json").read_text("utf-8"))
    rules = json.loads((ROOT / "schema/katalogdata.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(rules).validate(data)
    assert ElementTree.fromstring((odd.site / "feed.xml").read_text("utf-8")).tag.endswith("feed")


def test_the_index_is_whole(odd: Outcome) -> None:
    """The search index has a row for each entry, with its title and each of its everyday words whole."""
    index = search_index(odd.site)
    columns = {name: index[name].split("\n") for name in ("t", "x", "w", "s", "a")}
    assert {len(column) for column in columns.values()} == {len(index["k"])} == {len(index["p"])}
    for placed, title, words in zip(odd.catalogue.index.values(), columns["t"], columns["s"], strict=False):
        short = getattr(placed.entry, "short", None)
        assert title == " ".join(placed.title.split())
        assert [*([short] if short else []), *placed.entry.keywords] == words.split("\t") * bool(words)
    words = odd.catalogue.one(Words)
    rows = words.synonyms if words else ()
    for row, (means, words) in zip(rows, index["synonyms"], strict=True):
        assert len(means.split("\t")) == len(row.means)
        assert words.split(" ") == list(row.words)


def test_every_pdf_is_made_and_holds_every_text(odd: Outcome) -> None:
    """Every PDF is made, no text stands outside the paper, and what the fonts can say stands there."""
    press, paper = pdf.Press(), Paper(odd.catalogue, BASE)
    papers = {name: Pdf(press.make(name, paper.document(name))) for name in paper.names()}
    for name, one in papers.items():
        for number in range(len(one.pages)):
            outside = [g for g in one.glyphs(number) if not (g.left > 0 and g.right < 596 and 0 < g.bottom < 842)]
            assert not outside, (name, number + 1, "".join(g.char for g in outside[:40]))
    words = {name: (bare(one.pages[0]) + one.text).replace("\u200b", "") for name, one in papers.items()}
    names = {placed.page: placed.id for placed in odd.catalogue.with_page()}
    missing = [
        (one.field, one.text[:200])
        for one in told.texts(odd.catalogue)
        if told.on_paper(one) and max(one.text) < "\u2100"
        if not stands(bare(one.text), words[names.get(one.page, PDF_OF_ALL)])
    ]
    assert not missing
