"""The page on privacy names whatever the scripts keep in a browser, and nothing that they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.browser import alive
from tests.support.invented import FREQUENT, ID, STORE
from tests.support.states import STATES
from tests.support.states.met import throwing_away
from tests.support.states.own import MINE, ticked
from tests.support.states.tools import found

pytestmark = pytest.mark.browser

# What is written, and what is there when it is taken away: a page that is left can tell nobody what it writes last.
HEARD = """for (const act of ["setItem", "removeItem"]) {
  const own = Storage.prototype[act];
  Storage.prototype[act] = function (name, value) {
    if (act === "setItem" || this.getItem(name) !== null) window.wrote(name);
    own.call(this, name, value);
  };
}"""
FIRST = {"eget:sat-til-side": "sat-til-side"}  # what is called after its second word


def ending(name: str) -> str:
    """Return what a name in the browser's storage is called on the page."""
    rest = name.removeprefix(f"{STORE}:").removeprefix(f"{ID}:")
    return next((called for start, called in FIRST.items() if rest.startswith(start)), rest.partition(":")[0])


def listening(context: Callable[..., BrowserContext], written: set[str]) -> Page:
    """Return a page in which all that scripts keep is noted by its name."""
    page = context(viewport={"width": 1440, "height": 900}).new_page()
    page.expose_function("wrote", lambda name: written.add(ending(name)))
    page.add_init_script(HEARD)
    return page


def named(page: Page, address: str) -> set[str]:
    """Return the names that the page on privacy tells."""
    page.goto(address + "privatliv/")
    return set(page.locator(".lagernavne dt").all_inner_texts())


def test_what_is_kept_is_named(context: Callable[..., BrowserContext], address: str) -> None:
    """Who uses all there is to keep finds each name on the page, and each name on the page was used."""
    written: set[str] = set()
    page = listening(context, written)
    throwing_away(page, address)
    page.keyboard.press("Escape")
    ticked(page, address)
    page.reload()  # a tab that keeps for itself is known by a name of its own
    page.locator("[data-del=skift]").click()
    page.locator("[data-gem=her]").click()
    page.locator("katalog-colour-choice button").click()
    found(page, address)
    page.locator("[data-genvej]").uncheck()
    page.locator(".soeg__svar a").first.click()
    page.goto(address + MINE)
    alive(page)
    page.locator("[data-del=mind]").check()
    with page.expect_download():
        page.locator("[data-del=gem-alle]").click()
    page.locator("[data-del=nyt]").click()
    page.locator("#ret-navn").fill(FREQUENT)
    page.keyboard.press("Escape")
    page.goto(address + "selvtest/")
    expect(page.locator(".selvtest__svar li").first).to_be_visible()
    page.goto(address + MINE)
    alive(page)
    page.locator("#ryd-alt").click()
    page.locator("[data-del=slet-ja]").click()
    expect(page.locator("[data-del=tom]")).to_be_visible()
    assert written == named(page, address)


@pytest.mark.sweep
def test_no_state_keeps_what_is_not_named(browser: Browser, address: str) -> None:
    """Whatever she does to come to any of the states, nothing is kept under a name that the page does not tell."""
    for name, come in STATES.items():
        written: set[str] = set()
        page = listening(browser.new_context, written)
        come(page, address)
        assert written <= named(page, address), name
        page.context.close()
