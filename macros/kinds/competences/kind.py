"""The chapter of leadership competences."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.kind import Kind
from macros.marks import Findable
from macros.model import Entry, Heading, Model, Page, Prose


class Side(Model):
    """One of the two sides of a competence that pulls two ways."""

    heading: ClassVar[str] = "Side af en kompetence"

    title: Heading = Field(alias="titel", description="Sidens navn.")
    text: Prose = Field(alias="tekst", description="Hvad den side af kompetencen går ud på.")


class Competence(Entry):
    """A leadership competence with signs of it in practice and a question for reflection."""

    kind: ClassVar[str] = "kompetence"
    findable: ClassVar[Findable] = Findable(order=70)

    sides: tuple[Side, ...] = Field((), alias="sider", description="Når kompetencen har flere sider.")
    signs: tuple[Prose, ...] = Field(alias="tegn", min_length=2, description="Katalogets egne tegn på den i praksis.")
    reflection: Prose = Field(alias="refleksion", description="Katalogets eget spørgsmål til eftertanke.")


class Competences(Page):
    """The chapter of competences."""

    kind: ClassVar[str] = "kompetencer"
    findable: ClassVar[Findable] = Findable(listed=False)

    competences: tuple[Competence, ...] = Field(alias="kompetencer", min_length=1, description="Kompetencerne.")


KIND = Kind(
    root=Competences,
    pattern="kompetencer.yml",
    order=30,
    menu=False,
    front="themes",
    description="ledelseskompetencerne",
)
