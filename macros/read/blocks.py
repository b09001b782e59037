"""A text in a block or in quotes: a field that slipped into it, and a sign that cannot be seen, written as a code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.read.document import Mark
from macros.read.lines import Fields
from macros.read.problems import UNSEEN, Said
from macros.read.scalar import Refused, Scalar
from macros.read.unseen import coded

FIELD_LINE = re.compile(r"^( *)(?=([\wæøåÆØÅé-]+):)(\w+: +(?:>-?|\[.*\]|\".*\"|[a-z0-9]+(?:-[a-z0-9]+)*) *)$")
BLOCK_SIGNS = frozenset({">-", ">", "|", "|-"})

LOST_DASH = Said(
    "Her begynder en ny tekst, men bindestregen foran mangler, så den bliver en del af den ovenfor.",
    "Sæt bindestreg og mellemrum foran >-.",
    "bindestreg-mangler",
)
FIELD_IN_TEXT = Said(
    "Linjen ligner feltet »{}«, men bliver læst som en del af teksten ovenfor.",
    "Ryk linjen ud, så den flugter med de andre felter, eller skriv sætningen om.",
    "felt-i-tekst",
)
UNSEEN_CODE = Said("Teksten indeholder koden {}, som står for et tegn, der ikke kan ses.", "Slet koden.", UNSEEN)


def looks_like_field(line: str) -> bool:
    """Whether a line of a text could be taken for a field or for the beginning of another text."""
    return line.strip() in BLOCK_SIGNS or (":" in line and bool(FIELD_LINE.match(line)))


def slipped_in(scalar: Scalar, fields: Fields) -> Iterator[tuple[Refused, str]]:
    """Yield each line of a block that was meant for a text or a field of its own, and that field's name (or "")."""
    first = scalar.mark.line
    for number, line in enumerate(scalar.lines[first : scalar.end[0]], first + 1):
        if not looks_like_field(line):
            continue
        column = len(line) - len(line.lstrip()) + 1
        if line.strip() in BLOCK_SIGNS:
            yield Refused(Mark(number, column), LOST_DASH, " " * max(0, column - 3) + "- >-"), ""
        match = FIELD_LINE.match(line)
        if match and match[2] in fields:
            lead = len(scalar.before) - len(scalar.before.lstrip(" -"))
            fix = " " * lead + match[3]
            yield Refused(Mark(number, len(match[1]) + 1), FIELD_IN_TEXT.of(match[2]), fix), match[2]


def unseen_code(scalar: Scalar) -> Refused | None:
    """Return the first of YAML's codes in a text that stands for a sign that cannot be seen."""
    first = scalar.mark.line
    for number, line in enumerate(scalar.lines[first - 1 : scalar.end[0] + 1], first):
        if match := coded(line):
            return Refused(Mark(number, match.start() + 1), UNSEEN_CODE.of(match.group()))
    return None
