"""The line doctor: what a line that YAML cannot read was meant to say, and the line as it should stand.

Each rule proposes a mended line; a proposal counts only when YAML then reads further than before. The mended lines are
read on in memory, so the mistakes further down are told in the same run. Lines are never added or removed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.read.levels import belongs, first_of_list, taken
from macros.read.lines import KEY, Fields, Lines, Slip, Spot, indent_of, name_in
from macros.read.rules import AROUND, HERE, LAST, OPENED, Rule
from macros.read.rules.places import LOST_DASH, missing_dash

BEFORE = 12  # how far above the place where the reader stopped the mistake may stand
AROUND_BEFORE = 5  # the same, where a line is weighed among its neighbours
LAST_BEFORE = 2  # the same, where nothing else was found
Proposal = tuple[int, Slip]  # how far the mended lines can be read, and the slip


@dataclass(frozen=True)
class Stopped:
    """Lines that cannot be read past the line `stop`, in the middle of what began at `start` (both from 0).

    `reach` says how far mended lines can be read.
    """

    lines: Lines
    stop: int
    start: int
    fields: Fields
    reach: Callable[[Lines], int]

    def above(self) -> list[int]:
        """Return the lines that are not empty from the place where reading stopped and up, the nearest first."""
        return [n for n in range(min(self.stop, len(self.lines) - 1), -1, -1) if self.lines[n].strip()]

    def best(self, rule: Rule, at: int) -> Proposal | None:
        """Return the proposal of a rule that reaches furthest past the stop, the first of equals."""
        best: Proposal | None = None
        for slip in rule(Spot(self.lines, at, self.fields)):
            if not slip.mended:
                return self.stop, slip
            reached = self.reach(slip.mended)
            if reached > (best[0] if best else self.stop):
                best = reached, slip
        return best

    def all(self, rules: Iterable[Rule], places: Iterable[int]) -> Iterator[Proposal]:
        """Yield the best of each rule at each place."""
        tried = (self.best(rule, at) for at in places for rule in rules)
        return (found for found in tried if found)


def diagnose(file: Stopped) -> Slip | None:
    """Return what is wrong with the line at or just above the stop, or None when no rule knows."""
    above = file.above()
    near = above[:BEFORE]
    opened = [n for n in range(file.start, file.stop) if n not in near and 0 <= n < len(file.lines)]
    for rules, places in ((HERE, near), (OPENED, opened)):
        if found := next(file.all(rules, places), None):
            return found[1]
    if known := sorted(_around(file, above), key=lambda found: _order(file, found)):
        return known[0][1]
    last = next(file.all(LAST, near[:LAST_BEFORE]), None)
    return last[1] if last else None


def _around(file: Stopped, above: list[int]) -> list[Proposal]:
    """Return what the rules propose that weigh a line among its neighbours."""
    places = above[:AROUND_BEFORE]
    if file.start < file.stop and file.start not in places:
        places = [*places, file.start]
    if (head := _head(file, above)) is not None and head not in places:
        places = [*places, head]
    first = first_of_list(file.lines, above[0] if above else 0)
    lost = [] if first is None else file.all([missing_dash], [first])
    return [*file.all(AROUND, places), *lost]


def _head(file: Stopped, above: list[int]) -> int | None:
    """Return the nearest line that stands less deep than the one where reading stopped: what that one lies under."""
    return next((n for n in above[1:] if indent_of(file.lines[n]) < indent_of(file.lines[above[0]])), None)


def _order(file: Stopped, found: Proposal) -> tuple[int, int, bool, int, bool, bool]:
    """Order by what reaches furthest, then fits its place, moves fewest lines, stands where its field already stood."""
    reached, slip = found
    moved = sum(old != new for old, new in zip(file.lines, slip.mended, strict=True))
    odd = indent_of(slip.fix) % 2  # a level is two spaces
    lost = slip.said.code != LOST_DASH.code
    return -reached, odd, _strange(file, slip), moved, lost, not _astray(file.lines, slip.line - 1)


def _strange(file: Stopped, slip: Slip) -> bool:
    """Whether a mended line is a field, or a text of a list, that cannot stand among those it then stands with."""
    at, deep = slip.line - 1, indent_of(slip.fix)
    if field := re.match(rf"^ *({KEY}) *:", slip.fix):
        return not belongs(slip.mended, at, deep, field[1], file.fields)
    if not slip.fix.lstrip().startswith("- ") or name_in(slip.fix[deep + 2 :]):
        return False
    beside = next((x for x in reversed(slip.mended[:at]) if x.startswith(f"{' ' * deep}- ")), "")
    return bool(name_in(beside[deep + 2 :]))


def _astray(lines: Lines, at: int) -> bool:
    """Whether a line's field stands already at the indent it now has."""
    field = re.match(rf"^ *({KEY}) *:", lines[at])
    return field is not None and taken(lines, at, indent_of(lines[at]), field[1])
