"""A field on its line: its colon, and what else may stand there. Each rule looks at one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.read.lines import FIELD, KEY, Slip, Spot, block_texts, indent_of, name_in, quote
from macros.read.problems import Said

# What stands right behind the colon, in place of a space.
GLUED = (
    (
        re.compile(rf"^( *(?:- +)*)({KEY}) *:(?=[^\s/:])(.*)$"),
        Said(
            "Der mangler et mellemrum efter kolon.",
            "Skriv et mellemrum mellem kolon og tekst.",
            "mellemrum-mangler",
        ),
    ),
    (
        re.compile(rf"^( *(?:- +)*)({KEY}):\u00a0(.*)$"),
        Said(
            "Efter kolon står et hårdt mellemrum, som YAML ikke læser som mellemrum.",
            "Slet det, og skriv det igen med mellemrumstasten.",
            "mellemrum-mangler",
        ),
    ),
)
NO_COLON = Said(
    "Der mangler et kolon efter »{}«.", "Skriv feltets navn, kolon, mellemrum og så teksten.", "kolon-mangler"
)
NAMELESS = Said(
    "Foran »{0}« mangler feltets navn: punktets andre felter står under det.",
    "Skriv »{1}:« og et mellemrum foran.",
    "feltnavn-mangler",
)
CODE = re.compile(r"[a-zæøå0-9]+(-[a-zæøå0-9]+)*")
TWO = Said("Der står to felter på samme linje: »{}« skal have sin egen.", "Del linjen i to.", "to-felter")


def colon_space(spot: Spot) -> Iterator[Slip]:
    """A colon without a space behind it."""
    for pattern, said in GLUED:
        if match := pattern.match(spot.line):
            lead, key, rest = match.groups()
            yield from spot.either(len(lead), said, f"{lead}{key}: ", rest.strip())


def colon(spot: Spot) -> Iterator[Slip]:
    """A known field whose colon is missing or another sign."""
    match = re.match(rf"^( *(?:- +)*)({KEY})( *[=;,] *| *:: *| +|$)(.*)$", spot.line)
    if not match or match[2] not in spot.fields or _is_sentence(spot, match):
        return
    rest = f" {match[4]}".rstrip()
    for text in (rest, f" {quote(rest)}"):
        yield spot.mend(len(match[1]), NO_COLON.of(match[2]), f"{match[1]}{match[2]}:{text}")


def _is_sentence(spot: Spot, match: re.Match[str]) -> bool:
    """Whether the line is a block's text that only begins with a word that is also a field's name."""
    above = spot.at - 1
    prose = above in block_texts(spot.lines[: spot.at]) or (above >= 0 and spot.lines[above].rstrip().endswith(">-"))
    return prose and not match[3].strip() and bool(re.match(r"[^\"'>|\[]+ ", match[4]))


def nameless(spot: Spot) -> Iterator[Slip]:
    """The first line of an entry that is a value alone, while the entry's other fields follow."""
    match = re.match(r"^( *- +)([^\s-].*?) *$", spot.line)
    if not match or FIELD.match(spot.line):
        return
    below = _below(spot, len(match[1]))
    fits = [must for must, may in zip(spot.fields.must, spot.fields.together, strict=True) if below and below <= may]
    for lacking in sorted(([key for key in must if key not in below] for must in fits), key=len):
        if key := next((key for key in lacking if _may_be(spot, key, match[2])), ""):
            yield spot.mend(len(match[1]), NAMELESS.of(match[2].strip("\"'")[:40], key), f"{match[1]}{key}: {match[2]}")


def _may_be(spot: Spot, key: str, value: str) -> bool:
    """Whether a value can be that of a field: an id of one that holds no words, words of one that holds words."""
    return bool(CODE.fullmatch(value)) == (key in spot.fields.codes)


def _below(spot: Spot, level: int) -> set[str]:
    """Return the fields that stand at a level right under a line, in the same entry."""
    found: set[str] = set()
    for line in spot.lines[spot.at + 1 :]:
        if line.strip() and indent_of(line) < level:
            break
        if indent_of(line) == level and (name := name_in(line.strip())) in spot.fields:
            found.add(name)
    return found


def two_fields(spot: Spot) -> Iterator[Slip]:
    """Two known fields on one line; the second has no line to be read on from, so reading ends here."""
    if not spot.value or not FIELD.match(spot.line):
        return
    before, value = spot.value
    for match in re.finditer(rf"[ ,;]+({KEY}): ", value):
        if match[1] in spot.fields and match.start():
            first = before + value[: match.start()].rstrip(" ,;")
            lead = " " * len(before[: len(before) - len(before.lstrip(" -"))])
            fix = f"{first}\n{lead}{value[match.start() :].lstrip(' ,;')}"
            yield spot.slip(len(before) + match.start(1), TWO.of(match[1]), fix, [])
            return
