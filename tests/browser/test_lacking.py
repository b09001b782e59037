"""An intranet over plain http, and a browser that lacks what newer ones have: what can work does, the rest says why."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import FLAGS, PATIENCE, alive
from tests.support.invented import BOX, FREQUENT
from tests.support.kinds import KINDS
from tests.support.states.own import MINE, noted

pytestmark = pytest.mark.browser

HOST = "intranet.example"
# What a browser itself does not give over plain http.
GONE = """() => ![isSecureContext, navigator.clipboard, navigator.serviceWorker, self.caches, crypto.randomUUID]
  .some(Boolean)"""
WITHOUT = """for (const name of ["CompressionStream", "DecompressionStream", "BroadcastChannel"]) delete self[name];
document.execCommand = () => false; window.print = () => {};"""
# The first of each kind of button on the page, whatever is called the same.
BUTTONS = """() => {
  const seen = new Set();
  return [...document.querySelectorAll("main button")].flatMap((one, index) => {
    const { del, handling } = one.dataset;
    const name = [one.closest("[class]:not(button)")?.className, del, handling, one.className].join();
    if (seen.has(name)) return [];
    seen.add(name);
    return [index];
  });
}"""


@pytest.fixture
def intranet(browser: Browser, address: str) -> Iterator[tuple[Page, str, list[str]]]:
    """Return a page of a browser that lacks all that, the site's address over plain http, and what goes wrong in it."""
    path = os.environ.get("KATALOG_BROWSER") or shutil.which("chromium")
    flags = [*FLAGS, f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]
    old = browser.browser_type.launch(executable_path=path, args=flags, timeout=PATIENCE)
    page = old.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WITHOUT)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on(
        "console", lambda one: wrong.append(f"{page.url}: {one.text}") if one.type in {"error", "warning"} else None
    )
    where = urlsplit(address)
    yield page, where._replace(netloc=f"{HOST}:{where.port}").geturl(), wrong
    old.close()


def pressed(page: Page) -> None:
    """Press one button of each kind on a page, and close what it opens."""
    for index in page.evaluate(BUTTONS):
        button = page.locator("main button").nth(index)
        if button.is_visible() and button.is_enabled():
            button.evaluate("one => one.click()")
        page.evaluate("() => document.querySelector('dialog[open]')?.close()")


def test_every_kind_of_page_works(intranet: tuple[Page, str, list[str]]) -> None:
    """On every kind of page each element comes to life, and no button that is pressed ends in an error."""
    page, address, wrong = intranet
    for path in KINDS:
        page.goto(address + path)
        alive(page)
        expect(page.locator("#doed")).to_be_hidden()
        pressed(page)
    assert page.evaluate(GONE)
    assert not wrong, "\n".join(wrong)


def test_what_can_work_works(intranet: tuple[Page, str, list[str]]) -> None:
    """Ticks and notes are kept, the search answers, a link is made, and what would not be copied says so."""
    page, address, wrong = intranet
    noted(page, address)
    page.get_by_label(BOX, exact=True).check()
    page.reload()
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()
    page.keyboard.press("Control+k")
    page.locator("#soeg-felt").fill(FREQUENT)
    expect(page.locator(".soeg__svar li").first).to_be_visible()
    page.goto(address + MINE)
    page.locator("[data-handling=del]").first.click()
    expect(page.locator("#del-link")).to_have_value(re.compile("#samarbejde=."))
    link = page.locator("#del-link").input_value()
    page.locator("[data-del=del-kopier]").click()
    expect(page.locator("[data-del=del-sagt]")).to_contain_text("Markér linket, og kopiér det selv.")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("[data-del=ankommet-tal]")).to_contain_text("Du har det hele i forvejen.")
    page.goto(address + "offline/")
    expect(page.locator("katalog-offline [data-del=sagt]")).to_contain_text("https")
    assert not wrong, "\n".join(wrong)
