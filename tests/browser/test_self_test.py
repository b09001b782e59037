"""`/selvtest/` tells what the browser at hand can keep and do, and leaves no trace of having tried."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros import language
from tests.support.browser import module

pytestmark = pytest.mark.browser

SAID = language.words("da").selftest.said
# What takes each ability away from a browser, by the name its words have.
WITHOUT = {
    "blivende": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException(''); } })",
    "fane": "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...given) "
    "{ if (this !== sessionStorage) set.apply(this, given); }",
    "plads": "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (name, value) "
    "{ if (value.length > 1e5) throw new DOMException('', 'QuotaExceededError'); set.call(this, name, value); }",
    "faner": "delete window.BroadcastChannel",
    "pakke": "delete window.CompressionStream",
    "https": "Object.defineProperty(window, 'isSecureContext', { value: false })",
    "kopiere": "delete Navigator.prototype.clipboard",
    "udennet": "delete Navigator.prototype.serviceWorker",
    "dele": "delete Navigator.prototype.share",
    "printe": "window.print = undefined",
    "vinduer": "delete HTMLDialogElement.prototype.showModal",
    "farver": "CSS.supports = () => false",
}
ALL = """Object.fromEntries([...document.querySelectorAll('.selvtest__svar li')]
    .map((row) => [row.querySelector('strong').textContent, row.dataset.svar]))"""


def tried(page: Page, address: str) -> dict[str, str]:
    """Open the page and wait for its answer; return yes or no by what was tried."""
    page.goto(f"{address}selvtest/")
    expect(page.locator("katalog-self-test [data-del=sagt]")).not_to_have_text(str(SAID.proever))
    expect(page.locator(".selvtest__svar li").first).to_be_visible()
    found: dict[str, str] = page.evaluate(ALL)
    return found


def test_each_ability_is_tried(page: Page, address: str) -> None:
    """Every trial there is has its answer, and its own words for yes and for no."""
    found = tried(page, address)
    trials = page.evaluate("async name => Object.keys((await import(name)).TRIALS)", module(page, "own/trials.js"))
    assert list(found) == [str(SAID[name]) for name in trials]
    assert all(str(SAID[f"{name}-nej"]) for name in trials)
    assert set(trials) - set(WITHOUT) == {"egen"}  # a page that is shown inside another is not made here
    assert found[str(SAID.blivende)] == "ja"


@pytest.mark.parametrize("name", WITHOUT)
def test_what_is_taken_away_is_missed(context: Callable[..., BrowserContext], address: str, name: str) -> None:
    """Without an ability its answer is no, with what that means; blocked storage is what is said first."""
    made = context()
    made.add_init_script(f"try {{ {WITHOUT[name]} }} catch {{}}")
    page = made.new_page()
    assert tried(page, address)[str(SAID[name])] == "nej"
    expect(page.locator(".selvtest__svar")).to_contain_text(str(SAID[f"{name}-nej"]))
    told = page.locator("katalog-self-test [data-del=sagt]")
    expect(told).to_contain_text(str(SAID.intet if name == "blivende" else SAID.noget).partition(".")[0])


def test_it_touches_nothing_of_hers(page: Page, address: str) -> None:
    """What lies in the storage, in caches and in databases before the test lies there after it, and nothing else."""
    page.goto(f"{address}tjeklister/")
    page.locator(".tjek input").first.check()
    page.get_by_role("button", name="På denne computer").first.click()
    seen = "async () => [{ ...localStorage }, { ...sessionStorage }, await caches.keys(), await indexedDB.databases()]"
    before = page.evaluate(seen)
    tried(page, address)
    assert page.evaluate(seen) == before
    assert before[0]


def test_the_answer_can_be_taken_along(context: Callable[..., BrowserContext], address: str) -> None:
    """The whole answer is copied as text; where the browser will not, it stands there marked."""
    made = context()
    made.add_init_script(WITHOUT["kopiere"])
    page = made.new_page()
    found = tried(page, address)
    page.locator("[data-del=kopier]").click()
    text = page.locator("[data-del=tekst]").input_value()
    assert f"{address}selvtest/" in text
    assert "Chrome" in text
    for name, answer in found.items():
        assert f"{name}: {SAID[answer]}" in text
