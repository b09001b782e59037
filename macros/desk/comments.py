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
    for number, line in _without_values(text, lines).items():
        if match := re.search(r"(?:^|\s)(#)", line):
            apart = number > 0 and not lines[number - 1].strip()
            found.append(Comment(number + 1, lines[number][match.start(1) :].rstrip(), apart))
    return found


def _without_values(text: str, lines: list[str]) -> dict[int, str]:
    """Return the lines that have the sign of a comment, by their numbers, with an x for each sign of a value."""
    hidden = {number: list(line) for number, line in enumerate(lines) if "#" in line}
    first = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    if all(number < first for number in hidden):
        return {number: lines[number] for number in hidden}  # above all values: most files have no others
    for event in yaml.parse(text, Loader=LOADER):
        begin, end = event.start_mark, event.end_mark
        if not isinstance(event, yaml.ScalarEvent) or not begin or not end:
            continue
        for number in range(begin.line, min(end.line + 1, len(lines))):
            if number not in hidden:
                continue
            left = begin.column if number == begin.line else 0
            right = end.column if number == end.line else len(lines[number])
            if number == begin.line and event.style in ("|", ">"):
                right = left
            hidden[number][left:right] = "x" * (right - left)
    return {number: "".join(signs) for number, signs in hidden.items()}
