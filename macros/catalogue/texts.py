"""What the rules for texts refuse in a file, and the references that its texts make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros import blank, shape
from macros.catalogue import links, text_rules
from macros.catalogue.walking import Text
from macros.read.document import Document, Path
from macros.read.problems import Problem, Said

EMPTY = Said(
    "»{}« viser intet: her står kun tegn, der ikke kan ses.",
    "Skriv en tekst i hånden, eller slet linjen, hvis den ikke er nødvendig.",
    "tom",
)
AGAIN = Said("»{}« står to gange i »{}«{}.", "Slet den ene.", "gentaget")


def judged(document: Document, found: Iterable[Text]) -> tuple[list[Problem], list[tuple[Path, str]]]:
    """Return what the rules refuse in the texts of a file, and (path, reference) of each that is written in them."""
    found = list(found)
    problems = list(_repeated(document, found))
    references: list[tuple[Path, str]] = []
    for one in found:
        if not (one.info and shape.is_link(one.info)):
            problems += _forbidden(document, one)
        if "](" in one.text and not (one.info and not shape.is_inline(one.info)):
            problems += _of_links(document, one)
            references += [(one.path, target) for label, target in one.links if links.is_reference(label, target)]
    return problems, references


def _repeated(document: Document, found: Iterable[Text]) -> Iterator[Problem]:
    """Yield what stands again in a list that is a set, at its own line."""
    first: dict[tuple[Path, str], Path] = {}
    for one in found:
        if not (one.info and isinstance(one.path[-1], int) and shape.is_set(one.info)):
            continue
        there = first.setdefault((one.path[:-1], one.text.casefold()), one.path)
        if there != one.path:
            mark, line = document.mark(one.path), document.mark(there).line
            above = f", første gang i linje {line}" if line != mark.line else ""
            yield Problem(document.file, mark.line, mark.column, *AGAIN.of(one.text, name_of(one.path), above))


def name_of(path: Path) -> str:
    """Return the name of the field that a text stands in."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _of_links(document: Document, one: Text) -> Iterator[Problem]:
    """Yield what is wrong with the links of a text, or with one that is none."""
    wrong = [said for label, target in one.links for said in links.wrong(label, target)]
    for said, at in [*wrong, *links.unmade(one.text)]:
        yield Problem(document.file, *line_of(document, one.path, at), *said)


def _forbidden(document: Document, one: Text) -> list[Problem]:
    """Return what a text holds that no text may hold, or that it shows nothing."""
    if one.info and shape.style(one.info) != "code" and one.text.strip() and not _shows(one):
        mark = document.mark(one.path)
        return [Problem(document.file, mark.line, mark.column, *EMPTY.of(name_of(one.path)))]
    if not text_rules.SUSPECT.search(one.text):
        return []
    told = []
    for rule in text_rules.TEXT_RULES:
        if match := rule.pattern.search(one.text):
            line, column = line_of(document, one.path, match.group())
            said = rule.message.format(match.group().strip())
            told.append(Problem(document.file, line, column, said, rule.remedy, rule.code, secret=rule.secret))
    return told


def _shows(one: Text) -> bool:
    """Whether a reader sees anything of a text; one that is a link without words is told of as such."""
    return blank.shows(one.plain) or any(one.links)


def line_of(document: Document, path: Path, text: str) -> tuple[int, int]:
    """Return line and column (from 1) of a text inside the value at `path`."""
    mark = document.mark(path)
    first = text.split("\n")[0][:40]
    for number, line in enumerate(document.lines()[mark.line - 1 :], mark.line):
        if first in line:
            return number, line.index(first) + 1
    return mark.line, mark.column
