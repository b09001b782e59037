"""How a line begins: bullets, dashes, and what other programs put in front. Each rule looks at one line alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.read.lines import KEY, Slip, Spot
from macros.read.problems import Said

FENCE = Said("Linjen hører til en kodeblok, der er kopieret med ind.", "Slet linjen.", "kodeblok")
DIVISION = Said("Linjen deler filen i to, og så bliver kun den ene del læst.", "Slet linjen.", "deling")
BULLET = Said(
    "Punktet begynder ikke med den bindestreg, som en liste skal have.",
    "Begynd linjen med bindestreg og mellemrum.",
    "punkttegn",
)
ODD_SPACE = Said(
    "Efter bindestregen står et tegn, der ligner et mellemrum, men ikke er det.",
    "Skriv et almindeligt mellemrum.",
    "mellemrum",
)
ODD_SIGN = Said("Efter bindestregen står et tegn for meget.", "Skriv kun bindestreg og mellemrum.", "bindestreg")
NO_SPACE = Said(
    "Der mangler et mellemrum efter bindestregen.",
    "Skriv et mellemrum mellem bindestreg og tekst.",
    "mellemrum-efter-bindestreg",
)
DASHES = Said(
    "Der står flere bindestreger, hvor en liste skal have én.",
    "Begynd linjen med én bindestreg og mellemrum.",
    "bindestreger",
)
MAIL = Said(
    "Linjen begynder med {}, som er fulgt med fra en mail eller et andet program.", "Slet tegnet.", "citat-tegn"
)
HEADING = Said("Linjen begynder med #, så feltet bliver læst som en bemærkning.", "Slet tegnet #.", "havelaage-foran")


def fence(spot: Spot) -> Iterator[Slip]:
    """A line of a copied block of code, or one that divides the file."""
    if re.match(r"^ *(```|~~~)", spot.line):
        yield spot.mend(0, FENCE, "")
    if spot.at and re.match(r"^(---|\.\.\.)\s*$", spot.line):
        yield spot.mend(0, DIVISION, "")


def bullet(spot: Spot) -> Iterator[Slip]:
    """An item that begins with a bullet or a number."""
    if match := re.match(r"^( *)(?:[–—•·▪◦*+]|\d{1,2}[.)])[ \u00a0]+(.*)$", spot.line):
        yield from spot.either(len(match[1]), BULLET, f"{match[1]}- ", match[2])


def dash(spot: Spot) -> Iterator[Slip]:
    """A dash without a space behind it, or with something else in its place."""
    if match := re.match(r"^( *)-[\t\u00a0]+[ \t\u00a0]*(.*)$", spot.line):
        yield spot.mend(len(match[1]) + 1, ODD_SPACE, f"{match[1]}- {match[2]}")
    if match := re.match(rf"^( *)-[.,:;_]+ *(?=({KEY}):)(.*)$", spot.line):
        yield spot.mend(len(match[1]) + 1, ODD_SIGN, f"{match[1]}- {match[3]}")
    if match := re.match(r"^( *)-(?=[^\s-])(.*)$", spot.line):
        yield from spot.either(len(match[1]), NO_SPACE, f"{match[1]}- ", match[2].strip("\u00a0"))


def dashes(spot: Spot) -> Iterator[Slip]:
    """Several dashes where an item has one."""
    if match := re.match(r"^( *)-{2,} *(?=[^\s-])(.*)$", spot.line):
        yield spot.mend(len(match[1]), DASHES, f"{match[1]}- {match[2]}")


def mail_quote(spot: Spot) -> Iterator[Slip]:
    """A field behind the sign that a mail puts before what it quotes."""
    match = re.match(rf"^( *)[>|]+ ?( *(?:- )?({KEY}):(?: .*)?)$", spot.line)
    if match and match[3] in spot.fields:
        yield spot.mend(len(match[1]), MAIL.of(spot.line.strip()[0]), match[1] + match[2])


def heading(spot: Spot) -> Iterator[Slip]:
    """A field behind the sign of a heading, which makes it a comment."""
    match = re.match(rf"^( *)#+ *((?:- )?({KEY}):(?: .*)?)$", spot.line)
    if match and match[3] in spot.fields:
        yield spot.mend(len(match[1]), HEADING, match[1] + match[2])
