"""Reading a PDF for a test: its pages' text, its structure, its links, and what of the data must stand in it."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
from pypdf.generic import ArrayObject, DictionaryObject
from pypdfium2 import raw

from macros import inline, shape
from macros.catalogue import Catalogue, Placed, own_texts, walk
from macros.marks import Use
from macros.paper import press as pdf
from macros.paper.document import Paper
from macros.paper.signs import Signs
from tests.support.sites import BASE, once

MM = 72 / 25.4
TOP, BOTTOM = 22 * MM, 20 * MM  # where the running head and the foot of a page end
LAST_ON_PAPER = {"tjekliste", "grundlag"}  # these stand after what the data has behind them
UNSEEN = re.compile(r"[\s\x02\xad\u200b‐-]+")


def bare(text: str) -> str:
    """Return a text without spaces and hyphens: how it was broken into lines no longer matters."""
    return UNSEEN.sub("", text)


@dataclass(frozen=True)
class Glyph:
    """A visible sign: where it stands (from the left and from below, in points) and its font."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    font: str


class Pdf:
    """One PDF, read."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = pypdf.PdfReader(io.BytesIO(content))
        self.document = pypdfium2.PdfDocument(content)
        self.root: Any = self.reader.trailer["/Root"].get_object()
        self._signs: dict[int, list[Glyph]] = {}

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, running head and foot included."""
        return [page.get_textpage().get_text_bounded() for page in self.document]

    @cached_property
    def inner(self) -> list[str]:
        """The bare text of each page between running head and foot."""
        found = []
        for number, page in enumerate(self.document):
            width, height = page.get_size()
            top = height if number == 0 else height - TOP
            found.append(bare(page.get_textpage().get_text_bounded(0, BOTTOM, width, top)))
        return found

    @cached_property
    def text(self) -> str:
        """The bare text of the whole document, running heads and feet left out."""
        return "".join(self.inner)

    def glyphs(self, number: int) -> list[Glyph]:
        """Return the visible signs of a page in the order they were set; several tests ask."""
        if number not in self._signs:
            self._signs[number] = list(self._glyphs(number))
        return self._signs[number]

    def _glyphs(self, number: int) -> Iterator[Glyph]:
        page = self.document[number].get_textpage()
        for at in range(page.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(page.raw, at))
            if char.isspace() or char in "\x02\xad" or raw.FPDFText_IsGenerated(page.raw, at):
                continue
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFText_GetFontInfo(page.raw, at, buffer, 200, None)
            left, bottom, right, top = page.get_charbox(at)
            yield Glyph(char, left, bottom, right, top, buffer.value.decode())

    def elements(self) -> list[tuple[str, DictionaryObject]]:
        """Return (role, element) of the structure tree in reading order; several tests ask."""
        return self._structure

    @cached_property
    def _structure(self) -> list[tuple[str, DictionaryObject]]:
        return list(_elements(self.root["/StructTreeRoot"].get_object().get("/K")))

    def uris(self) -> set[str]:
        """Return the addresses that links of the document lead to."""
        found = set()
        for page in self._page_objects():
            for note in page.get("/Annots", ()):
                action = note.get_object().get("/A")
                if action and "/URI" in action.get_object():
                    found.add(str(action.get_object()["/URI"]))
        return found

    def bookmarks(self) -> list[str]:
        """Return the titles of the bookmarks in order."""
        return list(_titles(self.reader.outline))

    def fonts(self) -> Iterator[Any]:
        """Yield each font of the document."""
        for page in self._page_objects():
            for font in page["/Resources"].get("/Font", {}).values():
                yield font.get_object()

    def _page_objects(self) -> list[Any]:
        return list(self.reader.pages)


def made_once(folder: Path, catalogue: Catalogue) -> dict[str, Pdf]:
    """Return every PDF of a catalogue by its name, set once for all workers and read by each that asks."""
    paper = Paper(catalogue, BASE)

    def make() -> str:
        press = pdf.Press()
        for name in paper.names():
            (folder / f"{name}.pdf").write_bytes(press.make(name, paper.document(name)))
        return ""

    once(folder, make)
    return {name: Pdf((folder / f"{name}.pdf").read_bytes()) for name in paper.names()}


def _elements(node: Any) -> Iterator[tuple[str, DictionaryObject]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, ArrayObject):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield str(node["/S"]), node
        if "/K" in node:
            yield from _elements(node["/K"])


def _titles(outline: Any) -> Iterator[str]:
    for part in outline:
        if isinstance(part, list):
            yield from _titles(part)
        else:
            yield str(part.title)


def parts_of(page: Placed) -> list[Any]:
    """Return the entries on a page in the order they have on paper."""
    found = [(path, entry) for path, entry in walk(page.entry) if path]
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0][0] in LAST_ON_PAPER)]


def texts_of(entry: Any) -> list[str]:
    """Return the texts of an entry that must be on paper."""
    return [one.plain for one in own_texts(entry) if one.info and Use.PAPER in shape.uses(one.info)]


@cache
def fonts() -> Signs:
    """Return what knows which signs the house's fonts have."""
    return pdf.Press().signs


def printed(text: str) -> str:
    """Return a plain text as paper has it: without the signs that no font of the house has."""
    return fonts().text(text)


def on_paper(text: str) -> str:
    """Return a text of the data as it reads on paper, bare."""
    return bare(printed(text))


def check_order(made: Pdf, pages: tuple[Placed, ...]) -> None:
    """Check that every text of some pages stands on paper, entry after entry, after the title of its entry."""
    at = 0
    for page in pages:
        for text in texts_of(page.entry):
            assert on_paper(text) in made.text, (page.id, text)
        at = made.text.index(on_paper(inline.paragraphs(inline.plain(page.entry.text))[0]), at)
        for entry in parts_of(page):
            at = made.text.find(on_paper(getattr(entry, "title", inline.plain(entry.text))), at)
            assert at >= 0, f"{entry.id} is missing or stands too early"
            for text in texts_of(entry):
                assert all(on_paper(part) in made.text[at:] for part in inline.paragraphs(text)), (entry.id, text)


def orphans(made: Pdf) -> list[str]:
    """Return the pages whose last words are a heading: set in the bold grotesk, which no running text is."""
    found = []
    for number in range(1, len(made.pages)):
        last = [sign for sign in made.glyphs(number) if 20 * MM < sign.bottom < 275 * MM][-12:]
        if last and all("SchibstedGrotesk-Bold" in sign.font for sign in last):
            found.append(f"page {number + 1}: …{''.join(sign.char for sign in last)}")
    return found
