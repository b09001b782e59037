"""Content that lies in a folder or a repository of its own: every tool goes where $KATALOG_DATA says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.catalogue import load
from macros.desk.telling import tell
from macros.folders import data_folder
from macros.server.faults import Fault
from tests.support.sites import ROOT

SMALL = ROOT / "tests/small/data"
THEME = "temaer/foerste-tema.yml"
POINT = "punkt-a"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a repository of content alone, with everything committed; its folder is not called `data`."""
    folder = tmp_path / "broen" / "indhold"
    shutil.copytree(SMALL, folder)
    git = ["git", "-C", str(folder.parent), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for rest in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "base"]):
        subprocess.run([*git, *rest], check=True)
    return folder


def tool(content: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of ours, from our repository, on content elsewhere."""
    env = {**os.environ, "KATALOG_DATA": str(content)}
    env.pop("GITHUB_ACTIONS", None)
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def change(path: Path, old: str, new: str) -> None:
    """Replace a text of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_checked_where_it_lies(content: Path) -> None:
    """The check reads the other folder, and names its files by that folder."""
    change(content / "katalog.yml", "id: broen", "id:  broen")
    said = tool(content, "macros.check")
    assert said.returncode == 0
    assert f"  {content}/katalog.yml" in said.stdout  # not in the one form
    change(content / THEME, "farve: mose", "farve:  lilla")
    (content / "temaer/løs.txt").write_text("hej", encoding="utf-8")
    said = tool(content, "macros.check")
    assert said.returncode == 1
    assert f"\n{content}/{THEME}:" in f"\n{said.stdout}"
    assert f"\n{content}/temaer/løs.txt:1:1" in said.stdout


def test_files_are_named_as_they_lie_from_here(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the terminal, on GitHub and on serve's page a file is called by the path that opens it from here."""
    change(content / THEME, "farve: mose", "farve: lilla")
    summary = content.parent / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    for here, given, shown in (
        (ROOT, os.path.relpath(content, ROOT), f"{os.path.relpath(content, ROOT)}/{THEME}"),
        (content.parent, "indhold", f"indhold/{THEME}"),
        (content.parent.parent, str(content), f"broen/indhold/{THEME}"),
    ):
        monkeypatch.chdir(here)
        monkeypatch.setenv("KATALOG_DATA", given)
        loaded = load(data_folder(Path()), ROOT / "docs")
        tell(loaded.problems, loaded.lines)
        assert Path(shown).is_file()
        told = capsys.readouterr().out.splitlines()
        assert sum(line.startswith((f"{shown}:", f"::error file={shown},")) for line in told) == 2
        assert f"**{shown}, linje" in summary.read_text(encoding="utf-8")
        assert {Fault(problem, loaded.lines).place for problem in loaded.problems} == {shown}


def test_ids_are_guarded_in_its_own_repository(content: Path) -> None:
    """The guard compares with a revision of the content's own repository."""
    assert tool(content, "macros.guard", "HEAD").returncode == 0
    change(content / THEME, f"id: {POINT}\n", "id: punkt-nyt\n")
    said = tool(content, "macros.guard", "HEAD")
    assert said.returncode == 1
    assert f"indhold/{THEME}:" in said.stdout
    assert f"»{POINT}«" in said.stdout


def test_a_change_is_reported_from_its_own_repository(content: Path) -> None:
    """The report tells what changed since a revision of the content's own repository."""
    change(content / THEME, f"id: {POINT}\n", f"id: {POINT}\n    tidligere_id: [punkt-foer]\n")
    assert tool(content, "macros.report", "HEAD").stdout == "Ingen punkter er ændret.\n"
    path = content / "kilder.yml"
    change(path, "Notat om samarbejde", "Notat om det hele")
    assert "Notat om det hele" in tool(content, "macros.report", "HEAD").stdout


@pytest.mark.parametrize("words", [["macros.review"], ["macros.form"]], ids=lambda words: words[0])
def test_other_tools_go_there_too(content: Path, words: list[str]) -> None:
    """What is overdue is looked for there, and the one form is written there."""
    change(content / THEME, "farve: mose", "farve:  mose")
    said = tool(content, *words)
    assert said.returncode == 0, said.stderr
    if words == ["macros.form"]:
        assert "farve: mose" in (content / THEME).read_text(encoding="utf-8")
    else:
        assert f"indhold/{THEME}:" in said.stdout
