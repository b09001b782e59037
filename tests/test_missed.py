"""An id that is pointed at and is no more is one mistake, however many point at it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.catalogue import Loaded, load
from macros.catalogue.missed import MOST
from macros.desk.owned import git
from macros.read.problems import Problem
from tests.support.sites import FIXTURE, ROOT, read
from tests.test_twins import commit

CATALOGUE = read(FIXTURE)
ONE_OF_A_KIND = {CATALOGUE.index[name].kind: name for name in CATALOGUE.backlinks}  # that something points at
POINTED = sorted(name for name in ONE_OF_A_KIND.values() if hasattr(CATALOGUE.index[name].entry, "former_ids"))
MUCH = max(CATALOGUE.backlinks, key=lambda name: len(CATALOGUE.backlinks[name]))
PLACES = re.compile(r"linje ([\d, og]+) i ([^ ;]+\.yml)")
NEW = "et-ganske-nyt-id"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the invented catalogue."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "data"))


def where(data: Path, name: str, before: str = "") -> set[tuple[str, int]]:
    """Return each line of the data that names an id, by file."""
    named = re.compile(rf"{before}(?<![\w-]){name}(?![\w-])")
    return {
        (f"data/{path.relative_to(data).as_posix()}", number)
        for path in data.rglob("*.yml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if named.search(line)
    }


def renamed(data: Path, name: str) -> Loaded:
    """Give an entry a new id, and its file the name that goes with it; return what is said."""
    path = data / CATALOGUE.index[name].file.partition("/")[2]
    text = re.sub(rf"(?m)^([ -]*id: ){name}$", rf"\g<1>{NEW}", path.read_text("utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
    if path.stem == name:
        path.rename(path.with_name(f"{NEW}.yml"))
    return load(data, ROOT / "docs")


def named(problem: Problem) -> set[tuple[str, int]]:
    """Return the places that a remedy names."""
    return {(file, int(line)) for lines, file in PLACES.findall(problem.remedy) for line in re.findall(r"\d+", lines)}


@pytest.mark.parametrize("name", POINTED)
def test_a_changed_id_is_told_once_and_the_remedy_mends_it(name: str, data: Path) -> None:
    """Where git knows the old id, one message stands at the new one; what it says to do is all there is to do."""
    git(data.parent, "init", "-q")
    commit(data.parent)
    (problem,) = renamed(data, name).problems
    assert {(problem.file, problem.line)} == where(data, NEW, "id: *")
    places = where(data, name)
    assert named(problem) == places if len(places) <= MOST else named(problem) < places
    for file, _ in places:
        path = data.parent / file
        path.write_text(re.sub(rf"(?<![\w-]){name}(?![\w-])", NEW, path.read_text("utf-8")), encoding="utf-8")
    path = data.parent / problem.file
    own = CATALOGUE.index[name].entry.former_ids
    place, put = (f"id: {NEW}\n", f"id: {NEW}\n{problem.fix}\n")
    if own:
        place, put = f"tidligere_id: [{', '.join(own)}]", problem.fix.strip()
    path.write_text(path.read_text("utf-8").replace(place, put, 1), encoding="utf-8")
    loaded = load(data, ROOT / "docs")
    assert loaded.problems == []
    assert loaded.catalogue
    assert loaded.catalogue.former[name] == NEW


def test_without_git_what_is_pointed_at_is_told_once(data: Path) -> None:
    """Where nothing knows what became of an id, the places are named together, so many as can be read."""
    (problem,) = renamed(data, MUCH).problems
    places = where(data, MUCH)
    assert len(places) > MOST
    assert "tidligere_id" in problem.remedy
    assert (problem.file, problem.line) in places
    assert named(problem) < places
    assert f"{len(places) - len(named(problem)) - 1} andre steder" in problem.remedy


def test_two_typing_errors_are_two_mistakes(data: Path) -> None:
    """What has two names is told twice, each where it stands."""
    path = data / CATALOGUE.index[MUCH].file.partition("/")[2]
    first, second = sorted(where(data, MUCH, ":"))[:2]
    for (file, line), end in ((first, "x"), (second, "y")):
        path = data.parent / file
        lines = path.read_text("utf-8").splitlines()
        lines[line - 1] = lines[line - 1].replace(MUCH, f"{MUCH}{end}", 1)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [(p.file, p.line) for p in load(data, ROOT / "docs").problems] == [first, second]
