"""Keeps page titles text: the macros plugin would read one that holds `{{` as a template, and run it.

The title is taken away before the plugin sees the page and given back after; `hooks` takes its event from here.
"""

from __future__ import annotations

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.pages import Page

KEPT = "title_kept"


@event_priority(100)
def _take(markdown: str, /, page: Page, **_: object) -> str:
    known = vars(page)  # a title of its own (from the menu) stands here, any other is worked out when asked for
    known[KEPT] = known.get("title")
    page.title = ""
    return markdown


@event_priority(-100)
def _give_back(markdown: str, /, page: Page, **_: object) -> str:
    known = vars(page)
    title = known.pop(KEPT)
    if title is None:
        known.pop("title")
    else:
        page.title = title
    return markdown


on_page_markdown = CombinedEvent(_take, _give_back)
