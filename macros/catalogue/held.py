"""The catalogue as everything downstream sees it: what is in it, where each entry stands, and what points at what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel

from macros import inline
from macros.catalogue.walking import references, sources
from macros.kind import room_of
from macros.kinds.words.kind import Words
from macros.site import Site, WrittenPage

Held = TypeVar("Held", bound=BaseModel)


@dataclass(frozen=True)
class Placed:
    """An entry with its place: in the data (file, line) and on the site (page, anchor)."""

    entry: Any
    kind: str
    id: str
    page: str
    anchor: str
    file: str
    line: int
    parent: Placed | None = None
    phase: str = ""

    @property
    def ref(self) -> str:
        """The entry's reference, `kind:id`."""
        return f"{self.kind}:{self.id}"

    @cached_property
    def title(self) -> str:
        """What the entry is called in a link or a list."""
        return getattr(self.entry, "title", "") or inline.plain(self.entry.text)

    @cached_property
    def references(self) -> tuple[str, ...]:
        """Every reference that the entry itself makes."""
        return tuple(references(self.entry))

    @property
    def target(self) -> str:
        """Page and anchor as one address, relative to the site's root."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


@dataclass(frozen=True, repr=False)  # what prints its variables (the macros plugin does) must not print all of `data/`
class Catalogue:
    """Everything in `data/`, validated, in reading order."""

    site: Site
    written: tuple[WrittenPage, ...] = ()
    rooms: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    index: dict[str, Placed] = field(default_factory=dict)
    sides: frozenset[str] = frozenset()

    def held(self, room: str) -> tuple[Any, ...]:
        """Return what the files of a kind hold, in reading order; `room` is the kind's folder under `macros/kinds/`."""
        return self.rooms.get(room, ())

    def all(self, root: type[Held]) -> tuple[Held, ...]:
        """Return what the files of the kind with the model `root` hold, in reading order."""
        return self.held(room_of(root))

    def one(self, root: type[Held]) -> Held | None:
        """Return what the one file of a kind holds, or None when there is no such file."""
        return next(iter(self.all(root)), None)

    def find(self, ref: str) -> Placed:
        """Return what `kind:id` (or a bare id) points at. Raises KeyError; a checked catalogue never does."""
        return self.index[ref.rpartition(":")[2]]

    def placed(self, entry: Any) -> Placed:
        """Return the place of an entry."""
        return self.index[entry.id]

    @cached_property
    def backlinks(self) -> dict[str, tuple[Placed, ...]]:
        """For each id, the entries that point at it, in reading order, each once."""
        found: dict[str, dict[str, Placed]] = defaultdict(dict)
        for placed in self.index.values():
            for ref in placed.references:
                if not ref.startswith("side:"):
                    found[ref.rpartition(":")[2]][placed.id] = placed
        return {key: tuple(value.values()) for key, value in found.items()}

    @cached_property
    def former(self) -> dict[str, str]:
        """Each former id and the id that has taken its place."""
        return {old: p.id for p in self.index.values() for old in getattr(p.entry, "former_ids", ())}

    @cached_property
    def retired(self) -> dict[str, str]:
        """Each id that is out of use for good and the last title of its entry."""
        return {gone.id: gone.title for gone in self.site.retired}

    @cached_property
    def by_kind(self) -> dict[str, tuple[Placed, ...]]:
        """For each kind, its entries in reading order."""
        return _grouped((p.kind, p) for p in self.index.values())

    @cached_property
    def by_page(self) -> dict[str, tuple[Placed, ...]]:
        """For each page, the entries that stand on it, in reading order."""
        return _grouped((p.page, p) for p in self.index.values())

    @cached_property
    def by_source(self) -> dict[str, tuple[Placed, ...]]:
        """For each source, the pages that use it, in reading order."""
        return _grouped((source, p) for p in self.with_page() for source in sources(p.entry))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each theme, from 1."""
        return {theme.id: number for number, theme in enumerate(self.of_kind("tema"), 1)}

    @cached_property
    def hyphenation(self) -> tuple[str, ...]:
        """The words that may be divided, with a hyphen at each joint."""
        words = self.one(Words)
        return words.hyphenation if words else ()

    @cached_property
    def long_words(self) -> re.Pattern[str] | None:
        """Those words whole, each a group of one pattern: every title is looked through for all of them at once."""
        words = [re.escape(word.replace("-", "")) for word in self.hyphenation]
        return re.compile(rf"\b(?:({')|('.join(words)}))\b", re.IGNORECASE) if words else None

    def written_page(self, path: str) -> WrittenPage | None:
        """Return the hand-written page at a path of the site (`om.md`), or None."""
        return next((page for page in self.written if f"{page.id}.md" == path), None)

    def with_page(self) -> tuple[Placed, ...]:
        """Every entry that has a page of its own, in reading order."""
        return self._with_page

    @cached_property
    def _with_page(self) -> tuple[Placed, ...]:
        return tuple(p for p in self.index.values() if not p.anchor)

    def of_kind(self, kind: str) -> tuple[Placed, ...]:
        """Every entry of one kind, in reading order."""
        return self.by_kind.get(kind, ())

    def checklists(self) -> tuple[Placed, ...]:
        """Every page that has a checklist, in reading order."""
        return tuple(p for p in self.with_page() if getattr(p.entry, "checklist", None))


def _grouped(rows: Iterable[tuple[str, Placed]]) -> dict[str, tuple[Placed, ...]]:
    found: dict[str, list[Placed]] = defaultdict(list)
    for key, placed in rows:
        found[key].append(placed)
    return {key: tuple(placed) for key, placed in found.items()}
