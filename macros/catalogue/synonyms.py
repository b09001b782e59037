"""Whether each everyday word is one word, what it means stands in the catalogue, and no word is divided in two ways."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable

from macros import model, shape
from macros.catalogue.gathered import Gathered
from macros.catalogue.references import check_ref
from macros.kinds.words.kind import Synonyms, Words
from macros.read.document import Document, Path
from macros.read.spelling import did_you_mean


def check(found: Gathered) -> None:
    """Refuse an everyday word that is several, and a meaning whose words stand nowhere else in the catalogue."""
    known = None
    for read in found.loaded["ord.yml"]:
        known = known or Vocabulary(word for other in found.every() for word in other.gist.words.split())
        _check_words(found, read.found, read.value)
        _check_division(found, read.found, read.value)
        for i, row in enumerate(read.value.synonyms):
            _check_means(found, read.found, ("synonymer", i, "betyder"), row, known)


def _check_words(found: Gathered, document: Document, words: Words) -> None:
    seen: dict[str, int] = {}
    for i, row in enumerate(words.synonyms):
        for j, word in enumerate(row.words):
            here = ("synonymer", i, "ord", j)
            if len(word.split()) > 1:
                told = f"»{word}« er flere ord, og søgningen slår ét ord op ad gangen."
                remedy = "Skriv det ord, der siger mest, eller skriv vendingen som søgeord ved et punkt."
                found.refuse(document, here, told, remedy, "synonym-flere-ord")
            elif not re.search(r"\w", word):
                remedy = "Skriv et ord, som nogen kunne skrive i søgefeltet, eller slet linjen."
                found.refuse(document, here, f"»{word}« har ingen bogstaver og kan ikke søges.", remedy, "synonym-tegn")
            elif seen.setdefault(word.casefold(), i) != i:  # twice in one list is told of by itself
                remedy = "Slet det ene, og saml det, ordet betyder, ved det andet."
                found.refuse(document, here, f"Ordet »{word}« står to gange.", remedy, "synonym-to-gange")


def _check_means(found: Gathered, document: Document, path: Path, row: Synonyms, known: Vocabulary) -> None:
    unread = found.failed or found.unread or found.blind  # what stands there may be what is meant
    for j, meaning in enumerate(row.means):
        if re.fullmatch(model.REF_PATTERN, meaning):
            check_ref(found, document, (*path, j), meaning)
            continue
        if said := _no_meaning(meaning):
            found.refuse(document, (*path, j), *said, "synonym-ukendt")
            continue
        words = [] if unread else re.findall(r"\w{3,}", meaning.casefold())
        if word := next((word for word in words if not known.holds(word)), None):
            told = f"»{meaning}« fører ingen steder hen: »{word}« står ikke i kataloget."
            remedy = "Skriv et ord fra en titel eller et søgeord, eller slags:id på det, der skal findes."
            found.refuse(document, (*path, j), told + did_you_mean(word, known.words), remedy, "synonym-ukendt")


def _no_meaning(meaning: str) -> tuple[str, str] | None:
    """Return what is said of a meaning that is neither words nor a reference, or None."""
    if meaning.partition(":")[0] in (*shape.kinds(), "side") and re.search(r":\S", meaning):
        return f"»{meaning}« har ikke formen slags:id.", "Skriv slagsen, et kolon og id'et alene, fx tema:et-id."
    if not re.search(r"\w", meaning):
        return f"»{meaning}« har ingen bogstaver.", "Skriv et ord fra en titel eller et søgeord."
    return None


def _check_division(found: Gathered, document: Document, words: Words) -> None:
    """Refuse a word that is divided in two ways: it could only be divided in one."""
    first: dict[str, str] = {}
    for i, word in enumerate(words.hyphenation):
        other = first.setdefault(word.replace("-", "").casefold(), word)
        if other.casefold() != word.casefold():
            told = f"»{other}« og »{word}« deler det samme ord."
            remedy = "Behold den ene, med en bindestreg ved hvert delested."
            found.refuse(document, ("orddeling", i), told, remedy, "orddeling")


class Vocabulary:
    """The words of a catalogue, in order both ways, so that a word is looked up and not sought through them all."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.forward = sorted(self.words)
        self.backward = sorted(word[::-1] for word in self.words)

    def holds(self, word: str) -> bool:
        """Whether a word, an inflection of it (or it of one), or a compound with it at an end, is among them."""
        stems = (word[:length] for length in range(max(4, len(word) - 3), len(word)))
        return (
            _any_begins(self.forward, word)
            or (len(word) >= 5 and _any_begins(self.backward, word[::-1]))
            or any(stem in self.words for stem in stems)
        )


def _any_begins(words: list[str], beginning: str) -> bool:
    at = bisect.bisect_left(words, beginning)
    return at < len(words) and words[at].startswith(beginning)
