"""What a field cannot take is told at the field, at once and in Danish, and nothing wrong is ever written."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_checklists import ready
from tests.browser.test_collaborations import kept
from tests.support.invented import PROCESS, QUESTIONS, THEME

pytestmark = pytest.mark.browser

MINE = "samarbejder/"
TYPE = "(field, value) => { field.value = value; field.dispatchEvent(new InputEvent('input', { bubbles: true })) }"


def put(field: Locator, value: str) -> None:
    """Write a value in a field as a browser's own date field or a script would, and leave it."""
    field.focus()
    field.evaluate(TYPE, value)
    field.blur()


def told(field: Locator) -> Locator:
    """Return what a field is described by."""
    field.page.wait_for_function("field => field.hasAttribute('aria-describedby')", arg=field.element_handle())
    return field.page.locator(f"[id='{field.get_attribute('aria-describedby')}']")


def fields_of(page: Page, name: str) -> list[Any]:
    """Return every value kept in a field of a record, wherever it is."""
    records = (record for records in kept(page).values() for record in records.values())
    return [record[name] for record in records if name in record]


@pytest.fixture
def due(page: Page, address: str) -> Locator:
    """Return the field of a day, in an open note."""
    item = ready(page, address + THEME).locator(".tjek").first
    item.get_by_role("checkbox").check()
    item.locator("summary", has_text="Note").click()
    return item.get_by_label("Senest")


@pytest.mark.parametrize("day", ["20266-03-01", "1999-12-31", "2100-01-01", "0150-05-05"])
def test_a_year_that_cannot_be_is_told(due: Locator, page: Page, day: str) -> None:
    """A year of five digits, or of another century, is told at the field, stays to be mended, and is not written."""
    put(due, day)
    expect(told(due)).to_have_text("Året skal være mellem 2000 og 2099. Datoen er ikke gemt.")
    expect(due).to_have_attribute("aria-invalid", "true")
    assert not [kept_day for kept_day in fields_of(page, "due") if kept_day]
    page.get_by_role("checkbox").nth(1).check()
    assert due.input_value() == day
    page.reload()
    expect(page.locator(".tjek input").first).to_be_checked()
    page.locator(".tjek").first.locator("summary", has_text="Note").click()
    put(page.locator(".tjek").first.get_by_label("Senest"), "2027-03-01")
    assert fields_of(page, "due") == ["2027-03-01"]


def test_a_year_of_two_digits_is_this_century(due: Locator, page: Page) -> None:
    """09-03-27 is taken as 2027, and that is told."""
    put(due, "0027-03-09")
    expect(told(due)).to_have_text("Året er læst som 2027.")
    expect(due).to_have_value("2027-03-09")
    expect(due).not_to_have_attribute("aria-invalid", "true")
    assert fields_of(page, "due") == ["2027-03-09"]


def test_a_day_half_written_takes_nothing_away(due: Locator, page: Page) -> None:
    """A day she begins to write anew and leaves half written does not remove the one that is kept."""
    put(due, "2027-03-09")
    due.focus()
    page.keyboard.press("Backspace")
    due.blur()
    expect(told(due)).to_contain_text("ikke skrevet færdig")
    assert fields_of(page, "due") == ["2027-03-09"]


def test_the_end_before_the_beginning(page: Page, address: str) -> None:
    """An end before its beginning is told; when the beginning is moved, both are kept."""
    frame = ready(page, address + PROCESS).locator(".fasefelter").first
    put(frame.get_by_label("Fra"), "2027-08-15")
    put(frame.get_by_label("Til"), "2027-07-01")
    expect(told(frame.get_by_label("Til"))).to_contain_text("ligger før begyndelsen")
    assert fields_of(page, "end") == []
    put(frame.get_by_label("Fra"), "2027-06-15")
    expect(told(frame.get_by_label("Til"))).to_be_hidden()
    assert (fields_of(page, "start"), fields_of(page, "end")) == (["2027-06-15"], ["2027-07-01"])


def test_a_paste_that_is_cut_is_told(due: Locator, page: Page) -> None:
    """What is pasted beyond the room there is, is cut by the browser, and that is told."""
    who = page.locator(".tjek").first.get_by_label("Ansvarlig")
    who.focus()
    page.keyboard.insert_text("a" * 150)
    page.keyboard.insert_text("b" * 90)
    expect(told(who)).to_have_text("Teksten er klippet. Der er plads til 200 tegn.")
    who.blur()
    assert fields_of(page, "who") == ["a" * 150 + "b" * 50]


def test_a_text_too_long_is_told_and_waits(page: Page, address: str) -> None:
    """A text longer than there is room for is not written, is told with its length, and is kept once it is shorter."""
    field = ready(page, address + QUESTIONS).locator(".spoergsmaal textarea").first
    put(field, "x" * 20_001)
    expect(told(field)).to_contain_text("på 20001 tegn, og der er plads til 20000")
    assert page.evaluate("() => sessionStorage.length") == 0 or not fields_of(page, "note")
    put(field, "y" * 20_000)
    expect(told(field)).to_be_hidden()
    assert fields_of(page, "note") == ["y" * 20_000]


def test_the_dialog_saves_nothing_wrong(page: Page, address: str) -> None:
    """In the dialog of a collaboration what is wrong is told when she saves, which then waits."""
    ready(page, address + MINE).get_by_role("button", name="Nyt samarbejde").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Navn", exact=True).fill("Skolestart")
    dialog.get_by_label("Parter, én på hver linje").fill("\n".join(f"Part {n}" for n in range(13)))
    dialog.get_by_role("button", name="Gem", exact=True).click()
    expect(dialog).to_be_visible()
    parties = dialog.get_by_label("Parter, én på hver linje")
    expect(parties).to_be_focused()
    expect(told(parties)).to_have_text("Der er plads til 12 parter.")
    parties.fill("Regionen\nRibe")
    put(dialog.get_by_label("Begynder"), "2027-05-01")
    put(dialog.get_by_label("Slutter"), "2027-04-01")
    dialog.get_by_role("button", name="Gem", exact=True).click()
    expect(dialog.get_by_label("Slutter")).to_be_focused()
    put(dialog.get_by_label("Slutter"), "2027-06-01")
    dialog.get_by_role("button", name="Gem", exact=True).click()
    expect(dialog).to_be_hidden()
    assert (fields_of(page, "start"), fields_of(page, "end")) == (["2027-05-01"], ["2027-06-01"])
    assert set(fields_of(page, "name")) == {"Skolestart", "Regionen", "Ribe"}


def test_what_was_written_in_the_dialog_waits(page: Page, address: str) -> None:
    """Escape gives nothing up: the dialog opens with what was written, and says so; »Annullér« gives it up."""
    ready(page, address + MINE).get_by_role("button", name="Nyt samarbejde").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Navn", exact=True).press_sequentially("Skolestart")
    page.keyboard.press("Escape")
    page.reload()
    page.get_by_role("button", name="Nyt samarbejde").click()
    expect(dialog.get_by_label("Navn", exact=True)).to_have_value("Skolestart")
    expect(dialog.get_by_text("Her står det, du skrev sidst.")).to_be_visible()
    dialog.get_by_role("button", name="Annullér").click()
    page.get_by_role("button", name="Nyt samarbejde").click()
    expect(dialog.get_by_label("Navn", exact=True)).to_have_value("")
