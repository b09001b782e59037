"""Stories of what happened, each with what was learnt."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.kind import Kind, Proposal
from macros.marks import Findable, Sample, Sorts
from macros.model import Entry, Page, Prose


class Lesson(Entry):
    """Something learnt."""

    kind: ClassVar[str] = "erfaring"


class Story(Page):
    """What happened, and what was learnt from it."""

    kind: ClassVar[str] = "historie"
    findable: ClassVar[Findable] = Findable(sorts=Sorts("historie", 65, folded=True))

    ending: Annotated[Prose, Sample(">-\n  Hvem holdt nøglen til sidst?")] = Field(
        alias="slutning", description="Hvordan det gik."
    )
    mood: Annotated[Literal["lettet", "træt"], Sorts("stemning", 55)] = Field(
        alias="stemning", description="Hvordan man havde det bagefter."
    )
    lessons: tuple[Lesson, ...] = Field(alias="erfaringer", min_length=1, description="Hvad man lærte.")


KIND = Kind(
    root=Story,
    pattern="historier/*.yml",
    order=65,
    description="én historie pr. fil",
    overview="historier",
    proposals=(Proposal(Lesson, "erfaringer", ("title", "text", "example"), is_sourced=True),),
)
