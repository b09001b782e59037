"""The house is one a newcomer can learn: rooms of a size one can know."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sites import ROOT

LONGEST = 300  # lines of a file
USUAL = 15  # lines of a function, of nine in ten
ENDINGS = {".py", ".js", ".mjs"}
VENDORED = ":!docs/assets/js/vendor"  # libraries stand as they came
LISTED = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", ".", VENDORED]
KNOWN = subprocess.run(LISTED, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
FILES = [path for path in map(ROOT.joinpath, sorted(KNOWN)) if path.suffix in ENDINGS and path.is_file()]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "macros").rglob("*.py"))}
MODULES = {path: tree for path, tree in TREES.items() if "The door of" not in (ast.get_docstring(tree) or "")}


def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return path.read_text(encoding="utf-8").count("\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_is_too_long(path: Path) -> None:
    """A module, a script or a file of tests has at most 300 lines."""
    assert lines(path) <= LONGEST


def test_most_functions_are_short() -> None:
    """Nine in ten of the functions that make the site have at most 15 lines."""
    functions = [node for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    lengths = sorted((node.end_lineno or 0) - node.lineno + 1 for node in functions)
    assert lengths[len(lengths) * 9 // 10] <= USUAL


def test_no_two_classes_share_a_name() -> None:
    """What a class is called says which it is, wherever it is met."""
    names = Counter(node.name for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


def rooms() -> dict[str, int]:
    """Return each folder and module that HACKING lists, with the number of its line."""
    told = (ROOT / "HACKING.md").read_text(encoding="utf-8").partition("\n| room of ")[2].partition("\n\n")[0]
    named = [re.findall(r"`([\w.]+)", line.split("|")[1]) for line in told.splitlines()[2:]]
    return {name: number for number, names in reversed([*enumerate(named)]) for name in names}


def room_of(path: Path) -> str:
    """Return the folder of a module, or the module itself where it stands beside the folders."""
    return path.relative_to(ROOT / "macros").parts[0]


def asked(tree: ast.AST) -> Iterator[str]:
    """Yield the rooms that a module imports from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "macros":
            inside = (node.module or "").split(".")[1:2] or [alias.name for alias in node.names]
            yield from (name if (ROOT / "macros" / name).is_dir() else f"{name}.py" for name in inside)


def test_every_room_is_told_of() -> None:
    """HACKING's list has a line for each folder with code and each module beside them that is more than a door."""
    assert [room_of(path) for path in MODULES if room_of(path) not in rooms()] == []


def test_a_room_asks_only_those_before_it() -> None:
    """No module imports from a room that comes after its own in HACKING's list."""
    order = rooms()
    arrows = {(room_of(path), other) for path, tree in MODULES.items() for other in asked(tree)}
    assert [(own, other) for own, other in arrows if own in order and order[other] > order[own]] == []
