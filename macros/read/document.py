"""A data file as it was read: its values, and the place in the file of each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

Path = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"] | None


def normal(text: str) -> str:
    """Return a text with lines that end as they do here, without the mark that some programs begin a file with."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


class Mark(NamedTuple):
    """A place in a file; both numbers count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """A file that could be read: its value and, for each path into it, the mark of its key and of its value."""

    file: str
    text: str
    value: Value
    keys: Mapping[Path, Mark] = field(default_factory=dict)
    values: Mapping[Path, Mark] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()  # fields that ended up inside a text, told of already

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Return the mark of `path`, or of the nearest thing around it."""
        table = self.keys if key else self.values
        while path and path not in table:
            path = path[:-1]
        return table.get(path) or self.keys.get(path) or Mark(1, 1)

    @cached_property
    def ids(self) -> dict[int, Path]:
        """The path of the entry whose id is written on a line."""
        return {mark.line: path[:-1] for path, mark in reversed([*self.keys.items()]) if path[-1] == "id"}

    def lines(self) -> list[str]:
        """Return the file's lines, for quotation."""
        return self.text.split("\n")
