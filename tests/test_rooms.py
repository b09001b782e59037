"""The house is one a newcomer can learn: rooms of a size one can know."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.support.sites import ROOT

LONGEST = 300  # lines of a file
USUAL = 15  # lines of a function, of nine in ten
# Files that are still too long, and how long they may be. The list only shrinks, and so does each number.
STILL_LONG = {
    "tests/browser/test_collaborations.py": 367,
    "tests/browser/test_search.py": 405,
    "tests/browser/test_tools.py": 372,
}

FOLDERS = ("macros", "tests", "tools", "bench", "docs/assets/js")
ENDINGS = {".py", ".js", ".mjs"}
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")) if path.suffix in ENDINGS]
TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "macros").rglob("*.py"))]


def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return path.read_text(encoding="utf-8").count("\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_is_too_long(path: Path) -> None:
    """A module, a script or a file of tests has at most 300 lines, but for a few that only grow shorter."""
    assert lines(path) <= STILL_LONG.get(path.relative_to(ROOT).as_posix(), LONGEST)


def test_the_exceptions_are_needed() -> None:
    """A file that is no longer too long has left the list of those that are."""
    assert [name for name in STILL_LONG if not (ROOT / name).is_file() or lines(ROOT / name) <= LONGEST] == []


def test_most_functions_are_short() -> None:
    """Nine in ten of the functions that make the site have at most 15 lines."""
    functions = [node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    lengths = sorted((node.end_lineno or 0) - node.lineno + 1 for node in functions)
    assert lengths[len(lengths) * 9 // 10] <= USUAL


def test_no_two_classes_share_a_name() -> None:
    """What a class is called says which it is, wherever it is met."""
    names = Counter(node.name for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_room_is_told_of() -> None:
    """HACKING's list has a line for each folder with code and each module beside them that is more than a door."""
    told = (ROOT / "HACKING.md").read_text(encoding="utf-8").partition("\n| room of ")[2].partition("\n\n")[0]
    folders = [f"{path.parent.name}/" for path in (ROOT / "macros").glob("*/__init__.py")]
    modules = [
        path.name for path in (ROOT / "macros").glob("*.py") if "The door of" not in path.read_text(encoding="utf-8")
    ]
    assert [name for name in (*folders, *modules) if f"`{name}" not in told] == []
