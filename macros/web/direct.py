"""The Markdown of our own templates -> HTML in one pass. Knows no MkDocs.

Templates write HTML, and of Markdown only three things, which every generator can follow: a heading with an id on a
line of its own, links to `.md` pages, and `markdown="…"` on what such things stand in. Reading that with a whole
Markdown parser took more than half of a build; `tests/any/test_direct.py` holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

PARTS = re.compile(
    r"^(?P<signs>\#{1,6})\ (?P<said>.+?)(?:\ \{\ \#(?P<id>[^ }]+)\ \})?$"  # a heading, as Markdown writes it
    r"|<h(?P<level>[1-6])(?P<attributes>[^>]*)>(?P<raw>.*?)</h(?P=level)>"  # as HTML does
    r"|\[(?P<label>[^\[\]]*)\]\((?P<target>[^()\s]*)\)"
    r'|(?P<mark>\ markdown="\w+")'
    r"|<(?P<script>/?katalog-\w+)",  # what stands in an element of our scripts is no stop on the way
    re.MULTILINE | re.VERBOSE,
)
ID = re.compile(r'(?<![\w-])id="([^"]+)"')
TAG = re.compile(r"<[^>]*>")

Linked = Callable[[str], str]  # from a link as the template wrote it to one as the page must have it


@dataclass
class Heading:
    """A heading that the contents list may lead to."""

    level: int
    id: str
    title: str  # as HTML, without tags


@dataclass
class Html:
    """A page's HTML, the headings in it, and every id."""

    text: str = ""
    stops: list[Heading] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def convert(text: str, linked: Linked) -> Html:
    """Return what a template wrote as HTML. Raises ValueError for a heading that has no id."""
    page, inside = Html(), 0

    def part(match: re.Match[str]) -> str:
        nonlocal inside
        if match["mark"]:
            return ""
        if match["target"] is not None:
            return f'<a href="{linked(match["target"])}">{PARTS.sub(part, match["label"])}</a>'
        if match["script"]:
            inside += -1 if match["script"].startswith("/") else 1
            return match[0]
        return heading(match)

    def heading(match: re.Match[str]) -> str:
        level = len(match["signs"] or "") or int(match["level"])
        said = PARTS.sub(part, match["said"] or match["raw"])
        attributes = f' id="{match["id"]}"' if match["id"] else match["attributes"] or ""
        if name := ID.search(attributes):
            if not inside:
                page.stops.append(Heading(level, name[1], TAG.sub("", said).strip()))
        elif match["signs"]:
            raise ValueError(f"A heading has no id: {match[0]}")
        return f"<h{level}{attributes}>{said}</h{level}>"

    page.text = PARTS.sub(part, text)
    page.ids = set(ID.findall(page.text))
    return page
