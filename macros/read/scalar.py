"""A text as it stands in a file: where it begins and ends, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import yaml

from macros.read.document import Mark
from macros.read.lines import Lines
from macros.read.parsing import mark_of
from macros.read.problems import Said


class Refused(NamedTuple):
    """What a data file must not hold: where, what is said of it, and the lines as they should stand."""

    mark: Mark
    said: Said
    fix: str = ""


@dataclass(frozen=True)
class Scalar:
    """A text that YAML has read, among the lines of its file. What is counted by YAML's own marks counts from 0."""

    lines: Lines
    node: yaml.ScalarNode

    @property
    def text(self) -> str:
        """The text as YAML read it."""
        return str(self.node.value)

    @cached_property
    def mark(self) -> Mark:
        """Where it begins."""
        return mark_of(self.node)

    @cached_property
    def end(self) -> tuple[int, int]:
        """The line and column (from 0) right behind it."""
        end = self.node.end_mark
        assert end
        return end.line, end.column

    @property
    def line(self) -> str:
        """The line it begins on; none is there when a file ends where a value is due."""
        return self.lines[self.mark.line - 1] if self.mark.line <= len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before it on that line."""
        return self.line[: self.mark.column - 1]

    @property
    def opening(self) -> str:
        """What it begins with, to the end of that line."""
        return self.line[self.mark.column - 1 :].strip()

    @property
    def rows(self) -> Lines:
        """All lines it stands on, whole."""
        return self.lines[self.mark.line - 1 : self.end[0] + 1]

    @property
    def after(self) -> str:
        """What stands behind it on its last line."""
        line, column = self.end
        return self.lines[line][column:] if line < len(self.lines) else ""

    @cached_property
    def runs_on(self) -> int | None:
        """The line (from 1) on which it runs on below its first line."""
        line, column = self.end
        below = range(self.mark.line, min(line + 1, len(self.lines)))
        first = next((n for n in below if self.lines[n].strip()), None)
        return None if first is None or (first == line and column == 0) else first + 1
