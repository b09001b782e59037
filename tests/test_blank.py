"""What shows nothing is no text: one answer for every sign there is, and no second one anywhere in the code."""

from __future__ import annotations

import ast
import sys
import unicodedata
from pathlib import Path

import pytest
import yaml

from macros import blank
from macros.catalogue import load
from tests.support.sites import ROOT

SMALL = ROOT / "tests/small/data"
SIGNS = [chr(code) for code in range(sys.maxunicode + 1)]
FILLERS = "\u115f\u1160\u3164\uffa0\u2800\ufffc"  # called letters and signs, and drawn as nothing
SHOWN = ("a", "0", "-", "*", "…", "é", "e\u0301", "日", "🦄", "❤\ufe0f", "1\ufe0f\u20e3", "\u3164x", "\U0001fae8")


def test_no_space_mark_or_filler_shows_anything_alone() -> None:
    """Whatever its name, a sign that is drawn as nothing, or only changes another, is no text."""
    empty = {"Z", "M"}
    alone = {sign for sign in SIGNS if unicodedata.category(sign)[0] in empty or unicodedata.category(sign) == "Cf"}
    assert not {sign for sign in (*alone, *FILLERS, *map(chr, range(32))) if blank.shows(sign)}
    assert not blank.shows(" \u3164\u2800\u0301\u00ad\ufe0f")


def test_every_letter_digit_and_sign_shows_something() -> None:
    """What is drawn is a text, of whatever language, and beside whatever is not."""
    drawn = {sign for sign in SIGNS if unicodedata.category(sign)[0] in "LNPS"}
    hidden = {sign for sign in drawn if not blank.shows(sign)}
    assert {unicodedata.name(sign).split()[-1] for sign in hidden} <= {"FILLER", "BLANK", "CHARACTER", "NOTEHEAD"}
    assert all(map(blank.shows, SHOWN))


def test_what_a_program_writes_as_a_code_may_be_joined() -> None:
    """A joiner after an emoji that is written as a code is no sign nobody sees; after a letter it is."""
    assert not blank.INVISIBLE.search(yaml.dump("👩\u200d👧", allow_unicode=True))
    assert blank.INVISIBLE.search("a\u200db")


@pytest.mark.parametrize("code", ["\\xad", "\\u200b", "\\u3164", "\\u2800", "\\u0301", "\\u00a0", "\\ufe0f"])
@pytest.mark.parametrize("written", ["kort: {}", 'kort: "{}"', "søgeord: [{}]", "kort: >-\n  {}"])
def test_a_text_of_what_shows_nothing_is_told_once(written: str, code: str, tmp_path: Path) -> None:
    """However it is written, one message says so, on its line or the one that names its field."""
    (tmp_path / "data").mkdir()
    for path in SMALL.rglob("*.yml"):
        target = tmp_path / "data" / path.relative_to(SMALL)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    sign = ast.literal_eval(f'"{code}"')
    theme = tmp_path / "data/temaer/foerste-tema.yml"
    theme.write_text(f"{theme.read_text('utf-8')}{written.format(sign)}\n", encoding="utf-8")
    (problem,) = load(tmp_path / "data", ROOT / "docs").problems
    last = len(theme.read_text("utf-8").splitlines())
    assert problem.line in (last, last - 1)
