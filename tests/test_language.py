"""The words of the interface: read, filled in, and the same ones in every language."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from markupsafe import Markup

from macros import language
from macros.language import MissingWord


def leaves(section: Mapping[str, object], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (path, text) of every word in a section."""
    for key, value in section.items():
        if isinstance(value, Mapping):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), str(value)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the words that a test may change."""
    copy = Path(shutil.copytree(language.FOLDER, tmp_path / "words"))
    monkeypatch.setattr(language, "FOLDER", copy)
    return copy


@pytest.mark.parametrize("code", language.known())
def test_every_language_has_the_same_words(code: str) -> None:
    """A language has each word that Danish has and no other, in the same order and with the same places to fill in."""
    places = {path: sorted(language.PLACE.findall(text)) for path, text in leaves(language.words(code))}
    danish = {path: sorted(language.PLACE.findall(text)) for path, text in leaves(language.words("da"))}
    assert list(places) == list(danish)
    assert {path: (found, danish[path]) for path, found in places.items() if found != danish[path]} == {}


@pytest.mark.parametrize("code", language.known())
def test_no_word_is_empty(code: str) -> None:
    """Every word says something, and none is lost because its key is also what a mapping can do."""
    words = language.words(code)
    for path, text in leaves(words):
        assert text.strip(), path
        found: object = words
        for key in path:
            assert not hasattr(Mapping, key), path
            found = getattr(found, key)
        assert found == text


def test_a_missing_word_is_told() -> None:
    """Asking for a word that is not there tells the file, the section and the word; in a template too."""
    with pytest.raises(MissingWord, match=r"da\.yml: print has no word »nowhere«"):
        _ = language.words("da").print.nowhere
    with pytest.raises(MissingWord, match="»xx«"):
        language.words("xx")


def test_places_are_filled_in() -> None:
    """A place takes its value, which is inert where the word is markup; a place without a value is an error."""
    assert language.fill("{n} of {n}, {x}", n=2, x="<b>") == "2 of 2, <b>"
    filled = language.fill(Markup("<i>{x}</i>"), x="*<b>")
    assert filled == Markup("<i>&#42;&#60;b&#62;</i>")
    assert language.fill(Markup("{x}"), x=Markup("<kbd>K</kbd>")) == "<kbd>K</kbd>"
    with pytest.raises(MissingWord, match="»n«"):
        language.fill("{n}", x=1)


def test_markup_is_inert(folder: Path) -> None:
    """A word in a template is text, whatever signs it holds."""
    (folder / "xx.yml").write_text("""a: '<b> & "x" it''s'\n""", encoding="utf-8")
    assert language.markup("xx").a == "&lt;b&gt; &amp; &#34;x&#34; it's"
    assert language.data(language.markup("xx")) == 'data-a="&lt;b&gt; &amp; &#34;x&#34; it\'s"'


def test_a_changed_file_is_read_anew(folder: Path) -> None:
    """An edit of a language's file takes effect at once."""
    (folder / "xx.yml").write_text("a: one\n", encoding="utf-8")
    assert language.words("xx").a == "one"
    (folder / "xx.yml").write_text("a: two\n", encoding="utf-8")
    os.utime(folder / "xx.yml", ns=(1, 1))
    assert language.words("xx").a == "two"
