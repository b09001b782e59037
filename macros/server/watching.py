"""Which files have changed since the last look, by their times and sizes, which works on every kind of disk."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

PAUSE = 0.05  # seconds between two looks at the files
SETTLE = 0.03  # seconds without a change after which a save is whole
State = dict[Path, tuple[int, int, int]]


def _files(path: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield what stands at a path, or in it; what is hidden or made by Python is none of ours."""
    try:
        if path.is_file():
            yield path, path.stat()
            return
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name == "__pycache__" or entry.name.endswith("~"):
                    continue
                if entry.is_dir():
                    yield from _files(Path(entry.path))
                else:
                    yield Path(entry.path), entry.stat()
    except OSError:  # gone while we looked
        return


def state(paths: Iterable[Path]) -> State:
    """Return time, size and number of every file at or below the paths."""
    return {file: (s.st_mtime_ns, s.st_size, s.st_ino) for path in paths for file, s in _files(path)}


def _after(seconds: float, paths: Iterable[Path]) -> State:
    time.sleep(seconds)
    return state(paths)


def changes(paths: Iterable[Path], seen: State) -> Iterator[set[Path]]:
    """Yield, for ever, the files that were changed, made or removed since `seen`, each save whole."""
    paths = tuple(paths)
    while True:
        time.sleep(PAUSE)
        now = state(paths)
        if now == seen:
            continue
        while (later := _after(SETTLE, paths)) != now:
            now = later
        changed = {path for path, _ in seen.items() ^ now.items()}
        seen = now
        if changed:
            yield changed
