"""pydantic's errors, told to an editor in Danish: which of them is told, by what, and where it stands.

One row per kind of error; a row gets a `Refusal` (what pydantic found and where) and answers with message and remedy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic_core import ErrorDetails

from macros import kinds, model, shape
from macros.read.document import Document, Path
from macros.read.problems import Problem
from macros.read.spelling import listed, nearest
from macros.understand import refused_fields as fields
from macros.understand import refused_values as values
from macros.understand.filling import filled
from macros.understand.refusal import Refusal, Told, blank
from macros.understand.renaming import renamed

ID = re.compile(model.ID_PATTERN)
ROWS: dict[str, Callable[[Refusal], Told]] = {
    "missing": fields.missing,
    "extra_forbidden": fields.unknown,
    "string_type": fields.text_expected,
    "tuple_type": fields.list_expected,
    "model_type": fields.fields_expected,
    "model_attributes_type": fields.fields_expected,
    "dict_type": fields.fields_expected,
    "literal_error": values.choice,
    "union_tag_invalid": values.choice,
    "union_tag_not_found": values.choice,
    "string_pattern_mismatch": values.pattern,
    "string_too_long": values.too_long,
    "string_too_short": blank,
    "too_short": values.too_few,
    "too_long": values.too_many,
    "int_parsing": values.number,
    "int_parsing_size": values.number,
    "int_type": values.number,
    "int_from_float": values.number,
    "greater_than_equal": values.number,
    "less_than_equal": values.number,
    "date_from_datetime_parsing": values.day,
    "date_parsing": values.day,
    "date_type": values.day,
    "date_from_datetime_inexact": values.day,
    "order": values.order,
    "no_step": values.no_step,
    "source_missing": values.source_missing,
    "source_and_own": values.source_and_own,
    "place_without_source": values.place_without_source,
    "hyphenation": values.hyphenation,
    "link": values.bad_link,
    "address": values.bad_address,
    "repository": values.bad_repository,
    "year": values.far_year,
    "bool_parsing": values.yes_no,
    "bool_type": values.yes_no,
    "empty_section": values.empty_section,
}


def _other(error: Refusal) -> Told:
    return Told(f"»{error.name}« kan ikke læses.", "Sammenlign med et lignende punkt i samme fil.", "andet")


def _models_at(root: Any, path: Path, value: Any) -> shape.Models:
    """Return the models that what stands at `path` may be."""
    models = shape.narrowed(shape.models_in(root), value)
    for part in path:
        inside = isinstance(value, dict) and part in value
        at_item = isinstance(value, list) and isinstance(part, int) and part < len(value)
        value = value[part] if inside or at_item else None
        if isinstance(part, str):
            models = shape.below(models, part)
    return models


def _clean(path: Path, value: Any) -> Path:
    """Drop the union tags that pydantic puts into a path but the file does not have."""
    out: list[str | int] = []
    for i, part in enumerate(path):
        last = i == len(path) - 1
        if i == 0 and not last and isinstance(value, dict) and part in kinds.TYPES and value.get("type") == part:
            continue
        if isinstance(value, dict) and (part in value or last):
            out.append(part)
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            out.append(part)
            value = value[part] if part < len(value) else None
        elif last and isinstance(part, str) and part not in kinds.TYPES:
            out.append(part)
    return tuple(out)


def _echo(details: ErrorDetails) -> bool:
    """Whether an error only repeats another: a list counts as too short when one of its entries failed."""
    given = details["input"]
    return details["type"] == "too_short" and len(given) >= details.get("ctx", {}).get("min_length", 0)


def problems(
    errors: Iterable[ErrorDetails],
    document: Document,
    root: Any,
    sources: Mapping[str, str] | None = None,
    phases: tuple[str, ...] = model.PHASES,
) -> list[Problem]:
    """Return the pydantic errors of `document` (validated as `root`) as Problems, each at its place.

    `sources` are the ids and titles of the sources, for one named otherwise; `phases` those of the catalogue.
    """
    found = [
        replace(_error(details, document, root, phases), sources=sources or {})
        for details in errors
        if not _echo(details)
    ]
    pairs = renamed(found)
    found = [replace(error, renamed=pairs.get(error.path, "")) for error in found]
    told = [_problem(error) for error in found if error.details["type"] != "missing" and not _follows(error)]
    return told + [_all_missing(rows) for rows in _missing(found).values()]


def _follows(error: Refusal) -> bool:
    """Whether an error only follows from a field that has slipped into a text, and is told of already."""
    return error.details["type"] == "source_missing" and bool(error.document.lost & {"kilde", "oprindelse"})


def _missing(found: list[Refusal]) -> dict[Path, list[Refusal]]:
    """Return the fields that are missing in each place: neither misspelt there nor slipped into a text."""
    misspelt = {
        (*error.path[:-1], nearest(error.name, error.siblings))
        for error in found
        if error.details["type"] == "extra_forbidden"
    }
    misspelt |= {(*error.path[:-1], error.renamed) for error in found if error.renamed}
    missing: dict[Path, list[Refusal]] = {}
    for error in found:
        if error.details["type"] == "missing" and error.path not in misspelt and error.name not in error.document.lost:
            missing.setdefault(error.path[:-1], []).append(error)
    return missing


def _all_missing(errors: list[Refusal]) -> Problem:
    """Return one problem for the fields that are missing in one place."""
    first = _problem(errors[0])
    if len(errors) == 1:
        return first
    shown = listed(f"»{error.name}«" for error in errors)
    fix = "\n".join(_indented(error, filled(error)) for error in errors)
    return replace(first, message=f"Felterne {shown} mangler.", remedy="Tilføj dem på hver sin linje.", fix=fix)


def _error(details: ErrorDetails, document: Document, root: Any, phases: tuple[str, ...]) -> Refusal:
    path = (*_clean(tuple(details["loc"]), document.value), *details.get("ctx", {}).get("at", ()))
    if details["type"].startswith("union_tag"):
        path = (*path, "type")
    whole = details["type"].startswith("model") or details["type"] == "dict_type"
    models = _models_at(root, path if whole else path[:-1], document.value)
    names = [part for part in path if isinstance(part, str)]
    last = max((i for i, part in enumerate(path) if isinstance(part, str)), default=0)
    holder = _models_at(root, path[:last], document.value)
    infos = shape.fields(holder, names[-1]) if names else []
    elsewhere = shape.keys(shape.all_models(root), phases)
    info = infos[0] if infos else None
    return Refusal(path, details, document, shape.keys(models, phases), elsewhere, info, models=models, phases=phases)


def _problem(error: Refusal) -> Problem:
    told = ROWS.get(error.details["type"], _other)(error)
    document, mark = error.document, error.document.mark(error.path, key=told.at_key)
    fix = _indented(error, told.fix)
    return Problem(document.file, mark.line, mark.column, told.message, told.remedy, told.code, fix)


def _indented(error: Refusal, fix: str) -> str:
    """Return a corrected field with what stands before its name in the file: its indent, and the dash of its entry."""
    if not fix.startswith(f"{error.name}:"):
        return fix
    if error.details["type"] == "missing":
        before = " " * (error.document.mark(error.path[:-1]).column - 1)
    else:
        names = [i for i, part in enumerate(error.path, 1) if isinstance(part, str)]
        mark = error.document.mark(error.path[: names[-1]], key=True)
        before = error.document.lines()[mark.line - 1][: mark.column - 1]
    if before.strip(" -"):
        return fix
    first, *rest = fix.splitlines()
    return "\n".join([before + first, *(" " * len(before) + line for line in rest)])
