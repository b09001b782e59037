"""How a file is put on its one form by hand: for who edits in a browser, where no command can be run."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

MOST = 3  # changes that are told of a file, and lines of each
SHOWN = 100  # letters of a line


def changes(text: str, made: str) -> list[str]:
    """Return what to change in a text to make another of it, from the top; the last says how much more there is."""
    one, other = text.split("\n"), made.split("\n")
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    found = [(start, one[start:end], other[first:last]) for what, start, end, first, last in steps if what != "equal"]
    told = [told for step in found[:MOST] for told in _told(*step)]
    more = len(found) - MOST
    return [*told, *([f"og {more} {'sted' if more == 1 else 'steder'} mere"] if more > 0 else [])]


def _told(start: int, before: list[str], after: list[str]) -> Iterator[str]:
    """Yield what is said of lines (from 0) that are to be others: where they are, then what is to stand there."""
    where = f"linje {start + 1}" if len(before) == 1 else f"linje {start + 1}-{start + len(before)}"
    empty = not any(line.strip() for line in (before or after))
    if not before and empty:
        yield f"efter linje {start}: sæt en tom linje ind"
    elif not after:
        yield f"{where}: slet {'den tomme linje' if empty and len(before) == 1 else 'det, der står her'}"
    else:
        yield f"{where}: skriv" if before else f"efter linje {start}: sæt ind"
        yield from (f"  {line[:SHOWN]}{'…' if len(line) > SHOWN else ''}" for line in after[:MOST])
        yield from ["  …"] if len(after) > MOST else []
