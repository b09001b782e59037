"""The menu of a catalogue of many chapters: its end is reached by mouse, by finger and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from macros.server.site import LiveSite
from tests.support.serving import grown_site

pytestmark = pytest.mark.browser

ORIGIN = "https://example.org"
CHAPTERS = 40  # as many as a group shows
SCREENS = [(1440, 900), (1024, 600), (390, 844)]
TALL = "() => document.querySelector('.top__navn span').append(' med et meget langt navn')"
ENDED = """link => { const list = link.closest('.menu__alt') ?? link.closest('.menu__sider');
return list.scrollTop + list.clientHeight > list.scrollHeight - 2 }"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> LiveSite:
    """Return the site of the fixture catalogue grown to a full group of chapters."""
    return grown_site(tmp_path_factory.mktemp("menu"), CHAPTERS, ORIGIN)


@pytest.fixture(params=SCREENS, ids=lambda size: "x".join(map(str, size)))
def opened(request: pytest.FixtureRequest, browser: Browser, many: LiveSite) -> Iterator[Page]:
    """Yield a page of it on a screen, served without a server."""

    def serve(route: Route) -> None:
        answer = many.get(urlsplit(route.request.url).path)
        route.fulfill(body=answer.body, status=answer.status, content_type=answer.header)

    context = browser.new_context(viewport={"width": request.param[0], "height": request.param[1]})
    context.route("**/*", serve)
    page = context.new_page()
    page.goto(f"{ORIGIN}{many.mount}om/")
    yield page
    context.close()


def longest(page: Page) -> Locator:
    """Open the longest list of the menu, or the menu with all of them where the screen has no room for a row."""
    lists = page.locator(".menu__bred .menu__sider")
    found = lists.nth(max(range(lists.count()), key=lambda n: lists.nth(n).locator("li").count()))
    if not page.locator(".menu__bred").is_visible():
        found = page.locator(".menu__alt")
    found.locator("xpath=ancestor::details[1]/summary").click()
    expect(found.locator("a").first).to_be_visible()
    assert found.locator("li").count() >= CHAPTERS
    return found


def within(link: Locator) -> bool:
    """Whether the whole of a link stands on the screen, and a press on it would be a press on it."""
    return bool(
        link.evaluate(
            """link => { const box = link.getBoundingClientRect();
            const there = document.elementFromPoint(box.x + box.width / 2, box.bottom - 2);
            return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
              && link.contains(there) }"""
        )
    )


@pytest.mark.parametrize("name", ["its own name", "a long name"])
def test_the_end_of_a_long_group_is_reached_by_the_wheel(opened: Page, name: str) -> None:
    """Where the wheel turns over an open menu of 40 pages, its last link comes to stand on the screen, whole."""
    if name == "a long name":
        opened.evaluate(TALL)
    found = longest(opened)
    box = found.locator("a").first.bounding_box()
    assert box
    opened.mouse.move(box["x"] + 20, box["y"] + 10)
    for _ in range(20):
        opened.mouse.wheel(0, 400)
    end = found.locator("a").last
    opened.wait_for_function(ENDED, arg=end.element_handle())
    assert within(end)


def test_the_end_of_a_long_group_is_reached_by_keyboard(opened: Page) -> None:
    """With Tab each link of an open menu of 40 pages comes in turn, and the last stands on the screen."""
    found = longest(opened)
    found.locator("a").first.focus()
    for _ in range(found.locator("a").count() - 1):
        opened.keyboard.press("Tab")
    expect(found.locator("a").last).to_be_focused()
    assert within(found.locator("a").last)
