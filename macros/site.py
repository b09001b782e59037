"""What makes a catalogue its owner's own (`katalog.yml`) and its hand-written pages (`sider/*.yml`), as models.

Everything another organisation has to change stands here and in the rest of its data folder, so that it never has to
touch the code. Like `model`, this knows nothing of files, MkDocs or HTML.
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal, Self
from urllib.parse import quote

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros import outward
from macros.marks import KIND, LINK, Names, Sample, Says
from macros.model import ASIDE, LETTERS, MOST_PHASES, Aside, Contact, Day, Id, Link, Model, Prose, Shade, Title, YesNo
from macros.model import Phase as PhaseId

PATH = r"^[\w.-]*[\w-][\w.-]*(/[\w.-]*[\w-][\w.-]*)*$"  # no part of it is dots alone: it would lead out
Colour = Annotated[
    str,
    StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$"),
    Says("»{}« er ikke en farve.", 'Skriv den med # og seks cifre, fx "#0f3b46".'),
]
Language = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2}$"),
    Says("»{}« er ikke koden for et sprog.", "Skriv to små bogstaver, fx da."),
]
LogoFile = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*\.(svg|png)$", max_length=60),
    Says(
        "Logoets fil kan ikke hedde »{}«.",
        "Brug små bogstaver a-z, tal og bindestreg, og lad navnet slutte på .svg eller .png, fx logo.svg.",
    ),
]
Branch = Annotated[
    str,
    StringConstraints(pattern=PATH, max_length=100),
    Says("»{}« er ikke navnet på en gren.", "Skriv grenens navn, fx main."),
]
Folder = Annotated[
    str,
    StringConstraints(pattern=PATH, max_length=200),
    Says("»{}« er ikke en mappe i arkivet.", "Skriv den uden skråstreg først og sidst."),
]


# A host, perhaps a port, perhaps a path; short enough that a page's whole address fits in a QR code.
SITE_ADDRESS = re.compile(r"https?://[\w-]+(\.[\w-]+)*(:\d{1,5})?(/[\w.~%/-]*)?")


def _address(value: str) -> str:
    """Accept the address of a site, on an intranet too (or nothing): no other scheme, nothing after the path."""
    if value and not (SITE_ADDRESS.fullmatch(value) and outward.leads(value)):
        raise PydanticCustomError("address", "adresse")
    return value


Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), AfterValidator(_address), LINK]


# What an address ends with that is the repository's own for a program, or only a part of it in a browser.
BEYOND = re.compile(r"(?:\.git|/(?:-/)?(?:tree|blob|edit|raw|commits)/.*|/-/.*|/src/branch/.*)/?$")


def _repository(value: str) -> str:
    """Accept the address of a whole repository, as a browser shows it."""
    if BEYOND.search(value):
        raise PydanticCustomError("repository", "arkiv", {"meant": BEYOND.sub("", value)})
    return value


class MenuGroup(Model):
    """A heading of the menu and the pages under it."""

    heading: ClassVar[str] = "Menu"

    title: Title = Field(alias="titel", description="Menupunktets navn.")
    pages: tuple[Annotated[str, ASIDE, Sample('"side:indhold"')], ...] = Field(
        alias="sider", min_length=1, description="slags:id eller side:navn, i rækkefølge."
    )


class FrontPage(Model):
    """The texts of the front page, and its headings where they are not the usual ones."""

    heading: ClassVar[str] = "Forside"

    title: Title = Field(alias="titel", description="Forsidens overskrift.")
    text: Prose = Field(alias="tekst", description="Forsidens indledning.")
    themes: Title | None = Field(None, alias="temaer", description="Overskriften over temaerne.")
    tools: Title | None = Field(None, alias="værktøjer", description="Overskriften over værktøjerne.")
    further: Title | None = Field(None, alias="videre", description="Overskriften over forløb, kurser og tjeklister.")


class Retired(Model):
    """An entry that is gone for good: its id may never mean anything else, and a leader's notes keep its title."""

    heading: ClassVar[str] = "Udgået punkt"

    id: Id = Field(alias="id", description="Punktets id, som det var.")
    title: Title = Field(alias="titel", description="Punktets sidste overskrift.")


# How each kind of host writes the addresses that lead into a repository, after the repository's own: its name, editing
# a file (branch, path, line), writing an issue. As the hosts' own routes have them:
# github   https://docs.github.com/en/repositories/working-with-files/managing-files/editing-files
# gitlab   config/routes/repository.rb and project.rb in gitlab-org/gitlab: `/-/edit/*id`, `/-/issues/new`
# forgejo  routers/web/web.go, the same in Gitea: `/_edit/*`, which takes a branch, then the path; `/issues/new/choose`
HOSTS: dict[str, tuple[str, str, str]] = {
    "github": ("GitHub", "/edit/{0}/{1}#L{2}", "/issues/new/choose"),
    "gitlab": ("GitLab", "/-/edit/{0}/{1}#L{2}", "/-/issues/new"),
    "forgejo": ("Forgejo", "/_edit/{0}/{1}", "/issues/new/choose"),
}


