"""What speaks to YAML in the middle of a text: codes for signs, and lines that are orders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.read.lines import Slip, Spot, changed
from macros.read.problems import Said

BACKSLASH = Said(
    "En omvendt skråstreg i lige anførselstegn læses som en kode.",
    "Skriv den dobbelt, eller skriv teksten i en >- blok.",
    "skråstreg",
)
HALVES = Said("Koden {0} kan ikke læses her.", "Skriv selve tegnet: {1}", "skråstreg")
NO_SIGN = Said("Koden {0} står ikke for noget tegn.", "Skriv selve tegnet i stedet, eller slet koden.", "skråstreg")
ORDER = Said("Linjen begynder med %, som er en besked til YAML og ikke indhold.", "Slet linjen.{}", "yaml-kode")

# A code in a text in quotes: a sign's two halves, a sign's number, or a letter; `\udgave` is no number but a path.
PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
NUMBER = r"\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\x[0-9a-fA-F]{2}"
CODE = re.compile(rf"(?P<number>(?P<pair>{PAIR})|{NUMBER})|\\.")
YAMLS = re.compile(r"\\(?:x..|u(?![dD][89a-fA-F])....|U00(?:0.|10)....|[0abtnvfre \"/\\N_LP\t])")
MARK = re.compile(r"^(---|\.\.\.)\s*$")


def code(spot: Spot, before: str, value: str) -> Iterator[Slip]:
    """The first code of a text in quotes that is none of YAML's: a sign that should stand as it is, or a backslash."""
    odd = next((found for found in CODE.finditer(value) if not YAMLS.fullmatch(found[0])), None)
    if not odd:
        return
    where = len(before) + odd.start()
    if not odd["number"]:
        yield spot.mend(where, BACKSLASH, before + value.replace("\\", "\\\\"))
        return
    halves = odd[0].encode().decode("unicode_escape") if odd["pair"] else ""
    sign = halves.encode("utf-16", "surrogatepass").decode("utf-16")
    mended = before + value[: odd.start()] + sign + value[odd.end() :]
    yield spot.mend(where, (HALVES if sign else NO_SIGN).of(odd[0], sign), mended if sign else "", mended)


def order(spot: Spot) -> Iterator[Slip]:
    """A line that speaks to YAML, and the marks of a new document around it."""
    if not spot.line.startswith("%"):
        return
    beside = [n for n in (spot.at - 1, spot.at + 1) if 0 <= n < len(spot.lines) and MARK.match(spot.lines[n])]
    mended = spot.lines
    for number in (spot.at, *beside):
        mended = changed(mended, number, "")
    also = f" Slet også »{spot.lines[beside[-1]].strip()}« ved siden af." if beside else ""
    yield spot.slip(0, ORDER.of(also), "", mended)
