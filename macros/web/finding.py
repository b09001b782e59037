"""Catalogue -> the index that the search in the browser reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from macros import language, shape
from macros.catalogue import OVERVIEWS, Catalogue, Placed, names, own_texts
from macros.catalogue.addresses import Addresses
from macros.kinds import findable
from macros.kinds.words.kind import Words
from macros.marks import Use
from macros.model import REF_PATTERN
from macros.read.spelling import slug

PAGE = "side"  # the kind of what is no entry: overviews, hand-written pages
# When two entries match alike, what has a page of its own weighs more than what stands inside one; see `Findable`.
PAGE_WEIGHT = 1.25
OVERVIEW_WEIGHT = 0.7  # an overview answers when no entry does
COMMON = 0.03  # a word that more than this part of the entries use says too little to be kept from the rest
QUOTED = 160  # letters of an entry's texts that are kept whole
SENTENCE = re.compile(r".+?(?:[.!?]+[»”]?(?:\s+|$)|$)")
WORD = re.compile(r"[^\W_]{6,}|\b[A-ZÀ-ÖØ-Þ]{3,}\b")
APART = "\t"  # between everyday words: a short name is one line, and its tabs are spaces
SHORTEST = 3  # letters of a word that its endings leave


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


def chapter(placed: Placed) -> Placed:
    """Return the entry of the page that an entry stands on (itself, when it has no page above it)."""
    while placed.parent:
        placed = placed.parent
    return placed


def quotable(text: str) -> tuple[str, str]:
    """Split a text into the first sentences, which an answer may quote, and the rest."""
    parts = SENTENCE.findall(text)
    size = 0
    for i, part in enumerate(parts):
        size += len(part)
        if i and size > QUOTED:
            return "".join(parts[:i]).strip(), "".join(parts[i:])
    return text, ""


def record(placed: Placed, kind: tuple[str, str], page: str) -> Record:
    """Return what the search knows of an entry; `kind` is what its kind is called, `page` the address of its page."""
    shown: list[str] = []
    rest: list[str] = []
    for one in own_texts(placed.entry):
        uses = shape.uses(one.info) if one.info else frozenset()
        if Use.SEARCH in uses and one.plain != placed.title:
            told = shown if Use.EXCERPT in uses else rest
            told.append(" ".join(one.plain.split()))
    text, more = quotable(" ".join(shown))
    top = chapter(placed)
    short = getattr(placed.entry, "short", None)
    return Record(
        kind,
        " ".join(placed.title.split()),
        page,
        placed.anchor,
        getattr(top.entry, "menu_title", "") if top is not placed else "",
        (*([short] if short else []), *getattr(placed.entry, "keywords", ())),
        text,
        " ".join([more, *rest]),
        PAGE_WEIGHT if not placed.anchor else findable(placed.kind).weight,
    )


def records(catalogue: Catalogue, written: Iterable[tuple[str, str, str]] = ()) -> Iterator[Record]:
    """Yield every entry, then the overviews and the hand-written pages (name, title, description)."""
    kinds, addresses = names.kinds(catalogue), Addresses.of(catalogue.site)
    for placed in catalogue.index.values():
        yield record(placed, kinds[placed.kind], addresses.page(placed.page))
    told = names.overviews(catalogue)
    pages = [(OVERVIEWS[name], *told[name]) for name in told] + [(f"{name}.md", *rest) for name, *rest in written]
    for page, title, description in pages:
        yield Record(kinds[PAGE], title, addresses.page(page), text=description, weight=OVERVIEW_WEIGHT)
    t = names.words(catalogue)
    phase_text = t.own_phases.found if catalogue.site.phases else t.search.phase
    for phase, title in names.phases(catalogue).items():
        page, anchor = addresses.side("tjeklister"), slug(phase)
        text = language.fill(phase_text, x=title.lower(), punkter=kinds["tjek"][1])
        yield Record(kinds[PAGE], title, page, anchor, told["tjeklister"][0], text=text)


def roots(text: str, endings: str) -> set[str]:
    """Return the roots of a text's words that are long enough to say something, or are abbreviations.

    `endings`: what the language's words are inflected with, apart by spaces.
    """
    inflection = _inflection(endings)
    return {inflection.sub("", word.lower()) for word in WORD.findall(text)}


@cache
def _inflection(endings: str) -> re.Pattern[str]:
    longest = sorted(endings.split(), key=len, reverse=True)
    return re.compile(rf"(?<={'.' * SHORTEST})(?:{'|'.join(longest)})$")


def _numbered(values: Iterable[Hashable]) -> dict[Hashable, int]:
    """Return each value once, with its number."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def index(catalogue: Catalogue, written: Iterable[tuple[str, str, str]] = ()) -> dict[str, Any]:
    """Return the whole index, column by column, which packs far better than entry by entry.

    `kinds` are names (one, several) and weights, `pages` addresses and chapters; of each entry: k(ind), p(age), and, a
    line each, a(nchor), t(itle), s (keywords), x text, w the roots of its other texts' words. `synonyms`: see below.
    """
    t = names.words(catalogue).search
    small = roots(t.small, t.endings)
    found = []
    for r in records(catalogue, written):
        known = roots(" ".join([r.title, r.text, *r.keywords]), t.endings)
        others = sorted(roots(r.rest, t.endings) - known - small)
        found.append(replace(r, rest=" ".join(others)))  # as a text: a set takes ten times the room
    spread = Counter(root for r in found for root in r.rest.split())
    most = max(4, round(COMMON * len(found)))
    kinds = _numbered((*r.kind, r.weight) for r in found)
    pages = _numbered((r.page, r.chapter) for r in found)
    return {
        "x": "\n".join(r.text for r in found),
        "t": "\n".join(r.title for r in found),
        "w": "\n".join(" ".join(root for root in r.rest.split() if spread[root] <= most) for r in found),
        "s": "\n".join(APART.join(r.keywords) for r in found),
        "synonyms": synonyms(catalogue, found),
        "small": t.small,
        "a": "\n".join(r.anchor for r in found),
        "kinds": list(kinds),
        "pages": list(pages),
        "k": [kinds[(*r.kind, r.weight)] for r in found],
        "p": [pages[r.page, r.chapter] for r in found],
    }


def synonyms(catalogue: Catalogue, found: Iterable[Record]) -> list[tuple[str, str]]:
    """Return what everyday words mean, and the words, as they are packed: `("økonomi⇥budget", "penge kroner")`.

    A meaning that names an entry or a page (`slags:id`) is packed as its title.
    """
    titles, addresses = {r.address: r.title for r in found}, Addresses.of(catalogue.site)

    def told(meaning: str) -> str:
        if not re.fullmatch(REF_PATTERN, meaning):  # a colon alone makes no reference
            return meaning
        kind, _, name = meaning.partition(":")
        return titles[addresses.side(name) if kind == "side" else addresses.entry(catalogue.find(meaning))]

    words = catalogue.one(Words)
    rows = words.synonyms if words else ()
    return [(APART.join(map(told, row.means)), " ".join(row.words)) for row in rows]
