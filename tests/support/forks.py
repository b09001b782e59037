"""A fork of this repository, as git makes it, and another organisation's answers to `make new`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.sites import FIXTURE, ROOT

ANSWERS = {
    "NAVN": "Lederkompasset",
    "UDGIVER": "Nordby Kommune",
    "KONTAKT": "https://example.org/skriv",
    "ARKIV": "https://git.example.org/nordby/lederkompasset",
    "VAERT": "forgejo",
    "ADRESSE": "https://example.org/lederkompasset/",
    "LICENS": "CC BY-SA 4.0",
    "LOGO": str(ROOT / "tests/examples/logo.svg"),
    "FARVE": "#2c2a4a",
    "MOTIV": "nej",
}
LEFT_OUT = (
    ".git",
    ".venv",
    "node_modules",
    "site",
    ".pdf",
    ".*_cache",
    ".cache",
    "__pycache__",
    ".hypothesis",
    "*.egg-info",
)


def git(root: Path, *words: str) -> str:
    """Return what git says in `root`, to somebody with a name. Raises AssertionError with its words."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(root), *who, *words], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"git {' '.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout


def save(root: Path, message: str) -> None:
    """Commit everything in `root`."""
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)


def _left_out(folder: str, names: list[str]) -> set[str]:
    """Return what is not copied: what was made here, and somebody's living content."""
    made = shutil.ignore_patterns(*LEFT_OUT)(folder, names)
    return made | {"data"} if Path(folder) == ROOT else made


def upstream(root: Path, data: Path = FIXTURE) -> Path:
    """Return a repository at `root` with this one's code as it stands here now, in one commit on `main`.

    It holds the catalogue in `data`, and something that is only about that.
    """
    shutil.copytree(ROOT, root, ignore=_left_out)
    shutil.copytree(data, root / "data")
    shutil.copy(ROOT / "data/README.md", root / "data/README.md")
    (root / "tests/content").mkdir(exist_ok=True)
    (root / "tests/content/__init__.py").touch()
    git(root, "init", "-q", "-b", "main")
    save(root, "The engine and its first catalogue")
    return root


def fork(source: Path, root: Path) -> Path:
    """Return a clone of `source` at `root`, whose owner has a name."""
    git(source, "clone", "-q", str(source), str(root))
    git(root, "config", "user.name", "x")
    git(root, "config", "user.email", "x@example.org")
    return root


def tool(root: Path, *words: str, **answers: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the repository at `root` there, with answers as variables and no terminal."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("KATALOG_")}
    env = {**own, "NO_MKDOCS_2_WARNING": "1", **answers}
    command = [sys.executable, "-m", *words]
    return subprocess.run(
        command, cwd=root, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )


def made(root: Path) -> Path:
    """Turn the fork at `root` into another organisation's, and commit that. Raises AssertionError when it fails."""
    done = tool(root, "macros.new", **ANSWERS)
    assert done.returncode == 0, done.stdout + done.stderr
    save(root, "Begin our own catalogue")
    return root
