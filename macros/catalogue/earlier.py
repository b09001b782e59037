"""What an earlier run read of a file: of the same text, by the same code, and only where it had nothing to tell of it.

Its models are kept as plain values and not validated twice: `kept` sees to it that they are what this code has left.
Where each value stands is read anew from the file when somebody asks: that is when something is wrong with it together
with other files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from typing import Any, NamedTuple

from macros import kept, model, shape
from macros.catalogue import phases
from macros.catalogue.packing import packed, unpacked
from macros.catalogue.reading import Gist, Read, understood
from macros.catalogue.walking import Pointer
from macros.kind import Kind
from macros.read.document import Document, Mark, Path, Value, normal


class FileText(NamedTuple):
    """The text of a file of some kind, in a catalogue of these phases (None: they could not be read)."""

    kind: Kind
    name: str
    text: str
    phases: phases.Phases | None

    @property
    def key(self) -> str:
        """What it is kept under."""
        return kept.key(self.kind.pattern, self.name, " ".join(self.phases) if self.phases else "?", self.text)

    @property
    def models(self) -> shape.Models:
        """Every model that such a file is made of."""
        return shape.all_models(self.kind.model)

    def document(self) -> Document:
        """Return the document of a text without a mistake, read anew."""
        made, _ = understood(self.kind, self.name, self.text, self.phases or model.PHASES)
        assert made
        return made


class _Marks(Mapping[Path, Mark]):
    """The marks of a document that is read first when one of them is asked for."""

    def __init__(self, read: Callable[[], Mapping[Path, Mark]]) -> None:
        self._read = read

    @cached_property
    def _found(self) -> Mapping[Path, Mark]:
        return self._read()

    def __getitem__(self, path: Path) -> Mark:
        return self._found[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def read(table: kept.Table, asked: FileText, *, light: bool) -> Read:
    """Return what a file's text says by itself, from an earlier run where one has kept it; keep it for the next.

    Only what has nothing to be told of is kept. When it is to be `light` it then goes on without its marks, which are
    most of its memory.
    """
    if found := table.get(asked.key):
        value, gist = unpacked(found["model"], asked.models), _gist(found)
        return replace(_light(asked, found["value"], value, gist), is_kept=True)
    fresh = Read.of(*asked)
    if fresh.value is None or fresh.problems or fresh.errors or fresh.empties or fresh.refused:
        return fresh
    if table.file:
        _keep(table, asked, fresh)
    return _light(asked, fresh.found.value, fresh.value, fresh.gist) if light else fresh


def _gist(found: dict[str, Any]) -> Gist:
    return Gist(
        tuple(found["lines"]),
        tuple(Pointer(tuple(path), ref, bare) for path, ref, bare in found["points"]),
        tuple((tuple(path), target) for path, target in found["links"]),
        found["words"],
    )


def _light(asked: FileText, plain: Value, value: Any, gist: Gist) -> Read:
    """Return what was read of a file, with marks that are read again when they are asked for."""
    document = cache(asked.document)
    keys, values = _Marks(lambda: document().keys), _Marks(lambda: document().values)
    return Read(asked.kind, Document(asked.name, normal(asked.text), plain, keys, values), value=value, known=gist)


def _keep(table: kept.Table, asked: FileText, fresh: Read) -> None:
    gist = fresh.gist
    try:
        whole = packed(fresh.value, asked.models)
    except TypeError:  # a fork's own kind may hold anything
        return
    value = {
        "value": fresh.found.value,
        "model": whole,
        "lines": gist.lines,
        "points": gist.points,
        "links": gist.links,
        "words": gist.words,
    }
    table.put(asked.key, value)
