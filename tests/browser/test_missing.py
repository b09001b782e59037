"""A script that does not come, and a browser that is too old: told in the page, and nothing looks kept that is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.test_axe import violations
from tests.support.browser import alive
from tests.support.invented import BOX, MATRIX, STAIRS, THEME

pytestmark = pytest.mark.browser

BLOCKED = ("main.js", "store.js", "base/element.js", "own/page.js", "elements/checklist.js")
MINE = ("samarbejder/", "haefte/")


@pytest.fixture
def bare(browser: Browser, address: str) -> Iterator[Page]:
    """Return a page whose errors in the console are what the test is about."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


@pytest.mark.parametrize("module", BLOCKED)
def test_a_blocked_script_is_told(bare: Page, address: str, module: str) -> None:
    """One line in sight says so, boxes that would not be kept are disabled, and what never came takes no room."""
    bare.route(f"**/js/{module}", lambda route: route.abort())
    bare.goto(address + THEME)
    line = bare.get_by_role("alert").filter(has_text="Genindlæs siden")
    expect(line).to_be_in_viewport()
    expect(bare.get_by_label(BOX, exact=True)).to_be_disabled()
    expect(bare.locator("katalog-checklist")).to_be_hidden()
    assert bare.locator(".venter:visible").count() == 0


def test_a_stale_module_is_told(bare: Page, address: str) -> None:
    """A module from an older day, which lacks what a new one asks of it, is told like one that never came."""
    bare.route(
        "**/own/page.js", lambda route: route.fulfill(content_type="text/javascript", body="export const old = 1;")
    )
    bare.goto(address + THEME)
    expect(bare.locator("#doed")).to_be_in_viewport()
    expect(bare.get_by_label(BOX, exact=True)).to_be_disabled()


def test_an_element_that_fails_at_once_is_told(bare: Page, address: str) -> None:
    """An element whose own code fails when it comes into the page counts as one that never came."""
    bare.add_init_script("delete window.AbortController")
    bare.goto(address + THEME)
    expect(bare.locator("#doed")).to_be_in_viewport()
    expect(bare.get_by_label(BOX, exact=True)).to_be_disabled()


def test_only_what_is_dead_is_closed(bare: Page, address: str) -> None:
    """Without the staircase its steps cannot be chosen, while the rest of the page is kept as always."""
    bare.route("**/elements/staircase.js", lambda route: route.abort())
    bare.goto(address + STAIRS)
    expect(bare.locator("#doed")).to_be_in_viewport()
    expect(bare.locator(".trappevalg input").first).to_be_disabled()
    expect(bare.locator("katalog-checklist")).to_be_visible()


@pytest.mark.parametrize("url", MINE)
def test_her_own_pages_say_why_they_are_empty(bare: Page, address: str, url: str) -> None:
    """»Mine samarbejder« and the booklet, which are nothing without scripts, say that one did not come."""
    bare.route("**/own/state.js", lambda route: route.abort())
    bare.goto(address + url)
    expect(bare.locator("#doed")).to_be_in_viewport()


def test_a_frame_without_an_origin_is_told(bare: Page, address: str) -> None:
    """In a frame that may run scripts but has no origin of its own, no module comes: that is told in it."""
    bare.route(
        "**/ramme.html",
        lambda route: route.fulfill(
            content_type="text/html",
            body=f'<iframe sandbox="allow-scripts" src="{address}{MATRIX}" height=800></iframe>',
        ),
    )
    bare.goto(address + "ramme.html")
    frame = bare.frame_locator("iframe")
    expect(frame.locator("#doed")).to_be_visible()
    expect(frame.locator("[data-haelder] input").first).to_be_disabled()


def test_a_script_that_is_late_opens_what_was_closed(bare: Page, address: str) -> None:
    """A module held up past all patience is told; when it comes after all, the boxes work and the line goes."""
    held: list[Route] = []
    bare.add_init_script("const wait = setTimeout; setTimeout = (act, ms) => wait(act, ms >= 8000 ? 10 : ms)")
    bare.route("**/elements/checklist.js", lambda route: held.append(route))
    bare.goto(address + THEME)
    expect(bare.get_by_label(BOX, exact=True)).to_be_disabled()
    held[0].continue_()
    expect(bare.get_by_label(BOX, exact=True)).to_be_enabled()
    expect(bare.locator("#doed")).to_be_hidden()
    bare.get_by_label(BOX, exact=True).check()
    bare.unroute("**/elements/checklist.js")
    bare.reload()
    expect(bare.get_by_label(BOX, exact=True)).to_be_checked()


def old(route: Route) -> None:
    """Answer with the style sheet as a browser reads it that does not know light-dark()."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"light-dark\(", "unknown(", answer.text()))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", ["", THEME, STAIRS])
def test_old_browsers_get_plain_light_colours(
    context: Callable[..., BrowserContext], address: str, url: str, scheme: str
) -> None:
    """Where light-dark() is unknown everything can be read, in light colours, whatever the device asks for."""
    page = context(viewport={"width": 1200, "height": 900}, color_scheme=scheme).new_page()
    page.route("**/*.css", old)
    page.goto(address + url)
    alive(page)
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 246)"
    expect(page.locator("katalog-colour-choice button")).to_be_visible()
    assert not violations(page)
