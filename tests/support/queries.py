"""The queries of our own catalogue, and how well a search answers them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from macros.catalogue import Catalogue
from macros.catalogue.addresses import Addresses
from tests.support.sites import ROOT

FILE = ROOT / "tests/content/queries.yml"


@dataclass(frozen=True)
class Query:
    """A query, its kind, whether the search was tuned on it, and the addresses that are right answers."""

    text: str
    kind: str
    tuned: bool
    right: tuple[str, ...]


def queries(catalogue: Catalogue) -> list[Query]:
    """Return every query that has a right answer yet, with the addresses (under the site's root) of its answers.

    An entry that has got another id is still the answer, one that is retired is none. Raises KeyError for an id that
    never was.
    """

    def addresses(names: list[str]) -> tuple[str, ...]:
        there = [catalogue.former.get(name, name) for name in names if name not in catalogue.retired]
        said = Addresses.of(catalogue.site)
        return tuple(
            said.side(n.removeprefix("side:")) if n.startswith("side:") else said.entry(catalogue.index[n])
            for n in there
        )

    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    found = [Query(row["query"], row["kind"], row["tuned"], addresses(row["right"])) for row in rows]
    return [query for query in found if query.right]


@dataclass(frozen=True)
class Figures:
    """Right answer first, right answer among the first three (both as parts of all), and queries without an answer."""

    first: float
    three: float
    none: int


def figures(answered: Iterable[tuple[Query, list[str]]]) -> Figures:
    """Return the figures of queries with the addresses that were answered, best first."""
    rows = list(answered)
    first = sum(bool(found) and found[0] in query.right for query, found in rows)
    three = sum(bool(set(found[:3]) & set(query.right)) for query, found in rows)
    return Figures(first / len(rows), three / len(rows), sum(not found for _, found in rows))
