"""What the feed tells first."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

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


@pytest.mark.parametrize("base", ["", "https://example.org/"])
def test_it_is_written_as_it_would_be_at_once(catalogue: Catalogue, base: str) -> None:
    """The data, written entry by entry, are what the whole model of them says."""
    whole = export.export(catalogue, base).model_dump_json(by_alias=True, exclude_defaults=True, indent=1)
    assert export.as_json(catalogue, base) == f"{whole}\n"


def test_a_catalogue_without_entries_is_written_too(catalogue: Catalogue) -> None:
    """Where there is nothing to tell there is an empty list, whatever the title says."""
    site = catalogue.site.model_copy(update={"title": '"punkter": []'})
    empty = dataclasses.replace(catalogue, index={}, site=site)
    whole = export.export(empty, "").model_dump_json(by_alias=True, exclude_defaults=True, indent=1)
    assert export.as_json(empty, "") == f"{whole}\n"
