"""What she writes is kept, or she is told, whatever the browser, its clock or another tab does: in every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.support.elements import DEAD
from tests.support.engines import hardships
from tests.support.engines.hardships import CLOCK, Hardship
from tests.support.engines.keeping import LOOK, TICK, Kept
from tests.support.engines.watched import Watched
from tests.support.engines.window import Tab, Visit
from tests.support.invented import KEY, THEME

pytestmark = pytest.mark.browser

HERE = "() => document.querySelector('[data-gem=her]').click()"
TICKED = "(n) => [...document.querySelectorAll('.tjek input[type=checkbox]')].filter((one) => one.checked).length === n"
TOLD_DAY = "(words) => document.querySelector('.tjek .note__om')?.textContent.includes(words)"
MINE = "samarbejder/"


@pytest.fixture(autouse=True)
def calm(served: Watched) -> Iterator[None]:
    """Let the next test begin without what this one put before the scripts."""
    yield
    served.before = ""


def seen(tab: Tab) -> Kept:
    """Return what is seen and kept, once the page is alive."""
    return Kept(**tab.until(LOOK, KEY, 0, 1))


def opened(tab: Tab, served: Watched, before: str = "") -> Tab:
    """Open the chapter with something before its scripts, and wait until it is alive."""
    served.before = before
    tab.go(served.address + THEME)
    seen(tab)
    return tab


def here(tab: Tab) -> None:
    """Answer the question where things are kept, when it has come: on this computer."""
    tab.until("() => Boolean(customElements.get('katalog-place'))")
    tab.ask(HERE)


def led(tab: Tab, address: str) -> None:
    """Go on to a page as a link does, and wait until it is alive: what is typed may be given to another process."""
    tab.ask("(address) => { location.href = address }", address)
    tab.until("(address, dead) => location.href === address && !document.querySelector(dead)", address, DEAD)


@pytest.mark.parametrize("hardship", hardships.STORAGE, ids=lambda one: one.name)
def test_storage_that_does_not_keep(visits: Callable[[], Visit], served: Watched, hardship: Hardship) -> None:
    """A tick is seen, and kept, or she is told why not: while the tab keeps it and once the computer is to."""
    tab = opened(visits().tab(), served, hardship.script)
    tab.ask(TICK, 0)
    in_tab = seen(tab)
    assert (in_tab.done, in_tab.told) == (True, in_tab.words.get(hardship.in_tab, ""))
    here(tab)
    on_computer = seen(tab)
    assert (on_computer.done, on_computer.told) == (True, on_computer.words.get(hardship.on_computer, ""))
    served.before = ""
    tab.reload()
    kept = seen(tab)
    assert kept.done is (hardship.on_computer == "" or hardship.stays)


@pytest.mark.parametrize("moment", hardships.MOMENTS)
def test_day_is_that_of_the_clock_on_the_wall(visits: Callable[[], Visit], served: Watched, moment: str) -> None:
    """A tick at any hour, also where clocks are put forward or back, is of the day that the wall's clock says."""
    tab = opened(visits().tab(), served, CLOCK % moment)
    tab.ask(TICK, 0)
    tab.until(TOLD_DAY, hardships.written(moment))
    served.before = CLOCK % hardships.day_after(moment)
    tab.reload()
    tab.until(TOLD_DAY, hardships.written(moment))


@pytest.mark.parametrize("moment", ["1970-01-01T00:00:01", "2099-12-31T23:59:50"])
def test_clock_that_is_wrong(visits: Callable[[], Visit], served: Watched, moment: str) -> None:
    """What is ticked by a clock that stands years away is there when it is right again, and can be changed."""
    tab = opened(visits().tab(), served, CLOCK % moment)
    tab.ask(TICK, 0)
    served.before = ""
    tab.reload()
    right = seen(tab)
    assert (right.done, right.told) == (True, "")
    tab.ask(TICK, 0)
    tab.reload()
    assert not seen(tab).done


def test_clock_that_goes_backwards(visits: Callable[[], Visit], served: Watched) -> None:
    """The last that she did counts, though the clock was put back before she did it, here and in another tab."""
    visit = visits()
    tab = opened(visit.tab(), served, CLOCK % "2027-03-02T12:00:00")
    tab.ask(TICK, 0)
    here(tab)
    for moment, done in (("2027-03-01T12:00:00", False), ("2027-02-01T12:00:00", True), ("2026-01-01T12:00:00", False)):
        served.before = CLOCK % moment
        tab.reload()
        assert seen(tab).done is not done
        tab.ask(TICK, 0)
        tab.reload()
        assert seen(tab).done is done
    assert not seen(opened(visit.tab(), served)).done


def test_three_tabs_at_once(visits: Callable[[], Visit], served: Watched) -> None:
    """Three tabs write turn about, each something of its own, and nothing of it is lost in any of them."""
    visit = visits()
    tabs = [opened(visit.tab(), served)]
    tabs[0].ask(TICK, 0)
    here(tabs[0])
    tabs += [opened(visit.tab(), served) for _ in range(2)]
    for number in range(1, 10):
        tabs[number % 3].ask(TICK, number)
    for tab in tabs:
        tab.until(TICKED, 10)
        assert sum(one.get("done") is True for one in seen(tab).records("computer")) == 10


def test_back_from_the_cache(visits: Callable[[], Visit], served: Watched) -> None:
    """A page that the browser shows again has what was ticked and kept meanwhile, and can take a step back."""
    tab = opened(visits().tab(), served)
    tab.ask(TICK, 0)
    here(tab)
    led(tab, served.address + "tjeklister/")
    tab.until(TICKED, 1)
    tab.ask(TICK, 1)
    tab.until(TICKED, 2)
    tab.back()
    tab.until("() => location.pathname.endsWith('holmen/')")
    tab.until(TICKED, 2)
    tab.ask("() => document.querySelector('[data-del=fortryd]').click()")
    tab.until(TICKED, 1)


def test_clearing_is_final(visits: Callable[[], Visit], served: Watched) -> None:
    """After »Ryd alt« nothing of hers is in the browser, on no page she goes back to, and in no other tab."""
    visit = visits()
    tab = opened(visit.tab(), served)
    tab.ask(TICK, 0)
    here(tab)
    other = opened(visit.tab(), served)
    other.until(TICKED, 1)
    led(tab, served.address + MINE)
    tab.click("#ryd-alt")
    tab.click("dialog[open] [data-del=slet-ja]")
    tab.until("(key) => localStorage[key] === undefined && sessionStorage[key] === undefined", KEY)
    tab.back()
    tab.until("() => location.pathname.endsWith('holmen/')")
    tab.until(TICKED, 0)
    tab.go(served.empty)
    kept = tab.ask("(key) => [localStorage[key], sessionStorage[key]].map((words) => JSON.parse(words ?? '{}'))", KEY)
    assert not any(records for state in kept for records in state.get("collaborations", {}).values())
