"""What is told to who edits in a browser of a file that stands in another form: where, and what is to stand there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.desk import by_hand

TEXT = "a: 1\n\nb:\n  - c\n  - d\n"
CASES = {
    "another line": ("a: 1\n\nb:\n- c\n  - d\n", ["linje 4: skriv", "    - c"]),
    "several lines": ("a: 1\n\nb:\n- c\n- d\n", ["linje 4-5: skriv", "    - c", "    - d"]),
    "a line too many": ("a: 1\n\n\nb:\n  - c\n  - d\n", ["linje 2: slet den tomme linje"]),
    "a line too few": ("a: 1\nb:\n  - c\n  - d\n", ["efter linje 1: sæt en tom linje ind"]),
    "a text too few": ("a: 1\n\nb:\n  - d\n", ["efter linje 3: sæt ind", "    - c"]),
    "none": (TEXT, []),
}


@pytest.mark.parametrize("case", CASES)
def test_each_change_is_told_at_its_line(case: str) -> None:
    """A change is told by the line as the file has it now, with what is to stand there."""
    text, told = CASES[case]
    assert by_hand.changes(text, TEXT) == told


def test_of_many_changes_the_first_are_told_and_the_rest_counted() -> None:
    """Not more is told than can be read; how much more there is, is."""
    told = by_hand.changes("".join(f"k{n}: x\n\n" for n in range(9)), "".join(f"k{n}: y\n\n" for n in range(9)))
    assert [row for row in told if row.startswith("linje")] == ["linje 1: skriv", "linje 3: skriv", "linje 5: skriv"]
    assert told[-1] == "og 6 steder mere"


LINES = st.lists(st.sampled_from(["a", "b", "", "  c"]), max_size=8).map("\n".join)


@given(one=LINES, other=LINES)
def test_something_is_told_when_two_texts_differ(one: str, other: str) -> None:
    """Nothing is told of the same text, and something of any other."""
    assert bool(by_hand.changes(one, other)) == (one != other)
