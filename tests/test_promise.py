"""What the check accepts, every output accepts: pages, search, PDFs, katalog.json and the feed, whole and inert.

Odd, hostile and ordinary texts are put into every field of every kind, many in one catalogue; a text the check refuses
in Danish, at its own line, is taken out again. `PROMISE_ROUNDS` asks for more rounds, each with the texts elsewhere.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
import yaml

from macros import pdf, shape
from macros.addresses import Addresses
from macros.catalogue import Catalogue, Loaded, load
from macros.desk import formatter
from macros.paper import Paper
from macros.read.document import Document
from macros.read.source import read
from macros.render import PDF_OF_ALL
from tests.support import told
from tests.support.pdfs import Pdf, bare
from tests.support.sites import FIXTURE, ROOT, copy_with_data, mkdocs_build

ROUNDS = range(int(os.environ.get("PROMISE_ROUNDS", "1")))
BASE = "https://example.org/paa-tvaers/"
PLAIN = "Almindelige ord"
TEXTS = (
    "&ltiframe src=//x&gt &ltscript&gtalert(1)&lt/script&gt",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '\'"><b x="',
    "</title><x",
    "]]> <![CDATA[ <?xml ?>",
    "2 < 3 > 1 & 4 <5",
    "{{ 7 * 7 }}",
    "{ 7 * 7 } { onclick=x } {: .x }",
    '#panic("x") $a^2$ @ref *x _y `z` = o // n \\u{41} #{1}',
    "[x](javascript:alert(1))",
    "[x] ]( [y",
    "![x] | a | b | ~~s~~ ^h^ ==m==",
    "# x",
    "1. x",
    "> x",
    "- [ ] x",
    "+ x",
    "*",
    "***",
    "---",
    ":::",
    "\\",
    "\\1 \\g<0> $& %s %d {x} {n} ${x}",
    "'",
    '"',
    "`",
    "0",
    "null",
    "2027-01-01",
    "~",
    "[]",
    "|",
    ">-",
    "@media print { x }",
    "a/b/../../c?d=e&f=g#h",
    "javascript:alert(1)",
    "https://example.org/" + "a1" * 40,
    "constructor __proto__",
    "=1+1",
    "\u00a0x\u00a0",
    "a\tb",
    "første\nanden",
    "Æblegrød på øen – »citat« … ½ × 2²",
    "\U0001f984 og \u2764\ufe0f",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "日本語 العربية Ωμέγα Жук",
    "x\u0301\u0323 q\u0308",
    "m" * 100,
    "Speciallægepraksisplanlægningsudvalgsmedlemskaber",
)
LONG = ("ord " * 5000, "m" * 20_000)  # in some places only: each fills pages


@dataclass(frozen=True)
class Place:
    """A text of a data file: where it stands, and whether it may be long."""

    path: tuple[str | int, ...]
    prose: bool


def places(value: Any, models: tuple[Any, ...], path: tuple[str | int, ...] = ()) -> Iterator[Place]:
    """Yield every text of a file's value that its models tell a reader."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from places(item, models, (*path, i))
    elif isinstance(value, dict):
        here = shape.narrowed(models, value)
        for key, child in value.items():
            infos = shape.fields(here, key)
            listed = child if isinstance(child, list) else [child]
            for i, one in enumerate(listed):
                at = (*path, key, i) if listed is child else (*path, key)
                if isinstance(one, dict):
                    yield from places(one, shape.below(here, key), at)
                elif any(shape.is_told(info) for info in infos):
                    yield Place(at, shape.style(infos[0]) == "block")


def put(value: Any, path: tuple[str | int, ...], text: str) -> None:
    """Put a text at its path in a file's value."""
    for part in path[:-1]:
        value = value[part]
    value[path[-1]] = text


