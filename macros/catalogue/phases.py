"""The phases of a collaboration in a file as it was read: which stand in a checklist, and in which order.

`katalog.yml` says which phases there are, so the models take any; a phase that is none of them, or that a checklist
lacks, is told here as pydantic tells of fields, so that it gets the same messages as every other slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic_core import ErrorDetails

from macros import model, shape
from macros.read.document import Path, Value

Phases = tuple[str, ...]
WORD = re.compile(model.PHASE_PATTERN)


def declared(value: Value) -> Phases | None:
    """Return the phases that katalog.yml declares, as it was read; None when they cannot be made out.

    Then they are told of in katalog.yml, and not once more at every checklist.
    """
    if not isinstance(value, dict):
        return None
    rows = value.get("faser") or ()
    names = [row.get("id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    found = tuple(dict.fromkeys(name for name in names if isinstance(name, str) and WORD.fullmatch(name)))
    if not rows:
        return model.PHASES
    return found if len(found) == len(rows) and 2 <= len(found) <= model.MOST_PHASES else None


def _error(kind: str, loc: Path, given: Any, **limit: str) -> ErrorDetails:
    return {"type": kind, "loc": loc, "msg": "", "input": given, "ctx": limit}


@cache
def _hold(models: shape.Models) -> bool:
    """Whether a phase may stand anywhere in what these models hold: in most none can, and nothing is looked at."""
    every = [one for cls in models for one in shape.all_models(cls)]
    return any(shape.open_field(cls) or any(map(shape.is_phase, cls.model_fields.values())) for cls in every)


def errors(value: Value, models: shape.Models, phases: Phases, path: Path = ()) -> Iterator[ErrorDetails]:
    """Yield what is wrong with the phases in a value, as pydantic would tell it."""
    if not _hold(models):
        return
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from errors(item, models, phases, (*path, i))
    if not isinstance(value, dict):
        return
    here = shape.narrowed(models, value)
    if any(shape.open_field(cls) for cls in here):
        yield from (_error("extra_forbidden", (*path, key), value[key]) for key in value if key not in phases)
        yield from (_error("missing", (*path, key), value) for key in phases if key not in value)
    for key, child in value.items():
        if any(shape.is_phase(info) for info in shape.fields(here, key)):
            yield from _chosen(child, phases, (*path, key))
        yield from errors(child, shape.below(here, key), phases, (*path, key))


def _chosen(value: Value, phases: Phases, path: Path) -> Iterator[ErrorDetails]:
    """Yield each phase of a field that is none of those there are."""
    expected = ", ".join(f"'{phase}'" for phase in phases)
    for i, item in enumerate(value) if isinstance(value, list) else ():
        if isinstance(item, str) and item not in phases:
            yield _error("literal_error", (*path, i), item, expected=expected)


def in_order(value: Value, models: shape.Models, phases: Phases) -> Value:
    """Return the value with the phases of each checklist in the declared order, and no others: those are told of."""
    if not _hold(models):
        return value
    if isinstance(value, list):
        return [in_order(item, models, phases) for item in value]
    if not isinstance(value, dict):
        return value
    here = shape.narrowed(models, value)
    keys = [key for key in phases if key in value] if any(map(shape.open_field, here)) else list(value)
    return {key: in_order(value[key], shape.below(here, key), phases) for key in keys}
