"""Reads a text past its mistakes: each that the line doctor understands is mended in memory, and told of."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from macros.read import doctor, parsing
from macros.read.lines import QUOTE_REMEDY, Fields, Lines
from macros.read.parsing import Stop
from macros.read.problems import Problem, Said

MOST = 40  # mistakes of one file that are mended and read on from
CODES = Said(
    "Filen bruger & og *, som er koder i YAML og ikke tekst. Dem kan data ikke bruge.",
    "Skriv teksten helt ud begge steder, uden & og *.",
    "yaml-kode",
)
CODE = Said("Teksten begynder med {}, som YAML læser som en kode og ikke som tekst.", QUOTE_REMEDY, "yaml-kode")
UNKNOWN = Said(
    "Filen kan ikke læses herfra: skrivemåden passer ikke.",
    "Se på denne linje og linjen over: står kolon, bindestreg, indrykning og anførselstegn som i de andre punkter?",
    "syntaks",
)


class Readable(NamedTuple):
    """A text that YAML can read, and its tree; none of an empty one."""

    text: str
    node: yaml.Node | None


def mended(file: str, lines: Lines, fields: Fields) -> tuple[Readable | None, list[Problem]]:
    """Return a text that YAML can read, and what had to be mended to get there; None when no rule knows how."""
    problems: list[Problem] = []
    stop, node = parsing.composed("\n".join(lines))
    while stop:
        if final := _final(file, lines, stop):
            return None, [*problems, final]
        stopped = doctor.Stopped(lines, stop.line, stop.start, fields, _reach)
        slip = doctor.diagnose(stopped) if len(problems) < MOST else None
        if slip is None:
            return None, [*problems, _unknown(file, lines, stop)]
        problems.append(Problem(file, slip.line, slip.column, *slip.said, slip.fix))
        if not slip.mended:
            return None, problems
        lines = slip.mended
        stop, node = parsing.composed("\n".join(lines))
    return Readable("\n".join(lines), node), problems


def _reach(lines: Lines) -> int:
    stop = parsing.stop("\n".join(lines))
    return stop.line if stop else len(lines) + 1


def _final(file: str, lines: Lines, stop: Stop) -> Problem | None:
    """Return what no mended line would help against."""
    if stop.said:
        return Problem(file, stop.line + 1, stop.column + 1, *stop.said)
    line = parsing.named_part("\n".join(lines))
    return None if line is None else Problem(file, line + 1, lines[line].index("&") + 1, *CODES)


def _unknown(file: str, lines: Lines, stop: Stop) -> Problem:
    line = min(stop.line, len(lines) - 1)
    while line and not lines[line].strip():
        line -= 1
    if stop.line - stop.start == 0 and re.search(r"[&*!]", lines[line][stop.column : stop.column + 1]):
        return Problem(file, line + 1, stop.column + 1, *CODE.of(lines[line][stop.column]))
    return Problem(file, line + 1, stop.column + 1 if line == stop.line else 1, *UNKNOWN)
