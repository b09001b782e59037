"""What of the repository is its owner's and what is the engine's: `new` replaces the first, `upgrade` leaves it alone.

Knows files and git, not what stands in them.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

# The owner's files and folders. The first are somebody's content, and what is true of that content alone.
CONTENT = ("data", "tests/content", "tests/promises", ".github/forside.png")
SETTINGS = ("LICENSE-CONTENT", "CODEOWNERS", ".github/CODEOWNERS")  # the last is ours, and of forks from before
ENGINE = ("data/README.md",)  # stands among the owner's, but tells how the engine reads them


@dataclass(frozen=True)
class Part:
    """A part of an engine's file that is the owner's: all that the pattern matches, once."""

    file: str
    pattern: re.Pattern[str]

    def of(self, text: str) -> str:
        """Return the part of a file's text, or "" when it has none."""
        found = self.pattern.search(text)
        return found[0] if found else ""

    def put(self, text: str, part: str) -> str:
        """Return a file's text with another part in place of its own."""
        return self.pattern.sub(lambda _: part, text, count=1)


NAME = Part("pyproject.toml", re.compile(r'^name = "[^"\n]*"$', re.MULTILINE))
OPENING = Part("README.md", re.compile(r"\A.*?(?=^## )", re.MULTILINE | re.DOTALL))  # all before the first chapter
PARTS = (NAME, OPENING)


def is_owned(path: str) -> bool:
    """Whether a path, seen from the repository's root, is the owner's."""
    return path not in ENGINE and any(path == name or path.startswith(f"{name}/") for name in (*CONTENT, *SETTINGS))


class GitError(Exception):
    """Git could not do what was asked; the message is its own."""


def git(root: Path, *words: str) -> str:
    """Return what git says in the repository at `root`. Raises GitError."""
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise GitError((done.stderr or done.stdout).strip())
    return done.stdout


def changed(root: Path) -> list[str]:
    """Return the tracked files that are changed, and the owner's that git does not know. Raises GitError."""
    known = git(root, "status", "--porcelain", "--untracked-files=no").splitlines()
    content = git(root, "status", "--porcelain", "--", *CONTENT).splitlines()
    return sorted({line[3:] for line in (*known, *content)})
