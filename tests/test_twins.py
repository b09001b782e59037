"""An id that stands in two places: readers' ticks hang on the old one, so only what is new may be asked to change."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue import Loaded, load
from macros.desk.owned import git
from macros.read.problems import terminal
from tests.support.sites import ROOT

SMALL = ROOT / "tests/small/data"
OLD = "temaer/foerste-tema.yml"
ITEM = "    - id: tjek-a-2\n"
NEW_ITEM = '    - id: tjek-a-2\n      titel: "Helt nyt"\n      tekst: >-\n        Nyt.\n      oprindelse: egen\n\n'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small catalogue, committed in a repository of its own."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return data


def commit(root: Path, day: str = "2027-01-01T00:00:00") -> None:
    """Commit all that stands in a folder, on a day."""
    git(root, "add", "-A")
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(
        ["git", "-C", str(root), *who, "commit", "-q", "--allow-empty", "-m", "x"],
        check=True,
        env={**os.environ, "GIT_COMMITTER_DATE": day},
    )


def read(data: Path) -> Loaded:
    """Return what is said of a data folder."""
    return load(data, ROOT / "docs")


def copied(data: Path, name: str, change: Callable[[str], str] = str) -> str:
    """Copy the old file to another name, changed; return the new file's name."""
    (data / name).write_text(change((data / OLD).read_text(encoding="utf-8")), encoding="utf-8")
    return f"data/{name}"


def _renamed(text: str) -> str:
    return text.replace("id: foerste-tema", "id: a-nyt")


COPIES: dict[str, tuple[str, Callable[[str], str]]] = {
    "a copy by the desktop": ("temaer/foerste-tema (kopi).yml", str),
    "a copy that comes first": ("temaer/a-foerste-tema.yml", str),
    "a copy with another mistake": ("temaer/Kopi af tema.yml", lambda text: text.replace("farve: mose", "farve: grøn")),
    "a page made from another": ("temaer/a-nyt.yml", _renamed),
    "the same with another mistake": ("temaer/a-nyt.yml", lambda text: _renamed(text).replace("mose", "grøn")),
}


@pytest.mark.parametrize("case", COPIES)
@pytest.mark.parametrize("saved", [False, True], ids=["not committed", "committed"])
@pytest.mark.parametrize("listed", [False, True], ids=["not listed", "listed"])
def test_a_copied_file_is_the_one_to_change(case: str, saved: bool, listed: bool, data: Path) -> None:
    """Whatever a copy is called and whether it is committed, the original is not told of, and the copy is."""
    if not listed:
        path = data / "katalog.yml"
        path.write_text(path.read_text("utf-8").replace("[foerste-tema, ", "["), encoding="utf-8")
    commit(data.parent)
    new = copied(data, *COPIES[case])
    if saved:
        commit(data.parent, "2099-01-01T00:00:00")
    problems = read(data).problems
    assert {p.file for p in problems} == {new}
    assert any(p.code == "dobbelt-id" and OLD in p.message for p in problems)


def test_a_copy_is_told_of_once(data: Path) -> None:
    """A copied file is one mistake, whatever it holds."""
    copied(data, "temaer/foerste-tema (kopi).yml")
    assert [p.code for p in read(data).problems] == ["dobbelt-id"]


def test_without_git_the_list_in_katalog_yml_tells(data: Path) -> None:
    """A theme that the order names is older than one beside it that it does not name."""
    shutil.rmtree(data.parent / ".git")
    new = copied(data, "temaer/a-nyt.yml", _renamed)
    assert {p.file for p in read(data).problems} == {new}


@pytest.mark.parametrize("mistake", [False, True], ids=["only this", "another mistake"])
@pytest.mark.parametrize("above", [False, True], ids=["below", "above"])
def test_an_item_pasted_beside_its_original(above: bool, mistake: bool, data: Path) -> None:
    """In one file the item that stands there unchanged since the last commit is the old one."""
    path = data / OLD
    text = path.read_text(encoding="utf-8").replace("farve: mose", "farve: grøn" if mistake else "farve: mose")
    place = text.index(ITEM) if above else text.index("  efter:\n")
    path.write_text(f"{text[:place]}{NEW_ITEM}{text[place:]}", encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    (problem,) = (p for p in read(data).problems if p.code == "dobbelt-id")
    assert lines[problem.line] == '      titel: "Helt nyt"'


def test_where_nothing_tells_both_are_named(data: Path) -> None:
    """Without git, two in one file are both named by their lines, and none is called the new one."""
    shutil.rmtree(data.parent / ".git")
    path = data / OLD
    path.write_text(path.read_text(encoding="utf-8").replace(ITEM, NEW_ITEM + ITEM), encoding="utf-8")
    loaded = read(data)
    (problem,) = loaded.problems
    told = terminal(problem, loaded.lines)
    places = [n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line == ITEM.rstrip()]
    assert all(re.search(rf"\b{line}\b", told) for line in places)
    assert "det nye " not in told