class Repository(Model):
    """Where the data files are kept, so that »Foreslå en rettelse« leads to the right line."""

    heading: ClassVar[str] = "Arkiv"

    host: Literal["github", "gitlab", "forgejo"] = Field(
        "github", alias="type", description="github (også GitHub Enterprise), gitlab eller forgejo (også Gitea)."
    )
    address: Annotated[Address, AfterValidator(_repository)] = Field(
        alias="adresse", min_length=1, description="Arkivets adresse, https://… uden .git."
    )
    branch: Branch = Field("main", alias="gren", description="Grenen, der rettes i.")
    folder: Folder = Field("data", alias="mappe", description="Mappen med indholdet, set fra arkivets rod.")

    @property
    def name(self) -> str:
        """What the host is called."""
        return HOSTS[self.host][0]

    @property
    def has_forms(self) -> bool:
        """Whether the host shows the forms in `.github/ISSUE_TEMPLATE`; Forgejo reads them too, GitLab does not."""
        return self.host != "gitlab"

    def _at(self, place: str) -> str:
        """Return the address of a place in the repository; an empty text when the repository has none itself."""
        return self.address.rstrip("/") + place if self.address else ""

    @property
    def issues(self) -> str:
        """The address at which a proposal can be written, or an empty text."""
        return self._at(HOSTS[self.host][2])

    @property
    def edit_base(self) -> str:
        """What the path of a file inside the data folder follows in the address of the host's editor, or nothing."""
        return self._at(f"{HOSTS[self.host][1].partition('{1}')[0].format(self.branch)}{self.folder}/")

    def edit(self, file: str, line: int) -> str:
        """Return the address that edits a data file (`data/…`, as problems name it) at a line, or an empty text."""
        _, _, inside = file.partition("/")
        return self._at(HOSTS[self.host][1].format(self.branch, quote(f"{self.folder}/{inside}"), line))


NOWHERE = Repository.model_construct(address="")  # of a catalogue that names none: it has no addresses


class Licence(Model):
    """The terms on which the content may be used."""

    heading: ClassVar[str] = "Licens"

    title: Title = Field(alias="navn", description="Licensens navn, fx CC BY 4.0.")
    link: Link = Field("", alias="link", description="Adresse til licensen, der begynder med https://.")
    text: Title | None = Field(None, alias="tekst", description="Sætningen nederst på siderne om, hvad man må.")


class Colours(Model):
    """The owner's colours: one each for light and dark; tints are made from them. All are checked for contrast."""

    heading: ClassVar[str] = "Farver"

    top: Colour | None = Field(None, alias="top", description='Bjælken øverst, fx "#0f3b46". Teksten på den er lys.')
    mark: Colour | None = Field(None, alias="mærke", description="Mærkefarven på bjælken og i tegningen.")
    fjord: Colour | None = Field(None, alias="fjord", description="Farven fjord i stedet for katalogets.")
    mose: Colour | None = Field(None, alias="mose", description="Farven mose i stedet for katalogets.")
    blomme: Colour | None = Field(None, alias="blomme", description="Farven blomme i stedet for katalogets.")
    rav: Colour | None = Field(None, alias="rav", description="Farven rav i stedet for katalogets.")
    tegl: Colour | None = Field(None, alias="tegl", description="Farven tegl i stedet for katalogets.")
    skifer: Colour | None = Field(None, alias="skifer", description="Farven skifer i stedet for katalogets.")


class Phase(Model):
    """A phase of a collaboration: the key that checklists use, and its name on the site."""

    heading: ClassVar[str] = "Fase i samarbejdet"

    id: PhaseId = Field(alias="id", description="Ordet, som tjeklisterne bruger, fx før.")
    title: Title = Field(alias="titel", description="Fasens navn på siden.")


class KindName(Model):
    """What a kind of entry is called in this catalogue."""

    heading: ClassVar[str] = "Navn på en slags"

    kind_name: Annotated[Aside, KIND] = Field(alias="slags", description="Slagsen, fx tema.")
    one: Title = Field(alias="en", description="Navnet for én, fx Emne.")
    many: Title = Field(alias="flere", description="Navnet for flere, fx Emner.")


