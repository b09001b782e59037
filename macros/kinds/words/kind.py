"""Words explained, everyday words for the search, and where words are divided."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.kind import Kind, Whole
from macros.marks import Findable, Sample
from macros.model import ABOUT_WORDS, Aside, Entry, Model


def _divided(value: str) -> str:
    """Accept a word of letters with hyphens where it may be divided."""
    if not re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)+", value):
        raise PydanticCustomError("hyphenation", "orddeling")
    return value


class Term(Entry):
    """A word explained."""

    kind: ClassVar[str] = "begreb"
    findable: ClassVar[Findable] = Findable(order=100)


class Synonyms(Model):
    """Everyday words and the catalogue's words for the same thing."""

    heading: ClassVar[str] = "Synonym"

    means: tuple[Annotated[Aside, ABOUT_WORDS, Sample('"slags:id"')], ...] = Field(
        alias="betyder", min_length=1, description="Katalogets ord, eller slags:id."
    )
    words: tuple[Annotated[Aside, ABOUT_WORDS, Sample('"hverdagsord"')], ...] = Field(
        alias="ord", min_length=1, description="De ord, folk søger på, ét ad gangen."
    )


class Words(Model):
    """Glossary, synonyms and hyphenation."""

    heading: ClassVar[str] = "Ord"

    terms: tuple[Term, ...] = Field((), alias="begreber", description="Ordforklaringer.")
    synonyms: tuple[Synonyms, ...] = Field((), alias="synonymer", description="Hverdagsord til søgningen.")
    hyphenation: tuple[Annotated[Aside, ABOUT_WORDS, AfterValidator(_divided)], ...] = Field(
        (), alias="orddeling", description="Ord med bindestreg ved delestederne."
    )


KIND = Kind(
    root=Words,
    pattern="ord.yml",
    order=90,
    overview="ord",
    whole=Whole("look_up"),
    description="ordforklaringer, synonymer til søgning og orddeling",
)
