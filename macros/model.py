"""The shape of the catalogue: what an editor may write, as frozen pydantic models.

Everything downstream (messages, JSON Schema, pages, search, print) is derived from these classes, so a field is
described once, here. Attribute names are English; the keys an editor writes are the Danish aliases. `model` knows
nothing of files, MkDocs or HTML.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REF_PATTERN = r"^[a-zæøå]+:[a-z0-9]+(-[a-z0-9]+)*$"
TITLE_LENGTH = 110
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
OUTWARD = re.compile(r"https://[^\s\"'<>]+|mailto:[^\s\"'<>]+")


def _one_line(value: object) -> object:
    """Read a short name as one line, however it was written."""
    return re.sub(r"[ \t\r\n]+", " ", value) if isinstance(value, str) else value


def _divided(value: str) -> str:
    """Accept a word of letters with hyphens where it may be divided."""
    if not re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)+", value):
        raise PydanticCustomError("hyphenation", "orddeling")
    return value


@dataclass(frozen=True)
class Says:
    """Metadata of a text with a form of its own: what is told of one that has not that form (`{}`), and the remedy."""

    told: str
    remedy: str


@dataclass(frozen=True)
class NotBefore:
    """Metadata of a number or date that ends what another field of its model, declared above it, begins."""

    first: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Refuse a value below the one the other field has; when that was refused itself, nothing is said."""
        return core_schema.with_info_after_validator_function(self._ordered, handler(source))

    def _ordered(self, value: Any, info: ValidationInfo) -> Any:
        first = info.data.get(self.first)
        if first is not None and value is not None and value < first:
            raise PydanticCustomError("order", "rækkefølge", {"field": self.first, "first": first})
        return value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_LENGTH), BeforeValidator(_one_line)
]
BLOCK = "block"  # metadata of a text that stands in a >- block; every other text is a short name
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), BLOCK]
ASIDE = "aside"  # metadata of a text that no page tells: words to be found by, short names for menus and buttons
Aside = Annotated[Title, ASIDE]
Ref = Annotated[str, StringConstraints(pattern=REF_PATTERN)]
Company = Literal["alene", "ledergruppe", "partnere"]
Reach = Literal["egen enhed", "på tværs"]

PHASES = ("før", "under", "efter")  # where katalog.yml declares no others
MOST_PHASES = 5
PHASE = "phase"  # metadata of a text that is one of the catalogue's phases
Phase = Annotated[
    str,
    StringConstraints(pattern=r"^[a-zæøå]+(-[a-zæøå]+)*$", max_length=30),
    PHASE,
    Says("Fasen kan ikke hedde »{}«.", "Skriv ét ord med små bogstaver, fx »under«."),
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


YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nej"], "type": "string"})]
Day = Annotated[dt.date, BeforeValidator(_date)]


def _link(value: str) -> str:
    """Accept an https or mailto address (or nothing); refuse every other scheme, and what no address can hold."""
    if value and not OUTWARD.fullmatch(value):
        raise PydanticCustomError("link", "link")
    return value


LINK = "link"  # metadata of an address
Link = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_link), LINK]


