"""The lines of a file as an editor wrote them, and one line among them: what a rule looks at, and what it answers.

Knows spaces, dashes and the field at the beginning of a line; nothing of what YAML makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from macros.read.problems import Said

KEY = r"[\wæøåÆØÅé-]+"
FIELD = re.compile(rf"^(?P<lead>[ ]*(?:- +)*)(?P<key>{KEY}) *: +(?P<rest>\S.*)$")
LEAD = re.compile(r"^ *(?:- +)*")
NAME = re.compile(rf"({KEY}) *:(?: |$)")
BLOCK = re.compile(r"(?:: |- )[>|][+-]?\d?\s*(?:#.*)?$")
CURLY = "“”„‟‘’‚"
QUOTE_REMEDY = "Sæt teksten i lige anførselstegn, eller skriv den i en >- blok på linjen under."
BELOW_REMEDY = "Skriv >- efter feltets navn, og flyt teksten ned på linjerne under."
Lines = list[str]


@dataclass(frozen=True)
class Fields:
    """The fields a file may hold: their names, which may stand `together` in one entry, and which are `texts`.

    `must`: those that each kind of entry must have, in order; `codes`: those that hold no words but an id, a number …
    """

    names: frozenset[str] = frozenset()
    together: tuple[frozenset[str], ...] = ()
    texts: frozenset[str] = frozenset()
    must: tuple[tuple[str, ...], ...] = ()
    codes: frozenset[str] = frozenset()

    def __contains__(self, name: str) -> bool:
        return name in self.names


@dataclass(frozen=True)
class Slip:
    """What is wrong at a place (from 1), the line as it should stand, and all lines with it mended.

    No lines at all mean that the file cannot be read on.
    """

    line: int
    column: int
    said: Said
    fix: str
    mended: Lines


def quote(text: str) -> str:
    """Return a text in double quotes, its own escaped."""
    return '"' + text.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_curly(text: str) -> bool:
    """Whether a text stands in typographic quotation marks; one apostrophe is no such thing."""
    return text[:1] in tuple("“”„‟") or (text[:1] in tuple("‘‚") and text[-1:] in tuple("‘’"))


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def start_of(line: str) -> int:
    """Return where a line's own text begins, behind its spaces and dashes."""
    lead = LEAD.match(line)
    return len(lead.group()) if lead else 0


def level_of(line: str) -> int:
    """Return the level a line's value must stand deeper than: its field's, or for an item its dash's."""
    return start_of(line) if FIELD.match(line) else indent_of(line)


def name_in(text: str) -> str:
    """Return the name a text begins with when it is written as a field, or an empty text."""
    match = NAME.match(text)
    return match[1] if match else ""


def value_in(line: str) -> tuple[str, str] | None:
    """Return (what stands before the value, the value) of a field or a list item on one line."""
    if match := FIELD.match(line):
        return line[: match.start("rest")], match["rest"].rstrip()
    lead = LEAD.match(line)
    if lead and "-" in lead.group() and line[lead.end() :].strip():
        return lead.group(), line[lead.end() :].rstrip()
    return None


def changed(lines: Lines, at: int, new: str) -> Lines:
    """Return the lines with another one at a place."""
    return [*lines[:at], new, *lines[at + 1 :]]


def block_texts(lines: Lines) -> set[int]:
    """Return the lines (from 0) that are the text of a block; what stands in them is never a field."""
    found: set[int] = set()
    head: int | None = None
    for number, line in enumerate(lines):
        if head is not None:
            if not line.strip() or indent_of(line) > head:
                found.add(number)
                continue
            head = None
        if BLOCK.search(line):
            head = start_of(line) if FIELD.match(line) else max(0, start_of(line) - 2)
    return found


@dataclass(frozen=True)
class Spot:
    """One line (from 0) among those of its file, and the fields that the file may hold."""

    lines: Lines
    at: int
    fields: Fields = field(default_factory=Fields)

    @property
    def line(self) -> str:
        """The line itself."""
        return self.lines[self.at]

    @cached_property
    def value(self) -> tuple[str, str] | None:
        """What stands before the line's value, and the value."""
        return value_in(self.line)

    @property
    def head(self) -> int | None:
        """The nearest line above that is not empty."""
        return next((n for n in range(self.at - 1, -1, -1) if self.lines[n].strip()), None)

    @property
    def above(self) -> str:
        """The text of the nearest line above that is not empty."""
        return "" if self.head is None else self.lines[self.head]

    def mend(self, column: int, said: Said, fix: str, keep: str | None = None) -> Slip:
        """Return a slip that one line mends; `keep`, when given, is what is read on in place of the fix."""
        return self.slip(column, said, fix, changed(self.lines, self.at, fix if keep is None else keep))

    def either(self, column: int, said: Said, before: str, text: str) -> Iterator[Slip]:
        """Yield the line with a text as it stands, behind what comes `before` it, and then with it in quotes."""
        for shown in (text, quote(text)):
            yield self.mend(column, said, before + shown)

    def slip(self, column: int, said: Said, fix: str, mended: Lines) -> Slip:
        """Return a slip on this line, at a column from 0."""
        return Slip(self.at + 1, column + 1, said, fix, mended)

    def in_quotes(self, column: int, said: Said) -> Iterator[Slip]:
        """Yield the line with its value in quotes, and with the lines it runs on over in a block."""
        assert self.value
        before, value = self.value
        yield self.mend(column, said, before + quote(value))
        if more := self.runs_on():
            pad = " " * (len(before) - len(before.lstrip(" -")) + 2)
            rows = [value, *(self.lines[n].strip() for n in more)]
            fix = "\n".join([f"{before}>-", *(pad + row for row in rows)])
            whole = before + quote(" ".join(rows))
            mended = [whole if n == self.at else "" if n in more else x for n, x in enumerate(self.lines)]
            yield self.slip(column, said._replace(remedy=BELOW_REMEDY), fix, mended)

    def runs_on(self) -> list[int]:
        """Return the lines below that are more of its text: deeper, and neither a known field nor an item."""
        found = []
        for number in range(self.at + 1, len(self.lines)):
            text = self.lines[number].strip()
            deeper = indent_of(self.lines[number]) > level_of(self.line)
            if not text or not deeper or text.startswith("- ") or name_in(text) in self.fields:
                break
            found.append(number)
        return found
