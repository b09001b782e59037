"""An unquoted text that YAML read otherwise than its writer meant it.

The first check that knows the text wins; what it answers is read on in the text's place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from macros.read.document import Mark, Value
from macros.read.lines import CURLY, Lines, is_curly, quote
from macros.read.problems import Said
from macros.read.rules.texts import BLOCK_SLIP, CURLY_QUOTES, NO_BLOCK, WRONG_SIGN
from macros.read.scalar import Refused, Scalar

Answer = tuple[Refused, Value]  # what is refused, and the value that was meant
BULLET = re.compile("^( *)(?:[–—•·▪◦*+\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff]|\\d{1,2}[.)])[ \u00a0]+")
WORD = re.compile(r"\w[\w:./ -]*")

NO_SPACE = Said(
    "Der mangler et mellemrum efter bindestregen.",
    "Skriv et mellemrum mellem - og >-.",
    "mellemrum-efter-bindestreg",
)
EACH_LINE = "Begynd hver linje med bindestreg og mellemrum."
NO_DASH = Said("Punktet begynder ikke med den bindestreg, som en liste skal have.", EACH_LINE, "punkttegn")
NO_DASHES = Said("De {} punkter her begynder ikke med den bindestreg, som en liste skal have.", EACH_LINE, "punkttegn")
STUCK = Said(
    "Linjen hænger fast i linjen over og bliver læst som en del af den.",
    "Begynder her et nyt punkt eller felt, så ret tegnet i begyndelsen: »- « med mellemrum eller »felt: «. Er det "
    "samme tekst, så skriv den i en >- blok.",
    "fastklistret",
)
HASH = Said(
    "Alt efter # på linjen bliver ikke læst.",
    "Sæt hele teksten i lige anførselstegn, eller slet det, der står efter #.",
    "havelåge",
)
COPIED_BULLET = Said(
    "Teksten begynder med et punkttegn, der er kopieret ind fra et andet program.",
    "Slet tegnet. I en liste begynder hver linje med bindestreg og mellemrum.",
    "punkttegn",
)
LAST_QUOTE = Said(
    "Teksten slutter med et anførselstegn, der ikke er begyndt.",
    "Sæt anførselstegn om hele teksten, eller slet det sidste.",
    "citationstegn",
)


def _item_glued(scalar: Scalar) -> Answer | None:
    """An item whose dash and block sign are written as an arrow."""
    below = scalar.rows[1:]
    if not below or not re.match("^ *->-? *$", scalar.line):
        return None
    fix = scalar.line.replace("->", "- >", 1)
    return Refused(scalar.mark, NO_SPACE, fix), [" ".join(row.strip() for row in below)]


def _bullets(scalar: Scalar) -> Answer | None:
    """A list whose items begin with a bullet or a number."""
    if scalar.before.strip() or not BULLET.match(scalar.line):
        return None
    rows = [row for row in scalar.rows if BULLET.match(row)]
    said = NO_DASHES.of(len(rows)) if len(rows) > 1 else NO_DASH
    fix = "\n".join(BULLET.sub(lambda m: f"{m[1]}- ", row) for row in rows)
    return Refused(scalar.mark, said, fix), [BULLET.sub("", row).strip() for row in rows]


def _wrong_sign(scalar: Scalar) -> Answer | None:
    """A block whose opening sign is another than `>-`."""
    if not scalar.runs_on or not BLOCK_SLIP.match(scalar.opening):
        return None
    return Refused(scalar.mark, WRONG_SIGN.of(scalar.opening), f"{scalar.before}>-"), scalar.text


def _no_block(scalar: Scalar) -> Answer | None:
    """A text of several lines under a field that has no `>-`."""
    number = scalar.mark.line - 1
    head = scalar.lines[number - 1] if number else ""
    if not scalar.runs_on or scalar.before.strip() or not re.search(r"[\wæøå]:\s*$", head):
        return None
    return Refused(Mark(number, len(head.rstrip())), NO_BLOCK, f"{head.rstrip()} >-"), scalar.text


def _stuck(scalar: Scalar) -> Answer | None:
    """A text that takes the lines below with it; only its first line is sure to be its own."""
    if not scalar.runs_on:
        return None
    before, below = scalar.before, scalar.lines[scalar.runs_on - 1]
    rows = [scalar.opening, *(row.strip() for row in scalar.rows[1:] if row.strip())]
    pad = " " * (len(before) - len(before.lstrip(" -")) + 2)
    fix = "\n".join([f"{before}>-", *(pad + row for row in rows)]) if before.strip() else ""
    column = len(below) - len(below.lstrip()) + 1
    return Refused(Mark(scalar.runs_on, column), STUCK, fix), rows[0]


def _hash(scalar: Scalar) -> Answer | None:
    """A text with a `#` in it, which ends it."""
    text, rest, before = scalar.text, scalar.after, scalar.before
    if not rest.lstrip().startswith("#") or not (rest[:1].isspace() or not text):
        return None
    whole = f"{text}{rest}".strip()
    space = "" if before.endswith(" ") or text else " "
    column = scalar.end[1] + len(rest) - len(rest.lstrip()) + 1
    return Refused(Mark(scalar.mark.line, column), HASH, before + space + quote(whole)), whole


def _curly(scalar: Scalar) -> Answer | None:
    """A text in typographic quotation marks."""
    if not is_curly(scalar.text):
        return None
    text = scalar.text.strip(CURLY)
    return Refused(scalar.mark, CURLY_QUOTES, _alone(scalar, quote(text))), text


def _copied_bullet(scalar: Scalar) -> Answer | None:
    """A text that begins with another program's bullet."""
    if not scalar.text.startswith(tuple("•·▪◦")):
        return None
    return Refused(scalar.mark, COPIED_BULLET, _alone(scalar, scalar.text[1:].strip())), scalar.text


def _last_quote(scalar: Scalar) -> Answer | None:
    """A text that ends with a quotation mark and does not begin with one."""
    if not scalar.text.endswith(('"', "”")) or scalar.text.count('"') % 2 == 0:
        return None
    return Refused(scalar.mark, LAST_QUOTE, _alone(scalar, quote(scalar.text.strip('"”“')))), scalar.text


def _alone(scalar: Scalar, text: str) -> str:
    """Return the line with another text, or nothing when more than the text stands on it."""
    return "" if scalar.after.strip() else scalar.before + text


CHECKS: tuple[Callable[[Scalar], Answer | None], ...] = (
    _item_glued,
    _bullets,
    _wrong_sign,
    _no_block,
    _stuck,
    _hash,
    _curly,
    _copied_bullet,
    _last_quote,
)


def is_word(lines: Lines, node: yaml.ScalarNode) -> bool:
    """Whether a text is an id, a choice, a number or the like behind a key or a dash, which no check knows."""
    begin, end = node.start_mark, node.end_mark
    if not begin or not end or begin.line != end.line or not WORD.fullmatch(node.value):
        return False
    line = lines[begin.line] if begin.line < len(lines) else ""
    return bool(line[: begin.column].strip()) and "#" not in line[end.column :]


def refused(scalar: Scalar) -> Answer | None:
    """Return what is wrong with an unquoted text and what it was meant to be, or None when nothing is."""
    return next((answer for check in CHECKS if (answer := check(scalar))), None)
