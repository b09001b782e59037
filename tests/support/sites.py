"""Building a catalogue's site for a test, once a run however many workers ask."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.catalogue import Catalogue, load
from macros.data import examples
from macros.folders import CONTENT, data_folder
from macros.read.problems import terminal
from macros.web.sent import INDEX

ROOT = Path(__file__).resolve().parents[2]
DATA = data_folder(ROOT)  # the catalogue that stands here, whosever it is
FIXTURE = ROOT / "tests/catalogue/data"  # an invented catalogue that holds everything a catalogue can hold
ENGLISH = ROOT / "tests/catalogue-en/data"  # a small one of every kind, in English
_KEPT = tempfile.TemporaryDirectory()  # until the run ends
EXAMPLES = examples.write(Path(_KEPT.name) / "examples")  # one of each kind, with every field
SMALL = ROOT / "tests/small/data"  # another organisation's, with as little as there can be
PREFIX = "paa-tvaers"  # the site is served under a sub-path, as a project page is
BASE = f"https://example.org/{PREFIX}/"
CODE = ("mkdocs.yml", "macros", "overrides", "docs")


def read(data: Path) -> Catalogue:
    """Return the catalogue in a data folder. Raises AssertionError with the check's own words when it has faults."""
    loaded = load(data, ROOT / "docs")
    assert loaded.catalogue, "\n".join(terminal(problem, loaded.lines) for problem in loaded.problems)
    return loaded.catalogue


def copy_with_data(data: Path, target: Path) -> Path:
    """Copy the repository's code beside another organisation's `data`; return the copy's root."""
    target.mkdir(parents=True)
    for name in CODE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    shutil.copytree(data, target / "data")
    return target


def mkdocs_build(root: Path, site: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    """Build the repository at `root` strictly into `site`, after the Python code `before`; return how it went."""
    env = {**os.environ, "KATALOG_STRICT": "true", "NO_MKDOCS_2_WARNING": "1"}
    env["KATALOG_URL"] = BASE
    env.pop(CONTENT, None)
    program = ["-c", f"{before}\nfrom mkdocs.__main__ import cli\ncli()"] if before else ["-m", "mkdocs"]
    command = [sys.executable, *program, "build", "--strict", "--clean", "-d", str(site)]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def code(site: Path) -> Path:
    """Return the folder of a built site that its scripts and style sheets are sent from."""
    return next(site.glob("assets/*/js")).parent


def search_index(site: Path) -> Any:
    """Return the search's index of a built site."""
    return json.loads(next(site.glob(f"assets/*/{INDEX}")).read_text(encoding="utf-8"))


def once(folder: Path, make: Callable[[], str]) -> None:
    """Let the first worker that asks for `folder` make what is in it, while others wait; `make` returns what failed.

    Raises AssertionError with those words, in every worker.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done, lock = folder / "done", folder / "lock"
    try:
        lock.mkdir()
    except FileExistsError:
        for _ in range(1500):
            if done.exists():
                break
            time.sleep(0.2)
    else:
        said = "it did not finish"
        try:
            said = make()
        finally:
            done.write_text(said, encoding="utf-8")
    said = done.read_text(encoding="utf-8") if done.exists() else "it did not finish"
    assert not said, said


def built_once(folder: Path, root: Path = ROOT, data: Path | None = None) -> Path:
    """Return `folder/site` built from `root`, or from our code and `data`, once for all workers.

    Raises AssertionError with MkDocs' own words when the build fails.
    """

    def make() -> str:
        result = mkdocs_build(copy_with_data(data, folder / "root") if data else root, folder / "site")
        return "" if result.returncode == 0 else result.stdout + result.stderr

    once(folder, make)
    return folder / "site"
