"""Danish habits that do no harm: `aendret` for `ændret`, `Titel` for `titel`, `Egen` for `egen` are read as meant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from macros import model, shape
from macros.read.document import Document, Path, Value

SPELLINGS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "_": " "})


def fold(word: str) -> str:
    """Return a word without what a keyboard or a habit may change in it."""
    return " ".join(word.casefold().translate(SPELLINGS).split())


def meant(word: str, known: tuple[str, ...]) -> str:
    """Return the known word that `word` is another spelling of, or `word` itself."""
    if word in known:
        return word
    found = [k for k in known if fold(k) == fold(word)]
    return found[0] if len(found) == 1 else word


def reference(text: str) -> str:
    """Return a reference with its kind as the models spell it."""
    kind, colon, name = text.partition(":")
    return f"{meant(kind, shape.kinds())}{colon}{name.strip()}" if colon else text


def understood(document: Document, annotation: Any, phases: tuple[str, ...] = model.PHASES) -> Document:
    """Return the document with its keys and choices spelt as the models, and the phases, spell them."""
    moved: dict[Path, str] = {}

    def walk(value: Value, models: shape.Models, path: Path) -> Value:
        if not isinstance(value, dict):
            return value
        if len(models) > 1 and isinstance(value.get("type"), str):
            value = {**value, "type": meant(str(value["type"]), tuple(model.TOOLS))}
        models = shape.narrowed(models, value)
        known = shape.keys(models, phases)
        out: dict[str, Value] = {}
        for key, child in value.items():
            name = meant(key, known)
            if name != key and (name in value or name in out):
                name = key
            if name != key:
                moved[(*path, key)] = name
            out[name] = field(child, models, name, (*path, key))
        return out

    def field(child: Value, models: shape.Models, name: str, at: Path) -> Value:
        infos = shape.fields(models, name)
        words = tuple(word for info in infos for word in shape.choices(info))
        words += phases if any(map(shape.is_phase, infos)) else ()
        below = shape.below(models, name)
        if isinstance(child, list):
            points = any(shape.is_reference(info) for info in infos)
            out: list[Value] = []
            for i, item in enumerate(child):
                if not isinstance(item, str):
                    out.append(walk(item, below, (*at, i)))
                else:
                    out.append(reference(item) if points else meant(item, words))
            return out
        if isinstance(child, str) and any(shape.is_reference(info) for info in infos):
            return reference(child)
        return meant(child, words) if isinstance(child, str) and words else walk(child, below, at)

    def place(path: Path) -> Path:
        return tuple(moved.get(path[: i + 1], part) for i, part in enumerate(path))

    value = walk(document.value, shape.models_in(annotation), ())
    keys = {place(path): mark for path, mark in document.keys.items()}
    values = {place(path): mark for path, mark in document.values.items()}
    return replace(document, value=value, keys=keys, values=values)
