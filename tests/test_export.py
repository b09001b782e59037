"""What the feed tells first."""

from __future__ import annotations

import dataclasses
import datetime as dt

from macros.catalogue import Catalogue
from macros.data import export


def test_there_are_news(catalogue: Catalogue) -> None:
    """Every entry that says when it was changed is told, the newest first."""
    changed = {p.id for p in catalogue.index.values() if getattr(p.entry, "changed", None)}
    news = export.news(catalogue)
    assert changed
    assert {placed.id for _, placed in news[: len(changed)]} == changed


def test_a_change_comes_first(small: Catalogue) -> None:
    """An entry that says when it was changed comes before the pages of an older catalogue."""
    name, placed = next((name, p) for name, p in small.index.items() if p.anchor and hasattr(p.entry, "changed"))
    changed = placed.entry.model_copy(update={"changed": dt.date(2030, 1, 2)})
    index = {**small.index, name: dataclasses.replace(placed, entry=changed)}
    news = export.news(dataclasses.replace(small, index=index))
    assert news[0][1].id == name


def test_the_feed_tells_the_fifty_newest(catalogue: Catalogue) -> None:
    """Of sixty changes the fifty newest are told, so that a reader's program is never handed the whole catalogue."""
    changing = [name for name, placed in catalogue.index.items() if hasattr(placed.entry, "changed")][:60]
    index = dict(catalogue.index)
    for number, name in enumerate(changing):
        day = dt.date(2030, 1, 1) + dt.timedelta(number)
        placed = index[name]
        index[name] = dataclasses.replace(placed, entry=placed.entry.model_copy(update={"changed": day}))
    news = export.news(dataclasses.replace(catalogue, index=index))
    assert [placed.id for _, placed in news] == changing[:9:-1]
    assert len(news) == 50
