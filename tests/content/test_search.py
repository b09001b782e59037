"""Our own queries find their entry. `bench/search.py` tells how well; here only a collapse fails."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from macros.catalogue import Catalogue
from tests.browser.test_search import answers, opened
from tests.support.queries import figures, queries


@pytest.mark.browser
@pytest.mark.parametrize(("tuned", "first", "three", "none"), [(True, 0.75, 0.88, 8), (False, 0.7, 0.82, 2)])
def test_queries(
    page: Page, address: str, catalogue: Catalogue, tuned: bool, first: float, three: float, none: int
) -> None:
    """Queries of nine kinds find their entry; those never tuned on say how far that carries."""
    field = opened(page, address)
    asked = [query for query in queries(catalogue) if query.tuned == tuned]
    found = []
    for query in asked:
        field.fill(query.text)
        found.append((query, answers(page, address)))
    got = figures(found)
    missed = [(query.text, shown[:3]) for query, shown in found if not set(shown[:3]) & set(query.right)]
    assert got.first >= first, (got, missed)
    assert got.three >= three, (got, missed)
    assert got.none <= none, (got, missed)


def test_queries_are_many_and_some_untuned(catalogue: Catalogue) -> None:
    """There are hundreds of queries of nine kinds, at least 80 of them never tuned on, none twice."""
    asked = queries(catalogue)
    untuned = [query for query in asked if not query.tuned]
    assert len({query.kind for query in asked}) == len({query.kind for query in untuned}) == 9
    assert len({query.text.lower() for query in asked}) == len(asked)
