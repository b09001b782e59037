"""The browser engines the tests drive, behind one small way of opening pages, pressing, writing and asking."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack

import pytest
from playwright.sync_api import Browser

from tests.support.engines import chromium, firefox, webkit
from tests.support.engines.window import Engine
from tools.prepare import ENGINES, missing_engines

NAMES = ("chromium", *ENGINES)


class Engines:
    """Starts each engine the first time it is asked for; `playwright` is the Chromium that the suite has running."""

    def __init__(self, playwright: Browser) -> None:
        self._open = ExitStack()
        self._running: dict[str, Engine] = {"chromium": chromium.Chromium(playwright)}

    def __getitem__(self, name: str) -> Engine:
        """Return an engine; skips the test when it is not installed, and fails it where CI is to have all."""
        if name not in self._running:
            self._running[name] = self._open.enter_context(_started(name))
        return self._running[name]

    def close(self) -> None:
        """End what was started."""
        self._open.close()


def _started(name: str) -> AbstractContextManager[Engine]:
    if lacking := missing_engines([name]):
        told = (
            f"{name}: {' and '.join(one.piece for one in lacking)} not installed (python3 tools/prepare.py --engines)"
        )
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
    starts: dict[str, Callable[[], AbstractContextManager[Engine]]]
    starts = {"firefox": firefox.started, "webkit": webkit.started}
    return starts[name]()
