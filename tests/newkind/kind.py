"""Stories of what happened, each with what was learnt."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.kind import Kind, Proposal
from macros.model import Entry, Page, Prose


class Lesson(Entry):
    """Something learnt."""

    kind: ClassVar[str] = "erfaring"


class Story(Page):
    """What happened, and what was learnt from it."""

    kind: ClassVar[str] = "historie"

    ending: Prose = Field(alias="slutning", description="Hvordan det gik.")
    lessons: tuple[Lesson, ...] = Field(alias="erfaringer", min_length=1, description="Hvad man lærte.")


KIND = Kind(
    root=Story,
    pattern="historier/*.yml",
    order=65,
    description="én historie pr. fil",
    overview="historier",
    proposals=(Proposal(Lesson, "erfaringer", ("title", "text", "example"), is_sourced=True),),
)
