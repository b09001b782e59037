"""A document's value written in the one form, with each comment above what it stood before.

What is prose the models say; what a rewrite must not change is `meant`.
"""

from __future__ import annotations

import re
import sys
from functools import cache, cached_property
from typing import NamedTuple

from macros import shape
from macros.desk.comments import Comment
from macros.desk.texts import folded, quoted, short
from macros.read.document import Document, Path, Value

WIDTH = 100
LIST_WIDTH = 120
BARE_KEY = re.compile(r"[\wæøåÆØÅé-]+")
EMPTY = {type(None): "", list: " []", dict: " {}"}

Models = shape.Models


@cache
def _declared(models: Models, key: str) -> str:
    """Return how a field's text is written, or nothing where no model knows the field."""
    found = shape.fields(models, key)
    return shape.style(found[0]) if found else ""


def _style(models: Models, key: str, text: str) -> str:
    return _declared(models, key) or ("block" if "\n" in text or len(text) > 80 else "name")


def _below(models: Models, key: str, value: Value) -> Models:
    """Return the models of what stands in a field."""
    return shape.narrowed(shape.below(models, key), value)


def meant(value: Value, models: Models, key: str = "") -> Value:
    """Return a value as the models will read it: prose without the space around it."""
    if isinstance(value, dict):
        return {
            name: meant(child, models if isinstance(child, (str, list)) else _below(models, name, child), name)
            for name, child in value.items()
        }
    if isinstance(value, list):
        return [
            meant(child, models, key) if isinstance(child, str) else meant(child, _below(models, key, child), "")
            for child in value
        ]
    return value.strip() if isinstance(value, str) and _style(models, key, value) == "block" else value


class Slot(NamedTuple):
    """A value, the models of what it stands in, the field it stands in, and its path in the file."""

    value: Value
    models: Models
    key: str
    path: Path

    @property
    def style(self) -> str:
        """How a text is written here."""
        return _style(self.models, self.key, str(self.value))

    def fields(self) -> list[Slot]:
        """Return the slots of a mapping."""
        return _fields(self.value, _below(self.models, self.key, self.value), self.path)

    def items(self) -> list[Slot]:
        """Return the slots of a list."""
        rows = self.value if isinstance(self.value, list) else []
        return [Slot(item, self.models, self.key, (*self.path, number)) for number, item in enumerate(rows)]

    def is_rows(self) -> bool:
        """Whether it holds a list of entries."""
        return isinstance(self.value, list) and any(isinstance(item, dict) for item in self.value)

    def is_section(self) -> bool:
        """Whether it is long enough to stand apart: a list of entries, or lists of them by name."""
        return self.is_rows() or any(child.is_rows() for child in self.fields())

    def leaf(self, indent: int, room: int) -> list[str] | None:
        """Return a value that is written in one piece, the first line to follow a key or a dash; else None."""
        if isinstance(self.value, str):
            block = folded(self.value, WIDTH - indent - 2) if self.style == "block" else None
            if block:
                return [" >-", *(" " * (indent + 2) + line if line else "" for line in block)]
            return [" " + short(self.value, self.style)]
        return self._row(room) if self.value else [EMPTY[type(self.value)]]

    def _row(self, room: int) -> list[str] | None:
        """Return a list of short texts on one line, where there is room for it."""
        rows = self.value if isinstance(self.value, list) else []
        words = [row for row in rows if isinstance(row, str)]
        styles = [_style(self.models, self.key, word) for word in words]
        if not words or len(words) < len(rows) or "block" in styles:
            return None
        made = " [" + ", ".join(map(short, words, styles)) + "]"
        return [made] if room + len(made) <= LIST_WIDTH else None


def _fields(value: Value, models: Models, path: Path) -> list[Slot]:
    pairs = value.items() if isinstance(value, dict) else ()
    return [Slot(child, models, name, (*path, name)) for name, child in pairs]


class Writer:
    """Writes a document's value in canonical form, each comment above what it stood before."""

    def __init__(self, document: Document, found: list[Comment]) -> None:
        self.document = document
        self.waiting = list(found)
        self.lines: list[str] = []

    @cached_property
    def last(self) -> dict[Path, int]:
        """The last line on which anything in a path stands; asked for where there are comments to place."""
        found: dict[Path, int] = {}
        for at, mark in (*self.document.values.items(), *self.document.keys.items()):
            for length in range(len(at) + 1):
                found[at[:length]] = max(mark.line, found.get(at[:length], 0))
        return found

    def whole(self, modeline: str, models: Models) -> str:
        """Return the whole file, with a first line that tells where its schema stands (none when it is empty)."""
        value = meant(self.document.value, models)
        if modeline:
            self.lines.append(modeline)
        if isinstance(value, dict):
            self._mapping(_fields(value, models, ()), 0)
        else:
            self._sequence(Slot(value, models, "", ()), 0)
        self._comments(0, sys.maxsize)
        return "\n".join(self.lines) + "\n"

    def _apart(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _above(self, slot: Slot, indent: int, within: int) -> None:
        """Write the comments that stood above a value, at an indent; it stands `within` its own."""
        if self.waiting:
            self._comments(indent, self._until(slot, within))

    def _comments(self, indent: int, until: int) -> None:
        """Write the comments that stood on or before a line."""
        while self.waiting and self.waiting[0].line <= until:
            comment = self.waiting.pop(0)
            if comment.apart:
                self._apart()
            self.lines.append(" " * indent + comment.text)

    def _put(self, prefix: str, slot: Slot, indent: int) -> None:
        """Write `prefix` (a key or a dash) and its value."""
        made = slot.leaf(indent, len(prefix))
        if made is not None:
            self.lines += [prefix + made[0], *made[1:]]
            return
        self.lines.append(prefix)
        if isinstance(slot.value, dict):
            self._mapping(slot.fields(), indent + 2)
        else:
            self._sequence(slot, indent + 2)

    def _until(self, slot: Slot, indent: int) -> int:
        """Return the line up to which comments stand above a value: those inside it too, when it is one piece."""
        if slot.leaf(indent, indent) is not None:
            return self.last[slot.path]
        return self.document.mark(slot.path, key=slot.path in self.document.keys).line

    def _mapping(self, fields: list[Slot], indent: int, dash: str = "") -> None:
        """Write an entry's fields, the first behind a dash when there is one; comments above that stand already."""
        after_section = False
        for slot in fields:
            section = indent == 0 and slot.is_section()
            if section or after_section:
                self._apart()
            if not dash:
                self._above(slot, indent, indent)
            key = slot.key if BARE_KEY.fullmatch(slot.key) else quoted(slot.key)
            before, dash = dash or " " * indent, ""
            self._put(f"{before}{key}:", slot, indent)
            after_section = section

    def _sequence(self, held: Slot, indent: int) -> None:
        """Write a list's items, entries with an empty line between them."""
        rows = held.is_rows()
        for number, item in enumerate(held.items()):
            if rows and number:
                self._apart()
            fields = item.fields()
            if fields:
                self._above(fields[0], indent, indent + 2)
                self._mapping(fields, indent + 2, " " * indent + "- ")
            else:
                self._above(item, indent, indent)
                self._put(" " * indent + "-", item, indent)
