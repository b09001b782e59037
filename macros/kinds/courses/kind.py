"""The courses and the reason for them."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.kind import Kind, Proposal
from macros.marks import Findable
from macros.model import Contact, Entry, Gist, Model, Page, Prose, Title


class SignUp(Model):
    """How to join a course; the address may still be missing."""

    heading: ClassVar[str] = "Tilmelding"

    text: Prose = Field(alias="tekst", description="Hvordan man melder sig til.")
    link: Contact = Field(
        "", alias="link", description="Adresse, der begynder med https:// eller mailto:. Må være tom."
    )


class Course(Entry):
    """A course: format, duration, audience, outcome, sign-up."""

    kind: ClassVar[str] = "kursus"
    findable: ClassVar[Findable] = Findable(weight=1.1, order=50)

    summary: Gist = Field(alias="resumé", description="En sætning om kurset.")
    format: Title = Field(alias="form", description="Fx workshop eller træningsforløb.")
    duration: Title = Field(alias="varighed", description="Fx en halv dag.")
    audience: Prose = Field(alias="målgruppe", description="Hvem kurset er for.")
    outcome: tuple[Prose, ...] = Field(alias="udbytte", min_length=1, description="Hvad deltagerne får med hjem.")
    advice: Prose | None = Field(None, alias="råd", description="Et godt råd, før man melder sig til.")
    sign_up: SignUp = Field(alias="tilmelding", description="Hvordan man melder sig til.")


class Courses(Page):
    """The courses and the reason for them."""

    kind: ClassVar[str] = "kurser"
    findable: ClassVar[Findable] = Findable(listed=False)

    courses: tuple[Course, ...] = Field(alias="kurser", min_length=1, description="Kurserne.")


KIND = Kind(
    root=Courses,
    pattern="kurser.yml",
    order=60,
    description="kurser og tilmelding",
    menu=False,
    proposals=(
        Proposal(
            Course,
            "kurser",
            ("title", "summary", "format", "duration", "audience", "outcome", "text"),
            gist="summary",
            ends=("tilmelding:", "  tekst: >-", "    {unknown_sign_up}", "oprindelse: egen"),
        ),
    ),
)
