"""What `make check` says beside the mistakes: what is shown otherwise than an editor may think, and days to come.

None of it is refused: a sign may be meant as it stands, and what is a day to come depends on the day it is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import partial

from macros import inline, kept, shape
from macros.catalogue import Catalogue, Loaded
from macros.catalogue.reading import Read
from macros.catalogue.texts import line_of
from macros.catalogue.walking import Text, texts
from macros.folders import shown
from macros.read.document import Document

BLOCK = re.compile(r"[>|][-+]?\s*$")
HEADING = re.compile(r"\s*#{1,6} \S")
BULLET = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)]) +\S")
RAW_HEADING = "linjen bliver ikke en overskrift; »#« bliver vist. Brug felternes egne titler."
RAW_LIST = "linjerne bliver ikke til en liste. Skriv dem som sætninger eller som hver sit punkt i filen."
RAW_BOLD = "»**« mangler sin mage og bliver vist som stjerner. Skriv **ordene** med to på hver side."
RAW_MARKS = "»{}« bliver vist, som det står: i et kort felt er stjerner og links kun tegn. Skriv ordene uden."
ONE_DAY = dt.timedelta(days=1)  # it is tomorrow in Denmark before it is where a program runs


def _rows(lines: list[str], first: int) -> list[tuple[int, str]]:
    """Return the lines that a text stands on, numbered; of a text in quotes or bare, none that could be a list."""
    head = lines[first - 1]
    if not BLOCK.search(head):
        return []
    indent = len(head) - len(head.lstrip())
    found = []
    for number, line in enumerate(lines[first:], first + 1):
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        found.append((number, line))
    return found


def _of_text(lines: list[str], first: int, text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, remark) of each sign in a text that another program would have read as more than a sign."""
    rows = _rows(lines, first)
    yield from ((number, RAW_HEADING) for number, line in rows if HEADING.match(line))
    bullets = [number for number, line in rows if BULLET.match(line)]
    if len(bullets) > 1:
        yield bullets[0], RAW_LIST
    if text.count("**") % 2:
        yield first, RAW_BOLD


def _of_name(document: Document, one: Text) -> Iterator[tuple[int, str]]:
    """Yield (line, remark) of each mark in a text that is read without marks."""
    if not inline.MARKED.search(one.text) or not one.info or shape.style(one.info) == "code":
        return
    for match in inline.TOKEN.finditer(one.text):
        yield line_of(document, one.path, match.group())[0], RAW_MARKS.format(match.group())


def _of_file(read: Read) -> Iterator[str]:
    document, lines = read.found, read.found.lines()
    for one in texts(read.value):
        if one.info and not shape.is_inline(one.info):
            said = _of_name(document, one)
        else:
            said = _of_text(lines, document.mark(one.path).line, one.text)
        for line, remark in said:
            yield f"{document.file}:{line}: {remark}"


def of_texts(loaded: Loaded, kept_in: kept.Table | None = None) -> list[str]:
    """Return a remark on each sign in the texts that will be shown as it stands; keep them in a table."""
    table = kept_in or kept.Table(None, "")
    reads = [(name, text, read) for (_, name, text, _), read in loaded.reads.items() if read.value is not None]
    told = [table.once(partial("\n".join, _of_file(read)), "remarks", name, text) for name, text, read in reads]
    return [shown(remark) for remarks in told for remark in remarks.splitlines()]


def ahead(catalogue: Catalogue, today: dt.date) -> list[str]:
    """Return a remark on each day that something happened and that has not come yet."""
    found = []
    for placed in catalogue.index.values():
        for name in ("reviewed", "changed"):
            day = getattr(placed.entry, name, None)
            if day and day > today + ONE_DAY:
                field = type(placed.entry).model_fields[name].alias
                found.append(
                    f"{shown(placed.file)}:{placed.line}: »{field}« er {day}, en dag, der ikke er kommet. Ret datoen."
                )
    return found
