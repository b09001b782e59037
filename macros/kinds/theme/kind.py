"""A chapter: attention points and a checklist."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.kind import Kind, Proposal
from macros.marks import Findable, Sorts
from macros.model import Checklist, Entry, Item, Page


class Point(Entry):
    """An attention point of a theme."""

    kind: ClassVar[str] = "punkt"
    findable: ClassVar[Findable] = Findable(order=60)


class Theme(Page):
    """A chapter: attention points and a checklist of before, during and after."""

    kind: ClassVar[str] = "tema"
    findable: ClassVar[Findable] = Findable(order=10, sorts=Sorts("tema", 60, folded=True))

    points: tuple[Point, ...] = Field(alias="opmærksomhedspunkter", min_length=1, description="Temaets punkter.")
    checklist: Checklist = Field(alias="tjekliste", description="Punkter før, under og efter.")


KIND = Kind(
    root=Theme,
    pattern="temaer/*.yml",
    order=20,
    overview="temaer",
    menu=False,
    front="themes",
    description="ét tema pr. fil: opmærksomhedspunkter og tjekliste",
    proposals=(
        Proposal(Point, "opmærksomhedspunkter", ("title", "text", "example", "question"), is_sourced=True),
        Proposal(Item, "", ("title", "text"), is_sourced=True),
    ),
)