class Written:
    """A copy of the fixture with texts of ours in it; what the check refuses is taken out again."""

    def __init__(self, data: Path, turn: int | None) -> None:
        self.data, self.refused = data, 0
        number = 0
        for path in sorted(data.rglob("*.yml")):
            kind = formatter.kind_of(path.as_posix())
            value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
            assert kind
            value.pop("synonymer", None)  # they name words of the other texts
            for place in places(value, shape.models_in(kind.model)):
                number += 1
                put(value, place.path, self.chosen(number, turn, place))
            self.write(path, value)

    @staticmethod
    def chosen(number: int, turn: int | None, place: Place) -> str:
        """Return the text for a place: each its own, so that none is found where another stands."""
        if turn is None:
            return f"{PLAIN} {number}"
        if place.prose and number % 40 == turn % 40:
            return f"{LONG[number // 40 % 2]} {number}"
        fits = [text for text in TEXTS if place.prose or (len(text) < 100 and "\n" not in text)]
        return f"{fits[(number + turn * 7) % len(fits)]} {number}"

    @staticmethod
    def write(path: Path, value: Any) -> None:
        """Write a file with every text in quotes, on one line."""
        text = yaml.dump(value, allow_unicode=False, sort_keys=False, default_style='"', width=10**9)
        path.write_text(text, encoding="utf-8")

    def settle(self) -> Loaded:
        """Replace what the check refuses, seeing that it tells where; return the accepted catalogue."""
        loaded = load(self.data, ROOT / "docs")
        for problem in loaded.problems:
            path = self.data.parent / problem.file
            document, _ = read(problem.file, path.read_text("utf-8"))
            assert document
            assert problem.message
            assert problem.remedy
            self.replace(path, document, problem.line)
        self.refused = len(loaded.problems)
        again = load(self.data, ROOT / "docs")
        assert again.catalogue, again.problems[:5]
        return again

    def replace(self, path: Path, document: Document, line: int) -> None:
        """Put plain words in place of the text at a line."""
        value: Any = document.value
        (at,) = [at for at, mark in document.values.items() if mark.line == line and isinstance(_get(value, at), str)]
        put(value, at, f"{PLAIN} {line} i {path.stem}")
        self.write(path, value)


def _get(value: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        value = value[part]
    return value


@dataclass(frozen=True)
class Outcome:
    """An accepted catalogue and its built site."""

    catalogue: Catalogue
    site: Path
    refused: int


def made(folder: Path, turn: int | None) -> Outcome:
    """Write, check and build a round."""
    root = copy_with_data(FIXTURE, folder / "root")
    written = Written(root / "data", turn)
    catalogue = written.settle().catalogue
    assert catalogue
    result = mkdocs_build(root, folder / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return Outcome(catalogue, folder / "site", written.refused)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return the catalogue with plain words everywhere."""
    return made(tmp_path_factory.mktemp("plain"), None)


@pytest.fixture(scope="module", params=ROUNDS)
def odd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return the catalogue with odd words everywhere."""
    return made(tmp_path_factory.mktemp("odd"), request.param)


def pages(outcome: Outcome) -> dict[str, told.Reader]:
    """Return every page, read, by its address."""
    site = outcome.site
    return {p.relative_to(site).as_posix().removesuffix("index.html"): told.read(p) for p in site.rglob("*.html")}


def elements(page: told.Reader) -> Counter[str]:
    """Return how many elements of each form a page has; the lines of a label or the paragraphs of a text may differ."""
    return Counter(tag for tag in page.shape if tag.split()[0].strip("/") not in {"text", "p"})


def test_the_plain_and_the_odd_are_accepted(plain: Outcome, odd: Outcome) -> None:
    """Plain words are never refused; of the odd ones only what holds code."""
    assert plain.refused == 0
    assert odd.refused > 0
    assert odd.refused < len(told.texts(odd.catalogue)) / 4


def test_no_text_makes_an_element(plain: Outcome, odd: Outcome) -> None:
    """Every page has the elements and attributes it has with plain words, whatever the texts hold."""
    before, after = pages(plain), pages(odd)
    assert before.keys() == after.keys()
    assert not {
        name: (elements(after[name]) - elements(page), elements(page) - elements(after[name]))
        for name, page in before.items()
        if elements(after[name]) != elements(page)
    }


def test_every_text_stands_on_its_page(odd: Outcome) -> None:
    """Each text stands whole, letter by letter, on its page."""
    shown = pages(odd)
    hidden = [
        (one.field, one.text[:200])
        for one in told.texts(odd.catalogue)
        if not told.on_every_page(one)
        and one.text not in shown[Addresses().page(one.page)].text + told.head(shown[Addresses().page(one.page)])
    ]
    assert not hidden


def test_data_feed_and_index_are_whole(odd: Outcome) -> None:
    """katalog.json follows its schema, the feed is well-formed, and the index has a row for each entry."""
    data = json.loads((odd.site / "katalog.json").read_text("utf-8"))
    rules = json.loads((ROOT / "schema/katalogdata.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(rules).validate(data)
    assert ElementTree.fromstring((odd.site / "feed.xml").read_text("utf-8")).tag.endswith("feed")
    index = json.loads((odd.site / "assets/soegning.json").read_text("utf-8"))
    rows = {len(index[name].split("\n")) for name in ("t", "x", "w", "s", "a")}
    assert rows == {len(index["k"])} == {len(index["p"])}


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
        if bare(one.text) not in words[names.get(one.page, PDF_OF_ALL)]
    ]
    assert not missing
