"""Where her material is kept is asked at the bottom edge of the screen, and asking moves nothing and hides nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.test_axe import violations
from tests.browser.test_checklists import ready
from tests.support.engines.hardships import BLOCKED, FULL, LOCAL, SESSION
from tests.support.invented import BOX, COURSES, KEY, LAST, THEME

pytestmark = pytest.mark.browser

SIZES = {"desktop": (1440, 900), "phone": (390, 844), "narrow": (320, 700), "400 %": (320, 256)}
# A browser that does not hold on to what is in sight when something comes above it, as Safari was for long.
UNANCHORED = "html { overflow-anchor: none !important }"
PLACES = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, label, input, summary, legend)")]
  .filter((one) => one.checkVisibility() && one.localName !== "p").flatMap((one) => {
    const { x, y } = one.getBoundingClientRect();
    return [x, y];
  })"""
SEEN = """() => [...document.querySelectorAll(".tjek")].map((one) => Math.round(one.getBoundingClientRect().y))"""


def sheet(page: Page) -> Locator:
    """Return the sheet that asks."""
    return page.get_by_role("region", name="Hvor det gemmes")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_first_tick_moves_nothing(context: Callable[..., BrowserContext], address: str, size: str) -> None:
    """At the first tick, and the next, all stays where it is; the question is in sight, and the collaboration told."""
    width, height = SIZES[size]
    page = context(viewport={"width": width, "height": height}, bypass_csp=True).new_page()
    ready(page, address + THEME).add_style_tag(content=UNANCHORED)
    for name in (BOX, LAST):
        box = page.get_by_label(name, exact=True)
        box.scroll_into_view_if_needed()
        before = page.evaluate(PLACES)
        box.check()
        expect(sheet(page)).to_be_in_viewport(ratio=0.99)
        assert page.evaluate(PLACES) == pytest.approx(before, abs=1)  # a page is scrolled by whole dots of the screen
        expect(page.get_by_role("combobox", name="Du arbejder i")).to_be_visible()


def test_a_booklet_item_asks_too(page: Page, address: str) -> None:
    """On a page without checklists, the first thing laid in the booklet asks where it may be kept."""
    page.goto(address + COURSES)
    page.locator("[data-haefte]:visible").first.click()
    expect(sheet(page)).to_be_in_viewport(ratio=0.99)
    sheet(page).get_by_role("button", name="På denne computer").click()
    expect(sheet(page)).to_be_hidden()
    assert "haefte" in page.evaluate("k => localStorage[k]", KEY)


def test_who_is_quicker_than_the_script_is_asked_too(page: Page, address: str) -> None:
    """A tick made before the sheet's script is there brings the sheet when it comes."""
    held: list[Route] = []
    page.route("**/elements/place.js", lambda route: held.append(route))
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    expect(sheet(page)).to_be_hidden()
    for route in held:
        route.continue_()
    expect(sheet(page)).to_be_in_viewport(ratio=0.99)


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("what", [BLOCKED, FULL])
def test_what_is_in_the_way_is_told_where_she_is(
    context: Callable[..., BrowserContext], address: str, size: str, what: str
) -> None:
    """Where nothing can be kept, that is told at the edge of the screen in place of the question, and moves nothing."""
    width, height = SIZES[size]
    page = context(viewport={"width": width, "height": height}, bypass_csp=True).new_page()
    page.add_init_script(what % LOCAL + what % SESSION)
    ready(page, address + THEME).add_style_tag(content=UNANCHORED)
    box = page.get_by_label(LAST, exact=True)
    box.scroll_into_view_if_needed()
    before = page.evaluate(SEEN)
    box.check()
    expect(sheet(page)).to_be_in_viewport(ratio=0.99)
    told = page.locator("[data-del=besvaer-tekst]").inner_text()
    expect(sheet(page)).to_have_text(f"{told} Luk", use_inner_text=True)
    assert page.evaluate(SEEN) == pytest.approx(before, abs=1)
    sheet(page).get_by_role("button", name="Luk").click()
    expect(sheet(page)).to_be_hidden()


