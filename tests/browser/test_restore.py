"""What could not be read is told part by part and taken in again; what stands twice is kept as one."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_checklists import ready
from tests.browser.test_collaborations import kept
from tests.support.invented import BOX, KEY, THEME
from tests.support.sites import FIXTURE, read

pytestmark = pytest.mark.browser

MINE = "samarbejder/"
ITEM = next(item for item in read(FIXTURE).index.values() if item.title == BOX)
LONG = "Hanne ringer. " * 20_000  # longer than any note that is read


@pytest.fixture
def aside(page: Page, address: str) -> Page:
    """Return the page of collaborations after a note that could not be read was set aside beside a tick that could."""
    record = {"at": 1, "done": True, "title": BOX, "note": LONG}
    state = {"version": 1, "collaborations": {"uden-navn": {ITEM.id: record}}}
    page.goto(address + "om/")
    page.evaluate("([k, v]) => { sessionStorage[k] = v }", [KEY, json.dumps(state)])
    ready(page, address + THEME)
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()
    page.get_by_role("link", name="Se det, og tag det ind igen").click()
    expect(page.get_by_role("heading", name="Gendan", exact=True)).to_be_in_viewport()
    return page


def test_what_was_set_aside_is_taken_in(aside: Page) -> None:
    """The part is told in words, handed over whole as a file, and what can be read of it is taken in."""
    part = aside.locator(".gendan li")
    expect(part.locator("strong")).to_have_text(f"En note ved »{BOX}« i »Samarbejde uden navn«")
    with aside.expect_download() as download:
        part.get_by_role("button", name="Hent som fil").click()
    assert download.value.path().read_text("utf-8") == LONG
    assert not violations(aside)
    part.get_by_role("button", name="Tag ind igen").click()
    expect(aside.get_by_text("Det, der kan læses, er taget ind igen.")).to_be_visible()
    expect(part).to_have_count(0)
    notes = [str(record.get("note", "")) for records in kept(aside).values() for record in records.values()]
    assert any(note and LONG.startswith(note) for note in notes)


def test_what_was_set_aside_is_thrown_away_when_she_says_so(aside: Page) -> None:
    """Throwing away asks, can be refused, and leaves nothing set aside."""
    aside.get_by_role("button", name="Smid væk: ").click()
    aside.get_by_role("dialog").get_by_role("button", name="Behold").click()
    expect(aside.locator(".gendan li")).to_have_count(1)
    aside.get_by_role("button", name="Smid væk: ").click()
    aside.get_by_role("dialog").get_by_role("button", name="Smid væk").click()
    expect(aside.locator(".gendan li")).to_have_count(0)
    assert not aside.evaluate("() => Object.keys(sessionStorage).filter((key) => key.includes('sat-til-side'))")


def test_an_item_that_stands_twice_is_one(page: Page, address: str) -> None:
    """In a booklet with an item and its own page, either copy is ticked and noted for both, and each has its label."""
    theme = read(FIXTURE).index
    chapter = next(placed for placed in theme.values() if placed.page == f"{THEME.strip('/')}.md" and not placed.anchor)
    record = {"haefte": {"at": 1, "ids": [ITEM.id, chapter.id]}}
    page.goto(address + "om/")
    state = {"version": 1, "collaborations": {"uden-navn": record}}
    page.evaluate("([k, v]) => { sessionStorage[k] = v }", [KEY, json.dumps(state)])
    page.goto(address + "haefte/")
    boxes = page.locator("#haefte-sider").get_by_label(BOX, exact=True)
    expect(boxes).to_have_count(2)
    expect(page.locator("#haefte-sider .note").first).to_be_visible()
    boxes.nth(1).check()
    expect(boxes.nth(0)).to_be_checked()
    (records,) = kept(page).values()
    assert ITEM.id in records
    page.reload()
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(1)).to_be_checked()
    assert not violations(page)


def test_a_link_without_https_says_where_it_is(page: Page, address: str) -> None:
    """Where the browser lets nothing be copied, »Link hertil« says that the link stands in the address bar."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    ready(page, address + THEME)
    link = page.locator("a[data-kopieret]:visible").first
    link.click()
    expect(page.get_by_text("Linket står i adresselinjen. Kopiér det dér.")).to_be_visible()
    assert page.url.endswith(link.get_attribute("href") or "-")


def test_reminded_of_a_file_when_she_asks(page: Page, address: str) -> None:
    """Who asks is told when she last saved a file, and after a month that it is time; who does not, is not."""
    ready(page, address + MINE)
    words = page.locator("[data-del=fil-ord]")
    expect(words).to_be_empty()
    page.get_by_label("Mind mig om at gemme en fil hver måned").check()
    expect(words).to_have_text("Du har ikke gemt en fil endnu.")
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    ready(page, address + MINE)
    with page.expect_download():
        page.get_by_role("button", name="Gem alle som fil").click()
    expect(words).to_contain_text("Du gemte sidst en fil ")
    page.evaluate("k => { sessionStorage[k] = '2026-01-02' }", KEY.removesuffix("eget") + "fil-gemt")
    page.reload()
    expect(words).to_have_text("Det er tid til at gemme en fil med Samarbejde uden navn.")
    expect(page.locator(".samarb__om")).to_contain_text("Gemt som fil 2. januar 2026")


def test_a_file_of_one_is_a_backup_of_that_one(page: Page, address: str) -> None:
    """Saved by itself, a collaboration is not asked for again, and the others are; a file without all of it is none."""
    old = {"om": {"at": 1, "name": "Den ene"}, "mit.x": {"at": 1, "values": {"samlet": 2}}}
    state = {"version": 1, "collaborations": {"k-1": old, "k-2": {"om": {"at": 1, "name": "Den anden"}}}}
    page.goto(address + "om/")
    page.evaluate("([k, v]) => { sessionStorage[k] = v }", [KEY, json.dumps(state)])
    ready(page, address + MINE).get_by_label("Mind mig om at gemme en fil hver måned").check()
    words = page.locator("[data-del=fil-ord]")
    saved = {"Den anden": "Det er tid til at gemme en fil med Den ene.", "Den ene": ""}
    for name, left in saved.items():
        page.get_by_role("button", name=f"Del: {name}").click()
        with page.expect_download():
            page.get_by_role("dialog").get_by_role("button", name="Gem som fil").click()
        page.get_by_role("dialog").get_by_role("button", name="Luk").click()
        expect(words).to_have_text(left or saved["Den anden"])
    page.get_by_role("button", name="Slet: Den ene").click()
    with page.expect_download():
        page.get_by_role("dialog").get_by_role("button", name="Gem det som fil først").click()
    page.get_by_role("dialog").get_by_role("button", name="Annullér").click()
    expect(words).to_contain_text("Du gemte sidst en fil ")


def test_the_way_to_what_was_set_aside(aside: Page, address: str) -> None:
    """It is found from every page while something is set aside, and the page says when nothing is."""
    aside.goto(address + "om/")
    aside.get_by_role("link", name="Noget er lagt til side").click()
    aside.get_by_role("button", name="Tag ind igen").click()
    expect(aside.get_by_text("Der er ikke lagt noget til side.")).to_be_visible()
    expect(aside.get_by_role("link", name="Noget er lagt til side")).to_be_hidden()
