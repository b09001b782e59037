"""The words of the interface, and how a page or a document asks for them.

What all pages share stands in one file a language (`words/<code>.yml`), what only one kind of content says in the
kind's own folder (`kinds/<kind>/words.yml`, a section a language); who asks for a word need not know which.

A word is a text, perhaps with places such as `{n}` that are filled in later; every language has the same words with
the same places. Nothing here knows a catalogue: whoever asks names the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from markupsafe import Markup, escape

from macros import inline
from macros.read.parsing import LOADER

FOLDER = Path(__file__).parent / "words"
ROOMS = Path(__file__).parent / "kinds"
PLACE = re.compile(r"\{(\w+)\}")


class MissingWord(Exception):
    """A word is asked for that the language's file does not have; the message names both."""


@dataclass(frozen=True, slots=True, repr=False)
class Wording(Mapping[str, Any]):
    """A section of a language's words: `words.print.blank`, or `words.kinds["forløb"]` for keys that are no names."""

    _where: str
    _values: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what Python asks every object for
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise MissingWord(f"{self._where} has no word »{name}«") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def plain(self) -> dict[str, Any]:
        """Return the section as dictionaries of texts, ready for JSON."""
        return {key: value.plain() if isinstance(value, Wording) else value for key, value in self.items()}


def known() -> tuple[str, ...]:
    """Return the codes of the languages there are words for."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


def words(code: str) -> Wording:
    """Return the words of a language, read anew when its file has changed. Raises MissingWord when there is none."""
    return _read(code, _moment(code))[0]


def markup(code: str) -> Wording:
    """Return the words of a language as inert markup, for templates. Raises MissingWord as `words` does."""
    return _read(code, _moment(code))[1]


def _moment(code: str) -> tuple[int, ...]:
    try:
        return tuple(path.stat().st_mtime_ns for path in (FOLDER / f"{code}.yml", *_rooms()))
    except FileNotFoundError:
        told = f"There are no words for the language »{code}«, only for {', '.join(known())}"
        raise MissingWord(told) from None


@cache
def _rooms() -> tuple[Path, ...]:
    """Return the files of the kinds' own words; a new one is code, which a new process takes in."""
    return tuple(sorted(ROOMS.rglob("words.yml")))


def _load(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as text:  # the open file, whose name a mistake is told with
        return dict(yaml.load(text, LOADER))


@lru_cache(maxsize=8)
def _read(code: str, _moment: tuple[int, ...]) -> tuple[Wording, Wording]:
    file = f"{code}.yml"
    value = _load(FOLDER / file)
    for path in _rooms():
        _add(value, _load(path).get(code, {}), path)
    return _section(file, value, str), _section(file, value, _inert)


def _add(value: dict[str, Any], more: Mapping[str, Any], path: Path) -> None:
    """Put a kind's words among the others; a word that is there already would be lost without a sign."""
    for key, child in more.items():
        if isinstance(child, dict):
            _add(value.setdefault(key, {}), child, path)
        elif key in value:
            raise ValueError(f"{path} has a word that stands elsewhere: {key}")
        else:
            value[key] = child


def _section(where: str, value: Mapping[str, Any], leaf: type[str] | Any) -> Wording:
    made = {
        key: _section(f"{where}: {key}", child, leaf) if isinstance(child, dict) else leaf(child)
        for key, child in value.items()
    }
    return Wording(where, MappingProxyType(made))


def _inert(text: str) -> Markup:
    """Return a word of ours so that neither HTML nor a second pass of Jinja does anything with it.

    Apostrophes may stand as they are.
    """
    return Markup(str(escape(text)).replace("&#39;", "'").replace("{{", "&#123;&#123;"))


def fill(text: str, **values: object) -> str:
    """Return a word with its places filled in; in a word that is markup, the values are made inert.

    Raises MissingWord when a value for a place is missing, so that no `{x}` ever reaches a reader.
    """
    is_markup = isinstance(text, Markup)

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise MissingWord(f"»{text}« lacks a value for »{match[1]}«")
        found = values[match[1]]
        return str(found if not is_markup or hasattr(found, "__html__") else inline.escape(str(found)))

    made = PLACE.sub(value, str(text))
    return Markup(made) if is_markup else made


def data(section: Wording) -> Markup:
    """Return a section as data attributes, for a script that says its words: `data-gemt="…" data-fuld="…"`."""
    return Markup(" ".join([f'data-{escape(key)}="{escape(value)}"' for key, value in section.items()]))
