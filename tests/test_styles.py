"""The style sheets: each rule is for something that can be made, each colour has a name, and a person can read them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from macros.web import sent
from tests.support.sites import ROOT, code

STYLES = ROOT / "docs/assets/css"
SHEETS = sorted(STYLES.glob("*.css"))
TOKENS = STYLES / "tokens.css"
MAKERS = {"macros": ("*.j2", "*.py"), "overrides": ("*.html", "*.svg"), "docs/assets/js": ("*.js",)}
WORD = re.compile(r"[\w-]+")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(")


def text_of(sheet: Path) -> str:
    """Return a sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


def selectors(sheet: Path) -> Iterator[str]:
    """Yield what stands before each block that holds declarations, without strings."""
    for found in re.findall(r"([^{};]+)\{[^{}]*\}", text_of(sheet)):
        if not found.strip().startswith("@"):
            yield re.sub(r'"[^"]*"', "", found)


def written() -> set[str]:
    """Return every word of the templates, the skeleton, the scripts and the code: what a class can be made from."""
    files = (file for folder, kinds in MAKERS.items() for kind in kinds for file in (ROOT / folder).rglob(kind))
    return {word for file in files for word in WORD.findall(file.read_text(encoding="utf-8"))}


def test_what_is_styled_can_be_made() -> None:
    """Each class and each element of our own that a sheet names stands in a template, the skeleton or a script."""
    words = written()
    for sheet in SHEETS:
        named = {name for rule in selectors(sheet) for name in re.findall(r"\.([a-z][\w-]*)|\b(katalog-[a-z]+)", rule)}
        assert not {one or other for one, other in named} - words, sheet.name


def test_colours_stand_among_the_tokens() -> None:
    """No other sheet than tokens.css names a colour by its numbers."""
    for sheet in SHEETS:
        if sheet != TOKENS:
            assert not re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(", text_of(sheet)), (
                sheet.name
            )


def test_tokens_are_declared_and_used() -> None:
    """Each token that is read is declared in tokens.css, and each that is declared there is read by a sheet."""
    texts = [text_of(sheet) for sheet in SHEETS]
    read = {name for text in texts for name in re.findall(r"var\((--[\w-]+)", text)}
    declared = set(re.findall(r"(--[\w-]+):", text_of(TOKENS)))
    assert read == declared


def test_sheets_are_those_that_are_sent() -> None:
    """Each sheet is sent once, for one medium, and no other is."""
    assert sorted(itertools.chain(*sent.SHEETS.values())) == sorted(sheet.stem for sheet in SHEETS)


def test_each_layer_has_its_place() -> None:
    """The order of the layers is declared in tokens.css alone, and every rule stands in one of them."""
    orders = {sheet.name: re.findall(r"@layer ([\w, -]+);", text_of(sheet)) for sheet in SHEETS}
    assert [name for name, found in orders.items() if found] == [TOKENS.name]
    layers = orders[TOKENS.name][0].split(", ")
    for sheet in SHEETS:
        outside = re.sub(r"@layer ([\w-]+) \{\n(?:(?:  .*)?\n)*\}", "", text_of(sheet))
        assert set(re.findall(r"^@layer ([\w-]+) \{", text_of(sheet), re.MULTILINE)) <= set(layers), sheet.name
        assert not re.findall(r"^[^\s@}].*\{", outside, re.MULTILINE), sheet.name


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheets_can_be_read(sheet: Path) -> None:
    """A sheet says what it is for, is no longer than 300 lines, and none of them is longer than 120 signs."""
    lines = sheet.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("/* ")
    assert len(lines) <= 300
    assert not [line for line in lines if len(line) > 120]


@pytest.mark.skipif(find_spec("minify") is None, reason="the library is not made for this Python yet")
def test_sheets_are_sent_small(site: Path) -> None:
    """The sheets of a medium are sent as one: smaller, without comments, with the same classes, tokens and at-rules."""
    for medium, names in sent.SHEETS.items():
        ours = "\n".join(text_of(STYLES / f"{name}.css") for name in names)
        built = (code(site) / "css" / f"{medium}.css").read_text(encoding="utf-8")
        assert len(built) < 0.9 * len(ours), medium
        for pattern in (r"\.[a-z][\w-]*__[\w-]+", r"--[\w-]+", r"@[a-z-]+"):
            assert re.findall(pattern, built) == re.findall(pattern, ours), medium
