"""Reading YAML: text as written, with its place; what a data file must not hold is refused."""

from __future__ import annotations

import pytest

from macros.read import source
from macros.read.document import Mark


def value(text: str) -> object:
    """Return what a text reads as; it must be free of problems."""
    document, problems = source.read("x.yml", text)
    assert document is not None
    assert not problems
    return document.value


@pytest.mark.parametrize("word", ["12:30", "no", "010", "1.0", "2027-03-09", "~", "on", "null", "0x1f", "1e3"])
def test_scalars_stay_text(word: str) -> None:
    """A plain scalar is the text the editor wrote, whatever YAML would make of it."""
    assert value(f"a: {word}") == {"a": word}


def test_empty_value_is_none() -> None:
    """A key without a value is told apart from an empty text."""
    assert value('a:\nb: ""') == {"a": None, "b": ""}


def test_composed_characters() -> None:
    """A decomposed å becomes the one character that readers and searches expect."""
    assert value("a: pa\u030a") == {"a": "på"}


def test_places() -> None:
    """Every key and value knows its line and column."""
    document, _ = source.read("x.yml", "a:\n  - b: 1\n    c: 2\n")
    assert document is not None
    assert document.mark(("a", 0, "c"), key=True) == Mark(3, 5)
    assert document.mark(("a", 0, "c")) == Mark(3, 8)
    assert document.mark(("a", 0, "missing")) == Mark(2, 5)


@pytest.mark.parametrize("text", ["a: &x 1", "a: *x", "a: !!python/object:os.system 1"])
def test_anchors_aliases_and_tags_are_only_text(text: str) -> None:
    """A sign that YAML would read as a code is told of, and read on as the text it was meant to be."""
    document, problems = source.read("x.yml", text)
    assert document is not None
    assert document.value == {"a": text[3:]}
    assert [p.code for p in problems] == ["tegn-først"]


def test_an_alias_of_an_anchor_is_refused() -> None:
    """Nothing in a data file can grow."""
    document, problems = source.read("x.yml", "a: [&b [*b]]")
    assert document is None
    assert [p.code for p in problems] == ["yaml-kode"]


def test_alias_bomb_is_refused_unexpanded() -> None:
    """A billion laughs is refused by its first anchor, before anything is built."""
    rows = ["a0: &a0 [x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    document, problems = source.read("x.yml", "\n".join(rows))
    assert document is None
    assert problems[0].line == 1


def test_byte_order_mark_and_windows_lines() -> None:
    """Files saved by Windows programs read like any other."""
    assert value("\ufeffa: b\r\nc: d\r\n") == {"a": "b", "c": "d"}


@pytest.mark.parametrize("text", ["a: b\n?", "a: b\n?\n\n", "a:\n  - b: 1\n?", "- ?"])
def test_a_key_that_is_nothing_is_refused_where_it_stands(text: str) -> None:
    """YAML's sign for a key, with nothing behind it, is told of on its own line, and nothing fails over it."""
    _, problems = source.read("x.yml", text)
    assert [(p.code, p.line) for p in problems] == [("nøgle", text.rstrip("\n").count("\n") + 1)]


@pytest.mark.parametrize(("text", "lines"), [("b: [*a, *a]", [1]), ("b: *a\nc: *a", [1, 2]), ("- *a\n- *a", [1, 2])])
def test_what_points_at_nothing_is_told_where_it_stands(text: str, lines: list[int]) -> None:
    """YAML's sign for a part named elsewhere is told of when no part has that name, also when it stands twice."""
    _, problems = source.read("x.yml", text)
    assert [p.line for p in problems] == lines
