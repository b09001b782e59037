"""Two fields that say from and to: what ends before it begins is refused, for every such pair of every model."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros import model, shape
from macros.catalogue import FILES, Read, files_of, load
from macros.kinds.tool.staircase.kind import Advice
from macros.marks import NotBefore
from macros.read.document import Path as Place
from tests.support.sites import FIXTURE, ROOT, copy_with_data

MODELS = sorted({cls for kind in FILES for cls in shape.all_models(kind.model)}, key=lambda cls: cls.__name__)


def ends(cls: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield the keys of each pair of a model's fields that must stand in order."""
    for info in cls.model_fields.values():
        for mark in (mark for mark in info.metadata if isinstance(mark, NotBefore)):
            yield cls.model_fields[mark.first].alias or mark.first, info.alias or ""


PAIRS = [(cls, *pair) for cls in MODELS for pair in ends(cls)]


def limits(info: FieldInfo) -> list[str]:
    """Return the limits of a field that holds a number, as text."""
    return [repr(mark) for mark in info.metadata if not isinstance(mark, NotBefore)] if info.annotation is int else []


def inside(value: BaseModel, path: Place = ()) -> Iterator[tuple[Place, BaseModel]]:
    """Yield (path, model) of everything a file is made of."""
    yield path, value
    for key, child in model.parts(value):
        for i, item in enumerate(child) if isinstance(child, tuple) else [(None, child)]:
            if isinstance(item, BaseModel):
                yield from inside(item, (*path, key) if i is None else (*path, key, i))


def found(root: Path, cls: type[BaseModel], first: str, last: str) -> tuple[Path, int, int]:
    """Return the file of the fixture that holds a model with both fields, and the lines they stand on."""
    for kind in FILES:
        for path in files_of(kind, root / "data"):
            read = Read.of(kind, path.name, path.read_text(encoding="utf-8"), model.PHASES)
            for at, part in inside(read.value):
                if isinstance(part, cls):
                    lines = [read.found.mark((*at, key), key=True).line for key in (first, last)]
                    return path, lines[0], lines[1]
    raise LookupError(f"the fixture has no {cls.__name__}")


@pytest.mark.parametrize("cls", MODELS, ids=lambda cls: cls.__name__)
def test_two_numbers_with_the_same_limits_are_in_order(cls: type[BaseModel]) -> None:
    """Two numbers of one model that may be equally small and large are the ends of something, and said to be so."""
    numbers = {info.alias or name: limits(info) for name, info in cls.model_fields.items() if limits(info)}
    alike = {pair for pair in combinations(numbers, 2) if numbers[pair[0]] == numbers[pair[1]]}
    assert alike <= set(ends(cls))


@pytest.mark.parametrize(("cls", "first", "last"), PAIRS, ids=lambda value: getattr(value, "__name__", value))
def test_what_ends_before_it_begins_is_refused(cls: type[BaseModel], first: str, last: str, tmp_path: Path) -> None:
    """With the two values changed about, the check tells of it once, at the line of the second, and names both."""
    root = copy_with_data(FIXTURE, tmp_path / "root")
    path, one, other = found(root, cls, first, last)
    lines = path.read_text(encoding="utf-8").split("\n")
    a, b = (lines[at - 1].partition(": ")[2] for at in (one, other))
    assert a < b
    lines[one - 1] = lines[one - 1].replace(a, b)
    lines[other - 1] = lines[other - 1].replace(b, a)
    path.write_text("\n".join(lines), encoding="utf-8")
    problems = load(root / "data", ROOT / "docs").problems
    assert [(Path(p.file).name, p.line, p.code) for p in problems] == [(path.name, other, "rækkefølge")]
    assert f"»{first}«" in problems[0].message
    assert f"»{last}«" in problems[0].message


def test_advice_stays_on_the_staircase(tmp_path: Path) -> None:
    """Advice for a step that is not there is refused at its line, and told how many there are."""
    root = copy_with_data(FIXTURE, tmp_path / "root")
    path, _, line = found(root, Advice, "fra", "til")
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[line - 1] = lines[line - 1].partition(":")[0] + ": 20"
    path.write_text("\n".join(lines), encoding="utf-8")
    problems = load(root / "data", ROOT / "docs").problems
    assert [(Path(p.file).name, p.line, p.code) for p in problems] == [(path.name, line, "tal")]
