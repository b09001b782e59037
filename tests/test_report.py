"""The reviewer's report: what a pull request changes, as a leader will read it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, load
from macros.desk import report
from macros.desk.revision import new_catalogue
from macros.site import Retired
from tests.support.sites import EXAMPLES, ROOT, SMALL


def changed(folder: Path, *pairs: tuple[str, str]) -> Catalogue:
    """Return the small catalogue with texts of its first theme replaced."""
    data = folder / "data"
    shutil.copytree(SMALL, data)
    path = data / "temaer/foerste-tema.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    loaded = load(data, ROOT / "docs")
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


def test_nothing_changed(small: Catalogue) -> None:
    """A pull request that changes no content is told so."""
    assert report.report(small, small) == "Ingen punkter er ændret.\n"


def test_before_and_after(small: Catalogue, tmp_path: Path) -> None:
    """A changed text stands before and after, with its place and the page it is on."""
    said = report.report(small, changed(tmp_path, ("Begynd.", "Begynd i dag.")))
    assert "0 nye, 1 ændret, 0 væk." in said
    assert "**tekst, før:**\n\n> Begynd." in said
    assert "**tekst, nu:**\n\n> Begynd i dag." in said
    assert "`temaer/foerste-tema.md`" in said
    assert "data/temaer/foerste-tema.yml:" in said
    assert "Gør det andet" not in said


def test_gone_and_new(small: Catalogue, tmp_path: Path) -> None:
    """A lost id is warned of, and the one that stands in its place counts as new."""
    said = report.report(small, changed(tmp_path, ("id: tjek-a-1", "id: tjek-a-9")))
    assert "1 ny, 0 ændrede, 1 væk." in said
    assert "`tjek:tjek-a-1` er væk" in said


def test_retired_is_not_lost(small: Catalogue, tmp_path: Path) -> None:
    """An entry that is retired is told of as that: what leaders wrote keeps its name."""
    change = ("id: tjek-a-1", "id: tjek-a-9")
    after = changed(tmp_path, change)
    gone = Retired.model_validate({"id": "tjek-a-1", "titel": "Gør det første"})
    site = after.site.model_copy(update={"retired": (*after.site.retired, gone)})
    said = report.report(small, replace(after, site=site))
    assert "`tjek:tjek-a-1` er udgået" in said
    assert "»Gør det første«" in said
    assert "ingenting" not in said


def test_renamed_id_is_the_same_entry(small: Catalogue, tmp_path: Path) -> None:
    """An id that is carried on under `tidligere_id` is a change of name, not a loss."""
    pair = ("id: tjek-a-1", "id: tjek-a-9\n      tidligere_id: [tjek-a-1]")
    said = report.report(small, changed(tmp_path, pair, ("Begynd.", "Begynd nu.")))
    assert "`tjek-a-1` hedder nu `tjek-a-9`" in said
    assert "er væk" not in said


def test_hostile_text_is_only_text(small: Catalogue, tmp_path: Path) -> None:
    """What a stranger writes reaches the comment as text: no mention, no link, no picture."""
    said = report.report(small, changed(tmp_path, ("Begynd.", "Hej @alle ![x](https://example.org/x.png) `x`")))
    assert "@alle" not in said
    assert "![x]" not in said


def test_long_texts_are_warned_of(small: Catalogue, tmp_path: Path) -> None:
    """A text that fills a phone's screen is pointed out."""
    assert "fylder en hel skærm" in report.report(small, changed(tmp_path, ("Begynd.", "Begynd nu. " * 80)))


def test_command_reads_the_base_from_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command compares the working tree with a revision, without touching either."""
    root = tmp_path / "repo"
    shutil.copytree(SMALL, root / "data")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("assets"))
    git = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for rest in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "base"]):
        subprocess.run([*git, *rest], check=True)
    path = root / "data/temaer/foerste-tema.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Begynd.", "Begynd straks."), encoding="utf-8")
    assert report.main(["HEAD", str(root)]) == 0
    assert "Begynd straks." in capsys.readouterr().out


def test_two_catalogues_are_not_compared() -> None:
    """When another catalogue has come in place of the former one, one line says so."""
    old, new = (load(folder, ROOT / "docs").catalogue for folder in (SMALL, EXAMPLES))
    assert old
    assert new
    assert new_catalogue(old, old) == ""
    assert new_catalogue(old, new).count("\n") == 1
