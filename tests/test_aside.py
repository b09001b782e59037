"""What is laid aside while a site is built comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalogue.gathered import Lines
from macros.web import generated

words = st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5)


@pytest.mark.parametrize("room", [1, generated.ROOM], ids=["on-disk", "in-memory"])
@given(texts=words)
def test_texts_come_back_whatever_is_laid_aside_between(room: int, texts: list[str]) -> None:
    """Each text is what it was, in any order, on the disk or in memory, also when more is laid aside after a look."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generated, "ROOM", room)
        aside = generated.Aside()
    places = []
    for text in texts:
        places.append(aside.put(text))
        assert aside.get(*places[0]) == texts[0]
    assert [aside.get(*place) for place in reversed(places)] == texts[::-1]


def test_lines_are_those_of_the_text_that_is_there_now() -> None:
    """A file's lines are those of its text, also when another was asked for or the text has become another."""
    lines = Lines()
    lines.texts |= {"a.yml": "x\ny", "b.yml": "x\ny\n"}
    assert [lines["a.yml"], lines["b.yml"], lines["a.yml"]] == [["x", "y"], ["x", "y", ""], ["x", "y"]]
    lines.texts["a.yml"] = "z"
    assert (lines["a.yml"], lines.get("c.yml", []), sorted(lines), len(lines)) == (["z"], [], ["a.yml", "b.yml"], 2)
