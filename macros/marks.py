"""What may be said of a field or a kind of entry where it is declared, beside its type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros import outward

KIND = "kind"  # metadata of a text that is the name of a kind of entry


@dataclass(frozen=True)
class Says:
    """Metadata of a text with a form of its own: what is told of one that has not that form (`{}`), and the remedy."""

    told: str
    remedy: str


@dataclass(frozen=True)
class Sample:
    """Metadata of a field: what a message writes in it where it is missing, when its style alone would not do."""

    text: str


@dataclass(frozen=True)
class NotBefore:
    """Metadata of a number or date that ends what another field of its model, declared above it, begins."""

    first: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Refuse a value below the one the other field has; when that was refused itself, nothing is said."""
        return core_schema.with_info_after_validator_function(self._ordered, handler(source))

    def _ordered(self, value: Any, info: ValidationInfo) -> Any:
        first = info.data.get(self.first)
        if first is not None and value is not None and value < first:
            raise PydanticCustomError("order", "rækkefølge", {"field": self.first, "first": first})
        return value


LINK = "link"  # metadata of an address


@dataclass(frozen=True)
class Begins:
    """Metadata of an address: what it begins with. One that begins otherwise, or leads nowhere, is refused."""

    ways: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Refuse an address that is none; an empty text says that there is none."""
        return core_schema.no_info_after_validator_function(self._led, handler(source))

    def _led(self, value: str) -> str:
        is_link = outward.OUTWARD.fullmatch(value) and value.startswith(self.ways) and outward.leads(value)
        if value and not is_link:
            raise PydanticCustomError("link", "link")
        return value


class Use(StrEnum):
    """What a field is for. Its type says it, but where the field is declared `For` or `NotFor` some use."""

    PAGE = "page"  # told where its entry stands
    PAPER = "paper"  # and in the PDFs
    SEARCH = "search"  # its words are found
    EXCERPT = "excerpt"  # says in short what the entry is: quoted by the search, told by the feed
    REPORT = "report"  # a change of it is told to who reviews it
    EXPORT = "export"  # stands in katalog.json
    RELATED = "related"  # relates its entry to what it names
    READING = "reading"  # counts when a page says how long it takes to read


@dataclass(frozen=True)
class For:
    """Metadata of a field that is for more than others of its type."""

    use: Use


@dataclass(frozen=True)
class NotFor:
    """Metadata of a field that is not for all that others of its type are for."""

    use: Use


@dataclass(frozen=True)
class Names:
    """Metadata of an id that stands alone: the kind of entry that it is the id of."""

    kind: str


@dataclass(frozen=True)
class Sorts:
    """What the finder sorts by: metadata of a field, or of a kind (`Findable`) whose entries others are related to.

    `name`: how it is called in the page's address, which readers link to.
    `order`: its place among the questions; the `folded` ones stand together under the others.
    `single`: one answer at a time.
    `steps`: of a number, the most of each answer. A number is an entry's own; else what it stands in may say it.
    """

    name: str
    order: int
    single: bool = False
    folded: bool = False
    steps: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Findable:
    """How a kind of entry is found: its weight in the search, its place among the kinds of the finder.

    `brief`: so many or so small that each is one line. Without `listed` it has no place in the finder.
    `sorts`: the finder sorts by the entries of this kind.
    """

    weight: float = 1.0
    order: int = 105
    brief: bool = False
    listed: bool = True
    sorts: Sorts | None = None