class Site(Model):
    """Site texts, the order of chapters, the menu, and all that is the owner's own."""

    heading: ClassVar[str] = "Kataloget"

    id: Id = Field(alias="id", description="Katalogets faste navn. Læsernes eget hænger på det, så det ændres aldrig.")
    title: Title = Field(alias="titel", description="Katalogets navn.")
    tagline: Title = Field(alias="undertitel", description="En linje om, hvad kataloget er.")
    description: Annotated[Prose, LETTERS] = Field(alias="beskrivelse", description="Til søgemaskiner og deling.")
    language: Language = Field("da", alias="sprog", description="Sprogets kode: da eller en.")
    owner: Title = Field(alias="udgiver", description="Hvem der udgiver kataloget. Står nederst på alle sider.")
    contact: Contact = Field(
        "", alias="kontakt", description="https:// eller mailto: til en fælles postkasse. Står nederst på alle sider."
    )
    address: Address = Field("", alias="adresse", description="Adressen, siden ligger på. KATALOG_URL går forud.")
    html_ending: YesNo = Field(
        False,
        alias="html_endelse",
        description="Om sidernes adresser ender på .html: ja, når webserveren ikke selv finder index.html i en mappe. "
        "KATALOG_HTML går forud.",
    )
    repository: Repository | None = Field(None, alias="arkiv", description="Hvor filerne ligger, så de kan rettes.")
    licence: Licence | None = Field(None, alias="licens", description="Vilkårene for at bruge indholdet.")
    logo: LogoFile | None = Field(None, alias="logo", description="Fil i denne mappe, fx logo.svg.")
    colours: Colours | None = Field(None, alias="farver", description="Egne farver i stedet for katalogets.")
    motif: YesNo = Field(True, alias="motiv", description="Om broen vises på forsiden: ja eller nej.")
    names: tuple[KindName, ...] = Field((), alias="navne", description="Egne navne for slagsene.")
    phases: tuple[Phase, ...] = Field(
        (), alias="faser", max_length=MOST_PHASES, description="To til fem faser, når de ikke er før, under og efter."
    )
    published: Day | None = Field(None, alias="udgivet", description="Dagen, kataloget udkom. Sidernes dato i feedet.")
    review_months: Annotated[int, Field(ge=1, le=120)] = Field(
        12, alias="gennemgang_måneder", description="Hvor mange måneder der højst går mellem to gennemgange."
    )
    front: FrontPage = Field(alias="forside", description="Forsidens tekster.")
    theme_order: tuple[Annotated[Id, Names("tema")], ...] = Field(
        alias="temaer", min_length=1, description="Temaernes rækkefølge, som id'er."
    )
    tool_order: tuple[Annotated[Id, Names("værktøj")], ...] = Field(
        (), alias="værktøjer", description="Værktøjernes rækkefølge, som id'er."
    )
    menu: tuple[MenuGroup, ...] = Field(alias="menu", min_length=1, description="Menuen.")
    retired: tuple[Retired, ...] = Field((), alias="udgåede", description="Punkter, der er væk for altid.")


class Section(Model):
    """A part of a hand-written page: a heading, then a text, a list and a closing text, as many as there are."""

    heading: ClassVar[str] = "Afsnit på en side"

    id: Id = Field(alias="id", description="Fast navn på afsnittet. Links hænger på det.")
    former_ids: tuple[Id, ...] = Field((), alias="tidligere_id", description="Id'er, afsnittet har haft før.")
    title: Title = Field(alias="titel", description="Afsnittets overskrift.")
    text: Prose | None = Field(None, alias="tekst", description="Teksten under overskriften.")
    points: tuple[Prose, ...] = Field((), alias="punkter", description="En liste.")
    closing: Prose | None = Field(None, alias="bagefter", description="Tekst efter listen.")
    shows: Literal["afsender", "kontakt", "licens", "lager"] | None = Field(
        None,
        alias="viser",
        description="Oplysninger fra katalog.yml, som siden selv skriver: afsender, kontakt, licens eller lager.",
    )

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.text or self.points or self.closing or self.shows):
            raise PydanticCustomError("empty_section", "tekst")
        return self


class WrittenPage(Model):
    """A page that is written as it stands: about, privacy, accessibility."""

    heading: ClassVar[str] = "Side"

    id: Id = Field(alias="id", description="Fast navn. Sidens adresse, og det samme som filens navn.")
    former_ids: tuple[Id, ...] = Field((), alias="tidligere_id", description="Navne, overskriften har haft i links.")
    title: Title = Field(alias="titel", description="Sidens overskrift.")
    summary: Annotated[Prose, LETTERS] = Field(
        alias="resumé", description="En sætning til søgeresultater og søgemaskiner."
    )
    text: Prose | None = Field(None, alias="tekst", description="Indledningen.")
    shade: Shade = Field("fjord", alias="farve", description="Farven på siden.")
    in_footer: YesNo = Field(False, alias="i_bunden", description="Om siden står nederst på alle sider: ja eller nej.")
    sections: tuple[Section, ...] = Field((), alias="afsnit", description="Afsnittene.")