class Model(BaseModel):
    """Frozen, and closed: an unknown key is a mistake, never a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_alias=True, validate_by_name=False)


class Sourced(Model):
    """Something that names where it comes from: a source in `kilder.yml`, or ourselves (`oprindelse: egen`)."""

    source: Id | None = Field(None, alias="kilde", description="Id på kilden i kilder.yml.")
    place: Title | None = Field(None, alias="sted", description='Side eller afsnit i kilden, fx "side 7".')
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

    id: Id = Field(alias="id", description="Fast navn med små bogstaver a-z, tal og bindestreg. Ændres aldrig.")
    former_ids: tuple[Id, ...] = Field((), alias="tidligere_id", description="Id'er, som punktet har haft før.")
    title: Title = Field(alias="titel", description="Kort overskrift.")
    text: Prose = Field(alias="tekst", description="En til tre sætninger om, hvad det betyder i praksis.")
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
    phases: tuple[Phase, ...] = Field((), alias="fase", description="Hvornår i samarbejdet det er nyttigt.")
    company: tuple[Company, ...] = Field((), alias="sammen", description="Hvem I er, når I bruger det.")
    minutes: Annotated[int, Field(ge=1, le=10000)] | None = Field(None, alias="minutter", description="Tid i minutter.")
    reach: tuple[Reach, ...] = Field((), alias="rækkevidde", description="Om det virker i egen enhed eller på tværs.")


class Item(Entry):
    """One line of a checklist: the title is what can be ticked as done."""

    kind: ClassVar[str] = "tjek"


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


class Point(Entry):
    """An attention point of a theme."""

    kind: ClassVar[str] = "punkt"


Shade = Literal["fjord", "mose", "blomme", "rav", "tegl", "skifer"]
Icon = Literal[
    "borger", "vaegt", "kompas", "knude", "hjerte", "bro", "trappe", "samtale", "lag", "bog", "tavle", "gruppe"
]


class Page(Entry):
    """An entry with a page of its own; the page opens with what it gives."""

    short: Aside | None = Field(None, alias="kort", description="Kort navn til menu og knapper.")
    summary: Prose = Field(alias="resumé", description="En sætning, der står under overskriften og i søgeresultater.")
    benefits: tuple[Prose, ...] = Field((), alias="udbytte", description="Hvad læseren får med herfra, som liste.")
    icon: Icon = Field("bro", alias="ikon", description="Navn på en tegning.")
    shade: Shade = Field("fjord", alias="farve", description="Farven på siden.")

    @property
    def menu_title(self) -> str:
        """The name to use where space is short."""
        return self.short or self.title


class Theme(Page):
    """A chapter: attention points and a checklist of before, during and after."""

    kind: ClassVar[str] = "tema"

    points: tuple[Point, ...] = Field(alias="opmærksomhedspunkter", min_length=1, description="Temaets punkter.")
    checklist: Checklist = Field(alias="tjekliste", description="Punkter før, under og efter.")


class Side(Model):
    """One of the two sides of a competence that pulls two ways."""

    title: Title = Field(alias="titel", description="Sidens navn.")
    text: Prose = Field(alias="tekst", description="Hvad den side af kompetencen går ud på.")


class Competence(Entry):
    """A leadership competence with signs of it in practice and a question for reflection."""

    kind: ClassVar[str] = "kompetence"

    sides: tuple[Side, ...] = Field((), alias="sider", description="Når kompetencen har flere sider.")
    signs: tuple[Prose, ...] = Field(alias="tegn", min_length=2, description="Katalogets egne tegn på den i praksis.")
    reflection: Prose = Field(alias="refleksion", description="Katalogets eget spørgsmål til eftertanke.")


class Competences(Page):
    """The chapter of competences."""

    kind: ClassVar[str] = "kompetencer"

    competences: tuple[Competence, ...] = Field(alias="kompetencer", min_length=1, description="Kompetencerne.")


class Effect(Entry):
    """Something the research says that good cross-boundary leadership does for the citizen, or rests upon."""

    kind: ClassVar[str] = "belæg"


class Action(Entry):
    """A leadership action with why it works and what it rests on."""

    kind: ClassVar[str] = "indsats"

    why: Prose = Field(alias="hvorfor", description="Hvorfor indsatsen virker.")
    how: tuple[Prose, ...] = Field((), alias="sådan", description="Katalogets egne forslag til at komme i gang.")


class ActionGroup(Model):
    """Actions that belong together."""

    id: Id = Field(alias="id", description="Fast navn på gruppen.")
    title: Title = Field(alias="titel", description="Gruppens navn.")
    text: Prose = Field(alias="tekst", description="Hvad indsatserne i gruppen har til fælles.")
    actions: tuple[Action, ...] = Field(alias="indsatser", min_length=1, description="Indsatserne.")


class Actions(Page):
    """The chapter of leadership actions: why, evidence, condition, groups."""

    kind: ClassVar[str] = "indsatser"

    effects: tuple[Effect, ...] = Field((), alias="virkninger", description="Hvad borgerne får ud af det.")
    basis: tuple[Effect, ...] = Field((), alias="grundlag", description="Hvad det bygger på, og hvad det forudsætter.")
    groups: tuple[ActionGroup, ...] = Field(alias="grupper", min_length=1, description="Grupper af indsatser.")


class Stage(Entry):
    """A phase of a process: purpose, what to do, who, result."""

    kind: ClassVar[str] = "fase"

    aim: Prose = Field(alias="formål", description="Hvad fasen skal føre til.")
    steps: tuple[Item, ...] = Field(alias="gør", min_length=1, description="Hvad I gør, som punkter der kan hakkes af.")
    who: Prose = Field(alias="hvem", description="Hvem der er med i fasen.")
    result: Prose = Field(alias="resultat", description="Hvad I står med bagefter.")
    span: Title | None = Field(None, alias="varighed", description="Hvor længe fasen varer.")
    examples: tuple[Entry, ...] = Field((), alias="eksempler", description="Eksempler fra kilden.")


class Process(Page):
    """A model for working together whose stages build on each other, in fixed order."""

    kind: ClassVar[str] = "forløb"

    order_note: Prose = Field(alias="rækkefølge", description="Hvorfor rækkefølgen holdes.")
    stages: tuple[Stage, ...] = Field(alias="faser", min_length=2, description="Faserne i rækkefølge.")
    facts: tuple[Effect, ...] = Field((), alias="fakta", description="Hvem der deltager, hvem der bærer, historien.")


class SignUp(Model):
    """How to join a course; the address may still be missing."""

    text: Prose = Field(alias="tekst", description="Hvordan man melder sig til.")
    link: Link = Field("", alias="link", description="Adresse, der begynder med https:// eller mailto:. Må være tom.")


class Course(Entry):
    """A course: format, duration, audience, outcome, sign-up."""

    kind: ClassVar[str] = "kursus"

    summary: Prose = Field(alias="resumé", description="En sætning om kurset.")
    format: Title = Field(alias="form", description="Fx workshop eller træningsforløb.")
    duration: Title = Field(alias="varighed", description="Fx en halv dag.")
    audience: Prose = Field(alias="målgruppe", description="Hvem kurset er for.")
    outcome: tuple[Prose, ...] = Field(alias="udbytte", min_length=1, description="Hvad deltagerne får med hjem.")
    advice: Prose | None = Field(None, alias="råd", description="Et godt råd, før man melder sig til.")
    sign_up: SignUp = Field(alias="tilmelding", description="Hvordan man melder sig til.")


class Courses(Page):
    """The courses and the reason for them."""

    kind: ClassVar[str] = "kurser"

    courses: tuple[Course, ...] = Field(alias="kurser", min_length=1, description="Kurserne.")


class Question(Sourced):
    """A question to answer; its text is what is asked."""

    kind: ClassVar[str] = "spørgsmål"

    id: Id = Field(alias="id", description="Fast navn på spørgsmålet. Ændres aldrig.")
    former_ids: tuple[Id, ...] = Field((), alias="tidligere_id", description="Id'er, som spørgsmålet har haft før.")
    text: Prose = Field(alias="tekst", description="Spørgsmålet.")
    hint: Prose | None = Field(None, alias="hjælp", description="Katalogets egen hjælp til at komme i gang med svaret.")
    see: tuple[Ref, ...] = Field((), alias="se", description="Beslægtede punkter som slags:id.")
    keywords: tuple[Aside, ...] = Field((), alias="søgeord", description="Hverdagsord, som spørgsmålet findes på.")


class Role(Entry):
    """A role that someone takes in a tool or as a leader."""

    kind: ClassVar[str] = "rolle"


class ToolBase(Page):
    """What every tool has: when to use it, how, and (if wanted) its own checklist."""

    kind: ClassVar[str] = "værktøj"

    how: tuple[Prose, ...] = Field(alias="sådan", min_length=1, description="Sådan bruger I det, skridt for skridt.")
    checklist: Checklist | None = Field(None, alias="tjekliste", description="Værktøjets egen tjekliste.")


class ConceptTool(ToolBase):
    """A concept and its opposite."""

    type: Literal["begreb"] = Field(alias="type", description="begreb")
    sides: tuple[Entry, ...] = Field(alias="sider", min_length=2, description="Begrebet og dets modsætning.")


class Element(Entry):
    """One element of a platform; `plads` says where it stands in the drawing."""

    kind: ClassVar[str] = "element"

    spot: Literal["hængsel", "midte", "bund"] = Field(
        alias="plads", description="Hvor elementet står i tegningen: hængsel (yderst), midte eller bund."
    )


class PlatformTool(ToolBase):
    """A model of the conditions for leadership, drawn from its elements."""

    type: Literal["platform"] = Field(alias="type", description="platform")
    elements: tuple[Element, ...] = Field(alias="elementer", min_length=2, description="Elementerne i rækkefølge.")


class QuestionGroup(Model):
    """Questions asked under one element of a platform."""

    element: Ref = Field(alias="element", description="Elementet, som element:id.")
    questions: tuple[Question, ...] = Field(alias="spørgsmål", min_length=1, description="Spørgsmålene.")


class InterviewTool(ToolBase):
    """An interview guide with roles taken in turn and questions grouped by element."""

    type: Literal["interview"] = Field(alias="type", description="interview")
    fewest: Annotated[int, Field(ge=2, le=10)] = Field(alias="mindst", description="Mindste antal deltagere.")
    most: Annotated[int, Field(ge=2, le=10), NotBefore("fewest")] = Field(
        alias="højst", description="Største antal deltagere."
    )
    per_interview: Annotated[int, Field(ge=1, le=240)] = Field(alias="minutter_pr_interview", description="Minutter.")
    roles: tuple[Role, ...] = Field(alias="roller", min_length=2, description="Rollerne, der skiftes mellem.")
    groups: tuple[QuestionGroup, ...] = Field(alias="grupper", min_length=1, description="Spørgsmål efter element.")


class Step(Entry):
    """A step of a staircase: description, self-description, advice."""

    kind: ClassVar[str] = "trin"

    self_description: Prose = Field(alias="selvbeskrivelse", description="Trinnet sagt af dem, der står på det.")
    advice: Prose = Field(alias="råd", description="Katalogets råd til næste skridt fra dette trin.")


class Advice(Entry):
    """What is advised on a run of steps."""

    kind: ClassVar[str] = "anbefaling"

    from_step: Annotated[int, Field(ge=1, le=20)] = Field(alias="fra", description="Første trin, som tal.")
    to_step: Annotated[int, Field(ge=1, le=20), NotBefore("from_step")] = Field(
        alias="til", description="Sidste trin, som tal."
    )


class StaircaseTool(ToolBase):
    """A staircase of maturity with advice for where one stands."""

    type: Literal["trappe"] = Field(alias="type", description="trappe")
    steps: tuple[Step, ...] = Field(alias="trin", min_length=2, description="Trinnene nedefra og op.")
    advice: tuple[Advice, ...] = Field(alias="anbefalinger", min_length=1, description="Råd efter hvor man står.")

    @field_validator("advice")
    @classmethod
    def _on_the_staircase(cls, value: tuple[Advice, ...], info: ValidationInfo) -> tuple[Advice, ...]:
        top = len(info.data["steps"]) if "steps" in info.data else 0
        for i, advice in enumerate(value):
            if top and advice.to_step > top:
                raise PydanticCustomError("no_step", "trin", {"at": (i, "til"), "given": advice.to_step, "top": top})
        return value


class QuestionsTool(ToolBase):
    """A set of questions a group answers, with an introduction and (if any) roles."""

    type: Literal["spørgsmål"] = Field(alias="type", description="spørgsmål")
    background: tuple[Entry, ...] = Field((), alias="baggrund", description="Det, man skal vide først.")
    roles: tuple[Role, ...] = Field((), alias="roller", description="Roller, som spørgsmålene handler om.")
    questions: tuple[Question, ...] = Field(alias="spørgsmål", min_length=1, description="Spørgsmålene.")


class Pole(Model):
    """One end of the matrix: its name, when it fits, and what it costs."""

    id: Id = Field(alias="id", description="Fast navn.")
    title: Title = Field(alias="titel", description="Polens navn.")
    text: Prose = Field(alias="tekst", description="Hvad den er, hvornår den passer, og hvor den er sårbar.")


class Cell(Model):
    """What one dimension asks and says at one pole."""

    question: Prose = Field(alias="spørgsmål", description="Spørgsmålet i feltet.")
    concept: Prose = Field(alias="begreb", description="Begrebet i feltet.")


class Dimension(Entry):
    """A row of the matrix, with a cell at each pole (first and second)."""

    kind: ClassVar[str] = "dimension"

    first: Cell = Field(alias="første", description="Feltet ved første pol.")
    second: Cell = Field(alias="anden", description="Feltet ved anden pol.")


class MatrixTool(ToolBase):
    """Dimensions by two poles, once as questions, once as concepts."""

    type: Literal["matrix"] = Field(alias="type", description="matrix")
    poles: tuple[Pole, ...] = Field(alias="poler", min_length=2, max_length=2, description="De to poler.")
    dimensions: tuple[Dimension, ...] = Field(alias="dimensioner", min_length=1, description="Rækkerne.")


TOOLS: dict[str, type[ToolBase]] = {
    "begreb": ConceptTool,
    "platform": PlatformTool,
    "interview": InterviewTool,
    "trappe": StaircaseTool,
    "spørgsmål": QuestionsTool,
    "matrix": MatrixTool,
}


def _tool_type(value: Any) -> str | None:
    found = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    return found if found in TOOLS else None


Tool = Annotated[
    Annotated[ConceptTool, Tag("begreb")]
    | Annotated[PlatformTool, Tag("platform")]
    | Annotated[InterviewTool, Tag("interview")]
    | Annotated[StaircaseTool, Tag("trappe")]
    | Annotated[QuestionsTool, Tag("spørgsmål")]
    | Annotated[MatrixTool, Tag("matrix")],
    Discriminator(_tool_type),
]


class Way(Model):
    """One way on from a situation, with one line why."""

    ref: Ref = Field(alias="til", description="Hvor vejen fører hen, som slags:id.")
    why: Prose = Field(alias="hvorfor", description="Én linje om, hvorfor det hjælper.")


class Situation(Model):
    """An everyday situation in a leader's own words, leading to two to four entries. Always our own."""

    kind: ClassVar[str] = "situation"

    id: Id = Field(alias="id", description="Fast navn på situationen.")
    former_ids: tuple[Id, ...] = Field((), alias="tidligere_id", description="Id'er, den har haft før.")
    title: Title = Field(alias="titel", description="Situationen, som en leder ville sige den.")
    text: Prose = Field(alias="tekst", description="Hvad der typisk er på færde.")
    ways: tuple[Way, ...] = Field(alias="veje", min_length=2, max_length=4, description="To til fire veje videre.")
    keywords: tuple[Aside, ...] = Field((), alias="søgeord", description="Hverdagsord, den også findes på.")


