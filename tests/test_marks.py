"""Whether a text is read with its marks (bold, italic, links) or stands as it was written: one answer for each field.

The model says it; every output goes by it. A text with all marks is put into every field of every kind at once, and
what the pages, paper, `katalog.json`, the feed and the search make of it is held against the model, field by field.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from pydantic.fields import FieldInfo

from macros import shape
from macros.catalogue import Catalogue, own_texts
from macros.catalogue.addresses import PDF_OF_ALL, Addresses
from macros.desk import remarks
from macros.marks import Use
from macros.paper.document import Paper
from tests.support import told
from tests.support.odd import Place, Written
from tests.support.pdfs import bare
from tests.support.sites import BASE, EXAMPLES, FIXTURE, copy_with_data, mkdocs_build

NUMBER = re.compile(r"Navn(\d+)n")
ROOTS = "w"  # a column of the search index that holds roots of words, in no text's order
ASIDE = {"style", "url", "id"}  # what a run on paper says of its text


def written(number: int) -> str:
    """Return a text with all marks."""
    return f"Navn{number}n [ord{number}](https://a.dk/{number}/x) *skrå{number}* **fed{number}**"


def expected(number: int, *, marks: bool) -> str:
    """Return how a text is shown, its spaces and hyphens left out."""
    shown = f"Navn{number}n ord{number} skrå{number} fed{number}" if marks else written(number)
    return bare(shown).casefold()


class Marked(Written):
    """A copy of a catalogue with a text with all marks in every field that takes free text."""

    def chosen(self, place: Place) -> str:
        """Return the text for a place: each its own."""
        number = len(self.places)
        plain = shape.is_link(place.info) or place.divides or place.one_word
        return place.plain(number) if plain else written(number)


@dataclass(frozen=True)
class Field:
    """A field's text in the catalogue: its number, its field, and the page it belongs on."""

    number: int
    info: FieldInfo
    name: str
    page: str


@dataclass(frozen=True)
class Made:
    """The catalogue and all that is made of it."""

    catalogue: Catalogue
    site: Path
    remarks: list[str]

    @cached_property
    def fields(self) -> list[Field]:
        """Every field that holds a text with marks."""
        return [
            Field(int(match[1]), info, f"{type(part).__name__}: {path}", page)
            for part, page in told.parts(self.catalogue)
            for path, info, value in told.values(part)
            if isinstance(value, str) and not shape.is_about_words(info) and (match := NUMBER.match(value))
        ]

    @cached_property
    def pages(self) -> dict[str, told.Reader]:
        """Every page, read, by its address."""
        found = self.site.rglob("*.html")
        return {p.relative_to(self.site).as_posix().removesuffix("index.html"): told.read(p) for p in found}

    @cached_property
    def documents(self) -> dict[str, Any]:
        """What each PDF is set from."""
        paper = Paper(self.catalogue, BASE)
        return {name: paper.document(name) for name in paper.names()}

    @cached_property
    def outputs(self) -> dict[str, str]:
        """The bare text of each output, by its name."""
        found = {name: " ".join(["".join(page.words), *page.said]) for name, page in self.pages.items()}
        found |= {f"paper: {name}": "".join(strings(document)) for name, document in self.documents.items()}
        for path in self.site.rglob("*"):
            if path.suffix in (".xml", ".css", ".js", ".txt", ".webmanifest"):
                found[path.name] = html.unescape(path.read_text("utf-8"))
            elif path.suffix == ".json":
                found[path.name] = " ".join(strings(json.loads(path.read_text("utf-8"))))
        return {name: bare(text).casefold() for name, text in found.items()}


def strings(value: Any) -> Iterator[str]:
    """Yield every text in a value, in order."""
    if isinstance(value, dict):
        left_out = ASIDE if isinstance(value.get("text"), list) else {ROOTS}
        for key, child in value.items():
            yield from () if key in left_out else strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from strings(child)
    elif isinstance(value, str):
        yield value


def runs(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every run of text on paper that leads somewhere."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), list) and "url" in value:
            yield value
        for child in value.values():
            yield from runs(child)
    elif isinstance(value, list):
        for child in value:
            yield from runs(child)


@pytest.fixture(scope="module", params=[FIXTURE, EXAMPLES], ids=["invented", "examples"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return a catalogue with marks in every field, and all that is made of it."""
    folder = tmp_path_factory.mktemp("marked")
    root = copy_with_data(request.param, folder / "root")
    loaded = Marked(root / "data", 0).settle()
    result = mkdocs_build(root, folder / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    assert loaded.catalogue
    return Made(loaded.catalogue, folder / "site", remarks.of_texts(loaded))


def test_every_field_that_is_told_is_tried(made: Made) -> None:
    """Each field of each model that holds a text a page tells has a text with marks, in this catalogue or the other."""
    tried = {one.name for one in made.fields}
    assert (
        not {
            f"{type(part).__name__}: {path}"
            for part, _ in told.parts(made.catalogue)
            for path, info, value in told.values(part)
            if isinstance(value, str) and shape.is_told(info)
        }
        - tried
    )


def test_every_output_shows_a_text_alike(made: Made) -> None:
    """Wherever a text begins it goes on as the model says: its marks read everywhere, or as letters everywhere."""
    wrong = [
        (one.name, name, text[at : at + 80])
        for one in made.fields
        for name, text in made.outputs.items()
        for at in begins(text, one.number)
        if not text.startswith(expected(one.number, marks=shape.is_inline(one.info)), at)
    ]
    assert not wrong


def begins(text: str, number: int) -> list[int]:
    """Return where the text with a number begins."""
    return [match.start() for match in re.finditer(f"navn{number}n", text)]


def test_a_link_reaches_page_paper_and_data(made: Made) -> None:
    """An address in a text that is read with its marks is a link on its page and on paper, and stands in the data."""
    data = (made.site / "katalog.json").read_text("utf-8")
    units = {one.text for placed in made.catalogue.index.values() for one in own_texts(placed.entry)}
    names = {placed.page: placed.id for placed in made.catalogue.with_page()}
    everywhere = [link for page in made.pages.values() for link in page.links]
    missing = []
    for one in made.fields:
        address, uses = f"https://a.dk/{one.number}/x", shape.uses(one.info)
        if not shape.is_inline(one.info):
            assert address not in everywhere, one.name
            continue
        row = told.Told("", one.name, one.page)
        links = everywhere if told.on_every_page(row) else made.pages[Addresses().page(one.page)].links
        if Use.PAGE in uses and address not in links:
            missing.append((one.name, "page"))
        document = made.documents[names.get(one.page, PDF_OF_ALL)]
        if Use.PAPER in uses and told.on_paper(row) and address not in [run["url"] for run in runs(document)]:
            missing.append((one.name, "paper"))
        if Use.EXPORT in uses and written(one.number) in units and f'"{address}"' not in data:
            missing.append((one.name, "data"))
    assert not missing


def test_marks_that_are_letters_are_remarked_on(made: Made) -> None:
    """The check says of each text whose marks stand as letters that they do, and of no other."""
    said = {remark.partition(": ")[2] for remark in made.remarks}
    wrong = [
        (one.name, mark)
        for one in made.fields
        for mark in written(one.number).split()[1:]
        if (remarks.RAW_MARKS.format(mark) in said) == shape.is_inline(one.info)
    ]
    assert not wrong
