"""The id guard: no id is lost or comes to mean something else between two revisions."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, Placed, load
from macros.desk import guard
from tests.support.sites import EXAMPLES, ROOT

THEME = "data/temaer/foerste-tema.yml"
FORMER = "id: tjek-a-9\n      tidligere_id: [tjek-a-1]"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Return a repository with the small catalogue committed; one entry has a former id, and one is retired."""
    root = tmp_path / "repo"
    shutil.copytree(ROOT / "tests/small/data", root / "data")
    (root / "docs").mkdir()
    change(root, "data/katalog.yml", 'titel: "Broen"', 'titel: "Broen"\nudgåede:\n  - id: vaek\n    titel: "Væk"')
    change(root, THEME, "id: tjek-a-2", "id: tjek-a-2\n      tidligere_id: [tjek-a-0]")
    git = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for rest in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "base"]):
        subprocess.run([*git, *rest], check=True)
    return root


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace a text of a file."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_nothing_lost(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unchanged catalogue passes."""
    assert guard.main(["HEAD", str(repo)]) == 0
    assert "id'er er der endnu" in capsys.readouterr().out


def test_renamed_id_must_be_carried_on(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new id without the old one under `tidligere_id` fails at the entry, with the line to add."""
    change(repo, THEME, "id: tjek-a-1", "id: tjek-a-9")
    assert guard.main(["HEAD", str(repo)]) == 1
    said = capsys.readouterr().out
    assert "data/temaer/foerste-tema.yml:21:1: Id'et »tjek-a-1« (Gør det første) er forsvundet." in said
    assert "| tidligere_id: [tjek-a-1]" in said
    change(repo, THEME, "id: tjek-a-9", FORMER)
    assert guard.main(["HEAD", str(repo)]) == 0


def test_removed_id_must_be_retired(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry taken out fails with the lines that retire it; with them in katalog.yml, it passes."""
    path = repo / "data/vaerktoejer/spoerg-hinanden.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  - id: spm-hvem")], encoding="utf-8")
    assert guard.main(["HEAD", str(repo)]) == 1
    said = capsys.readouterr().out
    assert "spoerg-hinanden.yml:2:1: Id'et »spm-hvem« (Hvem gør det?) er forsvundet." in said  # the page it stood on
    assert "|   - id: spm-hvem" in said
    change(repo, "data/katalog.yml", "udgåede:", 'udgåede:\n  - id: spm-hvem\n    titel: "Hvem gør det?"')
    assert guard.main(["HEAD", str(repo)]) == 0


