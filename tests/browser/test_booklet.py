"""A leader puts her own booklet together, orders it, prints it and shares it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_checklists import ready
from tests.browser.test_print import printed
from tests.support.browser import alive
from tests.support.invented import BOX, ITEMS, QUESTIONS, THEME
from tests.support.pdfs import bare

pytestmark = pytest.mark.browser

BOOKLET = "haefte/"
PARTS = ".haefte__dele > li [data-del=navn]"


def opened(page: Page, url: str) -> Page:
    """Open the booklet and wait until it is alive."""
    page.goto(url)
    expect(page.locator("katalog-booklet")).to_be_visible()
    return page


def gather(page: Page, address: str) -> list[str]:
    """Lay a theme, one of its points and a tool in the booklet; return their titles."""
    ready(page, address + THEME)
    point = page.locator("section.punkt").nth(1)
    point.get_by_role("button", name="Læg i hæftet").click()
    expect(point.get_by_role("button", name="Læg i hæftet")).to_have_attribute("aria-pressed", "true")
    titles = [point.locator("h3").inner_text()]
    for path in (THEME, QUESTIONS):
        ready(page, address + path)
        page.locator("katalog-paper summary").click()
        page.get_by_role("button", name="Læg siden i hæftet").click()
        titles.append(page.locator("h1").inner_text().replace("\u00ad", ""))
    return titles


def test_gathered_in_order(page: Page, address: str) -> None:
    """Pages and single entries come in the order they were laid, whole, under one level-1 heading."""
    titles = gather(page, address)
    opened(page, address + BOOKLET)
    expect(page.locator(PARTS)).to_have_text(titles)
    expect(page.locator("#haefte-sider > section")).to_have_count(3)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("#haefte-sider .tjek")).to_have_count(ITEMS)
    assert page.evaluate(
        "() => { const i = [...document.querySelectorAll('[id]')].map(e => e.id); return i.length === new Set(i).size }"
    )
    link = page.locator("#haefte-sider .fod a").first
    assert (link.get_attribute("href") or "").startswith(address)


def test_all_that_is_gathered_lives(page: Page, address: str) -> None:
    """Whatever stands in a part that is fetched has its script in the booklet too, as it has on its page."""
    gather(page, address)
    opened(page, address + BOOKLET)
    expect(page.locator("#haefte-sider > section")).to_have_count(3)
    expect(page.locator("katalog-booklet katalog-checklist")).to_be_attached()
    alive(page)


def test_order_by_keyboard_drag_and_undo(page: Page, address: str) -> None:
    """Parts are moved by buttons and by dragging, taken out, and every step can be undone."""
    one, two, three = gather(page, address)
    opened(page, address + BOOKLET)
    page.get_by_role("button", name=re.compile(f"Flyt op ?: {three}")).focus()
    page.keyboard.press("Enter")
    expect(page.locator(PARTS)).to_have_text([one, three, two])
    expect(page.get_by_text(f"{three} er nu nummer 2 af 3.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile(f"Flyt op ?: {three}"))).to_be_focused()
    page.locator(PARTS).nth(2).drag_to(page.locator(PARTS).nth(0))
    expect(page.locator(PARTS)).to_have_text([two, one, three])
    page.get_by_role("button", name=re.compile(f"Tag ud ?: {one}")).click()
    expect(page.locator(PARTS)).to_have_text([two, three])
    for expected in ([two, one, three], [one, three, two], [one, two, three]):
        page.locator("h1").click()
        page.keyboard.press("Control+z")
        expect(page.locator(PARTS)).to_have_text(expected)


def test_printed_with_title_contents_and_own_ticks(page: Page, address: str) -> None:
    """On paper stand her title, introduction, contents, the parts in order, and her own material unless blank."""
    titles = gather(page, address)
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    opened(page, address + BOOKLET)
    page.get_by_label("Titel").fill("Til mødet på torsdag")
    page.get_by_label("Indledning").fill("Læs side to først.")
    page.get_by_label("Indledning").blur()
    expect(page.locator("#haefte-sider").get_by_label(BOX, exact=True)).to_be_checked()
    made = printed(page)
    words = bare("".join(made.pages))
    places = [words.find(bare(text)) for text in ("Til mødet på torsdag", "Læs side to først.", "Indhold", *titles)]
    assert places == sorted(places)
    assert -1 not in places
    assert all("Til mødet på torsdag" in text for text in made.pages)
    assert bare("Flyt op") not in words
    assert bare("Saml et hæfte") not in words


def test_shared_as_a_link(context: Callable[..., BrowserContext], address: str) -> None:
    """A link carries the selection; opening it shows the parts first, and her own booklet is not touched unasked."""
    one = context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    titles = gather(one, address)
    opened(one, address + BOOKLET).get_by_label("Titel").fill("Fra Hanne")
    one.get_by_label("Titel").blur()
    one.get_by_role("button", name="Kopiér link til hæftet").click()
    expect(one.get_by_text("Linket er kopieret.")).to_be_visible()
    link = one.evaluate("() => navigator.clipboard.readText()")
    two = context().new_page()
    opened(two, link)
    expect(two.get_by_role("heading", name="Her er et hæfte: Fra Hanne")).to_be_visible()
    expect(two.locator("[data-del=ankommet-liste] li")).to_have_text(titles)
    expect(two.locator(PARTS)).to_have_count(0)
    two.get_by_role("button", name="Brug det som mit hæfte").click()
    expect(two.locator(PARTS)).to_have_text(titles)
    expect(two.get_by_label("Titel")).to_have_value("Fra Hanne")


def test_bad_link(page: Page, address: str) -> None:
    """A damaged link is told and changes nothing."""
    opened(page, address + BOOKLET + "#haefte=abc")
    expect(page.get_by_role("alert").filter(has_text="klippet over")).to_be_visible()
