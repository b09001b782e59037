"""A reference to what had another id once, or is gone for good, is told what became of it, wherever it stands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros import shape
from macros.catalogue import FILES, load
from macros.read import source
from macros.read.problems import Problem
from tests.support.sites import EXAMPLES, FIXTURE, ROOT, SMALL

THEME, SITE, WORDS = "temaer/foerste-tema.yml", "katalog.yml", "ord.yml"
PLACES = {
    "a field": (THEME, "se: [værktøj:spoerg-hinanden]", "se: [punkt:{}]"),
    "a text": (THEME, "Begynd.", "Begynd [her](punkt:{})."),
    "a source": (THEME, "kilde: nordby-notat\n\n", "kilde: {}\n\n"),
    "the menu": (SITE, "menu:\n", 'menu:\n  - titel: "X"\n    sider: ["punkt:{}"]\n'),
    "an everyday word": (WORDS, "", 'synonymer:\n  - betyder: ["punkt:{}"]\n    ord: ["kaj"]\n'),
}


def _told(folder: Path, place: str, name: str) -> Problem:
    """Return the one thing that is wrong when a place points at a name of old."""
    data = folder / "data"
    shutil.copytree(SMALL, data)
    site = data / SITE
    site.write_text(
        site.read_text("utf-8") + 'udgåede:\n  - id: den-gamle-kran\n    titel: "Den gamle kran"\n', "utf-8"
    )
    theme = data / THEME
    theme.write_text(
        theme.read_text("utf-8").replace("- id: punkt-a\n", "- id: punkt-a\n    tidligere_id: [punkt-nul]\n"), "utf-8"
    )
    file, old, new = PLACES[place]
    path = data / file
    text = path.read_text("utf-8") if old else ""
    assert old in text
    path.write_text(text.replace(old, new.format(name), 1), "utf-8")
    (problem,) = load(data, ROOT / "docs").problems
    assert problem.file == f"data/{file}"
    return problem


@pytest.mark.parametrize("place", PLACES)
def test_what_is_gone_for_good(place: str, tmp_path: Path) -> None:
    """It is said that it has been retired and what it was called, and nothing that only looks like it is offered."""
    problem = _told(tmp_path, place, "den-gamle-kran")
    assert "er udgået" in problem.message
    assert "»Den gamle kran«" in problem.message
    assert "Mente du" not in problem.message


@pytest.mark.parametrize("place", [place for place in PLACES if place != "a source"])
def test_what_has_another_id_now(place: str, tmp_path: Path) -> None:
    """What took its place is named, as it is to be written there."""
    problem = _told(tmp_path, place, "punkt-nul")
    assert "hedder nu »punkt:punkt-a«" in problem.message
    assert problem.remedy == "Skriv »punkt:punkt-a«."


def test_what_another_kind_of_thing_was_called_is_no_source(tmp_path: Path) -> None:
    """An id that stands alone is one of its kind: what a point was called once is not offered as a source."""
    assert "hedder nu" not in _told(tmp_path, "a source", "punkt-nul").message


def _lists() -> list[tuple[str, int, str]]:
    """Return (file, line, text) of the first entry of each list, of each field, that the examples have an id in."""
    found: dict[tuple[str, str], tuple[str, int, str]] = {}
    for data in (FIXTURE, EXAMPLES):
        for kind in FILES:
            for path in sorted(data.glob(kind.pattern)):
                text = path.read_text("utf-8")
                for number, line in enumerate(text.split("\n")):
                    if re.match(r" *- id: ", line):
                        above = text.split("\n")[:number]
                        key = next(row.strip() for row in reversed(above) if re.match(r" *[\wæøå]+:$", row))
                        found.setdefault((kind.pattern, key), (str(path), number, text))
    return list(found.values())


@pytest.mark.parametrize(("file", "number", "text"), _lists())
def test_an_entry_without_its_key(file: str, number: int, text: str) -> None:
    """A list entry that begins with its id alone is told of at that line, with the line as it should stand."""
    lines = text.split("\n")
    right = lines[number]
    lines[number] = right.replace("id: ", "", 1)
    (kind,) = (kind for kind in FILES if Path(file).match(kind.pattern))
    _, problems = source.read("x.yml", "\n".join(lines), shape.fields_of(kind.model))
    assert [(one.line, one.fix.split("#")[0].rstrip()) for one in problems] == [
        (number + 1, right.split("#")[0].rstrip())
    ]
