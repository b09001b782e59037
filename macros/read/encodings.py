"""A file that is not UTF-8: what it was saved as, and as much of its text as can be made out."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from macros.read.problems import Said

OLD = Said(
    "Et tegn i linjen er gemt i en gammel tegnkodning.",
    "Gem filen som UTF-8, og skriv æ, ø og å igen i linjen.",
    "tegnkodning",
)
WIDE = Said(
    "Filen er gemt som UTF-16 (»Unicode«) og kan ikke læses.",
    "Gem den igen som UTF-8. I Notesblok: Gem som, og vælg UTF-8 ud for »Kodning«.",
    "tegnkodning",
)


class Undecoded(NamedTuple):
    """What is said of a file that is not UTF-8, and its text as far as it can be made out."""

    said: Said
    text: str


def refused(content: bytes) -> Undecoded:
    """Return what is said of the bytes of a file that is not UTF-8. Never raises."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Undecoded(WIDE, content.decode("utf-16", errors="replace"))
    return Undecoded(OLD, content.decode("utf-8", errors="replace"))
