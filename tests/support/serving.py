"""Running `python -m macros.serve` for a test."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.grown import grow
from macros.server.site import LiveSite
from tests.support.sites import FIXTURE, copy_with_data

PATIENCE = 120.0  # seconds; how fast it is, is measured in bench/serve.py
ADDRESS = re.compile(r"http://[\d.]+:\d+/\S*")


def grown_site(folder: Path, chapters: int, origin: str = "https://example.org") -> LiveSite:
    """Return the site, before its first page, of the fixture catalogue grown to so many chapters."""
    root = copy_with_data(FIXTURE, folder / "root")
    grow(root / "data", chapters)
    site = LiveSite(root, origin, folder / "made")
    site.begin()
    return site


class Served:
    """A server that runs in a folder of its own; `said` is what it has written to its terminal."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.root = root
        self.said: list[str] = []
        command = [sys.executable, "-m", "macros.serve", *(arguments or ("--port", "0"))]
        self.scratch = root.parent / "scratch"
        self.scratch.mkdir(exist_ok=True)
        env = {**os.environ, "KATALOG_URL": "https://example.org/et/sted/", "TMPDIR": str(self.scratch)}
        self.process = subprocess.Popen(
            command, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._spoke = threading.Condition()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self._spoke:
                self.said.append(line.rstrip("\n"))
                self._spoke.notify_all()

    @property
    def address(self) -> str:
        """The address that the terminal says, once it says it. Raises AssertionError when it never does."""

        def found() -> str:
            return next((match[0] for line in self.said if (match := ADDRESS.search(line))), "")

        with self._spoke:
            self._spoke.wait_for(found, timeout=PATIENCE)
            assert found(), self.said
            return found()

    def stop(self) -> int:
        """End it as Ctrl+C does; return its exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code


@contextmanager
def served(root: Path, *arguments: str) -> Iterator[Served]:
    """Serve the repository at `root` on a free port for as long as the block lasts."""
    running = Served(root, *arguments)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()
