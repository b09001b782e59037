"""What a field that is missing may hold: the whole of it, as the check takes it, for an editor to reword.

What is asked of a field follows from its model: how many, how long, which words, what stands inside it. A reference is
written as `slags:id` (or with the kind it must be of), and an id that names an entry as `id-paa-<kind>`: which there
are is known when all files are read, and `catalogue/references.py` puts one in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from string import ascii_lowercase
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros import model, shape
from macros.marks import KIND
from macros.read.document import Value
from macros.read.spelling import slug
from macros.shape import is_list, style
from macros.understand.refusal import Refusal

T = TypeVar("T")
SAMPLES = {"block": ">-\n  Skriv teksten her.", "name": '"Skriv her"', "code": "10"}
ADDRESS = '"https://example.org"'
OWN = "oprindelse: egen"  # true of whatever is made up here


def filled(error: Refusal) -> str:
    """Return the field that is missing with something in it, as this catalogue would write it."""
    given = error.given if isinstance(error.given, dict) else {}
    infos = shape.fields(_likeliest(error.models, given), error.name)
    filler = _Filler(error)
    return "\n".join(filler.field(error.name, infos[0] if infos else None, error.models, given))


def further(error: Refusal) -> str:
    """Return the items that a list with too few still lacks, as they are written below those it has.

    Nothing when they stand in [ ], where they are written otherwise.
    """
    mark = error.document.mark((*error.path, 0))
    before = error.document.lines()[mark.line - 1][: mark.column - 1]
    if not error.info or before.strip() != "-":
        return ""
    filler, models = _Filler(error), shape.inside(error.info)
    lacking = range(_said(error.info, "min_length", 1) - len(error.given))
    lines = [line for _ in lacking for line in filler.item(error.name, error.info, models)]
    return "\n".join(" " * before.index("-") + line for line in lines)


def _likeliest(models: shape.Models, given: Mapping[str, Any]) -> shape.Models:
    """Return the one of several models that has most of the fields that are there."""
    return (max(models, key=lambda cls: len(given.keys() & set(shape.keys((cls,))))),) if models else ()


class _Filler:
    """Fills fields in; no id or phase is made that stands in the file already."""

    def __init__(self, error: Refusal) -> None:
        self.phases = error.phases
        self.stem = slug(PurePosixPath(error.document.file).stem)
        self.at_top = len(error.path) == 1
        self.taken: dict[str, set[str]] = defaultdict(set)
        for key, text in _texts(error.document.value):
            self.taken[key].add(text)

    def field(self, name: str, info: FieldInfo | None, holds: shape.Models, given: Mapping[str, Any]) -> list[str]:
        """Return the lines of a field of one of the models `holds`, in an entry where `given` stands already."""
        if info is None:
            return f"{name}: {SAMPLES['block']}".split("\n")
        models = shape.inside(info)
        if is_list(info):
            items = [line for _ in range(_said(info, "min_length", 1)) for line in self.item(name, info, models)]
            return [f"{name}:", *(f"  {line}" for line in items)]
        if models:
            return [f"{name}:", *(f"  {line}" for line in self.entry(models[0]))]
        return f"{name}: {self.value(name, info, holds, given)}".split("\n")

    def item(self, name: str, info: FieldInfo, models: shape.Models) -> list[str]:
        """Return the lines of one item of a list."""
        first, *rest = self.entry(models[0]) if models else self.value(name, info, (), {}).split("\n")
        return [f"- {first}", *(f"  {line}" for line in rest)]

    def entry(self, cls: type[BaseModel]) -> list[str]:
        """Return the lines of all that must stand in an entry of a model."""
        self.at_top = False
        rows = [self.field(key, info, (cls,), {}) for key, info in _required(cls, self.phases)]
        own = [OWN] if issubclass(cls, model.Sourced) else []
        return [line for row in rows for line in row] + own

    def value(self, name: str, info: FieldInfo, holds: shape.Models, given: Mapping[str, Any]) -> str:
        """Return what a text, choice, number or name may be filled in with."""
        if least := _said(info, "ge", 0):
            return str(given.get(_before(info, holds)) or least)
        if kind := shape.names(info):
            return f"id-paa-{kind}"
        if name == "id" or KIND in info.metadata:
            found = self.unused(name, info)
            return found if style(info) == "code" else f'"{found}"'
        return shape.sample(info) or (ADDRESS if shape.is_link(info) else SAMPLES[style(info)])

    def unused(self, name: str, info: FieldInfo) -> str:
        """Return a name that stands nowhere in the file under the same key: of a page, what its file is called."""
        sample = shape.sample(info)
        first = [self.stem] if name == "id" and self.at_top else []
        known = shape.kinds() if KIND in info.metadata else model.PHASES if shape.is_phase(info) else ()
        tried = (*first, sample, *known, *(f"{sample}-{letter}" for letter in ascii_lowercase[1:]))
        found = next((one for one in tried if one and one not in self.taken[name]), sample)
        self.taken[name].add(found)
        return found


def _said(info: FieldInfo, name: str, otherwise: T) -> T:
    """Return what the marks of a field that must be there say under a name."""
    return next((said for mark in info.metadata if (said := getattr(mark, name, None))), otherwise)


def _required(cls: type[BaseModel], phases: tuple[str, ...]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield key and field of all that must stand in a model: each phase, where it takes phases."""
    for name, info in cls.model_fields.items():
        if info.is_required():
            yield info.alias or name, info
    if extra := shape.open_field(cls):
        yield from ((phase, extra) for phase in phases)


def _before(info: FieldInfo, holds: shape.Models) -> str:
    """Return the key of the field that one may not be below, or nothing."""
    first = _said(info, "first", "")
    infos = [cls.model_fields[first] for cls in holds if first in cls.model_fields]
    return infos[0].alias or first if infos else ""


def _texts(value: Value, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text of a file with the key it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        yield from (row for name, child in value.items() for row in _texts(child, name))
    elif isinstance(value, list):
        yield from (row for child in value for row in _texts(child, key))
