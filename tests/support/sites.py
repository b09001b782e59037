"""Building a catalogue's site for a test, once a run however many workers ask."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIXTURE = ROOT / "tests/catalogue/data"  # an invented catalogue that holds everything a catalogue can hold
ENGLISH = ROOT / "tests/catalogue-en/data"  # a small one of every kind, in English
PREFIX = "paa-tvaers"  # the site is served under a sub-path, as a project page is
CODE = ("mkdocs.yml", "macros", "overrides", "docs")


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
    env["KATALOG_URL"] = f"https://example.org/{PREFIX}/"
    program = ["-c", f"{before}\nfrom mkdocs.__main__ import cli\ncli()"] if before else ["-m", "mkdocs"]
    command = [sys.executable, *program, "build", "--strict", "--clean", "-d", str(site)]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def built_once(folder: Path, root: Path) -> Path:
    """Return `folder/site` built from `root`: the first worker builds, the others wait for it.

    Raises AssertionError with MkDocs' own words when the build fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    site, done, lock = folder / "site", folder / "done", folder / "lock"
    try:
        lock.mkdir()
    except FileExistsError:
        for _ in range(600):
            if done.exists():
                break
            time.sleep(0.2)
    else:
        result = mkdocs_build(root, site)
        done.write_text("" if result.returncode == 0 else result.stdout + result.stderr, encoding="utf-8")
    said = done.read_text(encoding="utf-8") if done.exists() else "the build did not finish"
    assert not said, said
    return site
