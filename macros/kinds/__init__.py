"""The rooms: every kind of content there is, found by its folder.

A folder here with a `kind.py` is a kind; a folder inside it with one is a type of that kind. Whatever is made of a
kind (page, paper, menu, finder, search, data, schema, guide) asks here which there are; no other list is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

from pydantic import BaseModel

from macros.kind import Kind, Type
from macros.marks import Findable
from macros.model import Model

FOLDER = Path(__file__).parent


def _declared(folder: Path, package: str, name: str) -> list[tuple[Path, object]]:
    """Return each folder inside `folder` with what its `kind.py` declares under `name`."""
    found = sorted(path.parent for path in folder.glob("*/kind.py"))
    return [(room, getattr(import_module(f"{package}.{room.name}.kind"), name)) for room in found]


def _kinds() -> Iterator[Kind]:
    for room, kind in _declared(FOLDER, __name__, "KIND"):
        inside = [one for _, one in _declared(room, f"{__name__}.{room.name}", "TYPE") if isinstance(one, Type)]
        assert isinstance(kind, Kind), f"{room}/kind.py must declare KIND"
        yield replace(kind, types=tuple(sorted(inside, key=lambda one: one.order)))


KINDS: tuple[Kind, ...] = tuple(sorted(_kinds(), key=lambda kind: kind.order))
TYPES: dict[str, type[BaseModel]] = {one.name: one.root for kind in KINDS for one in kind.types}


@cache
def entries() -> dict[str, type[Model]]:
    """Return the model of each kind of entry, by the name that stands before the colon of a reference."""
    return {vars(cls)["kind"]: cls for cls in _below(Model) if "kind" in vars(cls)}


@cache
def findable(kind: str) -> Findable:
    """Return how a kind of entry is found. Raises KeyError when there is no such kind."""
    found = vars(entries()[kind]).get("findable", Findable())
    assert isinstance(found, Findable)
    return found


def listed() -> tuple[str, ...]:
    """Return the kinds of entry that the finder lists, in its order."""
    shown = {name: how for name in entries() if (how := findable(name)).listed}
    return tuple(sorted(shown, key=lambda name: (shown[name].brief, shown[name].order, name)))


def named(kind: str) -> Kind:
    """Return the kind whose entries have pages and are called so in a reference. Raises KeyError when none is."""
    return {one.name: one for one in KINDS if one.name}[kind]


def _below(cls: type[Model]) -> Iterator[type[Model]]:
    for one in cls.__subclasses__():
        yield one
        yield from _below(one)
