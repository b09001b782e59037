"""Everyday situations, each leading to entries: on the front page."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.kind import FRONT, Kind, Whole
from macros.marks import Findable, Sorts
from macros.model import Aside, FormerId, Gist, Heading, Model, OwnId, Prose, Ref, Title


class Way(Model):
    """One way on from a situation, with one line why."""

    heading: ClassVar[str] = "Vej"

    ref: Ref = Field(alias="til", description="Hvor vejen fører hen, som slags:id.")
    why: Prose = Field(alias="hvorfor", description="Én linje om, hvorfor det hjælper.")


class Situation(Model):
    """An everyday situation in a leader's own words, leading to two to four entries. Always our own."""

    kind: ClassVar[str] = "situation"
    findable: ClassVar[Findable] = Findable(weight=1.1, order=90, sorts=Sorts("situation", 10, single=True))

    id: OwnId = Field(alias="id", description="Fast navn på situationen.")
    former_ids: tuple[FormerId, ...] = Field((), alias="tidligere_id", description="Id'er, den har haft før.")
    title: Heading = Field(alias="titel", description="Situationen, som en leder ville sige den.")
    text: Gist = Field(alias="tekst", description="Hvad der typisk er på færde.")
    ways: tuple[Way, ...] = Field(alias="veje", min_length=2, max_length=4, description="To til fire veje videre.")
    keywords: tuple[Aside, ...] = Field((), alias="søgeord", description="Hverdagsord, den også findes på.")


class Situations(Model):
    """All situations."""

    heading: ClassVar[str] = "Situationer"

    title: Title = Field(alias="titel", description="Overskriften på forsiden.")
    text: Prose = Field(alias="tekst", description="Indledningen på forsiden.")
    situations: tuple[Situation, ...] = Field(alias="situationer", min_length=1, description="Situationerne.")


KIND = Kind(
    root=Situations,
    pattern="situationer.yml",
    order=80,
    at=FRONT,
    whole=Whole("begin", first=True),
    description="»Hvad står du med?« på forsiden",
)