class Situations(Model):
    """All situations."""

    title: Title = Field(alias="titel", description="Overskriften på forsiden.")
    text: Prose = Field(alias="tekst", description="Indledningen på forsiden.")
    situations: tuple[Situation, ...] = Field(alias="situationer", min_length=1, description="Situationerne.")


class Source(Model):
    """A source the catalogue builds on, or a work in the reference list."""

    kind: ClassVar[str] = "kilde"

    id: Id = Field(alias="id", description="Fast navn på kilden.")
    former_ids: tuple[Id, ...] = Field((), alias="tidligere_id", description="Id'er, kilden har haft før.")
    title: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=220), BeforeValidator(_one_line)
    ] = Field(alias="titel", description="Værkets titel.")
    author: Title | None = Field(None, alias="forfatter", description="Forfattere, som i en litteraturliste.")
    year: Title | None = Field(None, alias="år", description="Udgivelsesår, fx 2019 eller januar 2024.")
    publisher: Title | None = Field(None, alias="udgiver", description="Udgiver og sted.")
    link: Link = Field("", alias="link", description="Adresse, der begynder med https://. Må udelades.")
    note: Prose | None = Field(None, alias="note", description="Hvad kilden er, og hvad vi bruger den til.")
    keywords: tuple[Aside, ...] = Field((), alias="søgeord", description="Hverdagsord, den også findes på.")
    role: Literal["grundlag", "litteratur"] = Field(
        alias="rolle", description="grundlag: kataloget bygger på den. litteratur: videre læsning."
    )


