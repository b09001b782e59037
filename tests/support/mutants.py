"""`make mutants`: make each small mistake of `tests/mutants.yml` in a copy, and see whether the tests notice.

Prints killed or survived for each, and the part that was killed; exit 1 when that is under nine tenths. A mutation
that no longer has its one place in the code, or whose tests fail without it, is an error of the list: exit 2.
"""

from __future__ import annotations

import argparse
import os
import queue
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests/mutants.yml"
CODE = ("macros/**/*.py", "macros/**/*.typ", "docs/assets/js/**/*.js")
ENOUGH = 0.9
PATIENCE = 900  # seconds for one; who makes the code hang is seen too
FOUND, FINE = 1, 0  # pytest's own exit codes; any other says that the tests did not run


class ListError(Exception):
    """The list does not fit the code or the tests; the message names the mutation."""


@dataclass(frozen=True)
class Mutant:
    """A mistake: what it does to the reader, the text it takes the place of, and the tests that must see it."""

    why: str
    old: str
    new: str
    tests: str

    def place(self, root: Path) -> Path:
        """Return the one file that holds the old text once. Raises ListError."""
        files = [path for pattern in CODE for path in sorted(root.glob(pattern))]
        held = [(path, count) for path in files if (count := path.read_text("utf-8").count(self.old))]
        if [count for _, count in held] != [1]:
            raise ListError(f"»{self.why}«: {self.old!r} stands in {sum(count for _, count in held)} places, not one")
        return held[0][0]


def listed() -> list[Mutant]:
    """Return the mutations of the list."""
    return [Mutant(**row) for row in yaml.safe_load(LIST.read_text("utf-8"))]


def copied(root: Path) -> Path:
    """Return `root` with a copy of the files that git knows or would take in."""
    names = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(names, capture_output=True, check=True, encoding="utf-8").stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    return root


def run(root: Path, tests: str) -> int:
    """Run some tests in a copy; return pytest's exit code, 1 also when they never end."""
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-x", "-p", "no:cacheprovider", *shlex.split(tests)]
    try:
        done = subprocess.run(command, cwd=root, env=env, capture_output=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return FOUND
    return done.returncode


def tried(root: Path, mutant: Mutant) -> bool:
    """Whether the tests notice a mutation, made in a copy and taken back. Raises ListError."""
    path = mutant.place(root)
    text = path.read_text("utf-8")
    path.write_text(text.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        code = run(root, mutant.tests)
    finally:
        path.write_text(text, encoding="utf-8")
    if code not in {FOUND, FINE}:
        raise ListError(f"»{mutant.why}«: the tests {mutant.tests} did not run (pytest says {code})")
    return code == FOUND


def outcomes(mutants: list[Mutant], folder: Path, jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Yield each mutation and whether it was killed, in order; first see that all tests pass without any."""
    free: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for number in range(jobs):
        free.put(copied(folder / str(number)))

    def within(work: str | Mutant) -> bool:
        root = free.get()
        try:
            return tried(root, work) if isinstance(work, Mutant) else run(root, work) == FINE
        finally:
            free.put(root)

    with ThreadPoolExecutor(jobs) as pool:
        whole = sorted({mutant.tests for mutant in mutants})
        for tests, passed in zip(whole, pool.map(within, whole), strict=True):
            if not passed:
                raise ListError(f"{tests} fails as the code stands")
        yield from zip(mutants, pool.map(within, mutants), strict=True)


def main(argv: list[str] | None = None) -> int:
    """Try every mutation, or those whose reason holds a word; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.mutants", description=__doc__)
    parser.add_argument("word", nargs="?", default="", help="only mutations whose reason holds this")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    given = parser.parse_args(argv)
    mutants = [mutant for mutant in listed() if given.word in mutant.why]
    killed = 0
    try:
        for mutant in mutants:
            mutant.place(ROOT)
        with tempfile.TemporaryDirectory() as folder:
            for mutant, noticed in outcomes(mutants, Path(folder), given.jobs):
                killed += noticed
                print(f"{'killed  ' if noticed else 'SURVIVED'}  {mutant.why}", flush=True)
    except ListError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{killed} of {len(mutants)} killed ({killed / len(mutants):.0%})")
    return 0 if killed >= ENOUGH * len(mutants) else 1


if __name__ == "__main__":
    sys.exit(main())
