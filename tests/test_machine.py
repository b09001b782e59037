"""What a machine lacks is named at once and in plain words, before anybody has waited for anything."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sites import ROOT
from tools import find_browser, prepare

PACKAGE = re.compile(r"^[a-z0-9][a-z0-9.+-]+$")


def prepared(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Return how the preparation goes on a Python without any package, with `environment` and no other."""
    command = [sys.executable, "-I", "-S", str(ROOT / "tools/prepare.py"), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_every_missing_piece_is_told_with_one_command() -> None:
    """All that is missing stands in one message, each with its use, and its packages in one command."""
    lacking = [prepare.Missing(f"piece {n}", f"use {n}", f"package-{n}") for n in range(4)]
    told = prepare.told(lacking)
    assert all(one.piece in told and one.use in told for one in lacking)
    assert len([line for line in told.splitlines() if all(str(one.package) in line for one in lacking)]) == 1


def test_what_no_package_brings_is_told_too() -> None:
    """A piece without a package is named, and the command is not said to bring it."""
    lacking = [prepare.Missing("a newer Python", "everything", None), prepare.Missing("a piece", "a use", "a-package")]
    told = prepare.told(lacking)
    assert "a newer Python" in told
    assert "brings it:" not in told


def test_what_this_machine_lacks_can_be_brought() -> None:
    """Whatever is found missing here has a piece, a use and, if any, a package of a name Debian could give it."""
    for one in prepare.missing(tests=True):
        assert one.piece
        assert one.use
        assert one.package is None or PACKAGE.match(one.package)


def test_a_browser_that_is_named_and_not_there_is_told_at_once(tmp_path: Path) -> None:
    """KATALOG_BROWSER naming no program stops everything, with the name, before anything is fetched."""
    nowhere = str(tmp_path / "nowhere")
    done = prepared("--tests", KATALOG_BROWSER=nowhere, PATH=str(tmp_path))
    assert done.returncode == 1
    assert nowhere in done.stderr


def test_a_machine_without_other_engines_goes_on(tmp_path: Path) -> None:
    """Engines that are not installed are named with the command that brings them, and stop nobody but root's apt."""
    (tmp_path / "python3").symlink_to(sys.executable)
    (tmp_path / "chromium").symlink_to("/bin/true")
    done = prepared("--engines", PATH=str(tmp_path))
    assert done.returncode == 0
    packages = [package for wanted in prepare.ENGINES.values() for _, package in wanted]
    assert all(package in done.stderr for package in packages)
    assert "go on without" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("/x/it: error while loading shared libraries: libnss3.so: cannot open shared object file", "libnss3.so"),
        ("No usable sandbox!", "No usable sandbox!"),
        ("", "no reason given"),
    ],
)
def test_a_browser_that_does_not_start_is_told(words: str, told: str, tmp_path: Path) -> None:
    """A program that ends instead of starting is launched, and why it ended is told in a line."""
    broken = tmp_path / "chromium"
    broken.write_text(f"#!/bin/sh\n[ -z '{words}' ] || echo '{words}' >&2\nexit 127\n", encoding="utf-8")
    broken.chmod(0o755)
    command = [sys.executable, "-m", "tools.find_browser"]
    environment = {**os.environ, "KATALOG_BROWSER": str(broken)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    first, *_rest = done.stderr.splitlines()
    assert str(broken) in first
    assert told in first


def test_why_the_driver_does_not_start() -> None:
    """The loader's words about a missing library become its name."""
    said = "…/driver/node: error while loading shared libraries: libatomic.so.1: cannot open shared object file"
    assert find_browser.why(said) == "the library libatomic.so.1 is missing"


def make(root: Path, *words: str) -> list[str]:
    """Return the commands that make would run in `root`, also when make runs this test."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    command = ["make", "-n", *words]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def plan(*targets: str) -> list[str]:
    """Return the commands that make would run for `targets` in a fresh clone."""
    return make(ROOT, "-B", *targets)


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """Return a folder with the Makefile in which the site's packages have been installed."""
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    (tmp_path / ".venv/.runtime").touch()
    return tmp_path


def test_nothing_is_fetched_twice(used: Path) -> None:
    """Where the packages are, none is asked for again."""
    assert not any("pip install" in line for line in make(used, "check"))


def test_packages_come_again_when_the_system_has_another_python(used: Path) -> None:
    """An environment whose Python an upgrade of the system took away is made anew, its packages too."""
    python = used / ".venv/bin/python"
    python.unlink()
    python.symlink_to(used / "gone")
    lines = make(used, "check")
    assert any("-m venv" in line for line in lines)
    assert any("pip install" in line for line in lines)


def test_make_says_what_it_fetches() -> None:
    """Every installation of packages is announced with what it is for and how many they are."""
    lines = plan("test", "pdf")
    installing = [number for number, line in enumerate(lines) if "pip install" in line]
    assert installing
    assert all("Fetching" in lines[number - 1] for number in installing)


def test_pieces_come_before_packages() -> None:
    """The tests' first step is to see what the machine lacks."""
    lines = plan("test")
    pieces = [number for number, line in enumerate(lines) if "tools/prepare.py --tests" in line]
    assert pieces[0] < min(number for number, line in enumerate(lines) if "pip install" in line)


def test_every_variable_in_the_readme_is_read() -> None:
    """What the README says can be set is read by the Makefile, the settings or the code."""
    named = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    code = [*(ROOT / "macros").rglob("*.py"), *(ROOT / "tools").glob("*.py"), ROOT / "Makefile", ROOT / "mkdocs.yml"]
    read = "\n".join(path.read_text(encoding="utf-8") for path in code)
    assert [name for name in named if not re.search(rf"\b{name}\b", read)] == []
