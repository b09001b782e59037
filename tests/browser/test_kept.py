"""What she writes is kept while she writes it, as one step of undo, and said so quietly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_checklists import ready
from tests.support.browser import alive
from tests.support.invented import QUESTIONS, STORE, THEME

pytestmark = pytest.mark.browser

FIELD = re.compile(r"<(?:textarea|input)\b[^>]*>")
NOT_WRITTEN = re.compile(r'readonly|type="(?:checkbox|radio|file|hidden|search)"')
NAMED = re.compile(r'\b(?:data-felt|data-del|name|id)="([^"]*)"')
HERE = f"if (location.protocol !== 'about:') localStorage.setItem('{STORE}:sted', 'her')"
# The dialog of a new collaboration, where a page has one: what makes it comes when it is asked for.
OPEN = """const opener = document.querySelector("[data-del=nyt]");
  opener?.click();
  while (opener && !document.querySelector("dialog[open]")) await new Promise((go) => setTimeout(go, 30));
"""
# What is written in each field, without ever leaving one: the next is not gone to, it only says that it was written in.
WRITE = """async words => {
  for (const fold of document.querySelectorAll("main details")) fold.open = true;
  OPEN
  const fields = [...document.querySelectorAll("main :is(textarea, input)")].filter((field) => !field.readOnly
    && field.checkVisibility() && !/^(checkbox|radio|file|hidden|search)$/.test(field.type));
  return fields.map((field, index) => {
    const text = { date: "2027-03-09", url: "https://example.org/x" }[field.type] ?? `${words} ${index}`;
    field.value = field.inputMode === "numeric" ? "2027" : text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return [field.id, field.value];
  });
}""".replace("OPEN", OPEN)
READ = """async () => {
  OPEN
  const fields = [...document.querySelectorAll("main :is(textarea, input)")];
  return Object.fromEntries(fields.map(({ id, value }) => [id, value]));
}""".replace("OPEN", OPEN)


def written(page: str) -> set[str]:
    """Return the kinds of fields that are written in on a page: what they are called, without numbers."""
    fields = (field for field in FIELD.findall(page) if not NOT_WRITTEN.search(field))
    return {re.sub(r"\d+", "", " ".join(NAMED.findall(field))) for field in fields}


def covering(site: Path) -> Iterator[str]:
    """Yield pages, the smallest first, until every kind of field of the whole site stands on one of them."""
    pages = {path: path.read_text("utf-8") for path in site.rglob("index.html")}
    left = set().union(*(written(text) for text in pages.values()))
    for path, text in sorted(pages.items(), key=lambda one: len(one[1])):
        if left & written(text):
            left -= written(text)
            yield f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./")


def test_every_field_is_kept_while_she_writes(context: Callable[..., BrowserContext], address: str, site: Path) -> None:
    """Whatever can be written is kept after a rest, seen from another tab, and over a reload without one."""
    made = context(viewport={"width": 1280, "height": 900})
    made.add_init_script(HERE)
    for url in covering(site):
        page, other = made.new_page(), made.new_page()
        page.goto(address + url)
        alive(page)
        rested = page.evaluate(WRITE, "Hvile")
        assert rested, url
        page.wait_for_timeout(1200)
        other.goto(address + url)
        alive(other)
        there = other.evaluate(READ)
        assert {name: there.get(name) for name, _ in rested} == dict(rested), url
        other.close()
        left = page.evaluate(WRITE, "Genindlæst")
        page.reload()
        alive(page)
        there = page.evaluate(READ)
        assert {name: there.get(name) for name, _ in left} == dict(left), url
        page.close()


def test_one_stay_in_a_field_is_one_step(page: Page, address: str) -> None:
    """However often she rests while she writes, »Fortryd« takes back the whole stay, and says what it takes."""
    field = ready(page, address + QUESTIONS).locator(".spoergsmaal textarea").first
    for words in ("Først ", "så mere ", "og til sidst"):
        field.press_sequentially(words)
        page.wait_for_timeout(600)
    undo = page.locator("[data-del=fortryd]")
    expect(undo).to_have_accessible_name(re.compile("^Fortryd: svar på »"))
    expect(page.locator("[data-del=sidste]")).to_contain_text("svar på »")
    undo.click()
    expect(field).to_have_value("")
    expect(undo).to_be_disabled()
    page.locator("[data-del=gentag]").click()
    expect(field).to_have_value("Først så mere og til sidst")


def test_saved_is_said_quietly(page: Page, address: str) -> None:
    """»Gemt« stands at the field, moves nothing, and is read aloud once for all she writes, not at each letter."""
    field = ready(page, address + QUESTIONS).locator(".spoergsmaal textarea").first
    page.evaluate("""() => {
      const there = document.getElementById("felt-sagt");
      window.said = [];
      new MutationObserver(() => there.textContent && said.push(there.textContent))
        .observe(there, { childList: true, characterData: true, subtree: true });
    }""")
    field.focus()
    below = "() => document.querySelector('.spoergsmaal > li:nth-child(2)').getBoundingClientRect().y"
    before = page.evaluate(below)
    field.press_sequentially("Budgettet ligger hos os, og gevinsten ligger hos jer", delay=60)
    expect(page.locator(".felt__gemt")).to_be_visible()
    assert page.evaluate(below) == pytest.approx(before, abs=1)
    field.press_sequentially(".")
    field.blur()
    page.wait_for_timeout(500)
    assert page.evaluate("said") == ["Gemt"]


def test_not_saved_is_said(page: Page, address: str) -> None:
    """Where the browser has no room, the field says that it is not kept, and nothing says »Gemt«."""
    field = ready(page, address + QUESTIONS).locator(".spoergsmaal textarea").first
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    field.press_sequentially("x")
    expect(page.locator(".felt__fejl")).to_have_text("Browseren har ikke gemt det her.")
    assert page.locator(".felt__gemt").count() == 0


def test_back_to_the_tab_leaves_nothing_on_the_computer(page: Page, address: str) -> None:
    """»Kun til fanen lukkes« takes drafts and searches off the computer too, and keeps the draft in the tab."""
    page.add_init_script(HERE)
    ready(page, address + THEME)
    page.evaluate(f"() => {{ localStorage['{STORE}:soegninger'] = '[]' }}")
    page.get_by_label("Hvad skal ske?").press_sequentially("Ring til Hanne")
    expect(page.locator(".felt__gemt")).to_have_text("Kladde gemt")
    page.get_by_role("button", name="Skift").click()
    page.get_by_role("button", name="Kun til fanen lukkes").click()
    assert page.evaluate("() => Object.keys(localStorage)") == []
    assert "Ring til Hanne" in page.evaluate("() => Object.values(sessionStorage).join()")


def test_no_click_is_lost_after_a_note(page: Page, address: str) -> None:
    """Write who is responsible and tick the next item at once: the tick counts."""
    ready(page, address + THEME)
    item = page.locator(".tjek").first
    item.locator("summary", has_text="Note").click()
    item.get_by_label("Ansvarlig").press_sequentially("Bo")
    box = page.locator(".tjek input[type=checkbox]").nth(1)
    place = box.bounding_box()
    assert place
    page.mouse.move(place["x"] + 8, place["y"] + 8)
    page.mouse.down()
    page.wait_for_timeout(80)
    page.mouse.up()
    expect(box).to_be_checked()
