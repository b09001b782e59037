"""Catalogue -> the index that the search in the browser reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from macros import inline
from macros.catalogue import OVERVIEWS, Catalogue, Placed, own_texts
from macros.pages import overviews
from macros.render import KIND_NAMES, PHASE_NAMES

PAGE = ("Side", "Sider")  # the kind of what is no entry: overviews, hand-written pages
# How much a kind weighs when two entries match alike: what has a page of its own, and situations in a leader's own
# words, before what stands inside them.
PAGE_WEIGHT = 1.25
WEIGHTS = {
    "situation": 1.1,
    "kursus": 1.1,
    "afsnit": 0.85,
    "tjek": 0.8,
    "spørgsmål": 0.8,
    "rolle": 0.85,
    "belæg": 0.8,
    "anbefaling": 0.9,
    "kilde": 0.6,
}
OVERVIEW_WEIGHT = 0.7  # an overview answers when no entry does
# Fields that are no prose, or that only point elsewhere.
NOT_PROSE = frozenset({"id", "titel", "kilde", "sted", "oprindelse", "se", "søgeord", "fase", "sammen", "rækkevidde"})
NOT_PROSE_TOO = frozenset({"tidligere_id", "ikon", "farve", "type", "kort", "til", "link", "element", "plads", "rolle"})
SHOWN = frozenset({"tekst", "resumé", "note"})  # fields whose sentences an answer may quote; of the rest, only words
COMMON = 0.03  # a word that more than this part of the entries use says too little to be kept from the rest
WORD = re.compile(r"[^\W_]{3,}")
INFLECTION = re.compile(r"(?<=...)(?:e?r?nes?|ens?|ets?|ers?|es?|s|t)$")


@dataclass(frozen=True)
class Record:
    """What the search knows of one entry."""

    kind: tuple[str, str]
    title: str
    page: str
    anchor: str = ""
    chapter: str = ""
    keywords: tuple[str, ...] = ()
    text: str = ""
    rest: str = ""
    weight: float = 1.0

    @property
    def address(self) -> str:
        """The entry's address under the site's root."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def folder(page: str) -> str:
    """Return the address under the site's root at which a page is served: `x/index.md` and `x.md` both as `x/`."""
    name = page.removesuffix("index.md").removesuffix(".md")
    return f"{name}/" if name and not name.endswith("/") else name


def address(placed: Placed) -> str:
    """Return the entry's address under the site's root, as the site serves it."""
    return f"{folder(placed.page)}#{placed.anchor}" if placed.anchor else folder(placed.page)


def chapter(placed: Placed) -> Placed:
    """Return the entry of the page that an entry stands on (itself, when it has no page above it)."""
    while placed.parent:
        placed = placed.parent
    return placed


def record(placed: Placed) -> Record:
    """Return what the search knows of an entry."""
    shown: list[str] = []
    rest: list[str] = []
    for path, text in own_texts(placed.entry):
        names = {part for part in path if isinstance(part, str)}
        if not names & (NOT_PROSE | NOT_PROSE_TOO) and inline.plain(text) != placed.title:
            (shown if path[0] in SHOWN else rest).append(" ".join(inline.plain(text).split()))
    top = chapter(placed)
    short = getattr(placed.entry, "short", None)
    return Record(
        KIND_NAMES[placed.kind],
        placed.title,
        folder(placed.page),
        placed.anchor,
        getattr(top.entry, "menu_title", "") if top is not placed else "",
        (*([short] if short else []), *getattr(placed.entry, "keywords", ())),
        " ".join(shown),
        " ".join(rest),
        PAGE_WEIGHT if not placed.anchor else WEIGHTS.get(placed.kind, 1.0),
    )


def records(catalogue: Catalogue, written: Iterable[tuple[str, str, str]] = ()) -> Iterator[Record]:
    """Yield every entry, then the overviews and the hand-written pages (name, title, description)."""
    for placed in catalogue.index.values():
        yield record(placed)
    told = overviews(catalogue)
    pages = [(OVERVIEWS[name], *told[name]) for name in told] + [(f"{name}.md", *rest) for name, *rest in written]
    for page, title, description in pages:
        yield Record(PAGE, title, folder(page), text=description, weight=OVERVIEW_WEIGHT)
    for phase, title in PHASE_NAMES.items():
        page, anchor = folder(OVERVIEWS["tjeklister"]), phase.replace("ø", "oe")
        yield Record(PAGE, title, page, anchor, told["tjeklister"][0], text=f"Tjekpunkter {phase} samarbejdet.")


def words(text: str) -> dict[str, str]:
    """Return the words of a text that are long enough to say something, one of each inflected word, by its root."""
    return {INFLECTION.sub("", word): word for word in WORD.findall(text.lower())}


def index(catalogue: Catalogue, written: Iterable[tuple[str, str, str]] = ()) -> dict[str, Any]:
    """Return the whole index, column by column, which packs far better than entry by entry.

    `kinds` are names (one, several) and weights, `pages` addresses and chapters; of each entry: k(ind), p(age),
    a(nchor), t(itle), s (keywords), x text, w the words of its other texts. `synonyms`: everyday words of `ord.yml`.
    """
    found = list(records(catalogue, written))
    others = []
    for r in found:
        known = words(" ".join([r.title, r.text, *r.keywords]))
        others.append({root: word for root, word in words(r.rest).items() if root not in known})
    spread = Counter(root for bag in others for root in bag)
    most = max(4, round(COMMON * len(found)))
    kinds = list(dict.fromkeys((*r.kind, r.weight) for r in found))
    pages = list(dict.fromkeys((r.page, r.chapter) for r in found))
    return {
        "kinds": kinds,
        "pages": pages,
        "k": [kinds.index((*r.kind, r.weight)) for r in found],
        "p": [pages.index((r.page, r.chapter)) for r in found],
        "a": "|".join(r.anchor for r in found),
        "t": [r.title for r in found],
        "s": ["|".join(r.keywords) for r in found],
        "x": [r.text for r in found],
        "w": [" ".join(sorted(word for root, word in bag.items() if spread[root] <= most)) for bag in others],
        "synonyms": {s.word: list(s.means) for s in catalogue.words.synonyms} if catalogue.words else {},
    }