def test_reused_id_fails(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that now names another kind of entry fails where it stands."""
    change(repo, THEME, "id: punkt-a\n", "id: tjek-a-3\n    tidligere_id: [punkt-a]\n")
    change(repo, THEME, "    - id: tjek-a-3", "    - id: tjek-a-4")
    assert guard.main(["HEAD", str(repo)]) == 1
    assert "Id'et »tjek-a-3« var tjek:tjek-a-3 og er nu punkt:tjek-a-3" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "old", "told"),
    [
        (THEME, "      tidligere_id: [tjek-a-0]\n", "Det tidligere id »tjek-a-0« står ikke længere"),
        ("data/katalog.yml", 'udgåede:\n  - id: vaek\n    titel: "Væk"\n', "Det udgåede id »vaek« står ikke længere"),
    ],
)
def test_what_was_kept_stays_kept(
    repo: Path, name: str, old: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A former or a retired id may not be forgotten later."""
    change(repo, name, old, "")
    assert guard.main(["HEAD", str(repo)]) == 1
    assert told in capsys.readouterr().out


def test_retired_id_may_not_return_as_something_else(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A retired id given to a new entry fails."""
    change(repo, "data/katalog.yml", 'udgåede:\n  - id: vaek\n    titel: "Væk"\n', "")
    change(repo, THEME, "id: punkt-a\n", "id: vaek\n    tidligere_id: [punkt-a]\n")
    assert guard.main(["HEAD", str(repo)]) == 1
    assert "Id'et »vaek« er udgået (»Væk«)" in capsys.readouterr().out


def test_check_refuses_a_retired_id_in_use(repo: Path) -> None:
    """The ordinary check sees that an id is both retired and in use, or carried on."""
    change(repo, "data/katalog.yml", "id: vaek", "id: punkt-a")
    (problem,) = load(repo / "data", repo / "docs").problems
    assert problem.code == "udgået-i-brug"
    assert "linje 12" in problem.message
    change(repo, "data/katalog.yml", "id: punkt-a", "id: tjek-a-0")
    assert [p.code for p in load(repo / "data", repo / "docs").problems] == ["udgået-i-brug"]


def test_catalogue_knows_former_and_retired(repo: Path) -> None:
    """The catalogue tells which id took over from a former one, and what a retired one was called."""
    loaded = load(repo / "data", repo / "docs")
    assert loaded.catalogue
    assert loaded.catalogue.former == {"tjek-a-0": "tjek-a-2"}
    assert loaded.catalogue.retired == {"vaek": "Væk"}


def test_broken_proposal_and_unknown_base(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A proposal that cannot be read fails, and so does a revision that is not there."""
    assert guard.main(["no-such-revision", str(repo)]) == 2
    change(repo, THEME, "farve: mose", "farve: lilla")
    assert guard.main(["HEAD", str(repo)]) == 1
    assert "macros.check" in capsys.readouterr().out


def test_another_catalogue_owes_nothing(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fork's first change, with its own id and content, passes and is told of in one line."""
    shutil.rmtree(repo / "data")
    shutil.copytree(EXAMPLES, repo / "data")
    (repo / "docs/index.md").touch()
    assert guard.main(["HEAD", str(repo)]) == 0
    (told,) = capsys.readouterr().out.splitlines()
    assert "»Broen« (broen)" in told


def test_a_living_catalogue_that_changes_its_id_is_warned(
    repo: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the entries as they were and another id, what readers keep would be lost to them: that is said."""
    change(repo, "data/katalog.yml", "id: broen", "id: bro-nord")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert guard.main(["HEAD", str(repo)]) == 0
    assert "sæt id'et tilbage til »broen«" in capsys.readouterr().out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert guard.main(["HEAD", str(repo)]) == 0
    assert "::warning::" in capsys.readouterr().out


def called(catalogue: Catalogue, placed: Placed, name: str, title: str, text: str) -> Catalogue:
    """Return a catalogue with one entry under another id, title and text."""
    entry = placed.entry.model_copy(update={"id": name, "title": title, "text": text})
    others = {key: one for key, one in catalogue.index.items() if key != placed.id}
    return replace(catalogue, index={**others, name: replace(placed, entry=entry, id=name)})


@pytest.mark.parametrize(("alike", "found"), [("aaaaaacccc", True), ("aaaaaccccc", False)])
@pytest.mark.parametrize("field", ["title", "text"])
def test_an_heir_is_as_good_as_the_same(small: Catalogue, field: str, alike: str, found: bool) -> None:
    """A new entry is taken for a lost one when three fifths of its title or of its text are the same, and no less."""
    placed = small.of_kind("tjek")[0]
    old, new = {"title": "1", "text": "2", field: "aaaaaabbbb"}, {"title": "8", "text": "9", field: alike}
    before = called(small, placed, "gammel", **old)
    heir = guard.heir(before.index["gammel"], before, called(small, placed, "ny", **new))
    assert (heir.id if heir else "") == ("ny" if found else "")


def test_an_id_is_retired_once(repo: Path) -> None:
    """The same id twice among the retired ones is told of, at the second."""
    change(repo, "data/katalog.yml", "udgåede:", 'udgåede:\n  - id: vaek\n    titel: "Også væk"')
    (problem,) = load(repo / "data", repo / "docs").problems
    assert problem.code == "udgået-i-brug"
    assert '"Væk"' in (repo / "data/katalog.yml").read_text(encoding="utf-8").splitlines()[problem.line]
