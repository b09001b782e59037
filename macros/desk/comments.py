"""The comments of a YAML text, which no parser keeps: found as the `#` that stand in no value."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from macros.read.parsing import LOADER


@dataclass(frozen=True)
class Comment:
    """A comment: its line (from 1), its text with the sign, and whether an empty line stood before it."""

    line: int
    text: str
    apart: bool


def comments(text: str) -> list[Comment]:
    """Return the comments of a YAML text; a `#` inside a value is none."""
    lines = text.split("\n")
    found = []
    for number, line in enumerate(_without_values(text, lines)):
        if match := re.search(r"(?:^|\s)(#)", line):
            apart = number > 0 and not lines[number - 1].strip()
            found.append(Comment(number + 1, lines[number][match.start(1) :].rstrip(), apart))
    return found


def _without_values(text: str, lines: list[str]) -> list[str]:
    """Return the lines with an x for each sign of a value."""
    hidden = [list(line) for line in lines]
    for event in yaml.parse(text, Loader=LOADER):
        if not isinstance(event, yaml.ScalarEvent) or not event.start_mark or not event.end_mark:
            continue
        begin, end = event.start_mark, event.end_mark
        for number in range(begin.line, min(end.line + 1, len(lines))):
            left = begin.column if number == begin.line else 0
            right = end.column if number == end.line else len(lines[number])
            if number == begin.line and event.style in ("|", ">"):
                right = left
            hidden[number][left:right] = "x" * (right - left)
    return ["".join(signs) for signs in hidden]
