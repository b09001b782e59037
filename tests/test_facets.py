"""What the finder sorts by: what an entry says itself, else what it stands in says."""

from __future__ import annotations

import dataclasses

import pytest

from macros import model
from macros.catalogue import Catalogue
from macros.read.spelling import slug
from macros.web import facets

FIELDS = {"sammen": "company", "hvor": "reach", "fase": "phases"}


def values(catalogue: Catalogue, name: str, facet: str) -> tuple[str, ...]:
    """Return the values of an entry in a facet."""
    found = [one for group in facets.finder(catalogue).groups for one in group.found if one.placed.id == name]
    return found[0].values[facet]


@pytest.mark.parametrize("facet", FIELDS)
def test_what_is_not_said_comes_from_above(catalogue: Catalogue, facet: str) -> None:
    """An entry without a value has its page's; one with a value has its own; a checklist item has its list's phase."""
    point = next(p for p in catalogue.of_kind("punkt") if p.parent)
    field = FIELDS[facet]
    choice = {"company": ("alene", "partnere"), "reach": ("egen enhed", "på tværs"), "phases": ("før", "efter")}[field]

    def with_values(own: tuple[str, ...], above: tuple[str, ...]) -> Catalogue:
        assert point.parent
        page = dataclasses.replace(point.parent, entry=point.parent.entry.model_copy(update={field: above}))
        here = dataclasses.replace(point, entry=point.entry.model_copy(update={field: own}), parent=page)
        return dataclasses.replace(catalogue, index={**catalogue.index, page.id: page, here.id: here})

    slugs = dict(zip(choice, map(slug, choice), strict=True))
    assert values(with_values((), choice[:1]), point.id, facet) == (slugs[choice[0]],)
    assert values(with_values(choice[1:], choice[:1]), point.id, facet) == (slugs[choice[1]],)
    assert values(with_values((), ()), point.id, facet) == ()


def test_an_item_has_the_phase_of_its_list(catalogue: Catalogue) -> None:
    """What a checklist item or its page says of phases does not count: it stands in a list of one."""
    item = next(p for p in catalogue.of_kind("tjek") if p.phase)
    other = next(phase for phase in model.PHASES if phase != item.phase)
    said = dataclasses.replace(item, entry=item.entry.model_copy(update={"phases": (other,)}))
    made = dataclasses.replace(catalogue, index={**catalogue.index, item.id: said})
    assert values(made, item.id, "fase") == (slug(item.phase),)


@pytest.mark.parametrize(
    ("minutes", "value"), [(None, "uden"), (1, "kort"), (15, "kort"), (16, "mellem"), (60, "mellem"), (61, "lang")]
)
def test_time_is_told_in_steps(catalogue: Catalogue, minutes: int | None, value: str) -> None:
    """A quarter of an hour is short, an hour is between, more is long; what has no time is told so."""
    placed = catalogue.of_kind("punkt")[0]
    said = dataclasses.replace(placed, entry=placed.entry.model_copy(update={"minutes": minutes}))
    made = dataclasses.replace(catalogue, index={**catalogue.index, placed.id: said})
    assert values(made, placed.id, "tid") == (value,)
