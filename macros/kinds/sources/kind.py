"""What the catalogue builds on, and literature."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from macros.kind import Kind, Proposal
from macros.marks import Findable, NotFor, Use
from macros.model import Aside, FormerId, Gist, Link, Model, OwnId, Title, one_line


class Source(Model):
    """A source the catalogue builds on, or a work in the reference list."""

    kind: ClassVar[str] = "kilde"
    findable: ClassVar[Findable] = Findable(weight=0.6, listed=False)

    id: OwnId = Field(alias="id", description="Fast navn på kilden.")
    former_ids: tuple[FormerId, ...] = Field((), alias="tidligere_id", description="Id'er, kilden har haft før.")
    title: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=220),
        BeforeValidator(one_line),
        NotFor(Use.SEARCH),
    ] = Field(alias="titel", description="Værkets titel.")
    author: Title | None = Field(None, alias="forfatter", description="Forfattere, som i en litteraturliste.")
    year: Title | None = Field(None, alias="år", description="Udgivelsesår, fx 2019 eller januar 2024.")
    publisher: Title | None = Field(None, alias="udgiver", description="Udgiver og sted.")
    link: Link = Field("", alias="link", description="Adresse, der begynder med https://. Må udelades.")
    note: Gist | None = Field(None, alias="note", description="Hvad kilden er, og hvad vi bruger den til.")
    keywords: tuple[Aside, ...] = Field((), alias="søgeord", description="Hverdagsord, den også findes på.")
    role: Literal["grundlag", "litteratur"] = Field(
        alias="rolle", description="grundlag: kataloget bygger på den. litteratur: videre læsning."
    )


class Sources(Model):
    """All sources."""

    heading: ClassVar[str] = "Kilder"

    sources: tuple[Source, ...] = Field(alias="kilder", min_length=1, description="Kilderne.")


KIND = Kind(
    root=Sources,
    pattern="kilder.yml",
    order=10,
    required=True,
    overview="kilder",
    description="kilder og litteratur",
    proposals=(
        Proposal(
            Source,
            "kilder",
            ("title", "publisher", "year", "link", "note"),
            must=("note",),
            gist="note",
            ends=("rolle: litteratur",),
        ),
    ),
)
