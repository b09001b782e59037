"""What the tests ask of a browser, whichever it is: visits, the tabs of a visit, and what a hand does in a tab."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

ZONE = "Europe/Copenhagen"  # where the clocks of every engine stand
SIZE = (1280, 900)
PATIENCE = 20.0  # seconds; how long a busy machine may take, what is there at once is not waited for

# The place on the screen of the first thing seen that fits, and that nothing lies over; null while there is none.
PLACE = """(where, words, nth) => {
  const plain = (text) => text.replaceAll("\\u00ad", "").replace(/\\s+/g, " ").trim();
  const seen = [...document.querySelectorAll(where)].filter((one) => one.checkVisibility());
  const one = (words === null ? seen : seen.filter((found) => plain(found.textContent) === words))[nth];
  if (!one) return null;
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const box = one.getBoundingClientRect();
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const hit = document.elementFromPoint(x, y);
  return hit && (one.contains(hit) || hit.contains(one) && hit.closest("label, a, button")) ? [x, y] : null;
}"""
PASTE = """(words) => document.execCommand("insertText", false, words)"""
FILL = """(where, value) => {
  const field = document.querySelector(where);
  field.focus();
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}"""


def as_json(script: str, arguments: tuple[Any, ...]) -> str:
    """Return an expression that calls a JavaScript function, waits for it, and gives its answer as JSON."""
    return f"(async () => JSON.stringify((await ({script})(...{json.dumps(arguments)})) ?? null))()"


class Tab(ABC):
    """A tab of a browser."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Open an address, and wait until the page and all it fetches at once is there."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page anew, and wait for it."""

    @abstractmethod
    def back(self) -> None:
        """Go back as the button does."""

    @abstractmethod
    def answer(self, expression: str) -> str:
        """Return the text that a promise in the page comes to. Raises RuntimeError with what it failed with."""

    @abstractmethod
    def press_at(self, x: int, y: int) -> None:
        """Press the mouse at a place on the screen."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys together, by their names ("Control", "Enter"), and let them go."""

    @abstractmethod
    def hand(self, where: str, file: Path) -> None:
        """Choose a file in a file field."""

    @abstractmethod
    def close(self) -> None:
        """Close the tab."""

    def ask(self, script: str, *arguments: Any) -> Any:
        """Return what a JavaScript function answers in the page, or what its promise comes to."""
        return json.loads(self.answer(as_json(script, arguments)))

    def until(self, script: str, *arguments: Any) -> Any:
        """Ask until the answer says something, and return it. Raises AssertionError when it never does."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                found = self.ask(script, *arguments)
            except RuntimeError as error:  # the page was on its way to another
                found, said = None, str(error)
            else:
                said = f"still {found!r}"
            if found:
                return found
            assert time.monotonic() < end, f"{script} {arguments}: {said}"
            time.sleep(0.03)

    def click(self, where: str, words: str | None = None, nth: int = 0) -> None:
        """Press the middle of what a selector finds, of those with just these words the one of that number.

        It is pressed when it has stood still for a moment: what comes above it when a page opens moves it.
        """
        before: list[int] = []
        place: list[int] = self.until(PLACE, where, words, nth)
        while place != before:
            time.sleep(0.1)
            before, place = place, self.until(PLACE, where, words, nth)
        self.press_at(*place)

    def write(self, where: str, words: str) -> None:
        """Go to a field and write in it, as a hand does that pastes."""
        self.click(where)
        self.ask(PASTE, words)

    def fill(self, where: str, value: str) -> None:
        """Give a field a value and say so, as the browser's own pickers of dates do."""
        self.ask(FILL, where, value)

    def reads(self, where: str, words: str) -> None:
        """Wait until what is seen at a place has these words in it."""
        script = """(where, words) => [...document.querySelectorAll(where)].some((one) =>
          one.checkVisibility() && one.textContent.replaceAll("\\u00ad", "").includes(words))"""
        self.until(script, where, words)


class Visit(ABC):
    """A browser as a new reader has it: nothing kept, and tabs that share what comes to be."""

    @abstractmethod
    def tab(self) -> Tab:
        """Open a tab."""

    @abstractmethod
    def close(self) -> None:
        """Close every tab, and forget what was kept."""


class Engine(ABC):
    """A running browser."""

    name: str

    @abstractmethod
    def visit(self, empty: str) -> Visit:
        """Begin as somebody who was never here; `empty` is a page of the site without anything in it."""
