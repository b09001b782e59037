"""Every field of every model refuses what its type does not allow, at its own line, in Danish, with what to do.

What is tried follows from the models (`tests/support/wrong.py`). Many mistakes are made in one catalogue, since all are
told at once; one that is not told of there is made again alone, and then it must be told of, or all that is made
must be made of it.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml

from macros.catalogue import Catalogue, Reads, load
from macros.data import export
from macros.paper.document import Paper
from macros.read.document import Document
from macros.read.parsing import LOADER
from macros.read.problems import Problem
from macros.read.source import read
from macros.web import finding, pages
from macros.web.render import Renderer
from tests.support.odd import At, get, put
from tests.support.sites import BASE, FIXTURE, ROOT
from tests.support.wrong import GONE, Spot, Wrong, spots, wrongs

Made = tuple[Spot, Wrong]
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@cache
def mistakes(*, everywhere: bool) -> dict[str, list[Made]]:
    """Return every mistake by what is wrong: in a spot for each declared field, or one for each model that has it."""
    found: dict[str, list[Made]] = defaultdict(list)
    for spot in spots(FIXTURE) if everywhere else {spot.declared: spot for spot in spots(FIXTURE)}.values():
        for wrong in wrongs(spot):
            found[wrong[0]].append((spot, wrong))
    return found


def apart(made: list[Made]) -> Iterator[list[Made]]:
    """Yield the mistakes in groups in which none is made inside what another takes the place of."""
    while made:
        taken: dict[str, list[At]] = defaultdict(list)
        now: list[Made] = []
        later: list[Made] = []
        for spot, wrong in made:
            inside = any(wrong[1][: len(at)] == at or at[: len(wrong[1])] == wrong[1] for at in taken[spot.file])
            (later if inside else now).append((spot, wrong))
            taken[spot.file] += [] if inside else [wrong[1]]
        yield now
        made = later


def alone(made: list[Made]) -> Iterator[list[Made]]:
    """Yield the mistakes in groups in which each file has one."""
    files: dict[str, list[Made]] = defaultdict(list)
    for one in made:
        files[one[0].file].append(one)
    for row in zip_longest(*files.values()):
        yield [one for one in row if one]


def tried(folder: Path, made: list[Made]) -> tuple[Catalogue | None, list[Problem], dict[str, str]]:
    """Make the mistakes in a copy of the catalogue; return what the check makes of it, and the files' texts."""
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(FIXTURE, data)
    texts: dict[str, str] = {}
    for file in {spot.file for spot, _ in made}:
        value = yaml.load((data / file).read_text("utf-8"), LOADER)
        for _, at, wrong in (wrong for spot, wrong in made if spot.file == file):
            if wrong is GONE:
                del get(value, at[:-1])[at[-1]]
            else:
                put(value, at, wrong)
        text = yaml.dump(value, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10**9)
        texts[file] = text.replace(": null\n", ":\n")
        (data / file).write_text(texts[file], encoding="utf-8")
    loaded = load(data, ROOT / "docs", READ)
    READ.update(loaded.reads)
    return loaded.catalogue, loaded.problems, texts


@lru_cache
def parsed(file: str, text: str) -> Document:
    """Return a file, read."""
    document, _ = read(file, text)
    assert document
    return document


def is_told(made: Made, problems: list[Problem], text: str) -> bool:
    """Whether a mistake is told of where it stands, in words of its own and with a remedy."""
    spot, (_, at, wrong) = made
    mine = [problem for problem in problems if problem.file == f"data/{spot.file}" and problem.code != "andet"]
    here = [problem for problem in mine if len(problem.message) + len(problem.remedy) < READABLE]
    if wrong is GONE:
        named = [problem for problem in here if f"»{spot.info.alias}«" in problem.message and problem.code in LEFT_OUT]
        return bool(named or (len(at) == 1 and here))  # a file with one field has nothing left that could be read
    document = parsed(spot.file, text)
    marks = [*document.values.items(), *document.keys.items()]
    lines = {mark.line for path, mark in marks if path[: len(at)] == at} or {document.mark(at).line}
    if any(problem.line in lines and problem.message and problem.remedy for problem in here):
        return True
    whole = min(mark.line for path, mark in document.keys.items() if path[: len(at) - 1] == at[:-1])
    inherited = len(at) == 1  # what a file says of itself its entries inherit, so one of them may be what lacks it
    return any((problem.line == whole or inherited) and problem.code in OF_ENTRY for problem in here)


OF_ENTRY = {"kilde-mangler", "tom"}  # told of the entry: it lacks one of several fields
READABLE = 600  # signs of what is said of one mistake, however long what stands there is
LEFT_OUT = {"mangler", "kilde-mangler"}
READ: Reads = {}  # what stands in files that were read before: most are as they were


@pytest.mark.parametrize("everywhere", [False, pytest.param(True, marks=pytest.mark.sweep)], ids=["declared", "every"])
@pytest.mark.parametrize("name", mistakes(everywhere=False))
def test_what_a_type_does_not_allow_is_refused(name: str, everywhere: bool, tmp_path: Path) -> None:
    """It is told of at its own line in every field whose type refuses it, or all that is made is made with it."""
    left = not_told(tmp_path, apart(mistakes(everywhere=everywhere)[name]))
    for made in apart(not_told(tmp_path, alone(left))):
        if is_taken(tmp_path, made):
            continue
        for one in made:
            _, problems, texts = tried(tmp_path, [one])
            told = is_told(one, problems, texts[one[0].file])
            assert told or is_taken(tmp_path, [one]), (one[0].name, problems[:3])


def is_taken(folder: Path, made: list[Made]) -> bool:
    """Whether the check takes a catalogue with these mistakes; all that is made is then made of it, or this raises."""
    catalogue, _, _ = tried(folder, made)
    if catalogue:
        everything_is_made(catalogue)
    return bool(catalogue)


def not_told(folder: Path, groups: Iterable[list[Made]]) -> list[Made]:
    """Make each group of mistakes in a catalogue of its own; return those that are not told of there."""
    left: list[Made] = []
    for made in groups:
        _, problems, texts = tried(folder, made)
        left += [one for one in made if not is_told(one, problems, texts[one[0].file])]
    return left


def everything_is_made(catalogue: Catalogue) -> None:
    """Make the text of each page, what each PDF is set from, the search index, the data and the feed, or raise."""
    renderer, paper = Renderer(catalogue), Paper(catalogue, BASE)
    for page in pages.pages(catalogue).values():
        assert pages.body(renderer, page)
    for name in paper.names():
        assert json.dumps(paper.document(name))
    assert json.dumps(finding.index(catalogue))
    assert export.as_json(catalogue, BASE)
    assert export.feed(catalogue, BASE)
