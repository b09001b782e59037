"""The chapter of leadership actions: why they work, and what they rest upon."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.kind import Kind
from macros.marks import Findable, NotFor, Use
from macros.model import Effect, Entry, Heading, Id, Model, Page, Prose


class Action(Entry):
    """A leadership action with why it works and what it rests on."""

    kind: ClassVar[str] = "indsats"
    findable: ClassVar[Findable] = Findable(order=80)

    why: Prose = Field(alias="hvorfor", description="Hvorfor indsatsen virker.")
    how: tuple[Prose, ...] = Field((), alias="sådan", description="Katalogets egne forslag til at komme i gang.")


class ActionGroup(Model):
    """Actions that belong together."""

    heading: ClassVar[str] = "Gruppe af indsatser"

    id: Annotated[Id, NotFor(Use.READING)] = Field(alias="id", description="Fast navn på gruppen.")
    title: Heading = Field(alias="titel", description="Gruppens navn.")
    text: Prose = Field(alias="tekst", description="Hvad indsatserne i gruppen har til fælles.")
    actions: tuple[Action, ...] = Field(alias="indsatser", min_length=1, description="Indsatserne.")


class Actions(Page):
    """The chapter of leadership actions: why, evidence, condition, groups."""

    kind: ClassVar[str] = "indsatser"
    findable: ClassVar[Findable] = Findable(listed=False)

    effects: tuple[Effect, ...] = Field((), alias="virkninger", description="Hvad borgerne får ud af det.")
    basis: tuple[Effect, ...] = Field((), alias="grundlag", description="Hvad det bygger på, og hvad det forudsætter.")
    groups: tuple[ActionGroup, ...] = Field(alias="grupper", min_length=1, description="Grupper af indsatser.")


KIND = Kind(
    root=Actions,
    pattern="indsatser.yml",
    order=40,
    menu=False,
    front="themes",
    description="ledelsesindsatserne og det, de bygger på",
)
