"""References that lead nowhere, told once for each name: many come of one id that was changed."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import Any

from macros.catalogue.gathered import Gathered, Missed
from macros.catalogue.held import Placed
from macros.folders import shown
from macros.read.problems import Problem, Said
from macros.read.spelling import listed, more

MOST = 8  # places that a message names
CODE = "henvisning"
CHANGED = Said(
    "»{0}« har fået et nyt id, »{1}«, men {2}.",
    "{3}, så læsernes flueben og links følger med, og skriv »{1}« i stedet for »{0}« i {4}. "
    "Var det ikke meningen, så sæt det gamle id tilbage.",
    CODE,
)


def tell(found: Gathered) -> None:
    """Take in what is wrong with the references that lead nowhere; of several to one name, one thing."""
    names: dict[str, list[Missed]] = defaultdict(list)
    for one in found.missed:
        names[one.name].append(one)
    for name, places in names.items():
        places.sort(key=lambda one: (one.file, one.line, one.column))
        if heir := _heir(found, name):
            found.problems.append(_changed(found, name, heir, places))
            continue
        for remedy in dict.fromkeys(one.remedy for one in places):
            found.problems.append(_missing(found, [one for one in places if one.remedy == remedy]))


def _missing(found: Gathered, places: list[Missed]) -> Problem:
    """Return what is told of a name that nothing has, where it is used."""
    first, *others = places
    remedy = first.remedy + (f" Det samme gælder {_places(others)}.{first.if_several}" if others else "")
    late = bool(found.faulty - {first.file})  # it may come of a mistake in another file, and is then told after it
    return Problem(first.file, first.line, first.column, first.message, remedy, CODE, late=late)


def _changed(found: Gathered, name: str, heir: Placed, places: list[Missed]) -> Problem:
    """Return what is told of an id that was another at the last commit, and is still pointed at."""
    told = "1 henvisning bruger det gamle" if len(places) == 1 else f"{len(places)} henvisninger bruger det gamle"
    line = found.lines[heir.file][heir.line - 1]
    fix = f"{' ' * (len(line) - len(line.lstrip(' -')))}tidligere_id: [{', '.join([*_former(heir.entry), name])}]"
    how = "Ret »tidligere_id« til linjen her" if _former(heir.entry) else "Skriv linjen her under id'et"
    said = CHANGED.of(name, heir.id, told, how, _places(places))
    return Problem(heir.file, heir.line, 1, *said, fix, late=bool(found.faulty - {heir.file}))


def _former(entry: Any) -> tuple[str, ...]:
    return tuple(getattr(entry, "former_ids", ()))


def _heir(found: Gathered, name: str) -> Placed | None:
    """Return the entry that had the id at the last commit: what stands below the id stands below another now."""
    if name in found.former or not (below := found.ages.below(name)):
        return None
    alike = (p for p in found.index.values() if _below(found.lines[p.file], p.line) == below)
    heirs = [p for p in islice(alike, 2) if not found.ages.below(p.id)]
    return heirs[0] if len(heirs) == 1 and hasattr(heirs[0].entry, "former_ids") else None


def _below(lines: list[str], line: int) -> list[str]:
    """Return the two lines below a line that are not empty, without their indent."""
    return [text.strip() for text in islice(filter(str.strip, lines[line:]), 2)]


def _places(places: list[Missed]) -> str:
    """Return where references stand, briefly: the lines of each file."""
    files: dict[str, dict[str, None]] = defaultdict(dict)
    for one in places[:MOST]:
        files[one.file][str(one.line)] = None
    named = "; ".join(f"linje {listed(lines)} i {shown(file)}" for file, lines in files.items())
    return named if len(places) <= MOST else f"{named}; og {more(len(places) - MOST)}"
