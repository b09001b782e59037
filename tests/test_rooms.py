"""The house is one a newcomer can learn: rooms of a size one can know."""

from __future__ import annotations

import ast
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
    modules = sorted((ROOT / "macros").rglob("*.py"))
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    lengths = sorted((node.end_lineno or 0) - node.lineno + 1 for node in functions)
    assert lengths[len(lengths) * 9 // 10] <= USUAL
