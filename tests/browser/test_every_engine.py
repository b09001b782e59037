"""What readers do most, in each engine that is installed; everything else is asked of Chromium alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.browser import LIFELESS
from tests.support.elements import DEAD
from tests.support.engines import NAMES
from tests.support.engines.watched import Watched
from tests.support.engines.window import Tab, Visit
from tests.support.invented import INTERVIEW, KEY, QUESTIONS, THEME

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("visits", NAMES, indirect=True)]

MINE, BOOKLET = "samarbejder/", "haefte/"
BOX = ".tjek input[type=checkbox]"
CHECKED = f"(n) => [...document.querySelectorAll('{BOX}')].filter((one) => one.checked).length === n"
OPEN = "(open) => Boolean(document.querySelector('dialog[open]')) === open"
KEPT = f"() => JSON.parse(sessionStorage['{KEY}'] ?? localStorage['{KEY}']).collaborations"
VALUE = "(where, value) => document.querySelector(where)?.value === value"
NOTE = ".tjek .note textarea"
WORDS = "Ring til <b>Hanne</b> – på ængen"


def opened(tab: Tab, address: str) -> Tab:
    """Open a page and wait until its elements are alive."""
    tab.go(address)
    alive(tab)
    return tab


def alive(tab: Tab) -> None:
    """Wait until every element has its script, and those that begin hidden are shown."""
    hidden = "katalog-checklist, katalog-collaborations, katalog-booklet, katalog-paper, katalog-run, katalog-timer"
    tab.until(f"() => [...document.querySelectorAll(':is({hidden})')].every((one) => !one.hidden)")
    try:
        tab.until(f"() => document.querySelector('{DEAD}') === null")
    except AssertionError as error:
        raise AssertionError(tab.ask(LIFELESS)) from error


def kept(tab: Tab) -> list[dict[str, Any]]:
    """Return the records a tab keeps, whatever their collaboration and key."""
    return [record for records in tab.ask(KEPT).values() for record in records.values()]


def test_ticks_come_back(visits: Callable[[], Visit], served: Watched) -> None:
    """A tick is kept over a reload and on another page; it is taken back by button and made again by keys."""
    tab = opened(visits().tab(), served.address + THEME)
    tab.click(BOX)
    tab.until(CHECKED, 1)
    tab.reload()
    tab.until(CHECKED, 1)
    opened(tab, served.address + "tjeklister/")
    tab.until(CHECKED, 1)
    tab.click("[data-del=fortryd]")
    tab.until(CHECKED, 0)
    tab.press("Control", "Shift", "z")
    tab.until(CHECKED, 1)


def test_notes_come_back(visits: Callable[[], Visit], served: Watched) -> None:
    """A note with a name and a day is kept as it was written, over a reload, and its markup is only text."""
    tab = opened(visits().tab(), served.address + THEME)
    tab.click(".tjek .note summary")
    tab.write(NOTE, WORDS)
    tab.press("Tab")
    tab.fill(".tjek .note [id^=due-]", "2028-02-29")
    tab.reload()
    alive(tab)
    tab.until(VALUE, NOTE, WORDS)
    tab.until(VALUE, ".tjek .note [id^=due-]", "2028-02-29")
    assert not tab.ask("() => document.querySelectorAll('.tjek b').length")


def test_tabs_meet(visits: Callable[[], Visit], served: Watched) -> None:
    """What is written in two tabs on this computer stands in both, and in a third that is opened later."""
    visit = visits()
    one = opened(visit.tab(), served.address + THEME)
    one.click(BOX)
    one.click("[data-gem=her]")
    two = opened(visit.tab(), served.address + THEME)
    two.until(CHECKED, 1)
    two.click(BOX, nth=1)
    one.until(CHECKED, 2)
    one.click(BOX, nth=2)
    two.until(CHECKED, 3)
    opened(visit.tab(), served.address + "tjeklister/").until(CHECKED, 3)


def shared(visit: Visit, served: Watched) -> Tab:
    """Tick and write as one leader, and return her tab on the page of collaborations."""
    tab = opened(visit.tab(), served.address + THEME)
    tab.click(BOX)
    tab.click(".tjek .note summary")
    tab.write(NOTE, WORDS)
    tab.press("Tab")
    return opened(tab, served.address + MINE)


def taken_in(tab: Tab, served: Watched) -> None:
    """Take in what has come, and see that the note is as it was written."""
    tab.click("[data-del=flet]")
    tab.until("() => !document.querySelector('[data-del=ankommet]').checkVisibility()")
    assert WORDS in [one.get("note") for one in kept(tab)]
    opened(tab, served.address + THEME).until(CHECKED, 1)


def test_links_carry(visits: Callable[[], Visit], served: Watched) -> None:
    """What one leader shares as a link, another takes in."""
    tab = shared(visits(), served)
    tab.click("[data-handling=del]")
    tab.until("() => document.querySelector('#del-link').value.includes('#')")
    link = tab.ask("() => document.querySelector('#del-link').value")
    taken_in(opened(visits().tab(), link), served)


def test_files_carry(visits: Callable[[], Visit], served: Watched, tmp_path: Path) -> None:
    """What one leader saves as a file, another takes in."""
    tab = shared(visits(), served)
    tab.click("[data-del=gem-alle]")
    words = tab.until("async () => window.made.at(-1)?.text()")
    file = tmp_path / "mit.json"
    file.write_text(words, encoding="utf-8")
    other = opened(visits().tab(), served.address + MINE)
    other.hand("[data-del=fil]", file)
    taken_in(other, served)


def test_search_leads_to_the_entry(visits: Callable[[], Visit], served: Watched) -> None:
    """Ctrl+K, a word, arrow down, Enter: the reader stands at the entry; Escape and a press beside close the dialog."""
    tab = opened(visits().tab(), served.address + THEME)
    tab.press("Control", "k")
    tab.until(OPEN, True)
    tab.press("Escape")
    tab.until(OPEN, False)
    tab.click(".soeg-aabner")
    tab.until(OPEN, True)
    tab.press_at(3, 790)
    tab.until(OPEN, False)
    tab.press("Control", "k")
    tab.write("#soeg-felt", "tålsomhed")
    tab.reads(".soeg__svar li", "ålsom")
    tab.press("ArrowDown")
    tab.press("Enter")
    tab.until("() => location.href.endsWith('kompetencer/#taalsomhed')")


def test_run_mode_and_clock(visits: Callable[[], Visit], served: Watched) -> None:
    """One item at a time fills the screen, keys lead on, a tick there is a tick, its clock runs on over a reload."""
    tab = opened(visits().tab(), served.address + THEME)
    tab.click("katalog-run [data-del=aabn]")
    tab.until(OPEN, True)
    tab.press("ArrowRight")
    tab.reads("dialog [data-del=hvor]", "2 af")
    tab.click(f"dialog {BOX}")
    tab.click("dialog katalog-timer [data-del=start]")
    face = "() => document.querySelector('katalog-timer [data-del=tal]').textContent"
    whole = tab.ask(face)
    tab.until(f"(whole) => ({face})() !== whole", whole)
    tab.press("Escape")
    tab.until(OPEN, False)
    tab.until(CHECKED, 1)
    tab.reload()
    alive(tab)
    tab.until(f"(whole) => ({face})() !== whole", whole)  # its script comes when there is a clock that runs
    assert minutes(tab.ask(face)) < minutes(whole)


def minutes(face: str) -> int:
    """Return the seconds on the face of a clock."""
    found = re.fullmatch(r"(\d+):(\d\d)", face.strip())
    assert found, face
    return int(found[1]) * 60 + int(found[2])


def test_paper_is_asked_for(visits: Callable[[], Visit], served: Watched) -> None:
    """The button for a blank print asks the browser for paper, with the page marked as blank."""
    tab = opened(visits().tab(), served.address + THEME)
    tab.click("katalog-paper summary")
    tab.click("[data-print=blank]")
    tab.until("() => window.printed === 1 && document.body.classList.contains('blank')")


def test_booklet_is_gathered(visits: Callable[[], Visit], served: Watched) -> None:
    """Two pages laid in the booklet stand there whole, and a tick in it is a tick on the page."""
    tab = visits().tab()
    for page in (THEME, QUESTIONS):
        opened(tab, served.address + page)
        tab.click("katalog-paper summary")
        tab.click("katalog-paper [data-haefte]")
    opened(tab, served.address + BOOKLET)
    tab.until("() => document.querySelectorAll('#haefte-sider > section').length === 2")
    tab.click(f"#haefte-sider {BOX}")
    opened(tab, served.address + THEME).until(CHECKED, 1)


def test_interview_is_planned(visits: Callable[[], Visit], served: Watched) -> None:
    """Names give roles, and they are there after a reload."""
    tab = opened(visits().tab(), served.address + INTERVIEW)
    for number, name in enumerate(("Hanne", "Ole", "Siv"), 1):
        tab.write(f"#deltager-{number}", name)
    tab.click("katalog-interview form button:not([type])")
    tab.until("() => document.querySelectorAll('katalog-interview tbody tr').length === 3")
    tab.reload()
    tab.until("() => document.querySelectorAll('katalog-interview tbody tr').length === 3")
