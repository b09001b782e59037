"""Whatever is wrong with what a browser has kept, the rest is there, it is told, and nothing is thrown away.

Each fault of `tests/support/stored.py`, on the computer and in the tab, in each engine: the page works, the words are
told, and what is stored is as it should be, before and after the reader goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from typing import Any

import pytest

from tests.support.engines import NAMES
from tests.support.engines.keeping import KEEP, LOOK, TICK, Kept
from tests.support.engines.watched import Watched
from tests.support.engines.window import Tab, Visit
from tests.support.invented import KEY, STORE, THEME
from tests.support.stored import KINDS, NOTHING, WHOLE, Fault, State, model

pytestmark = pytest.mark.browser

PLACES = ("window", "computer")
TICKED, NEXT, NOTED = 0, 1, 2  # numbers of the items of the page: done, to be done, and written about
NOTE = "Ring til <b>Hanne</b> – på ængen"


@pytest.fixture
def tab(visits: Callable[[], Visit], served: Watched) -> Iterator[Tab]:
    """Return a tab of a new reader."""
    yield visits().tab()
    served.before = ""


def base(tab: Tab, served: Watched) -> State:
    """Return what the page itself keeps of a tick and a note."""
    served.before = ""
    tab.go(served.address + THEME)
    tab.until(LOOK, KEY, TICKED, NOTED)
    tab.ask(TICK, TICKED)
    tab.ask(
        """(n, words) => { const field = document.querySelectorAll(".tjek")[n].querySelector(".note textarea");
        field.value = words;
        for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true })); }""",
        NOTED,
        NOTE,
    )
    kept = (
        "(key, words) => { const kept = sessionStorage[key] ?? ''; return kept.includes(words) && JSON.parse(kept); }"
    )
    made: State = tab.until(kept, KEY, NOTE)
    return made


def look(tab: Tab, served: Watched, words: str, place: str) -> Kept:
    """Open the page as somebody whose browser keeps these words there, and return what is seen and kept."""
    asked = {"local" if place == "computer" else "session": {KEY: words}}
    asked.setdefault("local", {})
    if place == "computer":
        asked["local"][f"{STORE}:sted"] = "her"
    served.before = f"({KEEP})({json.dumps(asked)});"
    tab.go(served.address + THEME)
    return Kept(**tab.until(LOOK, KEY, TICKED, NOTED))


def wrong(fault: Fault, words: str, aside: Any, seen: Kept, place: str) -> Iterator[str]:
    """Yield what is not as it should be before the reader has done anything."""
    if not fault.hidden and not (seen.done and seen.note == NOTE):
        yield f"the rest is hidden: done {seen.done}, note {seen.note!r}"
    if seen.told != seen.words.get(fault.trouble, ""):
        yield f"told {seen.told!r}, not of {fault.trouble!r}"
    if fault.trouble == "nyere":
        if seen.raw(place) != words:
            yield "a newer version's words were changed"
    elif aside is NOTHING:
        if seen.aside:
            yield f"set aside though it was filled in: {str(seen.aside)[:300]}"
    elif aside is WHOLE and words not in seen.aside:
        yield "the text was not set aside as it was"
    elif aside is not WHOLE and aside not in seen.parts():
        yield f"not set aside: {json.dumps(aside)[:60]} is not in {str(seen.aside)[:300]}"


def wrong_later(fault: Fault, words: str, before: Kept, after: Kept, place: str) -> Iterator[str]:
    """Yield what is not as it should be when she has ticked another item."""
    if fault.trouble == "nyere":
        if after.raw(place) != words:
            yield "a newer version's words were overwritten"
        return
    kept = after.records(place)
    if sum(one.get("done") is True for one in kept) != (1 if fault.hidden else 2):
        yield f"ticks were not kept: {kept}"
    if not fault.hidden and NOTE not in [one.get("note") for one in kept]:
        yield "the note is gone"
    if missing := [text for text in before.aside if text not in after.aside]:
        yield f"what was set aside is gone: {str(missing)[:200]}"


def tried(tab: Tab, served: Watched, fault: Fault, state: State, place: str) -> list[str]:
    """Return what is not as it should be with a fault in a place."""
    words, aside = fault.made(state)
    before = look(tab, served, words, place)
    found = [*wrong(fault, words, aside, before, place)]
    served.before = ""
    tab.ask(TICK, NEXT)
    after = Kept(**tab.ask(LOOK, KEY, TICKED, NOTED))
    found += [*wrong_later(fault, words, before, after, place)]
    told, served.wrong[:] = list(served.wrong), []
    return [f"{fault.name} ({place}): {one}" for one in [*found, *told]]


def test_there_are_enough() -> None:
    """The model gives at least 120 cases, and each field refuses something."""
    faults = [fault for make in KINDS.values() for fault in make()]
    assert len({fault.name for fault in faults}) == len(faults)
    assert len(faults) >= 120
    assert all(model()["fields"].values())


@pytest.fixture
def turn(request: pytest.FixtureRequest) -> int:
    """Return the number of the engine: a fault is tried in one place in each, and in both over all of them."""
    return NAMES.index(request.node.callspec.params["visits"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.sweep
def test_one_fault_hides_nothing_else(tab: Tab, served: Watched, kind: str, turn: int) -> None:
    """Every fault of a kind leaves all else to be seen, is told, and is kept as it was."""
    assert_none(tab, served, KINDS[kind](), turn)


def test_a_fault_of_each_kind(tab: Tab, served: Watched, turn: int) -> None:
    """So does one of each kind, and of the fields one of each value."""
    every = [(kind, fault) for kind in KINDS for fault in KINDS[kind]()]
    some = {fault.name.rpartition(": ")[2] if kind == "field" else kind: fault for kind, fault in every}
    assert_none(tab, served, some.values(), turn)


def assert_none(tab: Tab, served: Watched, faults: Iterable[Fault], turn: int) -> None:
    """Try each fault in a place. Raises AssertionError with every line of what is not as it should be."""
    state = base(tab, served)
    places = cycle(PLACES if turn % 2 else PLACES[::-1])
    found = [line for fault in faults for line in tried(tab, served, fault, state, next(places))]
    assert not found, "\n".join(found)
