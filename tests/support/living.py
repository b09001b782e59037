"""The living content in `data/` is closed to the tests of the machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.sites import DATA, ROOT

OPEN_TO = ("any", "content", "promises")  # folders of tests that are about what stands in data/
_shut = False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _shut and event == "open" and isinstance(arguments[0], str) and arguments[0].endswith(".yml"):
        path = Path(arguments[0]).resolve()
        if path.is_relative_to(DATA) or path.is_relative_to(ROOT / "data"):
            raise AssertionError(f"{path.relative_to(ROOT)} is living content: test the machine on tests/catalogue")


sys.addaudithook(_watch)


@contextmanager
def closed(to: Path) -> Iterator[None]:
    """Keep `data/` shut while a test of the machine (told by its file) runs."""
    global _shut
    _shut = Path(to).parent.name not in OPEN_TO
    try:
        yield
    finally:
        _shut = False
