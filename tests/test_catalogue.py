"""The catalogue that the machine is tested on: every kind, every field, every choice and the edges stand in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from macros import model, shape
from macros.catalogue import FILES, Catalogue
from macros.kinds.courses.kind import Course
from macros.kinds.theme.kind import Theme


def held(value: object) -> Iterator[BaseModel]:
    """Yield every model that stands in a value, itself included."""
    if isinstance(value, BaseModel):
        yield value
        for _, part in model.parts(value):
            yield from held(part)
    elif isinstance(value, tuple):
        for item in value:
            yield from held(item)


@pytest.fixture(scope="module")
def found(catalogue: Catalogue) -> dict[type[BaseModel], list[BaseModel]]:
    """Return everything in the catalogue by its model."""
    parts = [catalogue.site, *catalogue.rooms.values(), catalogue.written]
    by_model: dict[type[BaseModel], list[BaseModel]] = defaultdict(list)
    for part in parts:
        for one in held(part):
            by_model[type(one)].append(one)
    return by_model


MODELS = [cls for kind in FILES for cls in shape.all_models(kind.model)]
MODELS = list(dict.fromkeys(cls for cls in MODELS if issubclass(cls, model.Model)))


def test_every_model_is_used(found: dict[type[BaseModel], list[BaseModel]]) -> None:
    """Nothing that a data file can be made of is missing: every kind, every type of tool, every part of them."""
    assert set(MODELS) <= set(found)
    assert {entry.kind for entries in found.values() for entry in entries if hasattr(entry, "kind")} == set(
        shape.kinds()
    )


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_every_field_is_used(cls: type[BaseModel], found: dict[type[BaseModel], list[BaseModel]]) -> None:
    """Each field of each model is written somewhere, with something in it."""
    written = {name for one in found[cls] for name in one.model_fields_set if getattr(one, name) not in ((), None, "")}
    assert set(cls.model_fields) <= written, "add the field to tests/catalogue/data"


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_every_optional_field_is_left_out(cls: type[BaseModel], found: dict[type[BaseModel], list[BaseModel]]) -> None:
    """Where there are several of a model, each field that may be left out is left out by one of them."""
    may = {name for name, info in cls.model_fields.items() if not info.is_required()}
    everywhere = set.intersection(*(set(one.model_fields_set) for one in found[cls]))
    assert len(found[cls]) == 1 or not may & everywhere


def test_every_choice_is_made(found: dict[type[BaseModel], list[BaseModel]]) -> None:
    """Each of a field's fixed choices is made somewhere, but where there can be only one of the model."""
    made: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for cls, entries in found.items():
        for name, info in cls.model_fields.items():
            for one in entries:
                value = getattr(one, name)
                made[shape.choices(info)].update(map(str, value if isinstance(value, tuple) else [value]))
    several = {shape.choices(i) for cls, e in found.items() if len(e) > 1 for i in cls.model_fields.values()}
    for choices, used in made.items():
        assert set(choices) <= used or choices not in several, choices


def test_edges(found: dict[type[BaseModel], list[BaseModel]]) -> None:
    """Titles as long as they may be and with odd signs, own entries, a theme of one point, courses with no link."""
    entries = [one for entries in found.values() for one in entries if isinstance(one, model.Entry)]
    assert max(len(entry.title) for entry in entries) >= model.TITLE_LENGTH - 5
    assert [entry for entry in entries if set("<&{[*#") <= set(entry.title)]
    assert [entry for entry in entries if max(entry.title) > "\U0001f000"], "a sign that no font of the PDFs has"
    assert {entry.origin for entry in entries} == {"kilde", "egen"}
    themes = [one for one in found[Theme] if isinstance(one, Theme)]
    assert min(len(theme.points) for theme in themes) == 1
    courses = [one for one in found[Course] if isinstance(one, Course)]
    assert {bool(course.sign_up.link) for course in courses} == {True, False}
