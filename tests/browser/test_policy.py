"""Every page keeps what its own policy says, and the browser holds it to that."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.support.kinds import every_page

LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));
"""
TRY = """
() => { try { document.createElement("p").innerHTML = "<b>x</b>"; return ""; } catch (error) { return error.name; } }
"""


def test_no_page_breaks_its_policy(page: Page, address: str, site: Path) -> None:
    """On screen and on paper, no page loads or does what its policy refuses."""
    page.add_init_script(LISTEN)
    for name in every_page(site):
        page.goto(address + name)
        page.emulate_media(media="print")
        assert page.evaluate("window.refused") == [], name
        page.emulate_media(media="screen")


def test_text_never_becomes_markup(browser: Browser, address: str) -> None:
    """A script that would make markup of a text is stopped, ours too."""
    page = browser.new_page()
    page.add_init_script(LISTEN)
    page.goto(address)
    assert page.evaluate(TRY) == "TypeError"
    assert page.evaluate("window.refused") == ["require-trusted-types-for"]
    page.context.close()
