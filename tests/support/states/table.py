"""The table of states, and what is used to come to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.support.browser import alive

State = Callable[[Page, str], Any]
STATES: dict[str, State] = {}


def state(made: State) -> State:
    """Put a state in the table, under the name of what makes it."""
    STATES[made.__name__] = made
    return made


def opened(page: Page, url: str, element: str = "katalog-checklist") -> Page:
    """Open a page and wait until one of its elements is alive."""
    page.goto(url)
    expect(page.locator(element).first).to_be_visible()
    alive(page)
    return page
