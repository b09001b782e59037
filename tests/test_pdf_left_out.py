"""A PDF that cannot be made costs the others nothing: it is told of and left out."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import shape
from macros.catalogue import Catalogue, load
from macros.catalogue.walking import Text, raw_texts
from macros.desk import formatter
from macros.paper import press as pdf
from macros.paper.document import Paper
from tests.support.sites import FIXTURE, ROOT, copy_with_data

BASE = "https://example.org/katalog/"


class Torn(Paper):
    """Documents of which the first lacks what the engine needs, and the second cannot even be written."""

    def document(self, name: str) -> dict[str, Any]:
        """Return a document, torn when it is the first; raise KeyError for the second."""
        first, second, *_others = self.names()
        if name == second:
            raise KeyError("ændret")
        document = super().document(name)
        return {**document, "chapters": None} if name == first else document


class Unmade(Paper):
    """Documents none of which can be written."""

    def document(self, name: str) -> dict[str, Any]:
        """Raise KeyError."""
        raise KeyError(name)


def test_the_others_are_made(small: Catalogue, tmp_path: Path) -> None:
    """Every document is made but those that cannot be, and of those no old PDF is left."""
    first, second, *others = Paper(small, BASE).names()
    for name in (first, second):
        (tmp_path / f"{name}.pdf").write_bytes(b"%PDF-old")
    results = list(pdf.make_all(Torn(small, BASE), tmp_path))
    assert [isinstance(result, pdf.PdfError) for result in results] == [True, True] + [False] * len(others)
    assert {path.stem for path in tmp_path.glob("*.pdf")} == set(others)


@pytest.mark.parametrize(
    ("paper", "words", "code"), [(Torn, [], 0), (Torn, ["--alle"], 1), (Unmade, [], 1), (Paper, ["--alle"], 0)]
)
def test_the_command_tells_and_goes_on(
    paper: type[Paper],
    words: list[str],
    code: int,
    small: Catalogue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It names each PDF that failed and why, and fails itself only when all did or when all were asked for."""
    root = copy_with_data(ROOT / "tests/small/data", tmp_path / "root")
    monkeypatch.setattr(pdf, "Paper", paper)
    folder = tmp_path / "pdf"
    assert pdf.main([str(folder), "--rod", str(root), *words]) == code
    told = capsys.readouterr().err
    for name in Paper(small, BASE).names():
        assert (folder / f"{name}.pdf").exists() != (f"»{name}« kan ikke laves" in told)


SIGNS = ("🦄", "日", "🤝🏽")


def test_signs_the_fonts_lack_are_told_once_with_their_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each sign that paper cannot show is named once, with the file and line of the first text that has it."""
    root = copy_with_data(ROOT / "tests/small/data", tmp_path / "root")
    path = root / "data/temaer/foerste-tema.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("        Begynd.", f"        Begynd. {' '.join(SIGNS * 2)}"), encoding="utf-8")
    (number,) = (n for n, line in enumerate(text.split("\n"), 1) if line.strip() == "Begynd.")
    assert pdf.main([str(tmp_path / "pdf"), "--rod", str(root)]) == 0
    told = capsys.readouterr().out
    assert f"mangler {len(SIGNS)} tegn" in told
    assert [line.split("  ")[1:] for line in told.splitlines() if line.startswith("  ")] == [
        [sign, f"data/temaer/foerste-tema.yml, linje {number}"] for sign in SIGNS
    ]


def _told(path: Path) -> Text:
    """Return the last text of a data file that a reader is told, on one line."""
    kind = formatter.kind_of(path.as_posix())
    assert kind
    value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    found = (one for one, _ in raw_texts(value, shape.models_in(kind.model)) if one.info and shape.is_told(one.info))
    return [one for one in found if path.read_text("utf-8").count(one.text) == 1][-1]


def test_the_place_of_a_sign_is_told_whatever_file_it_stands_in(tmp_path: Path) -> None:
    """Of katalog.yml, hand-written pages and all kinds of files alike, with the line it stands on."""
    data = Path(shutil.copytree(FIXTURE, tmp_path / "data"))
    placed: dict[str, str] = {}
    for number, path in enumerate(sorted(data.rglob("*.yml"))):
        sign, text, before = chr(0x1F980 + number), path.read_text("utf-8"), _told(path).text
        path.write_text(text.replace(before, f"{before} {sign}"), encoding="utf-8")
        line = text[: text.index(before)].count("\n") + 1
        placed[sign] = f"data/{path.relative_to(data).as_posix()}, linje {line}"
    loaded = load(data, ROOT / "docs")
    assert [line.split("  ")[1:] for line in pdf.lacking(loaded, placed)] == [[*item] for item in placed.items()]


def test_nothing_is_said_when_no_sign_is_lacking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the fonts have every sign, nothing is said of signs."""
    root = copy_with_data(ROOT / "tests/small/data", tmp_path / "root")
    assert pdf.main([str(tmp_path / "pdf"), "--rod", str(root)]) == 0
    assert "tegn" not in capsys.readouterr().out
