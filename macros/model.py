"""What the models of all kinds are made from: the types of fields, and what several kinds hold.

Everything downstream (messages, JSON Schema, pages, search, print) is derived from the models, so a field is described
once, where it is declared: here, or in its kind's folder under `kinds/`. Attribute names are English; the keys an
editor writes are the Danish aliases. `model` knows nothing of files, MkDocs or HTML.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from macros.marks import LINK, Begins, Findable, For, Names, NotFor, Sample, Says, Sorts, Use

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REF_PATTERN = r"^[a-zæøå]+:[a-z0-9]+(-[a-z0-9]+)*$"
TITLE_LENGTH = 110
FIRST_YEAR, LAST_YEAR = 1900, 2099
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def one_line(value: object) -> object:
    """Read a short name as one line, however it was written."""
    return re.sub(r"[ \t\r\n]+", " ", value) if isinstance(value, str) else value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60), Sample("fast-navn-med-smaa-bogstaver")]
Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_LENGTH), BeforeValidator(one_line)
]
BLOCK = "block"  # metadata of a text that stands in a >- block; every other text is a short name
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), BLOCK]
LETTERS = "letters"  # metadata of prose that is letters, as a short name is: no place that shows it can hold a link
ASIDE = "aside"  # metadata of a text that no page tells: words to be found by, short names for menus and buttons
Aside = Annotated[Title, ASIDE]
ABOUT_WORDS = "about words"  # metadata of words that stand for others, or show where they are divided
Ref = Annotated[str, StringConstraints(pattern=REF_PATTERN), Sample("slags:id")]
OwnId = Annotated[Id, NotFor(Use.REPORT), NotFor(Use.READING)]  # of an entry: told above all that is told of it
FormerId = Annotated[Id, NotFor(Use.REPORT)]
# Of what is found as itself, and by its title.
Heading = Annotated[Title, NotFor(Use.SEARCH), Sample('"Kort overskrift"')]
Gist = Annotated[Prose, For(Use.EXCERPT)]  # what an entry is, in short
Company = Literal["alene", "ledergruppe", "partnere"]
Reach = Literal["egen enhed", "på tværs"]
TIMES = (("kort", 15), ("mellem", 60), ("lang", 100_000))  # the most minutes of each answer

PHASES = ("før", "under", "efter")  # where katalog.yml declares no others
MOST_PHASES = 5
PHASE = "phase"  # metadata of a text that is one of the catalogue's phases
PHASE_PATTERN = r"^[a-zæøå]+(-[a-zæøå]+)*$"
Phase = Annotated[
    str,
    StringConstraints(pattern=PHASE_PATTERN, max_length=30),
    PHASE,
    Says("Fasen kan ikke hedde »{}«.", "Skriv ét ord med små bogstaver, fx »under«."),
    Sample("under"),
]
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def _yes_no(value: object) -> object:
    """Read the Danish words an editor would use for a choice of two."""
    words = {"ja": True, "nej": False}
    return words.get(value.strip().casefold(), value) if isinstance(value, str) else value


def _date(value: object) -> object:
    """Read `2027-03-09` and `9. marts 2027` as the same day; anything else is refused by pydantic's own rule."""
    if not isinstance(value, str):
        return value
    parts = value.strip().casefold().replace(".", " ").split()
    if len(parts) == 3 and parts[1] in MONTHS and parts[0].isdigit() and parts[2].isdigit():
        try:
            return dt.date(int(parts[2]), MONTHS.index(parts[1]) + 1, int(parts[0]))
        except (ValueError, OverflowError):
            raise PydanticCustomError("date_parsing", "dato") from None
    if not ISO_DATE.fullmatch(value.strip()):  # a number alone would be read as seconds since 1970
        raise PydanticCustomError("date_parsing", "dato")
    return value.strip()


