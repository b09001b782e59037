"""Catalogue -> what the page "Find inspiration" shows and may be sorted by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros import kinds
from macros.catalogue import Catalogue, Placed, names
from macros.read.spelling import slug

MINUTES = (("kort", 15), ("mellem", 60), ("lang", 100_000))  # the most minutes of each answer
UNTIMED = "uden"
MOST = 2500  # entries on the page: more make it slow to sort, and too heavy for a telephone


@dataclass(frozen=True)
class Option:
    """A value to sort by, what it is called, and how many entries have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """One question to sort by; `name` stands in the address, the folded ones together under the others."""

    name: str
    title: str
    options: tuple[Option, ...]
    single: bool = False
    folded: bool = False


@dataclass(frozen=True)
class Found:
    """An entry on the page, with its values by facet."""

    placed: Placed
    top: Placed
    values: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Group:
    """Entries of one kind."""

    kind: str
    title: str
    long: bool
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Finder:
    """The whole page."""

    facets: tuple[Facet, ...]
    groups: tuple[Group, ...]
    left: tuple[tuple[str, int], ...] = ()  # kinds there are too many of, and how many

    @property
    def count(self) -> int:
        """How many entries there are in all."""
        return sum(len(group.found) for group in self.groups)


def _up(placed: Placed) -> Iterable[Placed]:
    """Yield an entry and what it stands in, from the inside out."""
    here: Placed | None = placed
    while here:
        yield here
        here = here.parent


def _own_or_above(placed: Placed, field: str) -> tuple[str, ...]:
    """Return a field's values from the entry, else from the nearest it stands in."""
    return next((found for p in _up(placed) if (found := getattr(p.entry, field, ()))), ())


def _themes(catalogue: Catalogue, placed: Placed) -> tuple[str, ...]:
    """Return the theme an entry stands in; else the themes that it, or its page, and a theme's entries point at."""
    above = [p.id for p in _up(placed) if p.kind == "tema"]
    if above:
        return tuple(above)
    found: dict[str, None] = {}
    for here in _up(placed):
        refs = [catalogue.find(ref) for ref in here.references if not ref.startswith("side:")]
        for other in (*refs, *catalogue.backlinks.get(here.id, ())):
            found.update({p.id: None for p in _up(other) if p.kind == "tema"})
    return tuple(found)


def _situations(catalogue: Catalogue, placed: Placed) -> tuple[str, ...]:
    """Return the situations that lead to the entry, or to the page it stands on; of a situation, itself."""
    here = [p.id for p in _up(placed)]
    return tuple(name for name, targets in catalogue.ways.items() if not targets.isdisjoint(here))


def _minutes(entry: Any) -> tuple[str, ...]:
    minutes = getattr(entry, "minutes", None)
    return next(((name,) for name, most in MINUTES if minutes and minutes <= most), (UNTIMED,))


def _values(catalogue: Catalogue, placed: Placed) -> dict[str, tuple[str, ...]]:
    phases = (placed.phase,) if placed.phase else _own_or_above(placed, "phases")
    return {
        "situation": _situations(catalogue, placed),
        "fase": tuple(map(slug, phases)),
        "sammen": tuple(map(slug, _own_or_above(placed, "company"))),
        "tid": _minutes(placed.entry),
        "hvor": tuple(map(slug, _own_or_above(placed, "reach"))),
        "tema": _themes(catalogue, placed),
        "slags": (slug(placed.kind),),
    }


def finder(catalogue: Catalogue) -> Finder:
    """Return the page: its entries by kind, and the facets with how many entries have each value."""
    t, called = names.words(catalogue).facets, names.kinds(catalogue)
    groups, left, room = [], [], MOST
    for kind in kinds.listed():
        placed = catalogue.of_kind(kind)
        if len(placed) > room:
            left.append((called[kind][1], len(placed)))
            continue
        room -= len(placed)
        found = tuple(Found(p, list(_up(p))[-1], _values(catalogue, p)) for p in placed)
        if found:
            groups.append(Group(slug(kind), called[kind][1], kinds.findable(kind).brief, found))
    every = [found for group in groups for found in group.found]

    def facet(
        name: str, title: str, labels: Iterable[tuple[str, str]], *, single: bool = False, folded: bool = False
    ) -> Facet:
        count = Counter(value for found in every for value in set(found.values[name]))
        counted = [Option(value, label, count[value]) for value, label in labels]
        return Facet(name, title, tuple(option for option in counted if option.count), single, folded)

    def titles(kind: str) -> list[tuple[str, str]]:
        return [(p.id, p.title) for p in catalogue.of_kind(kind)]

    def slugged(labels: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(slug(value), label) for value, label in labels]

    facets = (
        facet("situation", t.situation, titles("situation"), single=True),
        facet("fase", t.phase, slugged(names.phases(catalogue).items())),
        facet("sammen", t.company, slugged(t.companies.items())),
        facet("tid", t.time, t.times.items()),
        facet("hvor", t.reach, slugged(t.reaches.items())),
        facet("tema", names.kinds(catalogue)["tema"][0], titles("tema"), folded=True),
        facet("slags", t.kind, [(group.kind, group.title) for group in groups], folded=True),
    )
    return Finder(tuple(f for f in facets if f.options), tuple(groups), tuple(left))
