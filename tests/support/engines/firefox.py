"""Firefox, by WebDriver BiDi: it speaks that by itself over a web socket, so no driver program is needed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

from tests.support.engines import actions
from tests.support.engines.window import SIZE, ZONE, Engine, Tab, Visit
from tools.prepare import programs

LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
PATIENCE = 180  # seconds for one answer, on a machine that does much else
PREFERENCES = {"intl.accept_languages": "da", "datareporting.policy.dataSubmissionEnabled": False}


class Line:
    """The web socket, and one session on it."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(f"{address}/session", timeout=PATIENCE, suppress_origin=True)
        self._last = 0
        self.say("session.new", capabilities={})

    def say(self, method: str, **parameters: Any) -> Any:
        """Give a command and return its result. Raises RuntimeError with Firefox's words when it is refused."""
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        while (told := json.loads(self._socket.recv())).get("id") != self._last:
            pass  # an event, or a late answer
        if told["type"] == "error":
            raise RuntimeError(f"{method}: {told['error']}: {told['message']}")
        return told["result"]

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


class FirefoxTab(Tab):
    """A browsing context."""

    def __init__(self, line: Line, reader: str) -> None:
        self._line = line
        self._id = line.say("browsingContext.create", type="tab", userContext=reader)["context"]
        width, height = SIZE
        self._say("browsingContext.setViewport", viewport={"width": width, "height": height})

    def _say(self, method: str, **parameters: Any) -> Any:
        return self._line.say(method, context=self._id, **parameters)

    def go(self, address: str) -> None:
        """Open an address."""
        self._say("browsingContext.navigate", url=address, wait="complete")

    def reload(self) -> None:
        """Load the page anew."""
        self._say("browsingContext.reload", wait="complete")

    def back(self) -> None:
        """Go back."""
        self._say("browsingContext.traverseHistory", delta=-1)

    def answer(self, expression: str) -> str:
        """Return what a promise comes to. Raises RuntimeError when it fails."""
        target = {"context": self._id}
        told = self._line.say("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if told["type"] == "exception":
            raise RuntimeError(told["exceptionDetails"]["text"])
        return str(told["result"]["value"])

    def press_at(self, x: int, y: int) -> None:
        """Press the mouse."""
        self._say("input.performActions", actions=actions.pressed(x, y))

    def press(self, *keys: str) -> None:
        """Press keys together."""
        self._say("input.performActions", actions=actions.struck(keys))

    def hand(self, where: str, file: Path) -> None:
        """Choose a file."""
        (field,) = self._say("browsingContext.locateNodes", locator={"type": "css", "value": where})["nodes"]
        self._say("input.setFiles", element={"sharedId": field["sharedId"]}, files=[str(file)])

    def close(self) -> None:
        """Close the tab."""
        self._say("browsingContext.close")


class FirefoxVisit(Visit):
    """A user context: what a container is in Firefox, with storage of its own."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._reader = line.say("browser.createUserContext")["userContext"]

    def tab(self) -> Tab:
        """Open a tab."""
        return FirefoxTab(self._line, self._reader)

    def close(self) -> None:
        """Remove the user context."""
        self._line.say("browser.removeUserContext", userContext=self._reader)


class Firefox(Engine):
    """A Firefox that listens."""

    name = "firefox"

    def __init__(self, line: Line) -> None:
        self._line = line

    def visit(self, empty: str) -> Visit:
        """Make a new user context."""
        return FirefoxVisit(self._line)


def _heard(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    said = []
    for line in process.stderr:
        said.append(line)
        if found := LISTENS.search(line):
            return found[1]
    raise AssertionError("Firefox did not start:\n" + "".join(said[-20:]))


@contextmanager
def started() -> Iterator[Firefox]:
    """Start a Firefox with a profile of its own. Raises AssertionError with its words when it does not start."""
    profile = Path(tempfile.mkdtemp(prefix="firefox-"))
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [programs("firefox")[0], "--headless", "--no-remote", "--remote-debugging-port", "0"]
    process = subprocess.Popen(
        [*command, "--profile", str(profile)],
        env={**os.environ, "TZ": ZONE, "HOME": str(profile)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        line = Line(_heard(process))
        yield Firefox(line)
        line.close()
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(profile, ignore_errors=True)
