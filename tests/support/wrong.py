"""What each field of each model must refuse, by the field's own type: derived from the models, on a catalogue's data.

A `Spot` is a place of a file where a field stands; `wrongs` gives, for it, every kind of value that its type does not
allow, each with the name of what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from macros import model, shape
from macros.catalogue import FILES, files_of
from tests.support.odd import At

GONE = object()  # the field is left out
NOTHING = "findes-ikke"
OWN_TEXTS = {
    "HTML": "Et <b>ord</b>",
    "a template's code": "Et {{ ord }}",
    "a link to code": "Et [ord](javascript:alert(1))",
    "a link to nothing": f"Et [ord](tema:{NOTHING})",
    "a link whose words show nothing": "Et [\u2800](https://example.org)",
    "a link apart from its address": "Et [ord] (https://example.org)",
    "broken letters": "Et blÃ¥t ord",
    "a CPR number": "Ring til 010190-1234",
    "a mail address": "Skriv til hanne@example.org",
    "a telephone number": "Ring til 12 34 56 78",
}
OWN_IDS = {"an id the page uses": "indhold", "an id the store uses": "om", "an id Windows uses": "con"}
BLANK = "\u2800 \u0301"
ENDLESS = "9" * 5000
DAYS = ("2026-02-30", "30. februar 2026", "86400", "i morgen", "2026-13-01")
LINKS = (
    "javascript:alert(1)",
    "ftp://example.org",
    "example.org",
    "https://example.org/et ord",
    "https://",
    "https://[",
)
MAIL = "mailto:postkasse@example.org"
FIRST = "fyrby-protokol"  # the id that is read first in the fixture: who comes later has a wrong one
Wrong = tuple[str, At, Any]


@dataclass(frozen=True)
class Spot:
    """A place where a field stands: its file, its path there, what holds it, and what it says."""

    file: str
    path: At
    cls: type[BaseModel]
    info: FieldInfo
    value: Any

    @property
    def name(self) -> str:
        """The model and the field, as a test names it."""
        return f"{self.cls.__name__}.{self.info.alias}"

    @property
    def first(self) -> At:
        """The path of what is one value: of a list, its first item."""
        return (*self.path, 0) if isinstance(self.value, list) else self.path

    @property
    def declared(self) -> str:
        """The model that declares the field, and the field: many have it from another."""
        name = next(name for name, info in self.cls.model_fields.items() if info.alias == self.info.alias)
        cls = next(cls for cls in self.cls.__mro__ if name in vars(cls).get("__annotations__", {}))
        return f"{cls.__name__}.{self.info.alias}"

    @property
    def whole(self) -> dict[str, Any]:
        """The JSON Schema of the field: what pydantic says its type allows, where it is not left out."""
        found: dict[str, Any] = _schema(self.cls)["properties"][self.info.alias]
        return next((one for one in found.get("anyOf", ()) if one.get("type") != "null"), found)

    @property
    def one(self) -> dict[str, Any]:
        """The JSON Schema of one value of the field."""
        one: dict[str, Any] = self.whole.get("items", self.whole)
        return one


@cache
def _schema(cls: type[BaseModel]) -> dict[str, Any]:
    return TypeAdapter(cls).json_schema(by_alias=True)


def spots(data: Path) -> list[Spot]:
    """Return one place of each field of each model that a data folder uses."""
    found: dict[str, Spot] = {}
    for kind in FILES:
        for path in files_of(kind, data):
            value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
            for spot in _inside(path.relative_to(data).as_posix(), value, shape.models_in(kind.model), ()):
                found.setdefault(spot.name, spot)
    return list(found.values())


def _inside(file: str, value: Any, models: tuple[Any, ...], path: At) -> Iterator[Spot]:
    here = shape.narrowed(models, value)
    for key, child in value.items():
        infos = shape.fields(here, key)
        if infos and infos[0].alias == key:  # a checklist's keys are no fields
            yield Spot(file, (*path, key), here[0], infos[0], child)
        for i, item in enumerate(child) if isinstance(child, list) else [(None, child)]:
            if isinstance(item, dict):
                yield from _inside(file, item, shape.below(here, key), (*path, key) if i is None else (*path, key, i))


def wrongs(spot: Spot) -> Iterator[Wrong]:
    """Yield (what is wrong, where, the value) of everything that the type of the field in a spot does not allow."""
    yield from _whole(spot)
    if not shape.inside(spot.info):
        for name, value in (*_bounds(spot.one), *_texts(spot), *_names(spot)):
            yield name, spot.first, value


def _whole(spot: Spot) -> Iterator[Wrong]:
    """Yield what is wrong with how much there is, and of what nature."""
    if spot.info.is_required():
        yield "left out", spot.path, GONE
    yield "empty", spot.path, None
    if isinstance(spot.value, list):
        yield "an empty item", spot.first, None
        if shape.is_set(spot.info):
            yield "the same twice", spot.path, [spot.value[0], spot.value[0]]
        yield "a text for a list", spot.path, "et ord"
        if spot.whole.get("minItems"):
            yield "too few", spot.path, spot.value[: spot.whole["minItems"] - 1]
        if "maxItems" in spot.whole:
            yield "too many", spot.path, [deepcopy(spot.value[0]) for _ in range(spot.whole["maxItems"] + 1)]
    else:
        yield "a list for one", spot.path, ["et", "to"]
    if shape.inside(spot.info):
        yield "a text for fields", spot.first, "et ord"
    else:
        yield "fields for a text", spot.first, {"et": "ord", "to": "ord"}


def _bounds(one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a type's bounds, form and choices refuse."""
    if "maxLength" in one:
        yield "too long", "a" * (one["maxLength"] + 1)
    if {"pattern", "enum", "const", "maximum", "format"} & one.keys():
        yield "without end", ENDLESS
    if "pattern" in one:
        yield "another form", "Æ Ø!"
    if "enum" in one or "const" in one:
        yield "another choice", "lilla-stribet"
    if one.get("type") == "integer":
        yield "no number", "mange"
        yield "too small", str(one["minimum"] - 1)
        yield "too large", str(one["maximum"] + 1)
    if one.get("format") == "date":
        yield from ((f"no day: {day}", day) for day in DAYS)


def nothing(spot: Spot) -> str:
    """Return an id that nothing has, another in each spot: one that is missing in many is told of once."""
    return f"{NOTHING}-{crc32(spot.name.encode()):x}"


def _texts(spot: Spot) -> Iterator[tuple[str, str]]:
    """Yield what no text may hold, and what no address may be."""
    if shape.is_link(spot.info):
        yield from ((f"no address: {link}", link) for link in LINKS)
        if "mailto:" not in shape.begins(spot.info):
            yield "a mailbox", MAIL
    elif shape.style(spot.info) != "code":
        yield from ((name, text.replace(NOTHING, nothing(spot))) for name, text in OWN_TEXTS.items())
        yield "signs that show nothing", BLANK
    if spot.one.get("type") == "string" and spot.info.is_required():
        yield "only spaces", "  "


def _names(spot: Spot) -> Iterator[tuple[str, str]]:
    """Yield names of what is not there, and of what is there already."""
    if shape.is_reference(spot.info):
        yield "a reference to nothing", f"tema:{nothing(spot)}"
    if shape.is_phase(spot.info) and spot.info.alias != "id":
        yield "an unknown phase", "altid"
    if spot.one.get("pattern") == model.ID_PATTERN:
        if spot.info.alias not in {"id", "tidligere_id"}:
            yield "the id of nothing", nothing(spot)
        else:
            yield from OWN_IDS.items()
            yield "an id in use", FIRST