def test_the_sheet_by_keyboard(page: Page, address: str) -> None:
    """Tab goes from the ticked box to the sheet and on to what follows the box; Escape and a choice lead back to it."""
    box = ready(page, address + THEME).get_by_label(BOX, exact=True)
    box.focus()
    page.keyboard.press("Space")
    expect(sheet(page)).to_be_visible()
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    expect(sheet(page).get_by_role("button").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.tjek') !== null")
    expect(box).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(sheet(page)).to_be_hidden()
    expect(box).to_be_focused()


def test_asked_again_by_skift(page: Page, address: str) -> None:
    """»Skift« opens the sheet with the focus in it; the answer leads back to »Skift« and is told aloud."""
    ready(page, address + THEME).get_by_role("button", name="Skift").click()
    choice = sheet(page).get_by_role("button", name="På denne computer")
    expect(choice).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Skift")).to_be_focused()
    expect(page.locator("katalog-place [role=status]")).to_have_text(
        "Det gemmes i browseren på denne computer. Intet sendes."
    )


def test_not_now_asks_again_on_the_next_page(page: Page, address: str) -> None:
    """»Ikke nu« keeps things in the tab and the sheet away from this page; the next page asks at its first change."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    sheet(page).get_by_role("button", name="Ikke nu").click()
    page.get_by_label(LAST, exact=True).check()
    expect(sheet(page)).to_be_hidden()
    page.reload()
    expect(page.get_by_label(LAST, exact=True)).to_be_checked()
    page.get_by_label(LAST, exact=True).uncheck()
    expect(sheet(page)).to_be_visible()


@pytest.mark.parametrize("size", ["narrow", "400 %"])
def test_focus_is_never_covered(context: Callable[..., BrowserContext], address: str, size: str) -> None:
    """With the sheet open, what Tab and Shift+Tab reach is never wholly under the sheet or the header."""
    width, height = SIZES[size]
    page = context(viewport={"width": width, "height": height}).new_page()
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    sheet(page).get_by_role("button").first.focus()
    page.locator(".tjek input[type=checkbox]").nth(4).focus()
    seen = """() => {
      const one = document.activeElement, { x, y, width, height } = one.getBoundingClientRect();
      const spots = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.9]].map(([a, b]) => [x + a * width, y + b * height]);
      return one === document.body || spots.some(([a, b]) => {
        const top = document.elementFromPoint(a, b);
        return top && (one.contains(top) || top.contains(one));
      }) || `${one.outerHTML.slice(0, 120)} ${y}`;
    }"""
    for key in ["Tab"] * 12 + ["Shift+Tab"] * 16:
        page.keyboard.press(key)
        assert page.evaluate(seen) is True


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "400 %"])
def test_the_sheet_is_accessible(context: Callable[..., BrowserContext], address: str, size: str, scheme: str) -> None:
    """The sheet has no findings, causes no sideways scroll, and leaves more than half of the screen."""
    width, height = SIZES[size]
    page = context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    expect(sheet(page)).to_be_visible()
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")  # axe takes what is half under it for too small
    assert not violations(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    box = sheet(page).bounding_box()
    assert box
    assert box["height"] <= height / 2


def test_the_sheet_is_not_printed(page: Page, address: str) -> None:
    """Paper has no question on it."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    expect(sheet(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(sheet(page)).to_be_hidden()


def test_no_click_is_lost_to_the_sheet(page: Page, address: str) -> None:
    """A click that ends her writing reaches what she pressed, though the sheet comes up over that place."""
    ready(page, address + THEME)
    item = page.locator(".tjek").first
    item.locator("summary", has_text="Note").click()
    item.get_by_label("Ansvarlig").press_sequentially("Bo")
    box = page.locator(".tjek input[type=checkbox]").nth(3)
    page.evaluate(
        "box => scrollTo(0, box.getBoundingClientRect().bottom + scrollY - innerHeight + 8)", box.element_handle()
    )
    place = box.bounding_box()
    assert place
    page.mouse.move(place["x"] + 10, place["y"] + 10)
    page.mouse.down()
    page.wait_for_timeout(100)
    page.mouse.up()
    expect(box).to_be_checked()
    expect(sheet(page)).to_be_visible()
