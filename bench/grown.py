"""A catalogue grown to many chapters, for measuring: `python -m bench.grown CHAPTERS FOLDER [WORDS]` makes it.

A chapter that is added is a copy of one that is there, with ids of its own; what it points at stays. When WORDS are
asked for, every chapter first gets copies of its own points until its texts hold so many.
"""

from __future__ import annotations

import itertools
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.support.sites import CODE, ROOT

THEMES = "temaer"
POINTS = re.compile(r"(?<=^opmærksomhedspunkter:\n)(?:(?: .*)?\n)+", re.MULTILINE)
READ = {"titel", "resumé", "tekst", "eksempel", "drøft", "udbytte"}  # the fields that a page tells


def renamed(text: str, number: int | str) -> str:
    """Return a chapter's text with every id of its own made another, and its former ids left out."""
    text = re.sub(r"^( *(?:- )?id: *[\"']?)([a-z0-9-]{1,55})", rf"\1\2-{number}", text, flags=re.MULTILINE)
    text = re.sub(r"^(titel: *\".*)\"$", rf'\1 {number}"', text, flags=re.MULTILINE)
    return re.sub(r"^ *tidligere_id: *\[.*\]\n", "", text, flags=re.MULTILINE)


def told(value: object, key: str = "") -> Iterator[str]:
    """Yield every text of a file that a page tells."""
    if isinstance(value, dict):
        for name, child in value.items():
            yield from told(child, name)
    elif isinstance(value, list):
        for child in value:
            yield from told(child, key)
    elif isinstance(value, str) and key in READ:
        yield value


def words(text: str) -> int:
    """Return how many words of a file a page tells."""
    return sum(len(part.split()) for part in told(yaml.load(text, yaml.CBaseLoader)))


def lengthened(text: str, least: int) -> str:
    """Return a chapter's text with copies of its own points, until its page tells at least so many words."""
    found = POINTS.search(text)
    assert found, text[:200]
    points = [point for point in re.split(r"\n(?=  - id:)", found[0].rstrip("\n") + "\n") if point.strip()]
    for number, point in zip(itertools.count(1), itertools.cycle(points)):
        if words(text) >= least:
            return text
        at = POINTS.search(text)
        assert at
        copy = renamed(point, f"kopi-{number}").strip("\n")
        text = f"{text[: at.end()].rstrip()}\n\n{copy}\n\n{text[at.end() :].lstrip()}"
    raise AssertionError("points never end")


def grow(data: Path, chapters: int, least: int = 0) -> None:
    """Add chapters to a data folder until it has so many, each of at least so many words."""
    have = sorted((data / THEMES).glob("*.yml"))
    for path in have if least else ():
        path.write_text(lengthened(path.read_text(encoding="utf-8"), least), encoding="utf-8")
    numbers = range(len(have) + 1, chapters + 1)
    for number, path in zip(numbers, itertools.cycle(have), strict=False):
        target = path.with_name(f"{path.stem}-{number}.yml")
        target.write_text(renamed(path.read_text(encoding="utf-8"), number), encoding="utf-8")


def copied(folder: Path, chapters: int = 0, least: int = 0) -> Path:
    """Copy this repository's code and data to `folder` and grow it; return the copy's root."""
    for name in (*CODE, "data"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        folder.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, folder / name)
    grow(folder / "data", chapters, least)
    return folder


if __name__ == "__main__":
    print(copied(Path(sys.argv[2]), int(sys.argv[1]), *map(int, sys.argv[3:])))
