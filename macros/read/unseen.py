"""What no line of a data file may hold, whatever YAML makes of it: signs that cannot be seen, and git's own marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from macros.blank import INVISIBLE
from macros.read.lines import Lines
from macros.read.parsing import LOADER
from macros.read.problems import UNSEEN, Problem, Said

CODED = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abefvLNP])")
MERGE_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})( |$)")
WHOLE = re.compile(r"(?:<\|?=>)*")  # the marks of merges, in order
HARD_SPACE_INDENT = re.compile("^ *\u00a0[ \u00a0]*(?=\\S)")
SUSPECT = re.compile("^(?:[<|=>]{7}| *\u00a0)", re.MULTILINE)  # what neither of these finds holds nothing of this

UNSEEN_SIGN = Said(
    "Linjen indeholder et tegn, der ikke kan ses. Det følger ofte med, når man kopierer.",
    "Slet linjen, og skriv den igen i hånden.",
    UNSEEN,
)
MERGE = Said(
    "Her står et mærke efter en sammenfletning, der ikke er gjort færdig.",
    "Vælg den tekst, der skal gælde, og slet den anden og de tre mærkelinjer (<<<<<<<, ======= og >>>>>>>).",
    "sammenfletning",
)
HARD_SPACES = Said(
    "Linjen er rykket ind med hårde mellemrum, som YAML ikke læser som mellemrum.",
    "Slet indrykningen, og lav den igen med mellemrumstasten.",
    "hårdt-mellemrum",
)


def coded(line: str) -> re.Match[str] | None:
    """Return the first of YAML's codes on a line that stands for a sign that cannot be seen."""
    return next((code for code in CODED.finditer(line) if INVISIBLE.search(_decoded(code.group()))), None)


def _decoded(code: str) -> str:
    """Return the sign that one of YAML's codes stands for."""
    node = yaml.compose(f'"{code}"', Loader=LOADER)
    return str(node.value) if node else ""


def half_merge(file: str, lines: Lines) -> Problem | None:
    """Return the first of git's marks where some are gone: then nothing tells which lines belong to which side."""
    found = [(number, match[1][0]) for number, line in enumerate(lines, 1) if (match := MERGE_MARK.match(line))]
    if WHOLE.fullmatch("".join(sign for _, sign in found)):
        return None
    return Problem(file, found[0][0], 1, *MERGE)


def cleaned(file: str, lines: Lines) -> tuple[Lines, list[Problem]]:
    """Return the lines without it, and what was there."""
    text = "\n".join(lines)
    if not (SUSPECT.search(text) or INVISIBLE.search(text)):
        return lines, []
    cleaner = _Cleaner(file)
    return [cleaner.line(number, line) for number, line in enumerate(lines, 1)], cleaner.problems


@dataclass
class _Cleaner:
    """Goes through a file's lines; of a merge that was not finished the first side is read on."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    side: str = ""  # which side of a merge a line stands on: < or =
    hard: bool = False  # whether the line above is indented with hard spaces, and told of

    def line(self, number: int, line: str) -> str:
        if match := MERGE_MARK.match(line):
            self.merge(number, match[1][0])
            return ""
        if self.side in ("|", "="):
            return ""
        if match := INVISIBLE.search(line):
            self.problems.append(Problem(self.file, number, match.start() + 1, *UNSEEN_SIGN))
            line = INVISIBLE.sub("", line)
        return self.spaces(number, line)

    def merge(self, number: int, sign: str) -> None:
        if sign == "<":
            self.problems.append(Problem(self.file, number, 1, *MERGE))
        self.side = "" if sign == ">" else sign

    def spaces(self, number: int, line: str) -> str:
        if match := HARD_SPACE_INDENT.match(line):
            line = " " * match.end() + line[match.end() :]
            if not self.hard:
                self.problems.append(Problem(self.file, number, 1, *HARD_SPACES, line))
            self.hard = True
        elif line.strip():
            self.hard = False
        return line
