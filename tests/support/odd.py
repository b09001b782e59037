"""Odd, hostile and ordinary texts, put into every field of every kind of a copy of a catalogue.

What the check refuses is taken out again and plain words put in its place, so that the rest can be built. Everyday
words mean words of other texts and hyphens divide words of other texts, so those are made together with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic.fields import FieldInfo

from macros import shape
from macros.catalogue import Loaded, load
from macros.desk import formatter
from macros.kinds.words.kind import Synonyms, Words
from macros.read.document import Document
from macros.read.source import read
from tests.support.sites import ROOT

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


ADDRESSES = (
    "https://a.dk/`b`*c*_d_~e~",
    "https://a.dk/?b=1&c=2&lt;d#e",
    "https://a.dk/{{7*7}}{%x%}{#y#}",
    "https://a.dk/](x)[y](z)!{.w}",
    "https://a.dk/$x$\\n@y#panic",
    "https://æøå.dk/ø/日本?å=ß",
    "https://a.dk/%3Cscript%3E//b:c|d^e",
    "mailto:a@b.dk?subject=c%20d&body=e",
    "javascript:alert(1)",
    "data:text/html,x",
)
NAME = re.compile(r"[a-zæøå]+:(?:[a-z0-9-]+|\*)")  # a reference, or in a menu all of a kind
WORD = re.compile(r"[^\W\d_]+")
At = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A text of a data file: where it stands, and the field it stands in."""

    path: At
    info: FieldInfo

    @property
    def prose(self) -> bool:
        """Whether it may be long."""
        return shape.style(self.info) == "block"

    @property
    def divides(self) -> bool:
        """Whether it says where a word may be divided."""
        return self.info is Words.model_fields["hyphenation"]

    @property
    def one_word(self) -> bool:
        """Whether it is an everyday word, which is sought alone."""
        return self.info is Synonyms.model_fields["words"]

    @property
    def means(self) -> bool:
        """Whether it says which words of other texts an everyday word means."""
        return self.info is Synonyms.model_fields["means"]

    def plain(self, number: int) -> str:
        """Return ordinary words that may stand here."""
        if shape.is_link(self.info):
            return f"https://example.org/{number}"
        if self.divides:
            return "Alminde-" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
        return PLAIN.split()[0] + f"{number}" * self.one_word if self.one_word or self.means else f"{PLAIN} {number}"

    def odd(self, number: int, turn: int) -> str:
        """Return a text from the lists that may stand here by its length; each turn has another."""
        if shape.is_link(self.info):
            return ADDRESSES[(number + turn) % len(ADDRESSES)]
        if self.prose and number % 40 == turn % 40:
            return f"{LONG[number // 40 % 2]} {number}"
        fits = [text for text in TEXTS if self.prose or (len(text) < 100 and "\n" not in text)]
        text = fits[(number + turn * 7) % len(fits)]
        if self.divides:
            word = max(WORD.findall(f"{text} alminde"), key=len)
            return f"{word[: len(word) // 2]}-{word[len(word) // 2 :]}"
        return re.sub(r"\s", "", f"{text}{number}") if self.one_word else f"{text} {number}"


def places(value: Any, models: tuple[Any, ...], path: At = ()) -> Iterator[Place]:
    """Yield every text of a file's value that somebody writes freely: no code, nothing that names something else."""
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
                elif infos and is_free(infos[0], one):
                    yield Place(at, infos[0])


def is_free(info: FieldInfo, value: str) -> bool:
    """Whether a field's text is written freely: not chosen, not counted, and not the name of something else."""
    named = NAME.fullmatch(value) or value in shape.kinds()
    return shape.style(info) != "code" and not named


def get(value: Any, path: At) -> Any:
    """Return what stands at a path of a file's value."""
    for part in path:
        value = value[part]
    return value


def put(value: Any, path: At, text: str) -> None:
    """Put a text at its path in a file's value."""
    get(value, path[:-1])[path[-1]] = text


class Written:
    """A copy of a catalogue with texts of ours in it: odd ones, or (without a turn) plain ones.

    `refused` counts what the check did not take.
    """

    def __init__(self, data: Path, turn: int | None) -> None:
        self.data, self.turn, self.refused = data, turn, 0
        self.places: dict[tuple[Path, At], Place] = {}
        names: list[str] = []
        waiting: list[tuple[Any, Place]] = []
        values: dict[Path, Any] = {}
        for path in sorted(data.rglob("*.yml")):
            kind = formatter.kind_of(path.as_posix())
            assert kind
            values[path] = value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
            for place in places(value, shape.models_in(kind.model)):
                self.places[path, place.path] = place
                if place.means:
                    waiting.append((value, place))
                    continue
                text = self.chosen(place)
                names += [] if place.prose or not shape.is_told(place.info) else [text]
                put(value, place.path, text)
        for number, (value, place) in enumerate(waiting):
            put(value, place.path, names[number * 7 % len(names)])
        for path, value in values.items():
            self.write(path, value)

    def chosen(self, place: Place) -> str:
        """Return the text for a place: each its own, so that none is found where another stands."""
        number = len(self.places)
        return place.plain(number) if self.turn is None else place.odd(number, self.turn)

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
        (at,) = [at for at, mark in document.values.items() if mark.line == line and isinstance(get(value, at), str)]
        put(value, at, self.places[path, at].plain(line))
        self.write(path, value)
