"""Checklists remember what the leader ticks and writes, and let her take it back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.support.invented import BOX, ITEMS, KEY, LAST, LATE, QUESTIONS, STAIRS, THEME

pytestmark = pytest.mark.browser


def ready(page: Page, url: str) -> Page:
    """Open a page and wait until its checklists are alive."""
    page.goto(url)
    expect(page.locator("katalog-checklist")).to_be_visible()
    return page


def test_ticked_once_ticked_everywhere(page: Page, address: str) -> None:
    """A tick on a theme's page stands on the page of all checklists too, and after a reload."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    ready(page, address + "tjeklister/")
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()
    page.reload()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()


def test_ticked_before_the_script_came(page: Page, address: str) -> None:
    """A tick made while the page's scripts are still on their way is kept, and can be undone."""
    held: list[Route] = []
    page.route("**/checklist.js", lambda route: held.append(route))
    page.goto(address + THEME)
    page.get_by_label(BOX, exact=True).check()
    held[0].continue_()
    expect(page.locator("katalog-checklist")).to_be_visible()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()
    page.unroute("**/checklist.js")
    page.reload()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_label(BOX, exact=True)).not_to_be_checked()


def test_nothing_is_kept_on_the_computer_unasked(page: Page, address: str) -> None:
    """Until she answers, ticks live in the tab only; her answer moves them without loss."""
    ready(page, address + THEME)
    expect(page.get_by_label("Hvor det gemmes")).to_be_hidden()
    page.get_by_label(BOX, exact=True).check()
    assert page.evaluate("() => localStorage.length") == 0
    page.get_by_role("button", name="På denne computer").click()
    expect(page.get_by_label("Hvor det gemmes")).to_be_hidden()
    assert page.evaluate(f"() => JSON.parse(localStorage['{KEY}']).version") == 2
    page.reload()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()


def test_back_to_the_tab_only(page: Page, address: str) -> None:
    """»Kun til fanen lukkes« as the answer leaves nothing on the computer."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    page.get_by_role("button", name="Kun til fanen lukkes").click()
    assert page.evaluate("() => localStorage.length") == 0
    page.reload()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()


def test_the_answer_can_be_changed(page: Page, address: str) -> None:
    """A leader who kept things on the computer can take them off it again, without losing them here."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    page.get_by_role("button", name="På denne computer").click()
    expect(page.locator("[data-del=sted]")).to_contain_text("på denne computer")
    page.get_by_role("button", name="Skift").click()
    page.get_by_role("button", name="Kun til fanen lukkes").click()
    assert page.evaluate("() => localStorage.length") == 0
    page.reload()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()


def test_undo_and_redo_across_pages(page: Page, address: str) -> None:
    """Each change can be taken back and made again, by button or keys, also on the next page."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    ready(page, address + "tjeklister/").get_by_role("button", name="Fortryd").click()
    expect(page.get_by_label(BOX, exact=True)).not_to_be_checked()
    page.keyboard.press("Control+Shift+Z")
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()
    page.keyboard.press("Control+z")
    expect(page.get_by_label(BOX, exact=True)).not_to_be_checked()


def test_fifty_steps_back(page: Page, address: str) -> None:
    """At least fifty changes can be undone."""
    ready(page, address + THEME)
    for _ in range(27):
        page.get_by_label(BOX, exact=True).check()
        page.get_by_label(BOX, exact=True).uncheck()
    for _ in range(53):
        page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()


def test_reset_can_be_undone(page: Page, address: str) -> None:
    """Clearing the page's ticks is one step, and comes back whole."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    page.get_by_label(LATE).check()
    page.get_by_role("button", name="Fjern flueben og svar på siden").click()
    expect(page.locator("katalog-checklist [data-del=tal]")).to_have_text(f"0 af {ITEMS} er gjort")
    page.get_by_role("button", name="Fortryd").click()
    expect(page.locator("katalog-checklist [data-del=tal]")).to_have_text(f"2 af {ITEMS} er gjort")


def test_notes_are_kept_and_printed(page: Page, address: str) -> None:
    """A note is kept, opens by itself next time, and stands on paper; markup in it is only text."""
    item = ready(page, address + THEME).locator(".tjek").first
    item.locator("summary", has_text="Note").click()
    item.get_by_label("Note", exact=True).fill("Ring til <b>Hanne</b>")
    item.get_by_label("Note", exact=True).blur()
    page.reload()
    item = page.locator(".tjek").first
    expect(item.get_by_label("Note", exact=True)).to_have_value("Ring til <b>Hanne</b>")
    page.emulate_media(media="print")
    expect(item.locator(".note__papir")).to_have_text("Ring til <b>Hanne</b>")
    expect(item.locator(".note__papir")).to_be_visible()
    assert item.locator("b").count() == 0


