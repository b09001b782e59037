"""The queries in tests/search/queries.yml, and how well a search answers them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from macros.catalogue import Catalogue
from macros.finding import address
from tests.support.sites import ROOT

FILE = ROOT / "tests/search/queries.yml"


@dataclass(frozen=True)
class Query:
    """A query, its kind, whether the search was tuned on it, and the addresses that are right answers."""

    text: str
    kind: str
    tuned: bool
    right: tuple[str, ...]


def queries(catalogue: Catalogue) -> list[Query]:
    """Return every query with the addresses (under the site's root) of its right answers."""

    def addresses(names: list[str]) -> tuple[str, ...]:
        return tuple(
            f"{n.removeprefix('side:')}/" if n.startswith("side:") else address(catalogue.index[n]) for n in names
        )

    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [Query(row["query"], row["kind"], row["tuned"], addresses(row["right"])) for row in rows]


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