def _near(value: dt.date) -> dt.date:
    """Accept a day of our age: another year is a slip, whatever day it is today."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise PydanticCustomError("year", "år")
    return value


YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nej"], "type": "string"})]
Day = Annotated[dt.date, BeforeValidator(_date), AfterValidator(_near), Sample("2027-03-09")]


Link = Annotated[str, StringConstraints(strip_whitespace=True), LINK, Begins(("https://",))]
Contact = Annotated[str, StringConstraints(strip_whitespace=True), LINK, Begins(("https://", "mailto:"))]


class Model(BaseModel):
    """Frozen, and closed: an unknown key is a mistake, never a silent loss.

    `heading`: what the editors' guide calls a model that is no kind of entry.
    """

    heading: ClassVar[str] = ""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_alias=True,
        validate_by_name=False,
        defer_build=True,  # a run that finds all as an earlier one left it validates nothing
    )


class Sourced(Model):
    """Something that names where it comes from: a source in `kilder.yml`, or ourselves (`oprindelse: egen`)."""

    source: Annotated[Id, Names("kilde"), NotFor(Use.READING), Sample("id-fra-kilder")] | None = Field(
        None, alias="kilde", description="Id på kilden i kilder.yml."
    )
    place: Annotated[Title, NotFor(Use.SEARCH)] | None = Field(
        None, alias="sted", description='Side eller afsnit i kilden, fx "side 7".'
    )
    origin: Literal["kilde", "egen"] = Field(
        "kilde",
        alias="oprindelse",
        description="Skriv egen, når punktet er vores egen tilføjelse og ikke står i en kilde.",
    )

    @model_validator(mode="after")
    def _source_or_own(self) -> Self:
        if self.origin == "kilde" and self.source is None:
            raise PydanticCustomError("source_missing", "kilde")
        if self.origin == "egen" and self.source is not None:
            raise PydanticCustomError("source_and_own", "oprindelse")
        if self.place and self.source is None:
            raise PydanticCustomError("place_without_source", "sted")
        return self


class Entry(Sourced):
    """What every unit of the catalogue has: a permanent id, a title, a text, a source, and help around it."""

    kind: ClassVar[str] = "afsnit"
    findable: ClassVar[Findable] = Findable(weight=0.85, order=160, brief=True)

    id: OwnId = Field(alias="id", description="Fast navn med små bogstaver a-z, tal og bindestreg. Ændres aldrig.")
    former_ids: tuple[FormerId, ...] = Field((), alias="tidligere_id", description="Id'er, som punktet har haft før.")
    title: Heading = Field(alias="titel", description="Kort overskrift.")
    text: Gist = Field(alias="tekst", description="En til tre sætninger om, hvad det betyder i praksis.")
    example: Prose | None = Field(None, alias="eksempel", description="Katalogets eget eksempel fra hverdagen.")
    question: Prose | None = Field(None, alias="drøft", description="Katalogets eget spørgsmål til ledergruppen.")
    see: tuple[Ref, ...] = Field((), alias="se", description="Beslægtede punkter som slags:id.")
    keywords: tuple[Aside, ...] = Field(
        (), alias="søgeord", description="Hverdagsord, som punktet også skal findes på."
    )
    reviewed: Day | None = Field(None, alias="gennemgået", description="Dato, hvor teksten sidst blev gennemgået.")
    changed: Day | None = Field(
        None, alias="ændret", description="Dato for en ændring, læsere bør høre om. Kommer i nyhedsfeedet."
    )
    phases: Annotated[tuple[Phase, ...], Sorts("fase", 20)] = Field(
        (), alias="fase", description="Hvornår i samarbejdet det er nyttigt."
    )
    company: Annotated[tuple[Company, ...], Sorts("sammen", 30)] = Field(
        (), alias="sammen", description="Hvem I er, når I bruger det."
    )
    minutes: Annotated[int, Field(ge=1, le=10000), Sorts("tid", 40, steps=TIMES)] | None = Field(
        None, alias="minutter", description="Tid i minutter."
    )
    reach: Annotated[tuple[Reach, ...], Sorts("hvor", 50)] = Field(
        (), alias="rækkevidde", description="Om det virker i egen enhed eller på tværs."
    )


class Item(Entry):
    """One line of a checklist: the title is what can be ticked as done."""

    kind: ClassVar[str] = "tjek"
    findable: ClassVar[Findable] = Findable(weight=0.8, order=180, brief=True)


def _usual_phases(schema: dict[str, Any]) -> None:
    """Let an editor's program complete the usual phases; others are as right."""
    lists = schema["additionalProperties"]
    schema["properties"] = {phase: {**lists, "description": f"Punkter i fasen »{phase}«."} for phase in PHASES}


