"""What is wrong with a link that is written in a text: it leads nowhere, nobody can see it, or it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros import blank, inline, outward, shape
from macros.catalogue.text_rules import MAIL_ADDRESS
from macros.read.problems import Said
from macros.read.spelling import nearest

INSTEAD = "Skriv en adresse, der begynder med https://, eller et punkt som slags:id, i den runde parentes."
UNUSABLE = Said("Linket »{}« fører ikke til en adresse, der kan bruges.", INSTEAD, "link")
NO_TARGET = Said("Linket »{}« har ingen adresse.", INSTEAD, "link")
NO_SCHEME = Said(
    "Adressen i linket »{0}« begynder ikke med https://.", "Skriv https://{1} i den runde parentes.", "link"
)
NOT_SAFE = Said(
    "Linket »{}« begynder med http://, og det kan et link i en tekst ikke.",
    "Skriv https:// i stedet, og se efter i browseren, at siden kommer frem.",
    "link",
)
OTHER_WAY = Said(
    "Linket »{}« begynder med »{}:«, og det kan et link i en tekst ikke.",
    f"{INSTEAD} Skal ordene ikke være et link, så slet klammerne og parentesen.",
    "link",
)
MAIL = Said(
    "Linket »{}« fører til en postkasse, og det kan et link i en tekst ikke.",
    "Link til en side, hvor man kan finde adressen. Katalogets egen postkasse skrives i »kontakt« i katalog.yml.",
    "link",
)
CUT = Said(
    "Adressen i linket »{}« slutter ved den første ), og så fører den et andet sted hen.",
    "Skriv %28 for ( og %29 for ) i adressen.",
    "link",
)
NOWHERE = Said(
    "Linket »{}« fører ingen steder hen.", "Kopiér hele adressen fra browseren ind i den runde parentes.", "link"
)
NAMELESS = Said("Linket har ingen tekst, så ingen kan se det.", "Skriv, hvad linket fører til, mellem [ og ].", "link")
NO_LINK = Said(
    "Her er skrevet et link, men det bliver vist som tegn.",
    "Et link skrives [ord](adresse) på én linje, uden mellemrum i adressen og uden [ og ] i ordene.",
    "link",
)
MEANT = re.compile(r"\[?\]\((?:https?:|mailto:|www\.|[a-zæøå]+:[a-z0-9])[^\s)]*")
FILE = r"(?!\S*\.(?:md|html?|pdf|yml|png|docx?)$)"
HOST = re.compile(rf"{FILE}(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-zæøå]{{2,}}(?:/|$))\S*")
WAY = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def wrong(label: str, target: str) -> Iterator[tuple[Said, str]]:
    """Yield what is wrong with a link, and what to point at in the text."""
    if not blank.shows(label):
        yield NAMELESS, f"[{label}]"
    if said := _of_target(label, target):
        yield said, target or label


def is_reference(label: str, target: str) -> bool:
    """Whether a link names something in the catalogue; whether that is there is not asked."""
    return bool(inline.HREF.match(target)) and not target.startswith("https://") and not _of_target(label, target)


def unmade(text: str) -> Iterator[tuple[Said, str]]:
    """Yield each place in a text that was meant for a link and is none."""
    made = [match.span() for match in inline.TOKEN.finditer(text)]
    for match in MEANT.finditer(text):
        if not any(start <= match.start() < end for start, end in made):
            yield NAMELESS if match.group().startswith("[]") else NO_LINK, match.group()


def _of_target(label: str, target: str) -> Said | None:
    if target.casefold().startswith("mailto:"):  # one with an address is told of by the rule for those
        return None if MAIL_ADDRESS.search(target) else MAIL.of(label)
    if not target.startswith("https://") or not inline.HREF.match(target):
        return _no_address(label, target)
    if target.count("(") > target.count(")"):
        return CUT.of(label)
    return None if outward.leads(target) else NOWHERE.of(label)


def _no_address(label: str, target: str) -> Said | None:
    """Return what is said of what is no address; whether a reference leads somewhere is not asked here."""
    way = WAY.match(target)
    if not target:
        return NO_TARGET.of(label)
    if target.casefold().startswith("http://"):
        return NOT_SAFE.of(label)
    if HOST.fullmatch(target):
        return NO_SCHEME.of(label, target)
    if way and way[1].casefold() != "https" and not nearest(way[1], (*shape.kinds(), "side")):
        return OTHER_WAY.of(label, way[1])
    return None if inline.HREF.match(target) else UNUSABLE.of(label)
