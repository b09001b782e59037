"""A link to a page that has moved leads on to it, and to the very place on it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from macros.catalogue import Catalogue
from macros.catalogue.addresses import Addresses
from macros.web.moved import moves

pytestmark = pytest.mark.browser


@pytest.fixture
def move(catalogue: Catalogue) -> tuple[str, str]:
    """Return the address of a page that only leads on, and where it leads."""
    move, addresses = next(moves(catalogue)), Addresses.of(catalogue.site)
    return addresses.page(move.before), addresses.page(move.now)


def slowly(route: Route) -> None:
    """Answer a request so late that the page it was made from has long been read."""
    time.sleep(0.7)
    route.continue_()


def test_the_anchor_is_taken_along(page: Page, address: str, move: tuple[str, str]) -> None:
    """Whoever comes with an anchor lands on it, and goes back to where she came from, also when the way on is slow."""
    before, now = move
    page.goto(address)
    page.route(f"**/{now}", slowly)
    page.goto(f"{address}{before}#kilder-og-sammenhaeng", wait_until="commit")
    page.wait_for_url(f"{address}{now}#kilder-og-sammenhaeng")
    page.go_back()
    expect(page).to_have_url(address)


def test_without_an_anchor_it_leads_on(page: Page, address: str, move: tuple[str, str]) -> None:
    """Whoever comes without one is led on as before."""
    page.goto(address + move[0], wait_until="commit")
    page.wait_for_url(address + move[1])


def test_without_scripts_it_leads_on(
    context: Callable[..., BrowserContext], address: str, move: tuple[str, str]
) -> None:
    """Without scripts the way on is the page's own, which knows no anchor, and the link on it."""
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{address}{move[0]}#kilder-og-sammenhaeng", wait_until="commit")
    page.wait_for_url(address + move[1] + "*")
