"""The rules of the line doctor: each proposes what a line was meant to be. In the order they are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.read.lines import Slip, Spot
from macros.read.rules import codes, fields, marks, places, starts, texts

Rule = Callable[[Spot], Iterator[Slip]]
HERE: tuple[Rule, ...] = (
    starts.fence,
    codes.order,
    places.tab,
    starts.mail_quote,
    starts.heading,
    marks.closing,
    starts.bullet,
    starts.dashes,
    starts.dash,
    fields.colon_space,
    texts.curly,
    texts.block_slip,
    texts.block_missing,
    texts.block_start,
    fields.two_fields,
    marks.quotes,
    texts.code_sign,
    marks.brackets,
    texts.inner_colon,
    texts.colon_in_loose_text,
    fields.colon,
    fields.nameless,
)
OPENED: tuple[Rule, ...] = (marks.quotes, texts.code_sign, marks.brackets)  # what may be closed far below
AROUND: tuple[Rule, ...] = (places.missing_dash, places.loose_text, places.indent, places.extra_dash)
LAST: tuple[Rule, ...] = (texts.stray,)
