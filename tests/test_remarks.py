"""What the check tells beside the mistakes, and what it says of dates, folders and addresses that cannot be meant."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from pathlib import Path

import pytest

from macros.catalogue import Loaded, load
from macros.desk import check, remarks
from macros.desk.answers import QUESTIONS, Asked, plain
from macros.desk.start import judged
from macros.folders import CONTENT
from macros.paper import press as pdf
from tests.support.sites import ROOT

SMALL = ROOT / "tests/small/data"
THEME = "temaer/foerste-tema.yml"
PAD = " " * 8


def _with(folder: Path, old: str, new: str, name: str = THEME) -> Loaded:
    data = folder / "data"
    shutil.copytree(SMALL, data)
    text = (data / name).read_text(encoding="utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return load(data, ROOT / "docs")


def _new(loaded: Loaded) -> list[str]:
    """Return the remarks on a catalogue that there are none of on the one it was made from."""
    before = remarks.of_texts(load(SMALL, ROOT / "docs"))
    return [one for one in remarks.of_texts(loaded) if one not in before]


SHOWN_RAW = {
    "a heading": (f"## Husk\n\n{PAD}Begynd.", remarks.RAW_HEADING, 0),
    "a list": (f"Husk:\n{PAD}- Lyt.\n{PAD}- Tal.", remarks.RAW_LIST, 1),
    "a numbered list": (f"1. Lyt.\n\n{PAD}2. Tal.", remarks.RAW_LIST, 0),
    "bold that is not closed": ("**Begynd.", remarks.RAW_BOLD, -1),
}


@pytest.mark.parametrize("case", SHOWN_RAW)
def test_signs_that_are_shown_as_they_stand_are_remarked_on(case: str, tmp_path: Path) -> None:
    """What another program would have made a heading, a list or bold of is told at its line, and nothing refused."""
    text, said, below = SHOWN_RAW[case]
    first = (SMALL / THEME).read_text(encoding="utf-8").splitlines().index(f"{PAD}Begynd.") + 1
    loaded = _with(tmp_path, "Begynd.", text)
    assert loaded.problems == []
    assert _new(loaded) == [f"data/{THEME}:{first + below}: {said}"]


@pytest.mark.parametrize("text", ["Begynd **nu**.", "- Begynd.", "# 1 er bedst", "Fra 3 - 4"])
def test_signs_with_one_meaning_are_not_remarked_on(text: str, tmp_path: Path) -> None:
    """Bold that is closed and a single line with a dash are nobody's mistake."""
    assert [one for one in _new(_with(tmp_path, "Begynd.", text)) if "#" not in text] == []


@pytest.mark.parametrize(("field", "index"), [("gennemgået", 0), ("ændret", 1)])
@pytest.mark.parametrize("days", [-400, 0, 1, 2, 400])
def test_a_day_to_come_is_remarked_on(field: str, index: int, days: int, tmp_path: Path) -> None:
    """What has happened did so today at the latest (tomorrow, where the clock is behind); later it is fine."""
    today = dt.date(2027, 3, 9)
    day = today + dt.timedelta(days)
    loaded = _with(tmp_path, "farve: mose", f"farve: mose\n{field}: {day}")
    assert loaded.catalogue
    assert bool(remarks.ahead(loaded.catalogue, today)) == (days > 1)
    assert remarks.ahead(loaded.catalogue, day) == []


@pytest.mark.parametrize("year", ["3026", "0026", "1026", "2206"])
def test_a_year_of_another_age_is_refused(year: str, tmp_path: Path) -> None:
    """A year that is a slip whatever day it is today is refused where it stands."""
    (problem,) = _with(tmp_path, "farve: mose", f"farve: mose\nændret: {year}-01-01").problems
    assert (problem.code, problem.line) == ("dato", 9)
    assert year in problem.message


BEYOND = (".git", "/tree/main", "/-/tree/main", "/src/branch/main", "/blob/main/data/katalog.yml", "/tree/main/data")


@pytest.mark.parametrize("host", ["github", "gitlab", "forgejo"])
@pytest.mark.parametrize("end", BEYOND)
def test_an_address_past_the_repository_is_refused(host: str, end: str, tmp_path: Path) -> None:
    """An address that a program uses, or that leads into the repository, is told of with the right one, which holds."""
    right = f"https://git.example.org/nordby/{'hr/' * (host == 'gitlab')}katalog"
    name, owner = "katalog.yml", "udgiver:"
    lines = 'arkiv:\n  type: {}\n  adresse: "{}"\n{}'
    (problem,) = _with(tmp_path / "1", owner, lines.format(host, right + end, owner), name).problems
    assert problem.fix.strip() == f'adresse: "{right}"'
    assert _with(tmp_path / "2", owner, lines.format(host, right, owner), name).problems == []


@pytest.mark.parametrize("named", ["..", "findes-ikke", "temaer-alene"])
def test_a_data_folder_that_is_none_is_all_that_is_told_of(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A variable that names a folder above the content, none at all, or another is told of by its name and value."""
    root = tmp_path / "hjem/arkiv"
    shutil.copytree(SMALL, root / "data")
    (tmp_path / "hjem/arkiv/temaer-alene").mkdir()
    value = str(root if named == ".." else root / named)
    monkeypatch.setenv(CONTENT, value)
    assert check.main([str(root)]) == 1
    told = capsys.readouterr().out
    assert f"{CONTENT} er sat til »{value}«" in told
    assert "1 ting skal rettes." in told
    if named == "..":
        assert f"Sæt den til {root / 'data'}." in told


def test_pdfs_that_are_too_old_are_told_of(tmp_path: Path) -> None:
    """PDFs older than the data are left out, and the build says so with what to do; none and new ones need no word."""
    data, made = tmp_path / "data", tmp_path / ".pdf"
    shutil.copytree(SMALL, data)
    made.mkdir()
    assert pdf.left_out(made, data) == ""
    (made / "x.pdf").write_bytes(b"x")
    newest = max(path.stat().st_mtime for path in data.rglob("*.yml"))
    os.utime(made / "x.pdf", (newest + 10, newest + 10))
    assert pdf.left_out(made, data) == ""
    os.utime(made / "x.pdf", (newest - 10, newest - 10))
    assert re.search(r"make pdf", pdf.left_out(made, data))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.name)
def test_an_answer_in_a_variable_is_read_as_one_that_is_typed(question: Asked) -> None:
    """`-` is no answer of any question's, and says of the drawing that there is to be none."""
    assert plain(question.name, " - ") == ("nej" if question.name == "MOTIV" else "")


def test_a_colour_of_three_digits_is_one_of_six() -> None:
    """What a style sheet may write short is a colour; no other answer is touched."""
    assert plain("FARVE", "#1bf") == "#11bbff"
    assert plain("NAVN", "#1bf") == "#1bf"


def test_a_logo_that_is_no_drawing_is_told_of_by_its_own_name(tmp_path: Path) -> None:
    """A file that is neither svg nor png is told of as it was given, and not by what it would be called."""
    given = {"NAVN": "Nordby", "UDGIVER": "Nordby", "ID": "nordby", "LOGO": str(ROOT / "LICENSE")}
    found = [one for one in judged(ROOT, "", given) if one.name == "LOGO"]
    assert [str(ROOT / "LICENSE") in one.told for one in found] == [True]
