"""What is told to be missing is told with the whole of it: pasted where it belongs, the check takes it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.catalogue import Reads, load
from macros.read.parsing import LOADER
from macros.read.problems import Problem
from tests.support.odd import get
from tests.support.sites import FIXTURE, ROOT
from tests.support.wrong import Spot, spots

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
PLACE = "her-mangler-feltet"
POINTS = {"henvisning", "tal"}  # a reference, or the number of a step, that leads to what was there
READ: Reads = {}  # what stands in files that were read before: most are as they were


@cache
def required(*, everywhere: bool) -> dict[str, Spot]:
    """Return a spot of every field that must be filled in, of each model or of each that declares one."""
    found = [spot for spot in spots(FIXTURE) if spot.info.is_required()]
    if everywhere:
        return {spot.name: spot for spot in found}
    return {f"{spot.declared}{' of a file' if len(spot.path) == 1 else ''}": spot for spot in found}


def told(data: Path) -> list[Problem]:
    """Return what the check tells of a data folder."""
    loaded = load(data, ROOT / "docs", READ)
    READ.update(loaded.reads)
    return loaded.problems


def dumped(value: Any) -> str:
    """Return the text of a file that holds a value."""
    return str(yaml.dump(value, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10**9))


def left_out(data: Path, spot: Spot) -> tuple[list[str], int]:
    """Take the field away; return the file's lines and how many of them stand above where it may stand again."""
    path = data / spot.file
    value = yaml.load(path.read_text("utf-8"), LOADER)
    holder = get(value, spot.path[:-1])
    del holder[spot.path[-1]]
    path.write_text(dumped(value), "utf-8")
    lines = [line for line in path.read_text("utf-8").splitlines() if line != "{}"]  # which is all of an empty file
    holder[spot.path[-1]] = PLACE
    marked = dumped(value).splitlines()
    return lines, next(i for i, line in enumerate(marked) if PLACE in line)


CASES = [pytest.param(spot, id=name) for name, spot in required(everywhere=False).items()]
SWEEP = [
    pytest.param(spot, id=f"every {name}", marks=pytest.mark.sweep) for name, spot in required(everywhere=True).items()
]


def taken(data: Path, spot: Spot, lines: list[str], above: int, proposed: list[str]) -> None:
    """Put the proposed lines where they belong, and see that nothing is wrong with them or for want of them.

    What pointed at something inside what is gone points at nothing still, and may be told of.
    """
    (data / spot.file).write_text("\n".join([*lines[:above], *proposed, *lines[above:]]) + "\n", "utf-8")
    pasted = range(above + 1, above + len(proposed) + 1)
    after = told(data)
    mine = [one for one in after if one.file == f"data/{spot.file}" and one.line in pasted]
    assert mine == []
    assert [one for one in after if one.code not in POINTS] == []


@pytest.mark.parametrize("spot", [*CASES, *SWEEP])
def test_what_is_proposed_for_a_missing_field_is_taken(spot: Spot, tmp_path: Path) -> None:
    """The field that is told to be missing stands below, whole: with it in its place nothing is missing any more."""
    data = shutil.copytree(FIXTURE, tmp_path / "data")
    lines, above = left_out(data, spot)
    here = [one for one in told(data) if one.file == f"data/{spot.file}" and one.code == "mangler"]
    assert [f"»{spot.info.alias}«" in one.message for one in here] == [True]
    taken(data, spot, lines, above, here[0].fix.splitlines())


@pytest.mark.parametrize(
    "spot", [spot for spot in spots(FIXTURE) if spot.whole.get("minItems", 0) > 1], ids=lambda spot: spot.name
)
def test_what_is_proposed_for_a_list_with_too_few_is_taken(spot: Spot, tmp_path: Path) -> None:
    """The items that a list lacks stand below, whole: with them after those it has it has enough."""
    data = shutil.copytree(FIXTURE, tmp_path / "data")
    path = data / spot.file
    value = yaml.load(path.read_text("utf-8"), LOADER)
    items = get(value, spot.path)
    del items[1:]
    path.write_text(dumped(value), "utf-8")
    lines = path.read_text("utf-8").splitlines()
    items.append(PLACE)
    above = next(i for i, line in enumerate(dumped(value).splitlines()) if PLACE in line)
    here = [one for one in told(data) if one.file == f"data/{spot.file}" and one.code == "for-få"]
    assert [f"»{spot.info.alias}«" in one.message for one in here] == [True]
    taken(data, spot, lines, above, here[0].fix.splitlines())
