"""Models as plain values that need no validation to become models again: for what this very code has validated.

A model is its fields by their keys, and under the empty key, which no field has, which of the models it is.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel

from macros.shape import Models

DAY = "day"
PLAIN = {str, int, bool, type(None)}  # and nothing that is made of them: it would come back as less than it was


def packed(value: Any, models: Models) -> Any:
    """Return a model as plain values. Raises TypeError when it holds what cannot be told in JSON and read back."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        held = {info.alias or name: getattr(value, name) for name, info in fields if name in value.model_fields_set}
        found = {key: packed(child, models) for key, child in {**held, **(value.__pydantic_extra__ or {})}.items()}
        return {"": models.index(type(value)), **found}
    if isinstance(value, tuple):
        return [packed(child, models) for child in value]
    if type(value) is dt.date:
        return {"": DAY, "at": value.isoformat()}
    if type(value) in PLAIN:
        return value
    raise TypeError(type(value))


def unpacked(found: Any, models: Models) -> Any:
    """Return the model that was packed."""
    if isinstance(found, list):
        return tuple([unpacked(child, models) for child in found])
    if not isinstance(found, dict):
        return found
    if found[""] == DAY:
        return dt.date.fromisoformat(found["at"])
    return models[found[""]].model_construct(**{key: unpacked(child, models) for key, child in found.items() if key})