def test_progress_is_told_politely(page: Page, address: str) -> None:
    """A tick is announced with how far she is."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    expect(page.locator("katalog-checklist [data-del=sagt]")).to_have_text(f"1 af {ITEMS} er gjort")


def test_two_tabs_lose_nothing(context: Callable[..., BrowserContext], address: str) -> None:
    """Ticks made in two tabs are both there in both, whatever the order."""
    made = context(viewport={"width": 1200, "height": 900})
    one, two = ready(made.new_page(), address + THEME), made.new_page()
    one.get_by_label(BOX, exact=True).check()
    one.get_by_role("button", name="På denne computer").click()
    ready(two, address + THEME).get_by_label(LATE).check()
    expect(one.get_by_label(LATE)).to_be_checked()
    one.get_by_label(LAST).check()
    expect(two.get_by_label(LAST)).to_be_checked()
    expect(two.get_by_label(BOX, exact=True)).to_be_checked()


def test_unreadable_is_set_aside(page: Page, address: str) -> None:
    """What cannot be read is put aside untouched, told in Danish, and the page goes on working."""
    page.goto(address + "om/")
    page.evaluate(f"() => {{ sessionStorage['{KEY}'] = '{{broken' }}")
    ready(page, address + THEME)
    expect(page.get_by_role("alert")).to_contain_text("lagt til side")
    page.get_by_label(BOX, exact=True).check()
    aside = page.evaluate("() => Object.keys(sessionStorage).filter(k => k.includes('sat-til-side'))")
    assert [page.evaluate("k => sessionStorage[k]", key) for key in aside] == ["{broken"]


def test_newer_version_is_left_alone(page: Page, address: str) -> None:
    """State written by a newer version is never overwritten."""
    newer = json.dumps({"version": 99, "noget": "nyt"})
    page.goto(address + "om/")
    page.evaluate("([k, v]) => { sessionStorage[k] = v }", [KEY, newer])
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    expect(page.get_by_role("alert")).to_contain_text("nyere udgave")
    assert page.evaluate("k => sessionStorage[k]", KEY) == newer


def test_blocked_storage(page: Page, address: str) -> None:
    """Where the browser refuses storage the boxes still work, and it is said that nothing is kept."""
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()
    expect(page.get_by_role("alert")).to_contain_text("vil ikke gemme")


def test_full_storage(page: Page, address: str) -> None:
    """When the browser's room is used up, what was kept stays, and it is said that the last is not."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    page.get_by_label(LATE).check()
    expect(page.get_by_role("alert")).to_contain_text("brugt op")
    page.reload()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()


def test_answers_to_questions_are_kept(page: Page, address: str) -> None:
    """A group's answer to a question is kept, counted, and stands on paper; an unanswered one has lines to write on."""
    ready(page, address + QUESTIONS)
    first = page.locator(".spoergsmaal > li").first
    first.get_by_role("textbox").fill("Budgettet ligger hos os, gevinsten hos jer.")
    first.get_by_role("textbox").blur()
    expect(page.locator("katalog-checklist [data-del=tal]")).to_have_text("1 af 6 er besvaret")
    page.reload()
    expect(page.locator(".spoergsmaal > li").first.get_by_role("textbox")).to_have_value(
        "Budgettet ligger hos os, gevinsten hos jer."
    )
    page.emulate_media(media="print")
    expect(page.locator(".spoergsmaal .note__papir").first).to_be_visible()
    lines = "li => getComputedStyle(li, '::after').borderTopWidth"
    assert page.locator(".spoergsmaal > li").nth(1).evaluate(lines) != "0px"
    assert page.locator(".spoergsmaal > li").first.evaluate(lines) == "0px"


def test_staircase_choice(page: Page, address: str) -> None:
    """The step a group chooses is kept, marked in the drawing, answered with its advice, and can be undone."""
    ready(page, address + STAIRS)
    advice = page.locator(".trappevalg__raad p")
    expect(advice.first).to_be_hidden()
    page.locator(".trappevalg input").nth(1).check()
    expect(advice.first).to_be_visible()
    expect(advice.nth(1)).to_be_hidden()
    expect(page.locator(".tegning a.valgt text").first).to_have_text("2")
    page.reload()
    expect(page.locator(".trappevalg input").nth(1)).to_be_checked()
    page.locator(".trappevalg input").nth(4).check()
    expect(advice.nth(1)).to_be_visible()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.locator(".trappevalg input").nth(1)).to_be_checked()
