"""Accessibility: axe finds nothing on any kind of page, in any colours, narrow or wide."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import BrowserContext, Page

from tests.support.kinds import KINDS

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(page: Page) -> str:
    """Return what axe finds on a page, one line a finding."""
    page.evaluate(AXE)
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    found = page.evaluate(f"() => axe.run(document, {options}).then((told) => told.violations)")
    return "\n".join(f"{v['id']}: {v['help']} {[n['target'] for n in v['nodes'][:3]]}" for v in found)


# each colour scheme and each width on every kind of page
@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1440)])
def test_no_violations(context: Callable[..., BrowserContext], address: str, scheme: str, width: int) -> None:
    """Every kind of page is free of findings."""
    page = context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    found = {}
    for path in KINDS:
        page.goto(address + path)
        if said := violations(page):
            found[path] = said
    assert not found, "\n".join(f"{path}\n{said}" for path, said in found.items())
