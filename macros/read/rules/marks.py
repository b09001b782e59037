"""Brackets and quotation marks: one that is missing, one too many, and what stands outside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.read.lines import FIELD, QUOTE_REMEDY, Slip, Spot, quote
from macros.read.problems import Said
from macros.read.rules.codes import code

CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
AFTER = {",": "et komma", ";": "et semikolon", ".": "et punktum"}

WRONG_END = Said("Listen begynder med [ og slutter med {}.", "Slut listen med ].", "klamme")
OPENS_TEXT = Said("Teksten begynder med {}, som YAML læser som en kode.", QUOTE_REMEDY, "tegn-først")
ODD_QUOTES = Said(
    "Et anførselstegn i listen mangler sin mage.", "Sæt lige anførselstegn om hvert ord.", "citationstegn"
)
NOT_CLOSED = Said("Listen er begyndt med {0}, men ikke sluttet med {1}.", "Sæt {1} til sidst på linjen.", "parentes")
NO_COMMA = Said("Der mangler et komma mellem to ord i listen.", "Sæt komma mellem ordene.", "komma-mangler")
CLOSED_TWICE = Said("Listen er sluttet med {0} én gang for meget.", "Slet det sidste {0}.", "parentes")
OPEN_QUOTE = Said("Anførselstegnet bliver ikke lukket.", "Sæt et anførselstegn til sidst i teksten.", "citationstegn")
SIGN_AFTER = Said("Efter teksten står {}.", "Slet det.", "tegn-efter")
TEXT_AFTER = Said(
    "Teksten går videre efter det anførselstegn, der lukker den.",
    "Lad anførselstegnene stå om hele teksten, og brug »…« til citater inde i den.",
    "citationstegn",
)


def closing(spot: Spot) -> Iterator[Slip]:
    """A list that ends with another bracket than it began with."""
    if match := re.match(r"^([^#]*: *\[[^\]#]*)([)}>])\s*$", spot.line):
        yield spot.mend(len(match[1]), WRONG_END.of(match[2]), f"{match[1]}]")


def brackets(spot: Spot) -> Iterator[Slip]:
    """A value that begins with a bracket: a list that is not closed as it should be, or a text."""
    if not spot.value or spot.value[1][0] not in "[{":
        return
    before, value = spot.value
    sign, end = (value[0], "]" if value[0] == "[" else "}")
    field = FIELD.match(spot.line)
    if field and field["key"] in spot.fields.texts:
        yield from spot.in_quotes(len(before), OPENS_TEXT.of(sign))
        return
    if sign == "[" and value.count('"') % 2:
        items = [item.strip(" \"'“”[]") for item in value.split(",")]
        fix = before + "[" + ", ".join(quote(item) for item in items if item) + "]"
        yield spot.mend(len(before), ODD_QUOTES, fix)
    yield from _ending(spot, before, value, end)


def _ending(spot: Spot, before: str, value: str, end: str) -> Iterator[Slip]:
    """Yield how a list's end, or the commas in it, should be."""
    sign, inside = value[0], value[1:].rstrip()
    if value.count(sign) > value.count(end):
        yield spot.mend(len(before), NOT_CLOSED.of(sign, end), before + value.rstrip(" ,") + end)
    elif sign == "[" and re.search(r"[\"'] +[\"']", value):
        yield spot.mend(len(before), NO_COMMA, before + re.sub(r"([\"']) +(?=[\"'])", r"\1, ", value))
    elif value.count(sign) < value.count(end) and inside.endswith(end * 2):
        yield spot.mend(len(before + value) - 1, CLOSED_TWICE.of(end), before + value.rstrip()[:-1])
    elif not inside.endswith(end):
        yield from spot.in_quotes(len(before), OPENS_TEXT.of(sign))


def quotes(spot: Spot) -> Iterator[Slip]:
    """A text in quotation marks that is not closed, or goes on behind the mark that closes it."""
    if not spot.value or spot.value[1][0] not in "\"'":
        return
    before, value = spot.value
    closed = CLOSED[value[0]].match(value)
    if not closed:
        yield spot.mend(len(before), OPEN_QUOTE, before + quote(value[1:].rstrip("\"'“”„’\\ ")))
        return
    rest = value[closed.end() :].strip()
    if rest in AFTER:
        yield spot.mend(len(before) + closed.end(), SIGN_AFTER.of(AFTER[rest]), before + value[: closed.end()])
    elif rest and not rest.startswith("#"):
        yield _text_after(spot, before, value, closed.end())
    elif not rest and value[0] == '"':
        yield from code(spot, before, value)


def _text_after(spot: Spot, before: str, value: str, end: int) -> Slip:
    """Return the whole text in one pair of marks, those inside it as Danish quotes."""
    around = value.endswith(value[0]) and (value[0] == "'" or value[end - 2] == " " or value[end] != " ")
    inner = re.sub(r'\\?"([^"]*?)\\?"', r"»\1«", value[1:-1] if around else value)
    return spot.mend(len(before) + end, TEXT_AFTER, before + quote(inner))
