"""What a reader keeps: ticked, noted, shared, come by a file, in trouble."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import mkdtemp

from playwright.sync_api import Page, expect

from tests.support.engines.hardships import BLOCKED, FULL, LOCAL, SESSION
from tests.support.invented import ID, KEY, QUESTIONS, THEME
from tests.support.states.table import opened, state

MINE, BOOKLET, ASIDE = "samarbejder/", "haefte/", "gendan/"
LONG = "Vi ringer til hinanden, før vi sender noget videre. " * 6


def file(words: str) -> Path:
    """Return a file with some words."""
    made = Path(mkdtemp()) / "fil.json"
    made.write_text(words, encoding="utf-8")
    return made


@state
def ticked(page: Page, address: str) -> None:
    """A box ticked, with the question of where to keep it in sight."""
    opened(page, address + THEME).locator(".tjek input").first.check()
    expect(page.locator("[data-gem=her]")).to_be_visible()


@state
def kept_here(page: Page, address: str) -> None:
    """Kept on the computer, with the choice opened again."""
    ticked(page, address)
    page.locator("[data-gem=her]").click()
    page.locator("[data-del=skift]").click()


@state
def noted(page: Page, address: str) -> None:
    """A long note, a name and a day."""
    item = opened(page, address + THEME).locator(".tjek").first
    item.locator(".note summary").click()
    item.locator(".note textarea").fill(LONG)
    item.locator("[id^=who-]").fill("Hanne")
    item.locator("[id^=due-]").fill("2027-01-05")
    item.locator("[id^=due-]").blur()


@state
def with_parties(page: Page, address: str) -> None:
    """Questions with a field for each of three parties, and one answered."""
    beginning(page, address)
    page.locator("dialog[open] textarea").first.fill("Skolen\nJobcentret\nHospitalet")
    page.locator("dialog[open] [value=gem], dialog[open] .knap").first.click()
    opened(page, address + QUESTIONS)
    expect(page.locator(".spoergsmaal > li").first.locator("textarea")).to_have_count(4)
    page.locator(".spoergsmaal textarea").first.fill("Tid")
    page.locator(".spoergsmaal textarea").first.blur()


@state
def beginning(page: Page, address: str) -> None:
    """The dialog of a new collaboration, with its name."""
    opened(page, address + MINE, "katalog-collaborations").locator("[data-del=nyt]").click()
    page.locator("dialog[open] input").first.fill("Unge i Nordvestkvarteret")


@state
def overview(page: Page, address: str) -> None:
    """A collaboration on the overview, with all it holds opened."""
    noted(page, address)
    page.locator(".tjek [data-del=aftale]").first.click()
    page.locator("katalog-agreements form .knap").first.click()
    opened(page, address + MINE, "katalog-collaborations")
    page.evaluate("() => { for (const one of document.querySelectorAll('.samarb details')) one.open = true }")


@state
def removing(page: Page, address: str) -> None:
    """The question before a collaboration is deleted."""
    overview(page, address)
    page.locator("[data-handling=slet]").first.click()


@state
def sharing(page: Page, address: str) -> None:
    """A collaboration's link, ready to be copied."""
    overview(page, address)
    page.locator("[data-handling=del]").first.click()
    expect(page.locator("#del-link")).to_have_value(re.compile("#"))


@state
def clearing(page: Page, address: str) -> None:
    """The question before everything is cleared."""
    overview(page, address)
    page.locator("#ryd-alt").click()


@state
def something_arrived(page: Page, address: str) -> None:
    """What a file holds, before it is taken in."""
    records = {"om": {"at": 1, "name": "Fra en anden"}, "x": {"at": 2, "done": True}}
    words = json.dumps({"format": f"{ID}-eget", "version": 1, "collaborations": {"k-1": records}})
    opened(page, address + MINE, "katalog-collaborations").locator("[data-del=fil]").set_input_files(file(words))
    expect(page.locator("[data-del=ankommet]")).to_be_visible()


@state
def file_refused(page: Page, address: str) -> None:
    """A file that is none of ours."""
    opened(page, address + MINE, "katalog-collaborations").locator("[data-del=fil]").set_input_files(file("{"))
    expect(page.locator("[data-del=fejl]")).to_be_visible()


@state
def storage_closed(page: Page, address: str) -> None:
    """A browser that keeps nothing."""
    page.add_init_script(BLOCKED % LOCAL + BLOCKED % SESSION)
    _troubled(page, address)


@state
def storage_full(page: Page, address: str) -> None:
    """A browser without room."""
    page.add_init_script(FULL % LOCAL + FULL % SESSION)
    _troubled(page, address)


@state
def unreadable(page: Page, address: str) -> None:
    """Something kept that cannot be read."""
    page.add_init_script(f"sessionStorage.setItem({json.dumps(KEY)}, '{{')")
    _troubled(page, address)


@state
def newer(page: Page, address: str) -> None:
    """What a newer version kept."""
    page.add_init_script(f"sessionStorage.setItem({json.dumps(KEY)}, '{{\"version\":99}}')")
    _troubled(page, address)


def _troubled(page: Page, address: str) -> None:
    opened(page, address + THEME).locator(".tjek input").first.check()
    expect(page.locator("[data-del=besvaer]")).to_be_visible()


@state
def booklet(page: Page, address: str) -> None:
    """A booklet with a page, its checklist in it, and one of the items by itself."""
    opened(page, address + THEME)
    page.locator("katalog-paper summary").click()
    page.locator("katalog-paper [data-haefte]").click()
    page.locator("section.punkt [data-haefte]").first.click()
    opened(page, address + BOOKLET, "katalog-booklet")
    expect(page.locator("#haefte-sider > section")).to_have_count(2)


@state
def script_missing(page: Page, address: str) -> None:
    """A page whose script did not come."""
    page.route("**/elements/checklist.js", lambda route: route.abort())
    page.goto(address + THEME)
    expect(page.locator("#doed")).to_be_visible()


@state
def part_missing(page: Page, address: str) -> None:
    """A page on which something that was asked for did not come."""
    page.route("**/elements/place.js", lambda route: route.abort())
    opened(page, address + THEME)
    page.locator(".tjek input[type=checkbox]").first.check()
    expect(page.locator("#udeblev")).to_be_visible()


@state
def large_letters(page: Page, address: str) -> None:
    """A page in use with letters of twice the size."""
    noted(page, address)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")


@state
def text_spaced(page: Page, address: str) -> None:
    """A page in use with the room between letters, words and lines that WCAG 1.4.12 names."""
    noted(page, address)
    page.evaluate("""() => { for (const one of document.querySelectorAll("body *")) Object.assign(one.style, {
      lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em" }) }""")


@state
def nothing_of_hers(page: Page, address: str) -> None:
    """The overview of collaborations, empty."""
    opened(page, address + MINE, "katalog-collaborations")


@state
def nothing_gathered(page: Page, address: str) -> None:
    """The booklet, empty."""
    opened(page, address + BOOKLET, "katalog-booklet")


@state
def set_aside(page: Page, address: str) -> None:
    """What could not be read, beside what could, where it is taken in again."""
    records = {"x": {"at": 1, "done": True, "note": 17, "who": ["Hanne"]}, "STORT": {"at": 1}}
    words = json.dumps({"version": 1, "collaborations": {"uden-navn": records}})
    page.add_init_script(f"sessionStorage.setItem({json.dumps(KEY)}, {json.dumps(words)})")
    opened(page, address + ASIDE, ".gendan li")
