"""A field that is not known where another is missing: most likely the one has been given the other's name."""

from __future__ import annotations

from collections.abc import Iterable

from macros import shape
from macros.read.document import Path
from macros.read.spelling import nearest
from macros.understand.refusal import Refusal


def renamed(found: Iterable[Refusal]) -> dict[Path, str]:
    """Return the missing field that each unknown one most likely is, by the path of the unknown one.

    Only what holds lists is paired: there a reader would lose texts if the unknown field were deleted.
    """
    places: dict[Path, tuple[list[Refusal], list[Refusal]]] = {}
    for error in found:
        if error.details["type"] in ("extra_forbidden", "missing"):
            unknown, missing = places.setdefault(error.path[:-1], ([], []))
            (missing if error.details["type"] == "missing" else unknown).append(error)
    pairs: dict[Path, str] = {}
    for unknown, missing in places.values():
        pairs |= _paired(unknown, missing)
    return pairs


def _paired(unknown: list[Refusal], missing: list[Refusal]) -> dict[Path, str]:
    near = {error.path: nearest(error.name, error.siblings) for error in unknown}
    odd = [error for error in unknown if near[error.path] is None and isinstance(error.given, list)]
    gone = [error for error in missing if error.name not in near.values() and _is_list(error)]
    if len(odd) != len(gone):
        return {}
    return {error.path: other.name for error, other in zip(odd, gone, strict=True)}


def _is_list(error: Refusal) -> bool:
    return is_phase(error) or bool(error.info and shape.is_list(error.info))


def is_phase(error: Refusal) -> bool:
    """Whether what is wrong is a key that must be one of the catalogue's phases."""
    return any(map(shape.open_field, error.models))
