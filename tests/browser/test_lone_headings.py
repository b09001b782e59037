"""On paper a heading stands over something, whatever she has not written yet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.browser import alive
from tests.support.kinds import KINDS

pytestmark = pytest.mark.browser

# Each heading of the article that is drawn, but those over nothing drawn: before the next of its level or above, or
# before the end of what it stands in.
LONE = """() => {
  const drawn = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility === "visible";
  const all = [...document.querySelectorAll("article *")].filter((node) => !node.closest("svg") && drawn(node));
  const level = (node) => /^H[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 9;
  const tells = (node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim())
    || ["IMG", "INPUT", "TEXTAREA", "LI", "TABLE"].includes(node.tagName);
  return all.filter((head, at) => {
    if (level(head) === 9) return false;
    for (const node of all.slice(at + 1)) {
      if (head.contains(node)) continue;
      if (level(node) <= level(head)) return true;
      if (level(node) === 9 && tells(node)) return false;
    }
    return true;
  }).map((head) => head.textContent.trim());
}"""


@pytest.mark.parametrize("path", [path for path in KINDS if path != "404.html"])
def test_no_heading_stands_alone_on_paper(page: Page, address: str, path: str) -> None:
    """Of a page as it is when nothing has been written, every heading that is printed has something under it."""
    page.goto(address + path)
    alive(page)
    page.emulate_media(media="print")
    assert page.evaluate(LONE) == []
