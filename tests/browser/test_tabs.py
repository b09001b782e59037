"""Two tabs of one browser: what is written in both is kept, wherever each of them keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.test_checklists import ready
from tests.support.invented import KEY, THEME

pytestmark = pytest.mark.browser


def note(page: Page) -> Locator:
    """Return the note of the first item, opened."""
    item = page.locator(".tjek").first
    item.locator(".note details").evaluate("one => { one.open = true }")
    return item.get_by_label("Note", exact=True)


@pytest.fixture
def tabs(context: Callable[..., BrowserContext], address: str) -> tuple[Page, Page]:
    """Return two tabs with the same page, whose first note is written and kept on the computer."""
    made = context()
    one = ready(made.new_page(), address + THEME)
    note(one).fill("Grund")
    note(one).blur()
    one.get_by_role("button", name="På denne computer").click()
    two = ready(made.new_page(), address + THEME)
    expect(note(two)).to_have_value("Grund")
    return one, two


def test_both_write_in_the_same_note(tabs: tuple[Page, Page]) -> None:
    """What one wrote while the other stood in the note is shown beside the other's words, to choose between."""
    one, two = tabs
    note(one).press("End")
    note(two).fill("Grund og B")
    note(two).blur()
    note(one).press_sequentially(" A mere")
    note(one).blur()
    for page in (one, two):
        page.reload()
        expect(page.locator(".valg").first).to_contain_text("Grund og B")
        expect(page.locator(".valg").first).to_contain_text("Grund A mere")


def test_one_takes_it_off_the_computer(tabs: tuple[Page, Page]) -> None:
    """A tab that was open stays as it was, also over a reload, and is not told that anything was cleared."""
    one, two = tabs
    one.get_by_role("button", name="Skift").first.click()
    one.get_by_role("button", name="Kun til fanen lukkes").click()
    expect(two.get_by_text("ryddet i en anden fane")).to_be_hidden()
    two.reload()
    expect(note(two)).to_have_value("Grund")
    assert not two.evaluate("() => Object.keys(localStorage).filter((key) => key.endsWith(':eget')).length")


def test_a_new_tab_of_the_visit_shows_the_same(context: Callable[..., BrowserContext], address: str) -> None:
    """What is kept till the tab closes is in a new tab too, is not asked about again, and is gone with the last."""
    made = context()
    one = ready(made.new_page(), address + THEME)
    note(one).fill("Grund")
    note(one).blur()
    one.get_by_role("button", name="Kun til fanen lukkes").click()
    note(one).blur()  # what she stands in is not written over
    two = ready(made.new_page(), address + THEME)
    expect(note(two)).to_have_value("Grund")
    note(two).fill("Grund og mere")
    note(two).blur()
    expect(note(one)).to_have_value("Grund og mere")
    expect(two.get_by_role("button", name="Kun til fanen lukkes")).to_be_hidden()
    one.close()
    two.reload()
    expect(note(two)).to_have_value("Grund og mere")
    two.close()
    last = ready(made.new_page(), address + THEME)
    expect(note(last)).to_have_value("")
    assert last.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


def test_a_tab_made_as_a_copy(context: Callable[..., BrowserContext], address: str) -> None:
    """A tab that begins with another's storage writes over nothing of it: both texts of a note are shown."""
    one = ready(context().new_page(), address + THEME)
    note(one).fill("Grund")
    note(one).blur()
    session = one.evaluate("() => ({ ...sessionStorage })")
    other = context()  # another visit, so that neither hears of the other
    fill = f"Object.assign(sessionStorage, {json.dumps(session)})"
    other.add_init_script(f"if (origin !== 'null' && !sessionStorage.length) {fill}")
    two = ready(other.new_page(), address + THEME)
    for page, words in ((one, "Grund og A"), (two, "Grund og B")):
        note(page).fill(words)
        note(page).blur()
        expect(page.locator(".felt__gemt").first).to_be_visible()
    authors = {json.dumps(page.evaluate(AUTHORS)) for page in (one, two)}
    assert len(authors) == 2


AUTHORS = f"""() => Object.values(JSON.parse(sessionStorage["{KEY}"]).collaborations)
  .flatMap((records) => Object.values(records)).map(({{ v }}) => v.note?.[1])"""
