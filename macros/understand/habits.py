"""Danish habits that do no harm: `aendret` for `ændret`, `Titel` for `titel`, `Egen` for `egen` are read as meant."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from macros import kinds, model, shape
from macros.read.document import Document, Path, Value

SPELLINGS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "_": " "})


def fold(word: str) -> str:
    """Return a word without what a keyboard or a habit may change in it."""
    return " ".join(word.casefold().translate(SPELLINGS).split())


def meant(word: str, known: tuple[str, ...]) -> str:
    """Return the known word that `word` is another spelling of, or `word` itself."""
    if not known or word in known:
        return word
    found = [k for k in known if fold(k) == fold(word)]
    return found[0] if len(found) == 1 else word


def reference(text: str) -> str:
    """Return a reference with its kind as the models spell it."""
    kind, colon, name = text.partition(":")
    return f"{meant(kind, shape.kinds())}{colon}{name.strip()}" if colon else text


def understood(document: Document, annotation: Any, phases: tuple[str, ...] = model.PHASES) -> Document:
    """Return the document with its keys and choices spelt as the models, and the phases, spell them."""
    speller = _Speller(phases)
    value = speller.entry(document.value, shape.models_in(annotation), ())
    if not speller.moved:
        return replace(document, value=value)
    keys = {speller.place(path): mark for path, mark in document.keys.items()}
    values = {speller.place(path): mark for path, mark in document.values.items()}
    return replace(document, value=value, keys=keys, values=values)


class _Speller:
    """Spells values as the models do, and notes the keys that it changed."""

    def __init__(self, phases: tuple[str, ...]) -> None:
        self.phases = phases
        self.moved: dict[Path, str] = {}

    def place(self, path: Path) -> Path:
        """Return a path with the keys as they are now."""
        return tuple(self.moved.get(path[: i + 1], part) for i, part in enumerate(path))

    def entry(self, value: Value, models: shape.Models, path: Path) -> Value:
        """Return the fields of an entry as they are meant; anything else as it is."""
        if not isinstance(value, dict):
            return value
        if len(models) > 1 and isinstance(value.get("type"), str):
            value = {**value, "type": meant(str(value["type"]), tuple(kinds.TYPES))}
        models = shape.narrowed(models, value)
        known = shape.keys(models, self.phases)
        out: dict[str, Value] = {}
        for key, child in value.items():
            name = meant(key, known)
            if name in value or name in out:  # as it is written, or so that two would become one
                name = key
            else:
                self.moved[(*path, key)] = name
            out[name] = self.field(child, models, name, (*path, key))
        return out

    def field(self, value: Value, models: shape.Models, name: str, at: Path) -> Value:
        """Return what stands in a field as it is meant."""
        words, points, below = _asked(models, name, self.phases)

        def one(item: Value, path: Path) -> Value:
            if not isinstance(item, str):
                return self.entry(item, below, path)
            return reference(item) if points else meant(item, words)

        if isinstance(value, list):
            return [one(item, (*at, i)) for i, item in enumerate(value)]
        return one(value, at)


@cache
def _asked(models: shape.Models, name: str, phases: tuple[str, ...]) -> tuple[tuple[str, ...], bool, shape.Models]:
    """Return what is asked of a field for every value in it: its words, whether it holds references, its models."""
    infos = shape.fields(models, name)
    words = tuple(word for info in infos for word in shape.choices(info))
    words += phases if any(map(shape.is_phase, infos)) else ()
    return words, any(map(shape.is_reference, infos)), shape.below(models, name)
