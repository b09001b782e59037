"""A text on its line: where it begins, the block it should stand in, and what in it YAML takes for its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.read.lines import (
    BELOW_REMEDY,
    CURLY,
    KEY,
    QUOTE_REMEDY,
    Slip,
    Spot,
    changed,
    indent_of,
    is_curly,
    name_in,
    quote,
    start_of,
    value_in,
)
from macros.read.problems import Said

BLOCK_SLIP = re.compile(r"^[-–—>|=+~_<]{1,3}:?$")
CODE_SIGN = Said("Teksten begynder med et tegn, som YAML læser som en kode.", QUOTE_REMEDY, "tegn-først")
START_BELOW = Said(
    "Teksten skal begynde på linjen under {}.",
    "Flyt teksten ned på næste linje, to mellemrum længere inde.",
    "blok",
)
WRONG_SIGN = Said("Tegnet {} skal være >-, når teksten står på linjerne under.", "Skriv >- efter feltets navn.", "blok")
NO_BLOCK = Said("Her mangler >-, for teksten står på flere linjer under feltet.", "Skriv >- efter kolonet.", "blok")
CURLY_QUOTES = Said(
    "Teksten står i krøllede anførselstegn, som bliver en del af den.",
    'Brug lige anførselstegn "…", eller »…«, hvis det er et citat.',
    "krøllede-citationstegn",
)
COLON = Said("Kolonet inde i teksten læses som et nyt felt.", QUOTE_REMEDY, "kolon")
LOOSE_COLON = Said(
    "Teksten går over flere linjer uden at stå i en blok, så kolonet læses som et nyt felt.", BELOW_REMEDY, "kolon"
)
NOT_UNDER = Said(
    "Teksten til »{}« er ikke rykket ind under feltet.", "Skriv den på samme linje som feltet.", "indrykning"
)
STRAY = Said(
    "Linjen er hverken et felt, et punkt i en liste eller en del af teksten ovenfor.",
    "Hører den til teksten ovenfor, så ryk den lige så langt ind. Er den en bemærkning til andre, så begynd den med #.",
    "løs-linje",
)


def block_start(spot: Spot) -> Iterator[Slip]:
    """A text on the line of the sign that opens its block, or behind a sign that only looks like one."""
    match = re.match(rf"^( *(?:- +)*)((?:{KEY}: +)?)([>|][+-]?\d?)(?=[ \wæøåÆØÅ»\"*])[ ]*([^#\s].*)$", spot.line)
    if not match:
        return
    lead, key, sign, rest = match[1], match[2], match[3], match[4].rstrip()
    column = len(lead + key)
    if len(sign) == 1:
        yield spot.mend(column, CODE_SIGN, f"{lead}{key}{quote(f'{sign} {rest}')}")
        return
    below = " " * (indent_of(spot.line) + 2 * (1 + lead.count("-") * bool(key)))
    fix = f"{lead}{key}{sign}\n{below}{rest}"
    for keep in (f"{lead}{key}{quote(rest)}", f"{lead}{key}{sign}"):
        yield spot.mend(column, START_BELOW.of(sign), fix, keep)


def block_slip(spot: Spot) -> Iterator[Slip]:
    """A block whose opening sign is another than `>-`, with its text on the lines below."""
    if spot.value and BLOCK_SLIP.match(spot.value[1]) and spot.runs_on():
        before, sign = spot.value
        yield spot.mend(len(before), WRONG_SIGN.of(sign), f"{before}>-")


def block_missing(spot: Spot) -> Iterator[Slip]:
    """Text on the lines under a field that has no `>-`."""
    head = spot.at - 1
    while head >= 0 and (not spot.lines[head].strip() or indent_of(spot.lines[head]) == indent_of(spot.line)):
        head -= 1
    match = re.match(rf"^( *(?:- +)*)({KEY}): *$", spot.lines[head]) if head >= 0 else None
    if not match or match[2] not in spot.fields:
        return
    text = spot.lines[head + 1].strip()
    if text[:1] not in tuple("-\"'>|[{") and name_in(text) not in spot.fields:
        opened = spot.lines[head].rstrip()
        yield Spot(spot.lines, head).mend(len(opened) - 1, NO_BLOCK, f"{opened} >-")


def curly(spot: Spot) -> Iterator[Slip]:
    """A text in typographic quotation marks."""
    if spot.value and is_curly(spot.value[1]):
        before, text = spot.value
        yield spot.mend(len(before), CURLY_QUOTES, before + quote(text.strip(CURLY)))


def code_sign(spot: Spot) -> Iterator[Slip]:
    """A text that begins with a sign YAML reads as one of its codes."""
    if not spot.value:
        return
    before, text = spot.value
    if text[0] in "&*!%@`?" or (text[0] == "-" and before.endswith(": ") and text[1:2] == " "):
        yield from spot.in_quotes(len(before), CODE_SIGN)


def inner_colon(spot: Spot) -> Iterator[Slip]:
    """A colon inside a text without quotes."""
    if spot.value and spot.value[1][0] not in "\"'>|[{":
        before, text = spot.value
        if match := re.search(r":(?= |$)", text):
            yield from spot.in_quotes(len(before) + match.start(), COLON)


def colon_in_loose_text(spot: Spot) -> Iterator[Slip]:
    """Text that runs on from the line above without a block, with a colon in it."""
    match = re.match(rf"^ *({KEY}[^:]*): ", spot.line)
    if not spot.at or not match or match[1] in spot.fields:
        return
    line, above = spot.line, spot.lines[spot.at - 1]
    found = value_in(above)
    if found and found[1][0] not in "\"'>|[{" and indent_of(line) > indent_of(above):
        before, value = found
        pad = " " * (start_of(before) + 2)
        fix = f"{before}>-\n{pad}{value}\n{pad}{line.strip()}"
        joined = changed(spot.lines, spot.at - 1, before + quote(f"{value} {line.strip()}"))
        yield spot.slip(match.end(1), LOOSE_COLON, fix, changed(joined, spot.at, ""))


def stray(spot: Spot) -> Iterator[Slip]:
    """A line that is nothing: the text of the field above, or a remark to others."""
    text = spot.line.strip()
    field = re.match(rf"^( *(?:- +)*)({KEY}): *$", spot.above)
    if spot.head is not None and field and field[2] in spot.fields.texts:
        opened = spot.above.rstrip()
        joined = changed(spot.lines, spot.head, f"{opened} {quote(text)}")
        yield spot.slip(0, NOT_UNDER.of(field[2]), f"{opened} {text}", changed(joined, spot.at, ""))
    if text and not text.startswith(("- ", "#", '"', "'")) and ": " not in text and not text.endswith(":"):
        yield spot.mend(indent_of(spot.line), STRAY, f"# {text}", "")
