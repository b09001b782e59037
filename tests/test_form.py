"""The formatter: one form, the same meaning, comments kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros import shape
from macros.data import examples
from macros.desk import check, formatter, texts
from macros.desk.writer import Writer, meant
from macros.kinds.theme.kind import Theme
from macros.read import source
from tests.support.sites import FIXTURE, ROOT, SMALL, copy_with_data

SHIPPED = {
    path.relative_to(folder.parents[1]).as_posix(): path
    for folder in (FIXTURE, SMALL)
    for path in sorted(folder.rglob("*.yml"))
} | {f"examples/{name}": path for name, path in examples.files().items() if path.suffix == ".yml"}

words = st.text(
    alphabet=st.one_of(
        st.sampled_from("æøåÆé »«…–:#-&*!|>'\"%@`{}[],?~\n\t\u00a0\\aBc19.="),
        st.characters(blacklist_categories=["Cs"]),
    ),
    max_size=140,
)
names = st.sampled_from(["titel", "tekst", "id", "se", "udbytte", "tjekliste", "opmærksomhedspunkter", "nøgle", "a: b"])
values: st.SearchStrategy[Any] = st.recursive(
    words,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=4)),
    max_leaves=12,
)


def read(text: str) -> Any:
    """Return what a text of a chapter's file reads as; it must be free of problems."""
    document, problems = source.read("temaer/x.yml", text)
    assert document is not None
    assert not problems
    return document.value


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(names, values, min_size=1, max_size=5), st.sampled_from([None, '"', "'", "|", ">"]))
def test_meaning_is_unchanged_and_twice_is_once(value: dict[str, Any], style: str | None) -> None:
    """Whatever a file holds and however it is written, formatting keeps the values, and again changes nothing."""
    text = yaml.dump(value, allow_unicode=True, sort_keys=False, default_style=style)
    document, problems = source.read("temaer/x.yml", text)
    made, told = formatter.canonical("temaer/x.yml", text)
    if document is None or problems:
        assert made == text
        assert told == problems
        return
    assert not told
    assert read(made) == meant(document.value, (Theme,))
    assert formatter.canonical("temaer/x.yml", made) == (made, [])


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_files_are_in_form(name: str) -> None:
    """Every file we ship is in form, and its first line leads to the kind's schema."""
    path = SHIPPED[name]
    text = path.read_text(encoding="utf-8")
    assert formatter.canonical(name, text) == (text, [])
    kind = formatter.kind_of(name)
    leads = formatter.MODELINE.match(text.split("\n")[0])
    assert kind
    assert leads
    assert (path.parent / leads.group(1)).resolve() == ROOT / "schema" / kind.schema


UNTIDY = """\
# Hele filen
id:   et-tema
titel: 'Et »tema«: nu'   # hedder også noget andet

# Om resuméet
resumé: En sætning, der ikke er i en blok.
tekst: |
  Første linje.

  Andet afsnit med # tegn og "citat".
søgeord: [ a,
   # midt i listen
   'b' ]
udbytte:
- En ting, der er så lang, at den ikke kan stå på én linje, når der kun er plads til hundrede tegn på den.
-   Nummer to.
opmærksomhedspunkter:
    -   titel: "Et punkt"
        # lige før id
        id: "et-punkt"
    -
        id: to
fase: ["før", under]
# til sidst
"""

TIDY = """\
# yaml-language-server: $schema=../../schema/tema.schema.json
# Hele filen
id: et-tema
# hedder også noget andet
titel: "Et »tema«: nu"

# Om resuméet
resumé: >-
  En sætning, der ikke er i en blok.
tekst: >-
  Første linje.


  Andet afsnit med # tegn og "citat".
# midt i listen
søgeord: ["a", "b"]
udbytte:
  - >-
    En ting, der er så lang, at den ikke kan stå på én linje, når der kun er plads til hundrede tegn
    på den.
  - >-
    Nummer to.

opmærksomhedspunkter:
  - titel: "Et punkt"
    # lige før id
    id: et-punkt

  - id: to

fase: [før, under]
# til sidst
"""


def test_one_form() -> None:
    """Prose becomes blocks, names are quoted, ids are bare, every comment stands above what it told of."""
    assert formatter.canonical("data/temaer/et-tema.yml", UNTIDY) == (TIDY, [])


def test_the_models_know_prose() -> None:
    """How a text is written follows from its field, not from its length."""
    styles = {key: shape.style(shape.fields((Theme,), key)[0]) for key in ("tekst", "titel", "id", "udbytte", "se")}
    assert styles == {"tekst": "block", "titel": "name", "id": "code", "udbytte": "block", "se": "code"}


def test_broken_file_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read is not touched, and the editor is told where and why."""
    path = tmp_path / "kurser.yml"
    path.write_text('titel: "ikke lukket\n', encoding="utf-8")
    assert formatter.main([str(path)]) == 1
    assert path.read_text(encoding="utf-8") == 'titel: "ikke lukket\n'
    assert "kurser.yml:" in capsys.readouterr().out


def test_a_changed_meaning_is_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the writer err, the file stays as it was."""
    path = tmp_path / "kurser.yml"
    path.write_text("titel: En titel\n", encoding="utf-8")
    monkeypatch.setattr(texts, "quoted", lambda text: f'"{text}!"')
    assert formatter.main([str(path)]) == 1
    assert path.read_text(encoding="utf-8") == "titel: En titel\n"


def test_check_suggests_the_formatter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check names the files that are not in form, and is content all the same."""
    root = copy_with_data(SMALL, tmp_path / "root")
    path = root / "data/kilder.yml"
    path.write_text(path.read_text(encoding="utf-8").replace('"2025"', "2025"), encoding="utf-8")
    assert check.main([str(root)]) == 0
    said = capsys.readouterr().out
    assert "data/kilder.yml" in said
    assert "make format-data" in said
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("rolle: grundlag", "rolle: grund", 1), encoding="utf-8")
    assert check.main([str(root)]) == 1
    assert "make format-data" not in capsys.readouterr().out  # a mistake stands alone
    path.write_text(sound, encoding="utf-8")
    assert formatter.main([str(path)]) == 0
    assert check.main([str(root)]) == 0
    assert "make format-data" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after"),
    [("  # et punkt\n", ""), ("# et punkt", "# to punkter"), ("Begynd.", "Begynd nu."), ("id:", "id")],
)
def test_what_a_rewrite_would_lose_is_not_written(before: str, after: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the writer to drop a comment, change a text or break the file, the file is left as it was, and that told."""
    path = SMALL / "temaer/foerste-tema.yml"
    text = path.read_text(encoding="utf-8").replace("  - id: punkt-a", "  # et punkt\n  - id:    punkt-a")
    made, problems = formatter.canonical(path.as_posix(), text)
    assert problems == []
    assert made != text
    assert before in made
    monkeypatch.setattr(Writer, "whole", lambda *_: made.replace(before, after, 1))
    left, told = formatter.canonical(path.as_posix(), text)
    assert left == text
    assert [problem.code for problem in told] == ["form"]
