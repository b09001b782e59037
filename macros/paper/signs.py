"""Makes every text fit to be set: a stand-in for signs no font has, a place to break what is too long for a line.

Knows no engine; whether a sign can be set, it asks.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import quote

BOX = "□"  # stands for a letter, or for a text of which nothing else is left; other signs are left out
GONE = "\0"
# Marks stand below the ideographs, or among the tags and selectors; emoji have a few of their own beside these.
BLOCKS = (range(0x300, 0x3400), range(0xA000, 0xAC00), range(0xFB00, 0x1F400), range(0xE0000, 0xE0200))
OTHER_MARKS = "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
HOLE = re.compile(r" ?\0+(?=[ .,;:!?…)»]|$)|\0+ ?")
LONG = re.compile(r"[^\s/-]{37,}")  # longer than any word we know that is no slip; an address breaks by itself
PIECE = re.compile(r".{1,12}")
BREAK = "\u200b"
ADDRESS = ("https://", "mailto:")
DRAWING = "<svg"


@cache
def sign() -> re.Pattern[str]:
    """Return what a sign is, with the marks that change it and what is joined to it: together they are set or not.

    The house's fonts have Latin-1. Made when it is asked for: a build of the site looks through no 80,000 signs.
    """
    marks = OTHER_MARKS + "".join(
        chr(code) for block in BLOCKS for code in block if unicodedata.category(chr(code))[0] == "M"
    )
    return re.compile(f"[^\x00-\xff](?:\u200d.|[{marks}])*|[\x20-\xff][{marks}]+")


def _long_word(value: list[Any]) -> bool:
    """Whether a list is the parts of a word that is too long for a line: the patterns may divide it nowhere."""
    return all(isinstance(part, str) for part in value) and LONG.fullmatch("".join(value)) is not None


class Signs:
    """Makes texts fit; `has` says whether the fonts have a sign. `lacking` are the signs met that they have not."""

    def __init__(self, has: Callable[[str], bool]) -> None:
        self._has = has
        self._known: dict[str, bool] = {}
        self.lacking: dict[str, None] = {}

    def fit(self, value: Any) -> Any:
        """Return a plain value (dictionaries, lists, texts, numbers) with every text in it made fit."""
        if isinstance(value, dict):
            return {key: self.fit(child) for key, child in value.items()}
        if isinstance(value, list):
            made = [self.fit(child) for child in value]
            return made if not _long_word(made) else [*(part + BREAK for part in made[:-1]), made[-1]]
        return self.text(value) if isinstance(value, str) else value

    def text(self, text: str) -> str:
        """Return a text made fit; of an address only its form changes, of a drawing nothing."""
        if text.startswith(DRAWING):
            return text
        if text.startswith(ADDRESS):
            return text if text.isascii() else quote(text, safe=string.punctuation + " ")
        shown = HOLE.sub("", sign().sub(self._shown, text))
        return LONG.sub(
            lambda long: BREAK.join(PIECE.findall(long.group())), shown if shown.strip() or not text.strip() else BOX
        )

    def _shown(self, match: re.Match[str]) -> str:
        sign = match.group()
        if sign not in self._known:
            self._known[sign] = self._has(sign)
        if self._known[sign]:
            return sign
        self.lacking[sign] = None
        if sign[0] <= "\xff":
            return sign[0]  # the letter without the marks
        return BOX if unicodedata.category(sign[0])[0] in "LN" else GONE
