"""What a person does first: opens a page, moves about by keyboard, searches, ticks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.invented import BOX, COURSES, STORE, THEME
from tests.support.kinds import KINDS

pytestmark = pytest.mark.browser


def open_search(page: Page) -> Locator:
    """Open the search by keyboard once its script is there; return its field."""
    expect(page.locator(".soeg-aabner[role=button]")).to_be_visible()
    page.keyboard.press("Control+k")
    field = page.get_by_label("Hvad leder du efter?")
    expect(field).to_be_focused()
    return field


@pytest.mark.parametrize("width", [320, 768])
def test_no_sideways_scrolling(context: Callable[..., BrowserContext], address: str, width: int) -> None:
    """No page is wider than a narrow screen."""
    page = context(viewport={"width": width, "height": 800}).new_page()
    wide = {}
    for path in KINDS:
        page.goto(address + path)
        over = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide[path] = over
    assert not wide


def test_one_h1_on_each_page(page: Page, address: str) -> None:
    """Every page has exactly one main heading and a title of its own."""
    titles = set()
    for path in KINDS:
        page.goto(address + path)
        expect(page.locator("h1")).to_have_count(1)
        titles.add(page.title())
    assert len(titles) == len(KINDS)


def test_works_without_javascript(context: Callable[..., BrowserContext], address: str) -> None:
    """Without scripts: the content is there, the menu opens, boxes tick, and Søg leads to everything listed."""
    page = context(java_script_enabled=False, viewport={"width": 390, "height": 800}).new_page()
    page.goto(address + THEME)
    page.locator(".menu__smal > summary").click()
    expect(page.locator(".menu__alt").get_by_role("link", name="Kilder")).to_be_visible()
    page.locator(".menu__smal > summary").click()
    page.get_by_label(BOX).check()
    expect(page.get_by_label(BOX)).to_be_checked()
    page.locator(".soeg-aabner").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find inspiration")


def test_skip_link_is_first(page: Page, address: str) -> None:
    """The first stop of the keyboard leads past the menu to the content."""
    page.goto(address + COURSES)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå til indholdet")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_menu_by_keyboard(page: Page, address: str) -> None:
    """A menu opens with Enter, closes with Escape, and Escape gives the focus back."""
    page.goto(address, wait_until="networkidle")
    summary = page.locator(".menu__bred summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu__bred details").first).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".menu__bred details").first).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


def test_search_opens_at_the_entry(page: Page, address: str) -> None:
    """Ctrl+K, a word, arrow down, Enter: the reader stands at the entry."""
    page.goto(address + COURSES)
    field = open_search(page)
    field.press_sequentially("tålsomhed")
    expect(page.locator(".soeg__svar li").first).to_contain_text("ålsom")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}kompetencer/#taalsomhed")


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("skib", "faergen-til-holmen"),
        ("mod", "mod-paa-dybt-vand"),
        ("SOLAS", "solas"),
        ("vindrosn", "vindrosen"),
        ("tønde", "toende"),
        ("udkig", "udkigsposten"),
        ("plakaten", "en-meget-lang-plakat"),
        ("kickoff", "foerste-tur"),
        ("værksted", "knob-paa-en-eftermiddag"),
        ("sejl planen", "sejlplanen"),
        ("litteratur", "kilder"),
    ],
)
def test_search_finds(page: Page, address: str, query: str, anchor: str) -> None:
    """Everyday queries, inflections, slips and short words find their entry among the first three."""
    page.goto(address)
    open_search(page).fill(query)
    expect(page.locator(".soeg__svar a").first).to_be_visible()
    found = page.locator(".soeg__svar a").evaluate_all("all => all.slice(0, 3).map(a => a.href)")
    assert any(anchor in href.removeprefix(address) for href in found), found


def test_search_says_when_nothing_is_found(page: Page, address: str) -> None:
    """A query without an answer is told so, and Escape returns to where the reader was."""
    page.goto(address)
    opener = page.get_by_role("button", name="Søg")
    opener.click()
    page.get_by_label("Hvad leder du efter?").fill("xqzwvk")
    expect(page.locator("#soeg-antal")).to_contain_text("Intet svar på »xqzwvk«.")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_colour_choice_is_remembered(page: Page, address: str) -> None:
    """A chosen colour scheme holds on the next page, and nothing is stored before the choice."""
    page.goto(address)
    assert page.evaluate("() => localStorage.length") == 0
    for choice in ("lys", "moerk"):
        page.locator("katalog-colour-choice button").click()
        expect(page.locator("html")).to_have_attribute("data-farver", choice)
    page.goto(address + "om/")
    expect(page.locator("html")).to_have_attribute("data-farver", "moerk")
    assert page.evaluate("() => Object.keys(localStorage)") == [f"{STORE}:farver"]


def test_ticking_a_label_ticks_the_box(page: Page, address: str) -> None:
    """The whole line of a checklist item is its label."""
    page.goto(address + THEME)
    page.get_by_text(BOX, exact=True).first.click()
    expect(page.get_by_role("checkbox", name=BOX)).to_be_checked()


def test_link_to_an_entry_is_copied(context: Callable[..., BrowserContext], address: str) -> None:
    """»Link hertil« puts the entry's whole address on the clipboard and says so."""
    made = context(permissions=["clipboard-read", "clipboard-write"])
    page = made.new_page()
    page.goto(address + THEME)
    expect(page.locator(".soeg-aabner[role=button]")).to_be_visible()
    page.locator("#hvem-har-trossen .herlink a").first.click()
    expect(page.locator("#hvem-har-trossen").get_by_role("status")).to_have_text("Linket er kopieret")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"{address}{THEME}#hvem-har-trossen"
