"""What a page fetches only when it is asked for: told in the page when it does not come, and done when it does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.test_collaborations import create
from tests.support.browser import alive
from tests.support.elements import asked_for
from tests.support.invented import BOX, INTERVIEW, KEY, STAIRS, STORE, THEME
from tests.support.states.own import BOOKLET, MINE
from tests.support.states.tools import answer

pytestmark = pytest.mark.browser

Act = Callable[[Page, str], object]
ACTS: dict[str, Act] = {}
TOLD = "#udeblev"
HELD = {
    "version": 2,
    "collaborations": {
        "k-1": {
            "om": {"name": "Havnen", "v": {"name": [1, "a"]}},
            "baaden-frem": {
                "note": "Min",
                "v": {"note": [1, "a"]},
                "both": {"note": [{"value": "Din", "v": [2, "b"]}]},
            },
            "STORT": {"note": 17},
        }
    },
}


@pytest.fixture
def bare(browser: Browser, address: str) -> Iterator[Page]:
    """Return a page whose warnings in the console are what the test is about."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    yield page
    page.close()


def by(*names: str) -> Callable[[Act], Act]:
    """Say which modules are fetched when a reader does what a function does."""

    def made(act: Act) -> Act:
        ACTS.update({f"{name}.js": act for name in names})
        return act

    return made


def holding(page: Page) -> None:
    """Let the browser hold what another tab kept."""
    kept = {KEY: json.dumps(HELD), f"{STORE}:valgt": "k-1"}
    page.add_init_script(f"for (const [k, v] of Object.entries({json.dumps(kept)})) sessionStorage[k] ??= v")


@by("own/exchange")
def pastes_an_answer(page: Page, address: str) -> None:
    """Take in a leader's answer."""
    page.goto(address + STAIRS)
    page.get_by_label("Sæt svarene ind").fill("Hej")
    page.get_by_role("button", name="Læg svarene ind").click()


@by("own/meeting")
def meets(page: Page, address: str) -> None:
    """Take in two answers, and look at where they differ."""
    page.goto(address + STAIRS)
    page.get_by_label("Sæt svarene ind").fill(f"#svar={answer(1)} #svar={answer(2)}")
    page.get_by_role("button", name="Læg svarene ind").click()


@by("own/arrival")
def pastes_a_link(page: Page, address: str) -> None:
    """Read what was pasted on the overview."""
    page.goto(address + MINE)
    page.locator("summary", has=page.get_by_text("Sæt et link ind", exact=True)).click()
    page.locator("[data-del=laes-indsat]").click()


@by("own/editing")
def begins(page: Page, address: str) -> None:
    """Begin a collaboration."""
    page.goto(address + MINE)
    page.locator("[data-del=nyt]").click()


@by("own/card")
def looks_at_hers(page: Page, address: str) -> None:
    """Make a collaboration, which the overview shows at once."""
    page.goto(address + MINE)
    create(page, "Havnen")


@by("own/handing")
def hands_on(page: Page, address: str) -> None:
    """Hand on a collaboration."""
    looks_at_hers(page, address)
    page.get_by_role("button", name="Del: Havnen").click()


@by("own/excerpts")
def gathers(page: Page, address: str) -> None:
    """Lay a page in the booklet, and look at it."""
    page.goto(address + THEME)
    page.locator("katalog-paper summary").click()
    page.locator("katalog-paper [data-haefte]").click()
    page.goto(address + BOOKLET)


@by("own/passing")
def is_handed_a_booklet(page: Page, address: str) -> None:
    """Open the link of a booklet."""
    page.goto(f"{address}{BOOKLET}#haefte=klippet")


@by("own/handout")
def takes_minutes(page: Page, address: str) -> None:
    """Agree on something, and copy the minutes."""
    page.goto(address + THEME)
    page.get_by_label("Hvad skal ske?").fill("Ring")
    page.get_by_label("Hvad skal ske?").press("Enter")
    page.locator("[data-del=referat]").click()


@by("own/running", "elements/timer")
def shows_on_the_wall(page: Page, address: str) -> None:
    """Show the items one at a time."""
    page.goto(address + THEME)
    page.locator("katalog-run [data-del=aabn]").click()


@by("own/rounds")
def plans_an_interview(page: Page, address: str) -> None:
    """Deal the roles of an interview."""
    page.goto(address + INTERVIEW)
    alive(page)
    for number, name in enumerate(("Hanne", "Ole", "Siv"), 1):
        page.locator(f"#deltager-{number}").fill(name)
    page.locator("katalog-interview form button:not([type])").click()


@by("own/measured")
def measures(page: Page, address: str) -> None:
    """Measure a step."""
    page.goto(address + STAIRS)
    alive(page)
    page.locator(".trappevalg input").first.check()
    page.get_by_role("button", name="Gem som måling").click()


@by("own/choosing", "elements/both", "elements/collaboration")
def has_material(page: Page, address: str) -> None:
    """Come with material in which two wrote to one field."""
    holding(page)
    page.goto(address + THEME)


@by("own/recover")
def takes_it_in_again(page: Page, address: str) -> None:
    """Take in what can be read of something set aside."""
    holding(page)
    page.goto(f"{address}gendan/")
    page.locator(".gendan [data-del=tag]").first.click()


@by("elements/place")
def ticks(page: Page, address: str) -> None:
    """Tick a box."""
    page.goto(address + THEME)
    page.get_by_label(BOX, exact=True).check()


@by("behaviours/lead-on")
def follows_an_old_link(page: Page, address: str) -> None:
    """Come to a page for an entry that is not there."""
    page.goto(f"{address}{THEME}#trin-kajen")


@pytest.mark.parametrize("name", asked_for())
def test_what_does_not_come_is_told(bare: Page, address: str, name: str) -> None:
    """A module that is refused when it is asked for is told in one line in sight, which asks her to try again."""
    assert name in ACTS, f"say above how a reader comes to need {name}"
    bare.route(f"**/js/{name}", lambda route: route.abort())
    ACTS[name](bare, address)
    expect(bare.locator(TOLD)).to_be_in_viewport()
    expect(bare.locator(TOLD)).to_contain_text("Prøv igen")
    expect(bare.locator("#doed")).to_be_hidden()


def test_a_second_try_is_done_and_the_line_goes(bare: Page, address: str) -> None:
    """When the module comes after all, what she asks for is done, and nothing is told to be missing."""
    bare.route("**/own/editing.js", lambda route: route.abort())
    begins(bare, address)
    expect(bare.locator(TOLD)).to_be_visible()
    bare.unroute("**/own/editing.js")
    bare.locator("[data-del=nyt]").click()
    expect(bare.locator("dialog[open] input").first).to_be_visible()
    expect(bare.locator(TOLD)).to_be_hidden()


def test_a_press_is_done_when_what_it_needs_has_come(page: Page, address: str) -> None:
    """Presses while a module is on its way are carried out, in their order, when it has come."""
    held: list[Route] = []
    page.route("**/own/exchange.js", lambda route: held.append(route))
    page.goto(address + STAIRS)
    field = page.get_by_label("Sæt svarene ind")
    press = page.get_by_role("button", name="Læg svarene ind")
    field.fill(f"#svar={answer(1)}")
    press.click()
    press.click()
    expect(page.locator("[data-del=modtaget] p")).to_have_count(0)
    held[0].continue_()
    expect(page.locator("[data-del=antal]")).to_have_text("1 svar er lagt ind.")
    expect(page.locator("[data-del=modtaget] p")).to_have_text(re.compile("."))
