"""Whether a word that an everyday word means stands in the catalogue."""

from __future__ import annotations

import pytest

from macros.catalogue.synonyms import Vocabulary


@pytest.mark.parametrize(
    ("word", "holds"),
    [
        ("færge", True),
        ("fær", True),  # a word there begins with it
        ("færgerne", True),  # inflected: three letters more
        ("færgernes", False),  # four
        ("kajen", True),
        ("pladsen", True),  # a word there ends with it
        ("adsen", True),
        ("dsen", False),  # four letters are the end of too many words
        ("skib", False),
        ("bro", True),
        ("brosten", False),  # three letters are the beginning of too many words
    ],
)
def test_a_word_or_one_that_is_made_of_it(word: str, holds: bool) -> None:
    """A word, an inflection with up to three letters more, a beginning, or an end of five letters, is there."""
    assert Vocabulary(["færge", "kajpladsen", "kajen", "bro"]).holds(word) is holds
