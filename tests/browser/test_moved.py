"""An element that is moved in the page is as it was: it listens again, to each thing once, and adds nothing twice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import alive, module
from tests.support.elements import NAMES, SCRIPTS

pytestmark = pytest.mark.browser

# Remembers what is listened to, and says of what is not yet let go where it is: of things that stand on the page, and
# of what is no node, such as the window and the store. A signal that has ended is silent for good: it is let go too.
WATCH = """
  const all = [];
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, act, options) {
    all.push({ target: this ?? window, type, signal: options?.signal });
    return add.call(this ?? window, type, act, options);
  };
  const path = (node) => node.parentElement
    ? `${path(node.parentElement)}>${node.localName}:${[...node.parentElement.children].indexOf(node)}` : node.nodeName;
  const named = (target) => (target instanceof Node ? path(target) : target.constructor.name);
  window.released = () => all.filter(({ signal }) => signal?.aborted).length;
  window.listening = () => all
    .filter(({ signal, target }) => !signal?.aborted && !target.aborted && (target.isConnected ?? true))
    .map(({ target, type }) => `${named(target)} ${type}`).sort();
"""
SEEN = (
    """() => ({ listening: listening(), body: document.body.innerHTML, sheets: document.adoptedStyleSheets.length })"""
)
MOVE = """name => {
  const element = document.querySelector(`katalog-${name}`);
  const mark = document.createComment("");
  element.replaceWith(mark);
  document.body.append(element);
  mark.replaceWith(element);
}"""


def page_with(site: Path, name: str) -> str:
    """Return the address, under the site's root, of a page that has an element. Raises AssertionError when none has."""
    pages = (path for path in sorted(site.rglob("*.html")) if f"<katalog-{name}" in path.read_text("utf-8"))
    found = next((path.relative_to(site) for path in pages if path.name == "index.html"), None)
    assert found, f"no page has katalog-{name}"
    return f"{found.parent.as_posix()}/".removeprefix("./")


def opened(page: Page, url: str, name: str) -> None:
    """Open a page with its listeners watched, and wait until an element of ours works, also one that would wait."""
    page.add_init_script(WATCH)
    page.goto(url, wait_until="networkidle")
    alive(page)
    page.evaluate("async ([main, name]) => (await import(main)).bring(name)", [module(page, "main.js"), name])


@pytest.mark.parametrize("name", NAMES)
def test_a_moved_element_is_as_it_was(name: str, page: Page, address: str, site: Path) -> None:
    """After a move the page is the same, and all that was listened to is listened to again, once."""
    opened(page, address + page_with(site, name), name)
    before: dict[str, Any] = page.evaluate(SEEN)
    assert page.evaluate("released()") == 0
    page.evaluate(MOVE, name)
    assert page.evaluate("released()") > 0
    assert page.evaluate(SEEN) == before


def test_a_moved_checklist_counts_and_takes_back(page: Page, address: str) -> None:
    """A tick after a move is kept as one step: counted once, taken back at once."""
    opened(page, f"{address}tjeklister/", "checklist")
    page.evaluate(MOVE, "checklist")
    box = page.locator(".tjek input[type=checkbox]").first
    box.check()
    expect(page.locator("katalog-checklist progress")).to_have_js_property("value", 1)
    undo = page.locator("[data-del=fortryd]")
    undo.click()
    expect(box).not_to_be_checked()
    expect(undo).to_be_disabled()


def test_every_element_of_a_page_is_in_the_table(site: Path) -> None:
    """Each tag of ours on a page is one the table brings, and its class has its name."""
    used = {
        name for path in site.rglob("*.html") for name in re.findall(r"<katalog-([a-z-]+)", path.read_text("utf-8"))
    }
    assert used == set(NAMES)
    for name in NAMES:
        written = (SCRIPTS / f"elements/{name}.js").read_text("utf-8")
        assert f"export default class {name.title().replace('-', '')} extends CatalogueElement" in written
        assert written.startswith(f"// <katalog-{name}>: ")