class Checklist(Model):
    """A list of items for each phase of the collaboration; `katalog.yml` says which there are (`phases` checks it)."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_usual_phases)

    __pydantic_extra__: dict[str, Annotated[tuple[Item, ...], Field(min_length=1)]]

    def by_phase(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """The lists with their phases, in order."""
        return tuple((self.__pydantic_extra__ or {}).items())


Shade = Literal["fjord", "mose", "blomme", "rav", "tegl", "skifer"]
Icon = Literal[
    "borger", "vaegt", "kompas", "knude", "hjerte", "bro", "trappe", "samtale", "lag", "bog", "tavle", "gruppe"
]


class Page(Entry):
    """An entry with a page of its own; the page opens with what it gives."""

    short: Aside | None = Field(None, alias="kort", description="Kort navn til menu og knapper.")
    summary: Gist = Field(alias="resumé", description="En sætning, der står under overskriften og i søgeresultater.")
    benefits: tuple[Prose, ...] = Field((), alias="udbytte", description="Hvad læseren får med herfra, som liste.")
    icon: Annotated[Icon, NotFor(Use.REPORT)] = Field("bro", alias="ikon", description="Navn på en tegning.")
    shade: Annotated[Shade, NotFor(Use.REPORT)] = Field("fjord", alias="farve", description="Farven på siden.")

    @property
    def menu_title(self) -> str:
        """The name to use where space is short."""
        return self.short or self.title


class Effect(Entry):
    """Something the research says that good cross-boundary leadership does for the citizen, or rests upon."""

    kind: ClassVar[str] = "belæg"
    findable: ClassVar[Findable] = Findable(weight=0.8, order=170, brief=True)


class Question(Sourced):
    """A question to answer; its text is what is asked."""

    kind: ClassVar[str] = "spørgsmål"
    findable: ClassVar[Findable] = Findable(weight=0.8, order=190, brief=True)

    id: OwnId = Field(alias="id", description="Fast navn på spørgsmålet. Ændres aldrig.")
    former_ids: tuple[FormerId, ...] = Field(
        (), alias="tidligere_id", description="Id'er, som spørgsmålet har haft før."
    )
    text: Gist = Field(alias="tekst", description="Spørgsmålet.")
    hint: Prose | None = Field(None, alias="hjælp", description="Katalogets egen hjælp til at komme i gang med svaret.")
    see: tuple[Ref, ...] = Field((), alias="se", description="Beslægtede punkter som slags:id.")
    keywords: tuple[Aside, ...] = Field((), alias="søgeord", description="Hverdagsord, som spørgsmålet findes på.")


class Role(Entry):
    """A role that someone takes in a tool or as a leader."""

    kind: ClassVar[str] = "rolle"
    findable: ClassVar[Findable] = Findable(weight=0.85, order=140, brief=True)


def parts(value: BaseModel) -> Iterator[tuple[str, Any]]:
    """Yield (key, value) of all that a model holds, by the keys an editor writes."""
    for name, info in type(value).model_fields.items():
        yield info.alias or name, getattr(value, name)
    yield from (value.__pydantic_extra__ or {}).items()
