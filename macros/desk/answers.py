"""What `make new` asks an owner, and the head of katalog.yml that the answers make. Knows no files but the logo."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.desk.texts import quoted
from macros.read.spelling import slug

Answers = Mapping[str, str]
GITHUB = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+)$")
COMMONS = re.compile(r"CC (BY(?:-NC)?(?:-SA|-ND)?) 4\.0")
RUNS = {"github": "github", "gitlab": "gitlab", "forgejo": "forgejo", "codeberg": "forgejo", "gitea": "forgejo"}
SHORT = re.compile(r"#[0-9a-fA-F]{3}")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


@dataclass(frozen=True)
class Asked:
    """A question: the variable that answers it, the question, why it is asked, and the answer of who gives none.

    `needed`: whether it is asked, when the questions before it have been answered.
    """

    name: str
    asks: str
    told: str
    default: Callable[[Answers], str] = lambda _: ""
    needed: Callable[[Answers], bool] = lambda _: True


def _host(given: Answers) -> str:
    """Return what a repository's host runs where its name says so, as most do, else nothing."""
    name = re.sub(r"^https://|[:/].*", "", given["ARKIV"]).casefold()
    return next((RUNS[word] for word in re.split(r"[.-]", name) if word in RUNS), "")


def _is_whole(given: Answers) -> bool:
    """Whether content and code lie in one repository, so that somebody must approve each."""
    return not given.get("apart")


def _address(given: Answers) -> str:
    """Return where GitHub Pages puts the repository's site; of other hosts nothing is known."""
    found = GITHUB.match(given["ARKIV"])
    if not found:
        return ""
    home = f"{found[1].casefold()}.github.io"
    return f"https://{home}/" if found[2].casefold() == home else f"https://{home}/{found[2]}/"


QUESTIONS = (
    Asked("NAVN", "Hvad skal kataloget hedde?", "Står øverst på alle sider."),
    Asked("UDGIVER", "Hvem udgiver det?", "Står nederst på alle sider."),
    Asked(
        "ID",
        "Hvad er katalogets faste navn?",
        "Små bogstaver a-z, tal og bindestreg. Læsernes eget hænger på det, så det ændres aldrig.",
        lambda given: slug(given["NAVN"])[:60].strip("-"),
    ),
    Asked("KONTAKT", "Hvor kan man skrive til jer?", "https://… eller en fælles postkasse. Vises kun, når det er der."),
    Asked(
        "ARKIV",
        "Hvilken adresse har arkivet?",
        "https://… uden .git. »Foreslå en rettelse« fører dertil.",
        lambda given: given.get("origin", ""),
    ),
    Asked(
        "VAERT",
        "Hvad kører arkivet på?",
        "github, gitlab eller forgejo (også Gitea). Adressen siger det ikke.",
        _host,
        lambda given: bool(given["ARKIV"]) and not _host(given),
    ),
    Asked("ADRESSE", "Hvor kommer siden til at ligge?", "https://… Bruges i links, feed og QR-koder.", _address),
    Asked("LICENS", "Hvilken licens giver I indholdet?", "Fx CC BY 4.0. Tomt: der bliver ikke givet nogen."),
    Asked("LOGO", "Hvor ligger jeres logo?", "En fil, svg eller png, højst 200 kB. Den bliver kopieret."),
    Asked("FARVE", "Hvilken farve har bjælken øverst?", "Fx #0f3b46. Teksten på den er lys. Tomt: katalogets egen."),
    Asked("MOTIV", "Skal tegningen af broen stå på forsiden?", "ja eller nej.", lambda _: "ja"),
    Asked("SPROG", "Hvilket sprog er siden på?", "da eller en.", lambda _: "da"),
    Asked(
        "REDAKTION",
        "Hvem godkender indhold?",
        "En bruger eller et hold, fx @kommunen/hr. Tomt: ingen bestemte.",
        needed=_is_whole,
    ),
    Asked(
        "UDVIKLERE",
        "Hvem godkender kode?",
        "En bruger eller et hold, fx @kommunen/it. Tomt: ingen bestemte.",
        needed=_is_whole,
    ),
)


def with_defaults(given: Answers) -> dict[str, str]:
    """Return every answer: the one that was given, else the default."""
    answers = dict(given)
    for question in QUESTIONS:
        answers[question.name] = answers.get(question.name) or question.default(answers)
    return answers


def filled_in(given: Answers) -> dict[str, str]:
    """Return what was answered, nothing too, with defaults for what was not asked."""
    return {**with_defaults(given), **given}


def plain(name: str, said: str) -> str:
    """Return an answer as it is used: `-` is none (no drawing, too), and a colour of three digits is one of six."""
    said = said.strip()
    if name == "FARVE" and SHORT.fullmatch(said):
        return "#" + "".join(sign * 2 for sign in said[1:])
    if name == "VAERT":
        return RUNS.get(said.casefold(), "" if said == "-" else said)
    if said == "-":
        return "nej" if name == "MOTIV" else ""
    return said


def contact(given: str) -> str:
    """Return a contact as an address; a bare mail address is one too."""
    return f"mailto:{given}" if MAIL.fullmatch(given) else given


def licence_link(given: Answers) -> str:
    """Return the address of a Creative Commons licence by its name, or an empty text."""
    found = COMMONS.fullmatch(given["LICENS"])
    ending = "da" if given["SPROG"] == "da" else "en"
    return f"https://creativecommons.org/licenses/{found[1].casefold()}/4.0/deed.{ending}" if found else ""


def logo_name(given: Answers) -> str:
    """Return what the logo's file is called in the data folder."""
    return f"logo{Path(given['LOGO']).suffix.casefold()}" if given["LOGO"] else ""


def head(given: Answers) -> Iterator[tuple[str, str]]:
    """Yield (variable, line) of the part of katalog.yml that says whose the catalogue is; a heading has no variable."""
    yield "ID", f"id: {quoted(given['ID'])}"
    yield "NAVN", f"titel: {quoted(given['NAVN'])}"
    yield "SPROG", f"sprog: {quoted(given['SPROG'])}"
    yield "UDGIVER", f"udgiver: {quoted(given['UDGIVER'])}"
    yield "MOTIV", f"motiv: {quoted(given['MOTIV'] or 'ja')}"
    yield from _filled(("KONTAKT", "kontakt", contact(given["KONTAKT"])), ("ADRESSE", "adresse", given["ADRESSE"]))
    yield from _filled(("LOGO", "logo", logo_name(given)))
    if given["ARKIV"]:
        yield "", "arkiv:"
        yield "VAERT", f"  type: {quoted(given['VAERT'])}"
        yield "ARKIV", f"  adresse: {quoted(given['ARKIV'])}"
        if given.get("folder", "data") not in {"", "data"}:
            yield "", f"  mappe: {quoted(given['folder'])}"
    if given["LICENS"]:
        yield "", "licens:"
        yield from _filled(("LICENS", "  navn", given["LICENS"]), ("LICENS", "  link", licence_link(given)))
    if given["FARVE"]:
        yield "", "farver:"
        yield from _filled(("FARVE", "  top", given["FARVE"]))


def _filled(*rows: tuple[str, str, str]) -> Iterator[tuple[str, str]]:
    """Yield (variable, line) of each row (variable, field, value) that has a value."""
    return ((name, f"{field}: {quoted(value)}") for name, field, value in rows if value)
