"""The fields of each kind of content, as the models know them."""

from __future__ import annotations

from macros import kinds, language, model, shape
from macros.catalogue import FILES

SHARED = set(model.Entry.model_fields)


def rows(cls: type[model.Model]) -> list[tuple[str, bool, str]]:
    """Return (key, required, description) of the fields a model adds to what every entry has."""
    shared = SHARED if issubclass(cls, model.Entry) else set()
    return [
        (info.alias or name, info.is_required(), info.description or "")
        for name, info in cls.model_fields.items()
        if name not in shared
    ]


def table(found: list[tuple[str, bool, str]]) -> str:
    """Return fields as a Markdown table, as data/README.md shows them."""
    lines = ["| felt | skal udfyldes | hvad |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| `{key}` | {'ja' if must else ''} | {text} |" for key, must, text in found)])


def shared_table() -> str:
    """Return the table of the fields every entry has."""
    info = model.Entry.model_fields
    return table([(f.alias or n, f.is_required(), f.description or "") for n, f in info.items()])


def heading(cls: type[model.Model]) -> str:
    """Return what a model is called in data/README.md. Raises AttributeError when nothing says it."""
    named = language.words("da").kinds
    types = {one.root: f"{named[kind.name].one}: {one.name}" for kind in kinds.KINDS for one in kind.types}
    own = named[vars(cls)["kind"]].one if "kind" in vars(cls) else ""
    return types.get(cls) or own or cls.heading


def sections() -> dict[str, type[model.Model]]:
    """Return each model with fields of its own that a data file is made of, by its heading in data/README.md."""
    models = [cls for kind in FILES for cls in shape.all_models(kind.model) if issubclass(cls, model.Model)]
    return {heading(cls): cls for cls in models if rows(cls)}


KINDS = sections()
