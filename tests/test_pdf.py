"""How PDFs are made: the same every time, safe with any text, nothing cut wherever it falls, told when they fail."""

from __future__ import annotations

import copy
import os
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from macros import inline
from macros.catalogue import Catalogue
from macros.kinds.theme.kind import Theme
from macros.paper import press as pdf
from macros.paper.document import Paper, Texts
from macros.paper.signs import sign
from tests.support.pdfs import MM, Pdf, bare, on_paper, orphans, parts_of, texts_of
from tests.support.sites import BASE, SMALL, copy_with_data, mkdocs_build

EVERY = range(30)  # lines pushed in before everything else: as many as a page has, and some
SOME = EVERY[3::9]


@pytest.fixture(scope="module")
def press() -> pdf.Press:
    """Return what sets the documents."""
    return pdf.Press()


@pytest.fixture(scope="module")
def paper(catalogue: Catalogue) -> Paper:
    """Return the documents of the invented catalogue."""
    return Paper(catalogue, BASE)


def _shifted(document: dict[str, Any], lines: int) -> dict[str, Any]:
    """Return a document with so many more lines before everything else."""
    shifted = copy.deepcopy(document)
    shifted["chapters"][0]["entry"]["text"] += [[{"text": [f"Linje {n + 1}."]}] for n in range(lines)]
    return shifted


@pytest.mark.parametrize("lengths", [SOME, pytest.param(EVERY, marks=pytest.mark.sweep)], ids=["some", "every"])
@pytest.mark.parametrize("pick", ["tema", "forløb", "trappe", "interview"])
def test_nothing_is_cut_wherever_it_falls(
    pick: str, lengths: Sequence[int], press: pdf.Press, paper: Paper, catalogue: Catalogue
) -> None:
    """Through many lengths of what stands before, no page ends in a heading and no item or question is split."""
    page = next(p for p in catalogue.with_page() if pick in {p.kind, getattr(p.entry, "type", "")})
    kept = [e for e in parts_of(page) if e.kind in {"tjek", "spørgsmål"}]
    document = paper.document(page.id)
    for lines in lengths:
        made = Pdf(press.make(page.id, _shifted(document, lines)))
        assert not orphans(made), lines
        for entry in kept:
            title, last = on_paper(getattr(entry, "title", inline.plain(entry.text))), on_paper(texts_of(entry)[-1])
            assert any(title in inner and last in inner for inner in made.inner[1:]), (lines, entry.id)


def test_a_text_longer_than_a_page_is_not_lost(press: pdf.Press, small: Catalogue) -> None:
    """What must not be split is split when no page could hold it."""
    other = Paper(small, BASE)
    document = other.document(small.all(Theme)[0].id)
    point = document["chapters"][0]["entry"]["points"][0]
    point["text"] = [[{"text": [f"Afsnit {n} er langt og fylder en hel linje på papiret."]}] for n in range(120)]
    text = Pdf(press.make("long", document)).text
    assert all(bare(f"Afsnit {n} er langt") in text for n in range(120))


# ---- the same, safe, and told --------------------------------------------------------------------------------------


def test_same_bytes_for_the_same_text(press: pdf.Press, paper: Paper, pdfs: dict[str, Pdf]) -> None:
    """Made again by another press, every PDF is the same to the byte."""
    for name in paper.names():
        assert press.make(name, paper.document(name)) == pdfs[name].content, name


HOSTILE = '#panic("x") $a^2$ @ref <label> *fed* _kursiv_ `kode` = overskrift // note \\u{41} #{1 + 1} [x](y) %}'


def test_texts_are_never_markup(press: pdf.Press, small: Catalogue) -> None:
    """Signs that mean something to the engine stand on paper as they were typed."""
    document = Paper(small, BASE).document(small.all(Theme)[0].id)
    document["chapters"][0]["entry"]["text"] = [[{"text": [HOSTILE]}]]
    document["title"] = HOSTILE
    assert Pdf(press.make("hostile", document)).text.count(bare(HOSTILE)) >= 2


def test_a_sign_that_no_font_has_gets_a_stand_in(press: pdf.Press, small: Catalogue) -> None:
    """A decorative sign that cannot be set is left out, a letter becomes a box, and the command can tell which."""
    document = Paper(small, BASE).document(small.all(Theme)[0].id)
    document["title"] = "\u2764\ufe0f Mål → 日 \U0001f984"
    document["chapters"][0]["entry"]["text"] = [[{"text": ["Godt gået \U0001f984. Eller 1\ufe0f\u20e3 først?"]}]]
    made = Pdf(press.make("unicorn", document))
    assert bare("Godt gået. Eller 1 først?") in made.text
    assert bare("Mål → □") in bare(made.pages[0])
    assert set(press.signs.lacking) >= {"日", "\U0001f984", "1\ufe0f\u20e3"}


