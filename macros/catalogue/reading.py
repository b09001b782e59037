"""What one data file says by itself, whatever the others hold; it is read again only when its text has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros import model, shape
from macros.catalogue import phases
from macros.catalogue.files import fits, likely
from macros.catalogue.held import Placed
from macros.catalogue.texts import judged
from macros.catalogue.walking import Pointer, empties, ids, points, texts, walk
from macros.kind import Kind
from macros.read.document import Document, Path
from macros.read.problems import UNSEEN, Problem

WORD = re.compile(r"\w{3,}")
CHECKLISTS = shape.keys_of(model.Checklist)  # the keys under which a checklist stands


def understood(kind: Kind, name: str, text: str, spelt: phases.Phases) -> tuple[Document | None, list[Problem]]:
    """Return what a file of a kind holds, spelt as its model, and what is wrong; None when it cannot be read."""
    from macros.read import source  # here, since most runs have nothing to read: it is as an earlier run left it
    from macros.understand import habits

    document, problems = source.read(name, text, shape.fields_of(kind.model, spelt))
    return document and habits.understood(document, kind.model, spelt), problems


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    """Return what makes a file's values into what a file of a kind must be.

    Models are made ready when they are first needed (`defer_build`), the innermost first: else each of those that hold
    them would make them ready for itself.
    """
    for cls in reversed(shape.all_models(kind.model)):
        cls.model_rebuild()
    return TypeAdapter(kind.model)


@dataclass(frozen=True)
class Gist:
    """What is asked of a file that is as its model asks, beside its value: enough that no text need be looked at again.

    `lines`: where each id stands, in the order of `ids`; `points`: what its fields point at, `links`: its texts.
    `words`: those of its texts, each once and apart by spaces (a set of them takes ten times the room), but for those
    that only say what words mean or how they are divided.
    """

    lines: tuple[int, ...]
    points: tuple[Pointer, ...]
    links: tuple[tuple[Path, str], ...]
    words: str


@dataclass(frozen=True)
class Read:
    """What one file's text says by itself: what was read, whether it is as its model asks, its texts, its words."""

    kind: Kind
    document: Document | None
    problems: tuple[Problem, ...] = ()
    other: Kind | None = None  # the kind whose fields these are, when it is not this one
    value: Any = None
    errors: tuple[ErrorDetails, ...] = ()
    known: Gist | None = None  # what was found before, when the document has been let go of
    is_kept: bool = False  # whether an earlier run found it

    @classmethod
    def of(cls, kind: Kind, name: str, text: str, known: phases.Phases | None) -> Read:
        """Return what the text of the file `name` says. Never raises on bad input.

        `known` are the catalogue's phases; None when they could not be read, and then none is told of as wrong.
        """
        spelt = known or model.PHASES
        document, problems = understood(kind, name, text, spelt)
        if document is None:
            return cls(kind, None, tuple(problems))
        other = likely(document.value)
        if other and other != kind and not fits(document.value, kind):
            return cls(kind, document, tuple(problems), other)
        models = shape.models_in(kind.model)
        wrong = tuple(phases.errors(document.value, models, known)) if known else ()
        ordered = phases.in_order(document.value, models, known) if known else document.value
        try:
            value = _adapter(kind).validate_python(ordered)
        except ValidationError as error:
            return cls(kind, document, tuple(problems), errors=(*error.errors(), *wrong))
        return cls(kind, document, tuple(problems), value=None if wrong else value, errors=wrong)

    @property
    def found(self) -> Document:
        """The document of a file that could be read."""
        assert self.document
        return self.document

    @cached_property
    def placed(self) -> dict[Path, Placed]:
        """Every entry of the file with its place, by its path."""
        found: dict[Path, Placed] = {}
        lines = self.lines
        page = self.kind.page.format(id=getattr(self.value, "id", ""))
        for path, entry in walk(self.value):
            found[path] = Placed(
                entry,
                entry.kind,
                entry.id,
                page,
                "" if isinstance(entry, model.Page) else entry.id,
                self.found.file,
                lines[(*path, "id")],
                next((found[path[:i]] for i in range(len(path) - 1, -1, -1) if path[:i] in found), None),
                next((str(part) for above, part in pairwise(path) if above in CHECKLISTS), ""),
            )
        return found

    @cached_property
    def dividing(self) -> dict[Path, str]:
        """Each id, by its path, of what is no entry and only divides the page: a group, a pole."""
        return {path: name for path, name in self.ids.items() if path[:-1] not in self.placed}

    @cached_property
    def hidden(self) -> frozenset[int]:
        """The lines of texts that are told of for a sign that cannot be seen: without it they may be empty."""
        return frozenset(line for p in self.problems if p.code == UNSEEN for line in (p.line - 1, p.line))

    @cached_property
    def empties(self) -> tuple[Path, ...]:
        """The path of each field that is written without a value."""
        return () if self.known else tuple(empties(self.found.value))

    @cached_property
    def ids(self) -> dict[Path, str]:
        """Each id, by its path."""
        return dict(ids(self.value))

    @cached_property
    def lines(self) -> dict[Path, int]:
        """The line of each id, by its path."""
        return dict(zip(self.ids, self.gist.lines, strict=True))

    @property
    def refused(self) -> tuple[Problem, ...]:
        """What the rules for texts refuse in the file."""
        return () if self.known else tuple(self._judged[0])

    @cached_property
    def _judged(self) -> tuple[list[Problem], Gist]:
        """What the rules for texts refuse in the file, and what else is asked of it, found in one go."""
        found = texts(self.value)
        problems, links = judged(self.found, found)
        prose = "\n".join([one.text for one in found if not (one.info and shape.is_about_words(one.info))])
        lines = tuple(self.found.mark(path, key=True).line for path in self.ids)
        words = " ".join(sorted({*WORD.findall(prose.casefold())}))
        return problems, Gist(lines, tuple(points(found)), tuple(links), words)

    @property
    def gist(self) -> Gist:
        """What else is asked of it."""
        return self.known or self._judged[1]


Reads = dict[tuple[str, str, str, phases.Phases | None], Read]  # by kind, name, text and phases
