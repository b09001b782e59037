"""Words however they are spelt: the known word that one is most like, and the id that a text makes."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None when nothing is near."""
    by_fold = {k.casefold(): k for k in known}
    found = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Mente du »x«?`, or an empty text when nothing is near."""
    found = nearest(word, known)
    return f" Mente du »{found}«?" if found else ""


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: `a, b og c`."""
    *others, last = words
    return f"{', '.join(others)} og {last}" if others else last


def more(places: int) -> str:
    """Return how many other places there are."""
    return "1 andet sted" if places == 1 else f"{places} andre steder"


def slug(text: str) -> str:
    """Return `text` as a valid id: small ASCII letters, numbers and hyphens."""
    text = unicodedata.normalize("NFC", text.strip()).casefold()
    text = text.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    text = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    return text or "nyt-id"
