"""A catalogue's own names for its kinds and phases stand on pages, on paper and in data, and the usual ones nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from macros import language, shape
from macros.catalogue import Catalogue
from macros.catalogue.addresses import PDF_OF_ALL
from macros.paper import press as pdf
from macros.paper.document import Paper
from tests.support import told
from tests.support.odd import Written
from tests.support.pdfs import Pdf
from tests.support.sites import BASE, FIXTURE, copy_with_data, mkdocs_build, read, search_index

WORDS = language.words("da")
# Nouns that our sentences use as such, whatever an entry is called (»på denne side«, »fase for fase«, »kilder og
# sammenhæng«): of these only a label, a text that says nothing else, is the name of a kind.
EVERYDAY = {
    *("afsnit", "anbefaling", "begreb", "belæg", "dimension", "element", "fase"),
    *("kilde", "rolle", "situation", "spørgsmål", "trin"),
}
CALLED = {kind: (WORDS.kinds[kind].one, WORDS.kinds[kind].many) for kind in shape.kinds()}
USUAL = {name for names in CALLED.values() for name in names} | set(WORDS.phases.values())
NAMES = [name for kind, names in CALLED.items() if kind not in EVERYDAY for name in names]
NAMED = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, NAMES))})(?!\w)", re.IGNORECASE)
CODE = re.compile(r"»[^«]*:«|\S+/\S*|[a-zæøå]+:[a-z0-9-]+")  # keys, addresses and references stay what they are
OWN = {kind: (f"Knurp{n}", f"Knurpler{n}") for n, kind in enumerate(CALLED)}
PHASES = {key: f"Sjask{n}" for n, key in enumerate(WORDS.phases)}
READ_OUT = {"alt", "aria-label", "content", "label", "placeholder", "title", "data-titel"}


def usual(text: str) -> bool:
    """Whether a text is, or says, what the catalogue calls by another name."""
    return text.strip(" :·") in USUAL or NAMED.search(CODE.sub("", text)) is not None


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Path]:
    """Return a catalogue with another name for every kind and phase and plain words for all content, and its site."""
    folder = tmp_path_factory.mktemp("renamed")
    root = copy_with_data(FIXTURE, folder / "root")
    Written(root / "data", None)
    file = root / "data/katalog.yml"
    value = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    value["navne"] = [{"slags": kind, "en": one, "flere": many} for kind, (one, many) in OWN.items()]
    value["faser"] = [{"id": phase, "titel": title} for phase, title in PHASES.items()]
    for own in ("temaer", "værktøjer", "videre"):
        value["forside"].pop(own)  # the owner's own headings instead of the names
    file.write_text(yaml.dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    result = mkdocs_build(root, folder / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return read(root / "data"), folder / "site"


class Heard(told.Reader):
    """Collects what is read out: texts, and attributes that say something, those of the scripts' words too."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the attributes say."""
        super().handle_starttag(tag, attrs)
        of_script = ("data-del", "ord") in attrs
        self.words += [f" {value} " for name, value in attrs if value and (of_script or name in READ_OUT)]


def test_no_page_has_a_usual_name(renamed: tuple[Catalogue, Path]) -> None:
    """Menus, headings, labels and what scripts say use the catalogue's own names."""
    found: dict[str, set[str]] = {}
    said = ""
    for path in renamed[1].rglob("*.html"):
        page = Heard()
        page.feed(path.read_text("utf-8"))
        said += "\n".join(page.words)
        for text in filter(usual, page.words):
            found.setdefault(text.strip()[:200], set()).add(path.parent.name)
    assert found == {}
    assert {title for title in PHASES.values() if title not in said} == set()


def strings(value: object) -> Iterator[str]:
    """Yield every text of a JSON value but the codes of kinds."""
    if isinstance(value, str):
        yield value
    children = value if isinstance(value, list) else []
    if isinstance(value, dict):
        children = [child for key, child in value.items() if key != "slags"]
    for child in children:
        yield from strings(child)


def test_no_data_has_a_usual_name(renamed: tuple[Catalogue, Path]) -> None:
    """The search index, katalog.json and the feed use the catalogue's own names, and the index all of them."""
    _, site = renamed
    index = search_index(site)
    rows = [row for column in ("t", "x") for row in index[column].split("\n")]
    called = {name for one, many, _ in index["kinds"] for name in (one, many)}
    data = json.loads((site / "katalog.json").read_text("utf-8"))
    feed = ElementTree.fromstring((site / "feed.xml").read_text("utf-8"))
    texts = [*rows, *called, *strings(data), *(text for text in feed.itertext())]
    assert not {text for text in texts if usual(text)}
    assert called - {WORDS.kinds["side"].one, WORDS.kinds["side"].many} <= {n for names in OWN.values() for n in names}


def test_no_paper_has_a_usual_name(renamed: tuple[Catalogue, Path]) -> None:
    """The PDF of the whole uses the catalogue's own names, also as the only words of a line."""
    paper = Paper(renamed[0], BASE)
    made = Pdf(pdf.Press().make(PDF_OF_ALL, paper.document(PDF_OF_ALL)))
    lines = [line for page in made.pages for line in page.splitlines()]
    assert not {line for line in lines if usual(line)}
    assert all(title in " ".join(lines) for title in PHASES.values())
