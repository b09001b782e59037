"""What an earlier run read of a file: of the same text, by the same code, and only where it had nothing to tell of it.

Its values are kept plain, and go through the model again. Where each of them stands is read anew from the file when
somebody asks: that is when something is wrong with them together with other files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from macros import kept, model, shape
from macros.catalogue import phases
from macros.catalogue.reading import Gist, Read, understood
from macros.catalogue.walking import Pointer
from macros.kind import Kind
from macros.read.document import Document, Mark, Path, normal


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


def _key(kind: Kind, name: str, text: str, known: phases.Phases | None) -> str:
    return kept.key(kind.pattern, name, " ".join(known) if known else "?", text)


def read(table: kept.Table, kind: Kind, name: str, text: str, known: phases.Phases | None) -> Read:
    """Return what a file's text says by itself, from an earlier run where one has kept it."""
    found = table.get(_key(kind, name, text, known))
    return _again(found, kind, name, text, known) if found else Read.of(kind, name, text, known)


def _again(found: dict[str, Any], kind: Kind, name: str, text: str, known: phases.Phases | None) -> Read:
    spelt = known or model.PHASES

    @cache
    def document() -> Document:
        made, _ = understood(kind, name, text, spelt)
        assert made
        return made

    keys, values = _Marks(lambda: document().keys), _Marks(lambda: document().values)
    gist = Gist(
        tuple(found["lines"]),
        tuple(Pointer(tuple(path), ref, bare) for path, ref, bare in found["points"]),
        tuple((tuple(path), target) for path, target in found["links"]),
        frozenset(found["words"].split()),
    )
    plain = Document(name, normal(text), found["value"], keys, values)
    return Read(kind, plain, value=kind.adapter.validate_python(found["value"]), known=gist)


def keep(table: kept.Table, read: Read, text: str, known: phases.Phases | None) -> None:
    """Keep for the next run what was read of a text; nothing where there is anything to tell of it."""
    if read.known or read.value is None or read.problems or read.errors or read.empties or read.refused:
        return
    gist, document = read.gist, read.found
    value = {
        "value": phases.in_order(document.value, shape.models_in(read.kind.model), known) if known else document.value,
        "lines": gist.lines,
        "points": gist.points,
        "links": gist.links,
        "words": " ".join(sorted(gist.words)),
    }
    table.put(_key(read.kind, document.file, text, known), value)
