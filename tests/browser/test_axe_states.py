"""Accessibility of pages in use: axe finds nothing in any state of the table, in any colours, narrow or wide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.test_axe import violations
from tests.support.states import STATES
from tests.support.states.parts import that_wait

pytestmark = pytest.mark.browser

SCHEMES, WIDTHS = ("light", "dark"), (320, 1440)
FOUR = list(product(SCHEMES, WIDTHS))
# each state once in the ordinary run, turn about, and in the other colours at the other width in the sweep
WAYS = [
    pytest.param(name, *FOUR[turn], marks=[pytest.mark.sweep] if is_swept else [])
    for number, name in enumerate(STATES)
    for turn, is_swept in ((number % 4, False), (3 - number % 4, True))
]


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a maker of browser contexts: some states are of things that go wrong, and the console says so."""
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        made.append(browser.new_context(**options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


def looked_at(page: Page) -> None:
    """Go to the top, where nothing has slid under the header, when all that comes later is there."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => scrollTo(0, 0)")


@pytest.mark.parametrize(("name", "scheme", "width"), WAYS)
def test_no_violations(
    context: Callable[..., BrowserContext], address: str, name: str, scheme: str, width: int
) -> None:
    """A state has no finding, and is not wider than the screen."""
    page = context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    STATES[name](page, address)
    looked_at(page)
    assert not violations(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", list(STATES)[::4])  # what is not of colours is asked of all of them above
@pytest.mark.sweep
def test_forced_colours(context: Callable[..., BrowserContext], address: str, name: str) -> None:
    """With the colours of the device forced on it, nothing but contrast, which is then the device's, is asked."""
    page = context(viewport={"width": 1440, "height": 900}, forced_colors="active").new_page()
    STATES[name](page, address)
    looked_at(page)
    assert not [line for line in violations(page).splitlines() if not line.startswith("color-contrast")]


SEEN = "names => names.filter((name) => [...document.querySelectorAll(name)].some((one) => one.checkVisibility()))"


@pytest.mark.sweep
def test_every_part_that_waits_is_seen_in_some_state(
    context: Callable[..., BrowserContext], address: str, site: Path
) -> None:
    """Whatever a page keeps hidden, and every dialog, is shown by one of the states, on the screen or on paper."""
    unseen = that_wait(site)
    assert unseen
    for come in STATES.values():
        made = context(viewport={"width": 1440, "height": 900})
        page = made.new_page()
        come(page, address)
        unseen -= set(page.evaluate(SEEN, sorted(unseen)))
        page.emulate_media(media="print")
        unseen -= set(page.evaluate(SEEN, sorted(unseen)))
        made.close()
    assert not unseen
