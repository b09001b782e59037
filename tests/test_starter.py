"""What `make new` wrote and nobody has replaced is told of, and refuses nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.catalogue import Loaded, load
from macros.desk import check, starter
from macros.desk.start import START
from tests.support.sites import ENGLISH, FIXTURE, ROOT, SMALL

LANGUAGES = sorted(path.name for path in START.iterdir() if path.is_dir())
THEME = {"da": "temaer/vores-foerste-tema.yml", "en": "temaer/our-first-theme.yml"}


def _fresh(language: str, folder: Path) -> Path:
    """Return a data folder with the start of a language."""
    data = folder / "data"
    shutil.copytree(START / language, data)
    return data


def _count(loaded: Loaded, file: str) -> int:
    """Return how many texts of a file are told of."""
    (remark,) = starter.remarks(loaded)
    found = re.search(rf"{re.escape(file)} \((\d+)\)", remark)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_is_told_of_until_its_texts_are_replaced(language: str, tmp_path: Path) -> None:
    """One remark names each file with how many texts are the start's; a text that is rewritten is no longer one."""
    data = _fresh(language, tmp_path)
    loaded = load(data, ROOT / "docs")
    assert loaded.catalogue
    file = f"data/{THEME[language]}"
    before = _count(loaded, file)
    assert before > 3
    path = tmp_path / file
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"^tekst: >-\n  .*$", "tekst: >-\n  Vores egen begyndelse.", text, count=1, flags=re.M), "utf-8"
    )
    assert _count(load(data, ROOT / "docs"), file) == before - 1


def test_what_may_be_true_wherever_it_stands_is_not_told_of(tmp_path: Path) -> None:
    """Of a page of its own only the opening is told of; a heading that two catalogues share is nobody's."""
    loaded = load(_fresh("da", tmp_path), ROOT / "docs")
    assert _count(loaded, "data/sider/privatliv.yml") == 1


@pytest.mark.parametrize("data", [FIXTURE, ENGLISH, SMALL], ids=["invented", "english", "small"])
def test_a_catalogue_of_ones_own_is_not_told_of(data: Path) -> None:
    """A catalogue with words of its own has no remark."""
    assert starter.remarks(load(data, ROOT / "docs")) == []


def test_it_is_a_remark_and_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check tells of it in a friendly line and passes."""
    _fresh("da", tmp_path)
    assert check.main([str(tmp_path)]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "make new" in line]
    assert len(told) == 1
    assert told[0].startswith("Godt at vide: ")
