"""The tiny subset of formatting that data texts may hold: **bold**, *italic* and [links](slags:id or https).

Everything else is text. `escape` makes text inert in HTML *and* in Markdown, so that a data text means the same
inside a raw block and in a heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup

ACTIVE = """&<>"'\\`*_{}[]()#+-.!|~^:=$@"""
CODES = {ord(char): f"&#{ord(char)};" for char in ACTIVE}
CODES_INSIDE = {number: code for number, code in CODES.items() if chr(number) not in "-.():'"}
TOKEN = re.compile(
    r"\*\*(?P<bold>\S(?:[^*\n]*\S)?)\*\*|(?<!\*)\*(?P<italic>[^*\s](?:[^*\n]*[^*\s])?)\*|\[(?P<label>[^\]\n]+)\]\((?P<target>[^)\s]*)\)"
)
MARKED = re.compile(r"\*|\]\(")  # what has neither of these has no mark, and most texts need not be searched for one
HREF = re.compile(r"^(https://[^\s\"'<>]+|[a-zæøå]+:[a-z0-9]+(-[a-z0-9]+)*)$")


def escape(text: str) -> Markup:
    """Return `text` with every character that HTML or Markdown could act on as a numeric entity.

    Hyphen, full stop, colon, round brackets and apostrophe are only active beside other active characters or at the
    start of a line, so they stay as they are inside words; at the very start they are encoded too.
    """
    return Markup(_escaped(text))


def _escaped(text: str) -> str:
    return text[:1].translate(CODES) + text[1:].translate(CODES_INSIDE)


def links(text: str) -> Iterator[tuple[str, str]]:
    """Yield (label, target) of each link written in a data text."""
    for match in TOKEN.finditer(text):
        if match.group("target") is not None:
            yield match.group("label"), match.group("target")


def render(text: str, link: Callable[[str, str], Markup]) -> Markup:
    """Return a data text as safe inline markup; `link(target, label)` makes each link."""
    if not MARKED.search(text):
        return escape(text)
    out: list[str] = []
    at = 0
    for match in TOKEN.finditer(text):
        out.append(_escaped(text[at : match.start()]))
        at = match.end()
        if match.group("bold"):
            out.append(f"<strong>{_escaped(match.group('bold'))}</strong>")
        elif match.group("italic"):
            out.append(f"<em>{_escaped(match.group('italic'))}</em>")
        elif HREF.match(match.group("target")):
            out.append(str(link(match.group("target"), match.group("label"))))
        else:
            out.append(_escaped(match.group("label")))
    out.append(_escaped(text[at:]))
    return Markup("".join(out))


def plain(text: str) -> str:
    """Return a data text without its formatting marks."""
    if not MARKED.search(text):
        return text
    return TOKEN.sub(lambda m: m.group("bold") or m.group("italic") or m.group("label"), text)


def paragraphs(text: str) -> list[str]:
    """Split a folded text at its blank lines."""
    return [part.strip() for part in text.split("\n") if part.strip()]
