"""A catalogue in English: built strictly, and not a word of it Danish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros import language
from macros.catalogue import Catalogue
from macros.paper.document import Paper
from macros.paper.press import Press
from tests.support.pdfs import Pdf
from tests.support.sites import ENGLISH, search_index
from tests.test_language import leaves

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ADDRESS = re.compile(r"\S*(?:https?:|//|\.yml|\.json|\.org|@)\S*")
READ = frozenset({"aria-label", "alt", "title", "placeholder", "content"})


def words_of(text: str) -> set[str]:
    """Return the words of a text in lower case; addresses and names of files are no words."""
    return {word.casefold() for word in WORD.findall(ADDRESS.sub(" ", text.replace("\xad", "")))}


@pytest.fixture(scope="module")
def known() -> set[str]:
    """Return every word that an English page may hold: those of the catalogue, of its language, and names."""
    own = [path.read_text(encoding="utf-8") for path in ENGLISH.rglob("*.yml")]
    said = [text for _, text in leaves(language.words("en"))]
    names = [
        "GitHub CSV ics PDF kB MB Esc Ctrl K cc by",
        *language.words("en").owner.names,
    ]  # also those in the browser
    return words_of(" ".join([*own, *said, *names]))


class Page(HTMLParser):
    """Collects what a reader of a page meets: texts, attributes that are read aloud, and what scripts say."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.quiet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the attributes; of the data attributes, those that hold more than a name."""
        self.quiet = tag in {"script", "style"}
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name") != "description":  # the others are read by browsers only
            return
        data = [value for name, value in given.items() if name.startswith("data-") and not value.startswith("{")]
        said = [value for value in data if re.search(r"\w [\w{]|\w\.", value)]  # what is JSON is for scripts alone
        self.told += [given[name] for name in READ & set(given)] + [v for v in said if not re.fullmatch(r"[\w .-]*", v)]

    def handle_data(self, data: str) -> None:
        """Collect a text."""
        if not self.quiet:
            self.told.append(data)


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of each page of a site and all that a reader meets on it."""
    for path in sorted(site.rglob("*.html")):
        if path.parent.name != "partials":
            page = Page()
            page.feed(path.read_text(encoding="utf-8"))
            yield path.relative_to(site).as_posix(), " ".join(page.told)


def test_every_word_on_the_pages_is_english(english_site: Path, known: set[str]) -> None:
    """A page holds the catalogue's own words and those of the English file, and no other word at all."""
    found = {name: words_of(text) - known for name, text in pages(english_site)}
    assert {name: sorted(strange) for name, strange in found.items() if strange} == {}


def test_pages_say_their_language(english_site: Path) -> None:
    """Every page says that it is in English, and whose it is."""
    for path in english_site.rglob("*.html"):
        if path.parent.name != "partials":
            assert '<html lang="en-GB" data-katalog="the-bridge">' in path.read_text(encoding="utf-8"), path


def test_paper_is_english(english: Catalogue, known: set[str]) -> None:
    """So is every word of the PDFs, and their language is told."""
    paper, press = Paper(english, "https://example.org/the-bridge/"), Press()
    for name in paper.names():
        made = Pdf(press.make(name, paper.document(name)))
        assert words_of(" ".join(made.pages)) - known == set(), name
        assert str(made.reader.root_object["/Lang"]) == "en-GB"


def test_what_is_made_for_programs_is_english(english_site: Path, known: set[str]) -> None:
    """The search index and the feed hold no Danish word either, and the feed says its language."""
    index = search_index(english_site)
    texts = [index["t"], index["x"], index["s"], *(name for one, many, _ in index["kinds"] for name in (one, many))]
    assert words_of(" ".join(texts)) - known == set()
    assert 'xml:lang="en-GB"' in (english_site / "feed.xml").read_text(encoding="utf-8")
