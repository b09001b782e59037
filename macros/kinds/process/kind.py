"""A model for working together, stage by stage."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.kind import Kind
from macros.marks import Findable
from macros.model import Effect, Entry, Item, Page, Prose, Title


class Stage(Entry):
    """A phase of a process: purpose, what to do, who, result."""

    kind: ClassVar[str] = "fase"
    findable: ClassVar[Findable] = Findable(order=40)

    aim: Prose = Field(alias="formål", description="Hvad fasen skal føre til.")
    steps: tuple[Item, ...] = Field(alias="gør", min_length=1, description="Hvad I gør, som punkter der kan hakkes af.")
    who: Prose = Field(alias="hvem", description="Hvem der er med i fasen.")
    result: Prose = Field(alias="resultat", description="Hvad I står med bagefter.")
    span: Title | None = Field(None, alias="varighed", description="Hvor længe fasen varer.")
    examples: tuple[Entry, ...] = Field((), alias="eksempler", description="Eksempler fra kilden.")


class Process(Page):
    """A model for working together whose stages build on each other, in fixed order."""

    kind: ClassVar[str] = "forløb"
    findable: ClassVar[Findable] = Findable(order=30)

    order_note: Prose = Field(alias="rækkefølge", description="Hvorfor rækkefølgen holdes.")
    stages: tuple[Stage, ...] = Field(alias="faser", min_length=2, description="Faserne i rækkefølge.")
    facts: tuple[Effect, ...] = Field((), alias="fakta", description="Hvem der deltager, hvem der bærer, historien.")


KIND = Kind(
    root=Process, pattern="forloeb/*.yml", order=50, menu=False, description="modeller med faser i fast rækkefølge"
)
