"""Catalogue -> the index that the search in the browser reads."""

from __future__ import annotations

from typing import Any

from macros import inline
from macros.catalogue import Catalogue, Placed, own_texts
from macros.pages import overviews
from macros.render import KIND_NAMES

# How much a kind weighs when two entries match alike: chapters and tools before what stands inside them.
WEIGHTS = {"kilde": 0.6, "afsnit": 0.8, "tjek": 0.85, "spørgsmål": 0.85, "rolle": 0.85, "belæg": 0.8, "værktøj": 1.2}
OVERVIEW_WEIGHT = 0.7  # an overview answers when no entry does
NOT_PROSE = frozenset({"id", "titel", "kilde", "sted", "oprindelse", "se", "søgeord", "fase", "sammen", "rækkevidde"})
NOT_PROSE_TOO = frozenset({"tidligere_id", "ikon", "farve", "type", "kort", "til", "link", "element", "plads", "rolle"})


def address(placed: Placed) -> str:
    """Return the entry's address under the site's root, as the site serves it."""
    page = placed.page.removesuffix("index.md").removesuffix(".md")
    folder = f"{page}/" if page and not page.endswith("/") else page
    return f"{folder}#{placed.anchor}" if placed.anchor else folder


def record(placed: Placed) -> dict[str, Any]:
    """Return one entry of the index: k(ind), t(itle), u(rl), x text, s keywords, c(hapter), p weight."""
    texts = (
        inline.plain(text)
        for path, text in own_texts(placed.entry)
        if not {part for part in path if isinstance(part, str)} & (NOT_PROSE | NOT_PROSE_TOO)
    )
    found: dict[str, Any] = {
        "k": KIND_NAMES[placed.kind][0],
        "t": placed.title,
        "u": address(placed),
        "x": " ".join(" ".join(texts).split()),
    }
    top = placed
    while top.parent:
        top = top.parent
    if top is not placed and hasattr(top.entry, "menu_title"):
        found["c"] = top.entry.menu_title
    if keywords := getattr(placed.entry, "keywords", ()):
        found["s"] = list(keywords)
    if placed.kind in WEIGHTS:
        found["p"] = WEIGHTS[placed.kind]
    return found


def index(catalogue: Catalogue) -> dict[str, Any]:
    """Return the whole search index: every entry, and the everyday words of `ord.yml`."""
    synonyms = {s.word: list(s.means) for s in catalogue.words.synonyms} if catalogue.words else {}
    entries = [record(p) for p in catalogue.index.values()]
    for name, (title, description) in overviews(catalogue).items():
        entries.append({"k": "Side", "t": title, "u": f"{name}/", "x": description, "p": OVERVIEW_WEIGHT})
    return {"entries": entries, "synonyms": synonyms}
