"""One error of pydantic's with what is known around it, and what is told an editor of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros import shape
from macros.read.document import Document, Path
from macros.shape import is_list

EMPTY = "tom"  # the code of what is told of a field without a value


@dataclass(frozen=True)
class Refusal:
    """One pydantic error with what is known around it."""

    path: Path
    details: ErrorDetails
    document: Document
    siblings: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
    info: FieldInfo | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    models: shape.Models = ()
    phases: tuple[str, ...] = ()
    renamed: str = ""  # the field that is missing beside this one, and which it may have been called since

    @property
    def name(self) -> str:
        """The field's name as the editor wrote it."""
        keys = [part for part in self.path if isinstance(part, str)]
        return keys[-1] if keys else self.document.file

    @property
    def in_list(self) -> bool:
        """Whether what is wrong is one item of a list."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def line(self) -> str:
        """The whole line on which it stands."""
        return self.document.lines()[self.document.mark(self.path).line - 1]

    def instead(self, new: str) -> str:
        """Return the line with `new` in place of all that follows the field's name or the dash."""
        before = self.line[: self.document.mark(self.path).column - 1]
        return f"{before.rstrip()} {new}" if before.strip() else before + new

    @property
    def given(self) -> Any:
        """What stood there."""
        return self.details["input"]

    @property
    def limit(self) -> dict[str, Any]:
        """pydantic's own numbers for the rule that was broken."""
        return self.details.get("ctx", {})


@dataclass(frozen=True)
class Told:
    """A message, its remedy and (where it can be) the corrected text."""

    message: str
    remedy: str
    code: str
    fix: str = ""
    at_key: bool = False


def outside(given: str) -> tuple[str, str] | None:
    """Return what is told of an address out of the catalogue where something in it must be named, or None."""
    if not re.match(r"(?:https?:/*|www\.|mailto:)", given, re.IGNORECASE):
        return None
    told = f"»{given}« er en adresse, og her kan kun stå noget, der er i kataloget."
    return told, "Skriv slags:id eller side:navn. Et link ud af kataloget skrives i en tekst: [ord](https://…)."


def blank(error: Refusal) -> Told:
    """Return what is told of a field, or an item of a list, that is there and empty."""
    if error.in_list:
        return Told(
            f"Et punkt i »{error.name}« er tomt.",
            "Skriv en tekst efter bindestregen, eller slet linjen.",
            EMPTY,
        )
    if error.info and is_list(error.info):
        remedy = "Skriv mindst ét punkt med bindestreg under feltet"
        ending = "." if error.info.is_required() else ", eller slet linjen."
        return Told(f"»{error.name}« er tomt.", remedy + ending, EMPTY, at_key=True)
    return empty(error.name)


def empty(name: str) -> Told:
    """Return what is told of a field without a value."""
    remedy = "Skriv en tekst, eller slet linjen, hvis feltet ikke er nødvendigt."
    return Told(f"»{name}« er tomt.", remedy, EMPTY, at_key=True)
