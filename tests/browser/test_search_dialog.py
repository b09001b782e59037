"""The dialog of the search: what it offers, where it leads, and that it answers to every hand and says what fails."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.catalogue import Catalogue
from tests.browser.test_search import alive, opened
from tests.support.invented import INTERVIEW, STORE

pytestmark = pytest.mark.browser

SHORTCUT, PLACE = f"{STORE}:genvej", f"{STORE}:sted"


def test_empty_box_offers_situations(page: Page, address: str, catalogue: Catalogue) -> None:
    """Before a word is typed the box offers situations, and the way to the finder."""
    situation = catalogue.of_kind("situation")[0]
    opened(page, address + "om/")
    expect(page.locator(".soeg__svar a").first).to_contain_text(situation.title)
    page.locator(".soeg__svar a").first.click()
    expect(page).to_have_url(re.compile(rf"/#{situation.id}$"))
    expect(page.locator(f"#{situation.id}")).to_have_attribute("open", "")


def test_opens_at_the_entry_and_marks_it(page: Page, address: str) -> None:
    """The entry an answer leads to is marked on its page, also when the reader is there already."""
    opened(page, address + "tjeklister/").fill("tågesignalet")
    page.keyboard.press("Enter")
    target = page.locator("main :target")
    expect(target).to_contain_text("tågesignalet")
    expect(target).to_have_css("outline-style", "solid")
    expect(page.locator("dialog.soeg")).to_be_hidden()


@pytest.mark.parametrize("query", ["modvilje", "udkiggen i sigte", "stryg fernis", "tågesignalet"])
@pytest.mark.parametrize("width", [390, 1440])
def test_stands_at_the_entry(context: Callable[..., BrowserContext], address: str, query: str, width: int) -> None:
    """With motion allowed too, the entry stands near the top when the page's scripts have added their parts."""
    page = context(viewport={"width": width, "height": 900}, reduced_motion="no-preference").new_page()
    opened(page, address + "om/").fill(query)
    expect(page.locator(".soeg__fund a").first).to_be_visible()
    with page.expect_navigation(wait_until="networkidle"):
        page.keyboard.press("Enter")
    top = page.locator(":target").evaluate("target => target.getBoundingClientRect().top")
    assert 0 <= top <= 300


def test_way_back_is_her_own_place(page: Page, address: str) -> None:
    """On the way back to a page with a place in its address the reader stands where she left it."""
    page.goto(f"{address}{INTERVIEW}#rolle-skriver", wait_until="networkidle")
    page.evaluate("() => { window.dispatchEvent(new Event('wheel')); scrollTo(0, 0); }")
    page.goto(address + "om/")
    page.go_back(wait_until="networkidle")
    assert page.evaluate("() => scrollY") < 200


def test_recent_searches(page: Page, address: str) -> None:
    """What was sought last is offered, kept in the window only, and can be forgotten."""
    opened(page, address).fill("tønder")
    page.locator(".soeg__svar a").first.click()
    opened(page, address + "om/")
    expect(page.get_by_role("button", name="tønder", exact=True)).to_be_visible()
    assert page.evaluate("() => localStorage.length") == 0
    page.get_by_role("button", name="Glem mine søgninger").click()
    expect(page.get_by_role("button", name="tønder", exact=True)).to_have_count(0)


def test_recent_searches_follow_her_choice(page: Page, address: str) -> None:
    """A reader who keeps her material on the computer finds her searches in the next window too."""
    page.goto(address)
    page.evaluate(f"() => localStorage.setItem('{PLACE}', 'her')")
    opened(page, address).fill("tønder")
    page.locator(".soeg__svar a").first.click()
    other = page.context.new_page()
    opened(other, address + "om/")
    expect(other.get_by_role("button", name="tønder", exact=True)).to_be_visible()


