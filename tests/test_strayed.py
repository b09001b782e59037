"""A whole entry that strayed to another level, as when it is pasted, is told of once, where it begins."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.catalogue import load
from tests.support.sites import ROOT

SMALL = ROOT / "tests/small/data"
FILE = "temaer/foerste-tema.yml"
ENTRY = re.compile(r"^( +)- id: .+\n(?:\1  .+\n)+", re.MULTILINE)


def thrice(entry: re.Match[str]) -> str:
    """Return an entry with two more like it, so that one stands first, one between and one last."""
    more = [re.sub('(- id: .+)\n( +titel: ")', rf"\1-{n}\n\g<2>{n} ", entry[0]) for n in "bc"]
    return "\n".join([entry[0], *more])


TEXT = ENTRY.sub(thrice, (SMALL / FILE).read_text(encoding="utf-8"))


def strayed() -> Iterator[tuple[int, str, str]]:
    """Yield the line (from 1) on which each entry begins, that line, and the file with the entry a level out or in."""
    for entry in ENTRY.finditer(TEXT):
        line = TEXT.count("\n", 0, entry.start()) + 1
        ways = [re.sub("^  ", "", entry[0], flags=re.M), re.sub("^", "  ", entry[0], flags=re.M)]
        if TEXT[: entry.start()].endswith(":\n"):
            ways.pop()  # the first of a list says how far in the list stands: too far in, the others are told of
        for moved in ways:
            yield line, TEXT.splitlines()[line - 1], TEXT[: entry.start()] + moved + TEXT[entry.end() :]


@pytest.mark.parametrize(("line", "right", "text"), list(strayed()))
def test_strayed(line: int, right: str, text: str, tmp_path: Path) -> None:
    """An entry a level too far out or in is told of once, with its first line as it should stand."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    (data / FILE).write_text(text, encoding="utf-8")
    assert [(p.line, p.fix) for p in load(data, ROOT / "docs").problems] == [(line, right)]
