"""What the rules for texts refuse in a file, and the references that its texts make."""

from __future__ import annotations

from collections.abc import Iterable

from macros import inline, outward, shape
from macros.catalogue import text_rules
from macros.catalogue.walking import Text
from macros.read.document import Document, Path
from macros.read.problems import Problem, Said

UNUSABLE = Said(
    "Linket »{}« fører ikke til en adresse, der kan bruges.",
    "Skriv https://…, mailto:… eller et punkt som slags:id i den runde parentes.",
    "link",
)
NOWHERE = Said(
    "Linket »{}« fører ingen steder hen.", "Kopiér hele adressen fra browseren ind i den runde parentes.", "link"
)
NAMELESS = Said("Linket har ingen tekst, så ingen kan se det.", "Skriv, hvad linket fører til, mellem [ og ].", "link")


def judged(document: Document, found: Iterable[Text]) -> tuple[list[Problem], list[tuple[Path, str]]]:
    """Return what the rules refuse in the texts of a file, and (path, reference) of each that is written in them."""
    problems: list[Problem] = []
    references: list[tuple[Path, str]] = []
    for one in found:
        if not (one.info and shape.is_link(one.info)):
            problems += _forbidden(document, one)
        for label, target in one.links:
            problems += _bad_link(document, one.path, label, target)
            if inline.HREF.match(target) and not target.startswith(("https://", "mailto:")):
                references.append((one.path, target))
    return problems, references


def _forbidden(document: Document, one: Text) -> list[Problem]:
    """Return what a text holds that no text may hold."""
    if not text_rules.SUSPECT.search(one.text):
        return []
    told = []
    for rule in text_rules.TEXT_RULES:
        if match := rule.pattern.search(one.text):
            line, column = line_of(document, one.path, match.group())
            said = rule.message.format(match.group().strip())
            told.append(Problem(document.file, line, column, said, rule.remedy, rule.code, secret=rule.secret))
    return told


def _bad_link(document: Document, path: Path, label: str, target: str) -> list[Problem]:
    """Return what is wrong with a link in a text: it leads nowhere, or nobody can see it."""
    wrong = [] if inline.HREF.match(target) else [(UNUSABLE.of(label), target or label)]
    if not wrong and target.startswith(("https://", "mailto:")) and not outward.leads(target):
        wrong = [(NOWHERE.of(label), target)]
    wrong += [] if label.strip() else [(NAMELESS, f"[{label}]")]
    return [Problem(document.file, *line_of(document, path, at), *said) for said, at in wrong]


def line_of(document: Document, path: Path, text: str) -> tuple[int, int]:
    """Return line and column (from 1) of a text inside the value at `path`."""
    mark = document.mark(path)
    first = text.split("\n")[0][:40]
    for number, line in enumerate(document.lines()[mark.line - 1 :], mark.line):
        if first in line:
            return number, line.index(first) + 1
    return mark.line, mark.column
