"""`python -m tools.try_fork`: make a fork of this repository somebody else's, and run everything in it.

The fork is made of the files as they stand here, with the answers of `tests.support.forks`, and uses this virtual
environment. What `make check pdf build test` says there is said here; the exit code is its.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.folders import data_folder
from tests.support import forks
from tests.support.sites import ROOT

# What `make new` changes is read by the tests without a browser; those with one look at the same fixture as here.
TARGETS = ("check", "lint", "pdf", "build", "test-fast")


def _settle_packages(root: Path) -> None:
    """Let make see that the environment has the packages: a copy's files are younger than the stamps."""
    for path in (*root.glob("requirements*.txt"), root / "package-lock.json"):
        os.utime(path, (0, 0))


def main() -> int:
    """Make the fork and try it; return make's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        engine = forks.upstream(Path(folder) / "katalog", data=data_folder(ROOT))
        fork = forks.made(forks.fork(engine, Path(folder) / "lederkompasset"))
        _settle_packages(fork)
        print(f"The fork »{forks.ANSWERS['NAVN']}« is made; now: make {' '.join(TARGETS)}", flush=True)
        env = {key: value for key, value in os.environ.items() if key not in {"KATALOG_DATA", "KATALOG_URL"}}
        return subprocess.run(
            ["make", "-C", str(fork), f"VENV={sys.prefix}", *TARGETS], env=env, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
