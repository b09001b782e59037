"""The top of every page: the name, the menu and the buttons."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

NAMES = ("Sundet", "Lederkompasset", "Ledelse på tværs i Region Nord")
TOPS = "() => [...document.querySelectorAll('.top__inner > *')].map((one) => one.getBoundingClientRect())"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [390, 412, 768])
def test_the_top_is_one_row_beside_a_logo(
    width: int, name: str, context: Callable[..., BrowserContext], address: str
) -> None:
    """With a logo and a name of one word or of several, name, menu and buttons stand on one row on a telephone."""
    page = context(viewport={"width": width, "height": 800}).new_page()
    page.goto(address)
    assert page.locator(".top__logo").count() == 1
    page.evaluate("(name) => { document.querySelector('.top__navn span').textContent = name; }", name)
    boxes = [box for box in page.evaluate(TOPS) if box["width"]]
    assert len(boxes) == 3
    assert max(box["top"] for box in boxes) < min(box["bottom"] for box in boxes)


def test_a_page_outside_the_menu_keeps_its_heading_from_the_top(
    context: Callable[..., BrowserContext], address: str
) -> None:
    """Where no path stands above the heading there is room between it and the top all the same."""
    page = context(viewport={"width": 390, "height": 800}).new_page()
    page.goto(f"{address}indhold/")
    top, heading = page.locator(".top").bounding_box(), page.locator("h1").bounding_box()
    assert top
    assert heading
    assert heading["y"] - (top["y"] + top["height"]) >= 16
