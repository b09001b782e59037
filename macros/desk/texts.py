"""How one text is written in a data file: bare, in double quotes, or folded in a `>-` block."""

from __future__ import annotations

import re

from macros.read.blocks import looks_like_field

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
BARE = re.compile(r"[A-Za-zÆØÅæøåé0-9](?:[\wæøåÆØÅé./*-]|:(?=[\w*])| (?=[\w])|\. (?=\w))*")
BETWEEN_WORDS = re.compile("(?<=[^ \t\u00a0]) (?=[^ \t\u00a0])")


def quoted(text: str) -> str:
    """Return a text in double quotes, on one line."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    if not plain.isprintable():  # most are, and need not be searched
        plain = UNPRINTABLE.sub(lambda m: f"{chr(92)}u{ord(m.group()):04x}", plain)
    return f'"{plain}"'


def short(text: str, style: str) -> str:
    """Return a text on one line: bare when it is a code that YAML reads as it is, else in quotes."""
    return text if style == "code" and BARE.fullmatch(text) else quoted(text)


def folded(text: str, width: int) -> list[str] | None:
    """Return the lines of a text in a `>-` block, or None when a block cannot hold it unchanged and free of doubt."""
    paragraphs = text.split("\n")
    if not text or text != text.strip() or UNPRINTABLE.search(text) or any(p[:1].isspace() for p in paragraphs):
        return None
    lines = _filled(paragraphs[0], width)
    for paragraph in paragraphs[1:]:
        lines += ["", *_filled(paragraph, width)]
    return None if any(map(looks_like_field, lines)) else lines


def _filled(paragraph: str, width: int) -> list[str]:
    """Return the lines of a paragraph, as many words on each as there is room for."""
    lines: list[str] = []
    for word in BETWEEN_WORDS.split(paragraph) if paragraph else []:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
