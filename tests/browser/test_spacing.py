"""Narrow screens: with the room between letters, words and lines of WCAG 1.4.12, and for what has the focus."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.support.browser import alive
from tests.support.kinds import KINDS

pytestmark = pytest.mark.browser

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }"""
# Lines of text that something cuts off, or that lie over lines of another element. What is only heard is left out, and
# what scrolls by itself; a line may reach a dot or two into its neighbour, as letters have room above and below.
AMISS = """() => {
  const heard = (one) => one.closest(".kun-oplaesning, .spring");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [], amiss = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || !one.checkVisibility({ visibilityProperty: true }) || heard(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ one, box, words: node.data.trim() });
  }
  const clips = (style) => /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
  for (const { one, box, words } of lines) {
    for (let around = one; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) break;
      const edge = around.getBoundingClientRect();
      const across = [edge.left - box.left, box.right - edge.right];
      const down = [edge.top - box.top, box.bottom - edge.bottom];
      if (clips(style) && Math.max(...across, ...down) > 3) amiss.push(`cut off: ${words.slice(0, 60)}`);
    }
  }
  const flat = lines.filter(({ one }) => !one.closest("header, .kant, svg"));
  flat.sort((a, b) => a.box.top - b.box.top);
  for (const [index, a] of flat.entries()) {
    for (const b of flat.slice(index + 1)) {
      if (b.box.top > a.box.bottom - 5) break;
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      const isWithin = a.one.contains(b.one) || b.one.contains(a.one);
      const both = `${a.words.slice(0, 40)} / ${b.words.slice(0, 40)}`;
      if (!isWithin && across > 4 && down > 5) amiss.push(`over each other: ${both}`);
    }
  }
  return amiss;
}"""
# What is wholly under the header when it has the focus, from the end of a page (it is scrolled up) and on again.
UNDER = """() => {
  const all = [...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary), footer a")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled);
  const header = document.querySelector("header.top");
  const bottom = () => (getComputedStyle(header).position === "sticky" ? header.getBoundingClientRect().bottom : 0);
  return [...all.reverse(), ...all].filter((one) => {
    one.focus();
    const { top, bottom: end } = one.getBoundingClientRect();
    return document.activeElement === one && (end <= bottom() || top >= innerHeight);
  }).map((one) => one.outerHTML.slice(0, 90));
}"""


def test_room_between_letters_cuts_nothing_off(context: Callable[..., BrowserContext], address: str) -> None:
    """On every kind of page at 320 px nothing is cut off, lies over something else, or is wider than the screen."""
    page = context(viewport={"width": 320, "height": 800}, bypass_csp=True).new_page()
    amiss = {}
    for path in KINDS:
        page.goto(address + path)
        alive(page)
        page.add_style_tag(content=SPACED)
        found = page.evaluate(AMISS)
        if page.evaluate("() => document.documentElement.scrollWidth") > 320:
            found.append("wider than the screen")
        if found:
            amiss[path] = found
    assert not amiss, "\n".join(f"{path}\n  " + "\n  ".join(found) for path, found in amiss.items())


@pytest.mark.parametrize("width", [320, pytest.param(360, marks=pytest.mark.sweep)])
def test_focus_is_never_under_the_header(context: Callable[..., BrowserContext], address: str, width: int) -> None:
    """On every kind of page, whatever gets the focus is seen, backwards and forwards."""
    page = context(viewport={"width": width, "height": 640}).new_page()
    under = {}
    for path in KINDS:
        page.goto(address + path)
        alive(page)
        if found := page.evaluate(UNDER):
            under[path] = found
    assert not under, "\n".join(f"{path}\n  " + "\n  ".join(found[:5]) for path, found in under.items())