class Sources(Model):
    """All sources."""

    sources: tuple[Source, ...] = Field(alias="kilder", min_length=1, description="Kilderne.")


class Term(Entry):
    """A word explained."""

    kind: ClassVar[str] = "begreb"


class Synonyms(Model):
    """Everyday words and the catalogue's words for the same thing."""

    means: tuple[Aside, ...] = Field(alias="betyder", min_length=1, description="Katalogets ord, eller slags:id.")
    words: tuple[Aside, ...] = Field(alias="ord", min_length=1, description="De ord, folk søger på, ét ad gangen.")


class Words(Model):
    """Glossary, synonyms and hyphenation."""

    terms: tuple[Term, ...] = Field((), alias="begreber", description="Ordforklaringer.")
    synonyms: tuple[Synonyms, ...] = Field((), alias="synonymer", description="Hverdagsord til søgningen.")
    hyphenation: tuple[Annotated[Aside, AfterValidator(_divided)], ...] = Field(
        (), alias="orddeling", description="Ord med bindestreg ved delestederne."
    )


def parts(value: BaseModel) -> Iterator[tuple[str, Any]]:
    """Yield (key, value) of all that a model holds, by the keys an editor writes."""
    for name, info in type(value).model_fields.items():
        yield info.alias or name, getattr(value, name)
    yield from (value.__pydantic_extra__ or {}).items()
