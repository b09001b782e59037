"""A catalogue grown to many chapters, for measuring: `python -m bench.grown CHAPTERS FOLDER` copies and grows ours.

A chapter that is added is a copy of one that is there, with ids of its own; what it points at stays.
"""

from __future__ import annotations

import itertools
import re
import shutil
import sys
from pathlib import Path

from tests.support.sites import CODE, ROOT

THEMES = "temaer"


def renamed(text: str, number: int) -> str:
    """Return a chapter's text with every id of its own made another, and its former ids left out."""
    text = re.sub(r"^( *(?:- )?id: *[\"']?)([a-z0-9-]{1,55})", rf"\1\2-{number}", text, flags=re.MULTILINE)
    text = re.sub(r"^(titel: *\".*)\"$", rf'\1 {number}"', text, flags=re.MULTILINE)
    return re.sub(r"^ *tidligere_id: *\[.*\]\n", "", text, flags=re.MULTILINE)


def grow(data: Path, chapters: int) -> None:
    """Add chapters to a data folder until it has so many. Raises StopIteration's kin when it has none to copy."""
    have = sorted((data / THEMES).glob("*.yml"))
    numbers = range(len(have) + 1, chapters + 1)
    for number, path in zip(numbers, itertools.cycle(have), strict=False):
        target = path.with_name(f"{path.stem}-{number}.yml")
        target.write_text(renamed(path.read_text(encoding="utf-8"), number), encoding="utf-8")


def copied(folder: Path, chapters: int = 0) -> Path:
    """Copy this repository's code and data to `folder` and grow it; return the copy's root."""
    for name in (*CODE, "data"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        folder.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, folder / name)
    grow(folder / "data", chapters)
    return folder


if __name__ == "__main__":
    print(copied(Path(sys.argv[2]), int(sys.argv[1])))
