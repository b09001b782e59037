"""`make new` for content that lies in a folder or a repository of its own: the engine stays as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from macros.desk import new
from macros.desk.answers import QUESTIONS
from tests.support import forks

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not here")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of the engine. No test may change it."""
    folder = tmp_path_factory.mktemp("engine")
    return forks.fork(forks.upstream(folder / "upstream"), folder / "katalog")


def test_content_may_lie_apart(fresh: Path, tmp_path: Path) -> None:
    """With KATALOG_DATA the start is written there, and the engine is left as it was, ready to be pulled."""
    apart = tmp_path / "indhold" / "data"
    done = forks.tool(fresh, "macros.new", **forks.ANSWERS, KATALOG_DATA=str(apart))
    assert done.returncode == 0, done.stdout + done.stderr
    commands = [line for line in done.stdout.partition("## Hosting")[0].splitlines() if "make " in line]
    assert [f"KATALOG_DATA={apart}" in line for line in commands] == [True, True]
    assert f"{fresh.resolve()}/data/README.md" in done.stdout
    assert forks.git(fresh, "status", "--porcelain") == ""
    checked = forks.tool(fresh, "macros.check", KATALOG_DATA=str(apart))
    assert checked.returncode == 0, checked.stdout
    assert "faste form" not in checked.stdout
    for path in apart.rglob("*.yml"):
        schema = path.read_text(encoding="utf-8").partition("$schema=")[2].partition("\n")[0]
        assert (path.parent / schema).resolve().parent == fresh.resolve() / "schema", path
    assert forks.tool(fresh, "macros.new", **forks.ANSWERS, KATALOG_DATA=str(apart)).returncode == 2


def test_content_apart_is_told_of_its_own_repository(fresh: Path, tmp_path: Path) -> None:
    """What is offered as the repository is the content's own, with the folder in it; nobody approves code there."""
    apart = tmp_path / "indhold" / "vores" / "ord"
    (tmp_path / "indhold").mkdir()
    forks.git(tmp_path / "indhold", "init", "-q")
    forks.git(tmp_path / "indhold", "remote", "add", "origin", "git@gitlab.nordby.dk:hr/indhold.git")
    done = forks.tool(fresh, "macros.new", NAVN="Bro", UDGIVER="Nordby", KATALOG_DATA=str(apart))
    assert done.returncode == 0, done.stdout + done.stderr
    found = yaml.load((apart / "katalog.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    expected = {"type": "gitlab", "adresse": "https://gitlab.nordby.dk/hr/indhold", "mappe": "vores/ord"}
    assert found["arkiv"] == expected
    given = new.known(fresh, apart, apart=True)
    assert [question.name for question in QUESTIONS if not question.needed({**given, "ARKIV": ""})] == [
        "VAERT",
        "REDAKTION",
        "UDVIKLERE",
    ]