def test_keyboard(page: Page, address: str) -> None:
    """Arrows go through field and answers in a ring, Tab stays in the dialog, Escape gives the focus back."""
    link = alive(page, address + "om/").locator("main a").first
    link.focus()
    page.keyboard.press("/")
    field = page.get_by_label("Hvad leder du efter?")
    expect(field).to_be_focused()
    field.fill("kajen")
    expect(page.locator(".soeg__svar li").nth(4)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".soeg__svar a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".soeg__svar a").last).to_be_focused()
    for _ in range(30):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "() => document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert inside
    field.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_typing_goes_on_from_an_answer(page: Page, address: str) -> None:
    """A letter typed while an answer has the focus goes into the field."""
    field = opened(page, address)
    field.fill("tønder")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("e")
    expect(field).to_be_focused()
    expect(field).to_have_value("tøndere")


def test_answer_in_a_new_tab(page: Page, address: str) -> None:
    """An answer opened in a new tab leaves the dialog as it is."""
    opened(page, address).fill("tønder")
    with page.context.expect_page():
        page.locator(".soeg__fund a").first.click(modifiers=["ControlOrMeta"])
    expect(page.locator("dialog.soeg")).to_be_visible()


def test_slash_can_be_turned_off(page: Page, address: str) -> None:
    """The single-letter shortcut is off when the reader says so, on the next page too; Ctrl+K always works."""
    opened(page, address)
    page.get_by_label("åbner søgningen").uncheck()
    alive(page, address + "om/").keyboard.press("/")
    expect(page.locator("dialog.soeg")).to_be_hidden()
    opened(page, address + "om/")
    page.get_by_label("åbner søgningen").check()
    assert page.evaluate(f"() => localStorage.getItem('{SHORTCUT}')") is None


def test_slash_is_a_letter_in_a_field(page: Page, address: str) -> None:
    """Typing / in a field writes it."""
    field = opened(page, address)
    field.fill("")
    page.keyboard.type("før/efter")
    expect(field).to_have_value("før/efter")


def test_index_is_fetched_when_wanted(page: Page, address: str) -> None:
    """Neither index nor engine is fetched before the search is approached."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    alive(page, address)
    assert not [url for url in asked if "soegning.json" in url or "engine" in url]
    page.locator(".soeg-aabner").focus()
    opened(page, address)
    assert len([url for url in asked if "soegning.json" in url]) >= 1


def test_index_that_cannot_be_fetched(page: Page, address: str) -> None:
    """When the index fails the dialog says where else to look, and the next try may work."""
    page.route("**/soegning.json", lambda route: route.fulfill(status=200, body="{"))
    alive(page, address)
    page.evaluate("() => { console.warn = () => {} }")
    page.keyboard.press("Control+k")
    expect(page.locator("#soeg-antal")).to_contain_text("kunne ikke hentes")
    page.unroute("**/soegning.json")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.locator(".soeg__svar a").first).to_be_visible()


def test_hostile_words_are_text(page: Page, address: str) -> None:
    """What is typed or stored is never taken for markup."""
    field = opened(page, address)
    for query in (
        "<img src=x onerror=alert(1)>",
        '"',
        "\\",
        "((",
        "%",
        "å" * 300,
        "🙂",
        "a b c d e f g h i j k l m n o p",
    ):
        field.fill(query)
        expect(page.locator("#soeg-antal")).not_to_be_empty()
    assert page.locator("dialog img").count() == 0


@pytest.mark.parametrize("height", [200, 256])
def test_at_400_percent(context: Callable[..., BrowserContext], address: str, height: int) -> None:
    """On the small screen that a 400 % zoom leaves, every answer and the foot can be scrolled to below the field."""
    page = context(viewport={"width": 320, "height": height}).new_page()
    opened(page, address).fill("tønder")
    for part in (page.locator(".soeg__fund a").last, page.locator(".soeg__bund a")):
        part.scroll_into_view_if_needed()
        expect(part).to_be_in_viewport(ratio=0.4)
    expect(page.get_by_label("Hvad leder du efter?")).to_be_in_viewport()


def test_by_touch(context: Callable[..., BrowserContext], address: str) -> None:
    """A finger opens the search, an answer, and closes it."""
    page = context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True).new_page()
    alive(page, address).locator(".soeg-aabner").tap()
    page.get_by_label("Hvad leder du efter?").fill("tålsomhed")
    page.locator(".soeg__svar a").first.tap()
    expect(page).to_have_url(re.compile("#taalsomhed$"))
    page.locator(".soeg-aabner").tap()
    page.get_by_role("button", name="Luk").tap()
    expect(page.locator("dialog.soeg")).to_be_hidden()
