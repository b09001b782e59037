"""Catalogue -> what the page "Find inspiration" shows and may be sorted by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from macros import kinds, shape
from macros.catalogue import Catalogue, Placed, names
from macros.marks import Sorts
from macros.read.spelling import slug

UNSAID = "uden"  # of a number: the answer of what has none
KIND = "slags"  # the kinds of entries, which the finder always sorts by
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
    every: str = ""  # of a single answer: what stands where none is chosen


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


@dataclass(frozen=True)
class Sorting:
    """What the finder sorts by, as it is declared: a field of the entries, or a kind."""

    sorts: Sorts
    name: str
    info: FieldInfo | None = None

    @property
    def of_phases(self) -> bool:
        """Whether the answers are the phases of the collaboration."""
        return self.info is not None and shape.is_phase(self.info)


def questions() -> list[Sorting]:
    """Return all that the finder sorts by, in its order, but for the kinds of entries themselves."""
    found: dict[str, Sorting] = {}
    for kind, cls in kinds.entries().items():
        if sorts := kinds.findable(kind).sorts:
            found[sorts.name] = Sorting(sorts, kind)
        for name, info in cls.model_fields.items():
            if sorts := shape.sorts(info):
                found[sorts.name] = Sorting(sorts, name, info)
    return sorted(found.values(), key=lambda one: one.sorts.order)


def _own_or_above(placed: Placed, field: str) -> tuple[str, ...]:
    """Return a field's values from the entry, else from the nearest it stands in."""
    said = next((found for p in _up(placed) if (found := getattr(p.entry, field, ()))), ())
    return said if isinstance(said, tuple) else (said,)


def _related(catalogue: Catalogue, placed: Placed, kind: str) -> tuple[str, ...]:
    """Return the entry of a kind that an entry stands in; else those that point at it or its page, or that it names."""
    above = [p.id for p in _up(placed) if p.kind == kind]
    if above:
        return tuple(above)
    found: dict[str, None] = {}
    for here in _up(placed):
        refs = [catalogue.find(ref) for ref in here.references if not ref.startswith("side:")]
        for other in (*refs, *catalogue.backlinks.get(here.id, ())):
            found.update({p.id: None for p in _up(other) if p.kind == kind})
    return tuple(found)


def _step(number: int | None, steps: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    return next(((name,) for name, most in steps if number and number <= most), (UNSAID,))


def _values(catalogue: Catalogue, placed: Placed, question: Sorting) -> tuple[str, ...]:
    """Return an entry's values; an item of a checklist has the phase of the list it stands in."""
    if question.info is None:
        return _related(catalogue, placed, question.name)
    if question.sorts.steps:
        return _step(getattr(placed.entry, question.name, None), question.sorts.steps)
    phase = placed.phase if question.of_phases else ""
    said = (phase,) if phase else _own_or_above(placed, question.name)
    return tuple(map(slug, said))


def _groups(catalogue: Catalogue, asked: Iterable[Sorting]) -> tuple[list[Group], list[tuple[str, int]]]:
    """Return the entries by kind, and the kinds there are too many of with how many."""
    called = names.kinds(catalogue)
    groups, left, room = [], [], MOST
    for kind in kinds.listed():
        placed = catalogue.of_kind(kind)
        if len(placed) > room:
            left.append((called[kind][1], len(placed)))
            continue
        room -= len(placed)
        found = tuple(Found(p, list(_up(p))[-1], _all_values(catalogue, p, asked)) for p in placed)
        if found:
            groups.append(Group(slug(kind), called[kind][1], kinds.findable(kind).brief, found))
    return groups, left


def _all_values(catalogue: Catalogue, placed: Placed, asked: Iterable[Sorting]) -> dict[str, tuple[str, ...]]:
    """Return an entry's values by facet."""
    return {**{one.sorts.name: _values(catalogue, placed, one) for one in asked}, KIND: (slug(placed.kind),)}


def _labels(catalogue: Catalogue, question: Sorting) -> list[tuple[str, str]]:
    """Return each answer there may be to a question, and what it is called."""
    if question.info is None:
        return [(p.id, p.title) for p in catalogue.of_kind(question.name)]
    answers = names.phases(catalogue) if question.of_phases else names.words(catalogue).facets.answers[question.name]
    return [(slug(value), label) for value, label in answers.items()]


def _facet(catalogue: Catalogue, question: Sorting, count: Counter[str]) -> Facet:
    """Return a question with those of its answers that some entry has."""
    t, sorts = names.words(catalogue).facets, question.sorts
    called = t.questions if question.name in t.questions else {k: one for k, (one, _) in names.kinds(catalogue).items()}
    every = t.every[question.name] if sorts.single else ""
    options = _options(_labels(catalogue, question), count)
    return Facet(sorts.name, called[question.name], options, sorts.single, sorts.folded, every)


def _options(labels: Iterable[tuple[str, str]], count: Counter[str]) -> tuple[Option, ...]:
    return tuple(Option(value, label, count[value]) for value, label in labels if count[value])


def finder(catalogue: Catalogue) -> Finder:
    """Return the page: its entries by kind, and the facets with how many entries have each value."""
    asked = questions()
    groups, left = _groups(catalogue, asked)
    every = [found for group in groups for found in group.found]

    def count(name: str) -> Counter[str]:
        return Counter(value for found in every for value in set(found.values[name]))

    facets = [_facet(catalogue, question, count(question.sorts.name)) for question in asked]
    by_kind = _options([(group.kind, group.title) for group in groups], count(KIND))
    facets.append(Facet(KIND, names.words(catalogue).facets.kind, by_kind, folded=True))
    return Finder(tuple(f for f in facets if f.options), tuple(groups), tuple(left))