def test_a_mark_that_a_weight_has_not_costs_no_pdf(press: pdf.Press, small: Catalogue) -> None:
    """Whatever mark stands on a letter, in whatever weight, the page is made and the letter stands on it."""
    marks = "\u0301\u0332\u0334\u0335\u1dc4\u1ab0\u20dd\ufe20\ufe2f"
    document = Paper(small, BASE).document(small.all(Theme)[0].id)
    word = "".join(f"{letter}{mark}" for letter, mark in zip("hverdagen", marks, strict=True))
    document["title"] = word
    entry = document["chapters"][0]["entry"]
    entry["text"] = [[{"text": [word], "style": style}] for style in ("", "bold", "italic")]
    entry["points"][0]["title"] = [[{"text": [word]}]]
    made = Pdf(press.make("marks", document))
    assert bare(unicodedata.normalize("NFD", made.text)).replace("\u0301", "").count("hverdagen") >= 5
    assert {"v\u0332", "d\u1dc4"} & set(press.signs.lacking)


def test_every_mark_of_unicode_is_tried_with_its_letter() -> None:
    """No mark that Unicode knows is taken for a letter of its own: it would be set with one that cannot bear it."""
    every = [chr(code) for code in range(0x300, sys.maxunicode) if unicodedata.category(chr(code))[0] == "M"]
    assert [f"U+{ord(mark):04X}" for mark in every if not sign().fullmatch(f"o{mark}")] == []


@pytest.mark.parametrize(
    "parts",
    [["Speciallægepraksisplanlæg", "ningsudvalgsmedlemskaber"], ["b" * 36, "c" * 36], ["b" * 90]],
    ids=["with a pattern", "without a pattern", "undivided"],
)
def test_a_long_word_is_broken_however_the_list_divides_it(
    parts: list[str], press: pdf.Press, small: Catalogue
) -> None:
    """A word too long for a line keeps on the paper, where no pattern would divide it too, and whole."""
    document = Paper(small, BASE).document(small.all(Theme)[0].id)
    document["chapters"][0]["entry"]["points"][0]["title"] = [[{"text": ["Om alle de mange ", parts]}]]
    made = Pdf(press.make("long", document))
    assert "".join(parts) in made.text.replace("\u200b", "")
    assert all(sign.right <= 190 * MM for number in range(len(made.pages)) for sign in made.glyphs(number))


def test_missing_engine_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the engine the command says so in Danish, with the remedy, and fails."""
    monkeypatch.setitem(sys.modules, "typst", None)
    assert pdf.main(["--rod", str(copy_with_data(SMALL, tmp_path / "root"))]) == 1
    assert "make pdf" in capsys.readouterr().err


def test_words_are_divided_where_the_list_says(paper: Paper, catalogue: Catalogue) -> None:
    """A word in `ord.yml` is divided as it says, in its own case; short words are not divided at all."""
    first, *rest = catalogue.hyphenation[0].split("-")
    ((run,),) = Texts(paper, set(), []).runs(f"Et kort ord og {''.join([first.capitalize(), *rest])}.")
    assert run["text"] == ["Et kort ord og ", [first.capitalize(), *rest], "."]


@pytest.mark.parametrize(("word", "divided"), [("a" * 11, False), ("a" * 12, True)])
def test_a_word_of_twelve_letters_may_be_divided(word: str, divided: bool, paper: Paper) -> None:
    """From twelve letters a word stands by itself, so that the patterns may divide it; a shorter one never does."""
    ((run,),) = Texts(paper, set(), []).runs(f"Et {word} her")
    assert ([word] in run["text"]) is divided


# ---- the site ------------------------------------------------------------------------------------------------------


def test_the_site_links_to_them_when_they_are_there(tmp_path: Path) -> None:
    """A page links to its PDF when it has been made, and a build without them (or with old ones) has no dead link."""
    root = copy_with_data(SMALL, tmp_path / "root")
    made = tmp_path / "root" / pdf.FOLDER
    assert pdf.main([str(made), "--rod", str(root)]) == 0

    def page(name: str) -> str:
        result = mkdocs_build(root, tmp_path / name)
        assert result.returncode == 0, result.stdout + result.stderr
        return (tmp_path / name / "temaer/foerste-tema/index.html").read_text(encoding="utf-8")

    assert 'href="../../pdf/foerste-tema.pdf"' in page("with")
    assert (tmp_path / "with/pdf/foerste-tema.pdf").read_bytes().startswith(b"%PDF")
    _age(made)
    assert ".pdf" not in page("old")
    assert not (tmp_path / "old/pdf").exists()


def _age(folder: Path) -> None:
    for path in folder.iterdir():
        os.utime(path, (1, 1))


def test_pdfs_of_entries_that_are_gone_go_too(small: Catalogue, tmp_path: Path) -> None:
    """A PDF whose page no longer exists is removed when the PDFs are made again."""
    (tmp_path / "gammel.pdf").write_bytes(b"")
    made = list(pdf.make_all(Paper(small, BASE), tmp_path))
    assert set(tmp_path.glob("*.pdf")) == set(made)
