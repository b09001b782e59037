"""What a page shows of what is kept, and what stands in the browser's storages, asked in one go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Before the page's own scripts: the storages hold this and nothing else.
KEEP = """({ local = {}, session = {} }) => {
  for (const [area, kept] of [[localStorage, local], [sessionStorage, session]]) {
    area.clear();
    for (const [key, words] of Object.entries(kept)) area.setItem(key, words);
  }
}"""
# Once the page's checklist is alive: what is seen of two items, what is told, and all that is stored.
LOOK = """(key, ticked, noted) => {
  const list = document.querySelector("katalog-checklist");
  const items = [...document.querySelectorAll(".tjek")];
  if (!list || list.hidden || !items[noted].querySelector(".note textarea")) return null;
  const all = (name) => { try { return { ...window[name] }; } catch { return {}; } }; // {}: it is closed
  const trouble = list.querySelector("[data-del=besvaer]");
  return {
    done: items[ticked].querySelector("input").checked,
    note: items[noted].querySelector(".note textarea").value,
    told: trouble.checkVisibility() ? trouble.querySelector("[data-del=besvaer-tekst]").textContent : "",
    words: { ...trouble.dataset },
    name: key, local: all("localStorage"), session: all("sessionStorage"),
  };
}"""
TICK = """(n) => document.querySelectorAll(".tjek")[n].querySelector("input[type=checkbox]").click()"""


@dataclass(frozen=True)
class Kept:
    """What is seen, of two items and of trouble, the words there are to tell of it, and what is stored."""

    done: bool
    note: str
    told: str
    words: dict[str, str]
    name: str
    local: dict[str, str]
    session: dict[str, str]

    def raw(self, place: str) -> str | None:
        """Return the text that is kept in a place ("window" or "computer")."""
        return (self.local if place == "computer" else self.session).get(self.name)

    def records(self, place: str) -> list[dict[str, Any]]:
        """Return every record that is kept in a place, whatever its key."""
        try:
            held = json.loads(self.raw(place) or "{}")["collaborations"]
        except (ValueError, KeyError):
            return []
        return [one for records in held.values() for one in records.values() if isinstance(one, dict)]

    @property
    def aside(self) -> list[str]:
        """The texts that were set aside."""
        both = {**self.local, **self.session}
        return [words for key, words in both.items() if key.startswith(f"{self.name}:sat-til-side:")]

    def parts(self) -> Iterator[Any]:
        """Yield each value that was set aside from within a state."""
        for words in self.aside:
            yield from (part["value"] for part in json.loads(words)["parts"])
