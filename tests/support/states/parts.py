"""What the built pages keep hidden until there is something to show, and the dialogs in them, found in their HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
DATA = {"ord", "register"}  # holds words or names for a script, and is never shown


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is hidden, or a dialog, by a selector that finds it."""
        given = {name: value or "" for name, value in attrs}
        name = _named(given)
        if ("hidden" in given or tag == "dialog") and name and not DATA & {given.get("data-del"), given.get("class")}:
            host = next((one for one in reversed(self.open) if one.startswith("katalog-")), "body")
            host = "body" if "template" in self.open else host  # a copy of it may stand anywhere
            self.found.add(f"{host} {tag}{name}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what was left open in it."""
        while tag in self.open and self.open.pop() != tag:
            pass


def _named(given: dict[str, str]) -> str:
    for attribute in ("data-del", "id", "aria-labelledby"):
        if value := given.get(attribute):
            return f"[{attribute}='{value}']"
    return "".join(f".{one}" for one in given.get("class", "").split())


def that_wait(site: Path) -> set[str]:
    """Return a selector for each kind of hidden part and dialog that any page of a built site has."""
    found: set[str] = set()
    for path in site.rglob("*.html"):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        found |= reader.found
    return found
