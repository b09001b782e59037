"""Every case in `broken/` is a mistake an editor makes; its golden text is exactly what the check answers."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import yaml

from macros.catalogue import load
from macros.problems import annotation, summary, terminal
from tests.support.sites import ROOT

CASES = sorted((ROOT / "tests/broken").glob("*.yml"))
SMALL = ROOT / "tests/small/data"


def broken(case: dict[str, str], folder: Path) -> Path:
    """Return a copy of the small data with the case's mistake made in it."""
    data = folder / "data"
    shutil.copytree(SMALL, data)
    path = data / case["fil"]
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert case["find"] in text, "the case no longer fits the small catalogue"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace(case["find"], case["skriv"], 1) if text else case["skriv"], encoding="utf-8")
    return data


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_message(path: Path, tmp_path: Path) -> None:
    """A mistake is answered with its place, what is wrong and how to mend it, and with nothing else."""
    case = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    loaded = load(broken(case, tmp_path), ROOT / "docs")
    said = "\n\n".join(terminal(p, loaded.lines) for p in loaded.problems)
    if os.environ.get("UPDATE_GOLDEN"):
        case["besked"] = said
        head = "".join(
            f"{key}: {__import__('json').dumps(case[key], ensure_ascii=False)}\n" for key in ("fil", "find", "skriv")
        )
        body = "".join(f"  {line}\n" if line else "\n" for line in said.split("\n"))
        path.write_text(f"{head}besked: |-\n{body}", encoding="utf-8")
    assert said == case["besked"]
    assert loaded.catalogue is None


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Mistakes in several files, and several in one file, are all told in one run."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    for name in ("foerste-tema.yml", "andet-tema.yml"):
        path = data / "temaer" / name
        text = path.read_text(encoding="utf-8").replace("titel:", "titl:", 1).replace("farve: mose", "farve: lilla")
        path.write_text(text, encoding="utf-8")
    codes = [(p.file, p.code) for p in load(data, ROOT / "docs").problems]
    assert len({file for file, _ in codes}) == 2
    assert {code for _, code in codes} == {"ukendt-felt", "ukendt-værdi"}


def test_annotations_escape_github_signs(tmp_path: Path) -> None:
    """An annotation keeps its title free of the signs GitHub reads as its own."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    path = data / "temaer/foerste-tema.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("se: [værktøj", "se: [vaerktoej"), encoding="utf-8")
    (problem,) = load(data, ROOT / "docs").problems
    made = annotation(problem)
    title = made.split("title=")[1].split("::")[0]
    assert made.startswith("::error file=data/temaer/foerste-tema.yml,line=17,")
    assert ":" not in title
    assert "," not in title
    assert "\n" not in made
    assert summary([problem]).startswith("## 1 ting")


FINE = [
    "C# og 50 %",
    "2015–2017",
    "Kl. 12:30, § 141 & 3 * 4",
    "»Citat« og 'citat'",
    "Priser: 1.000.000 kr. (2027)",
    "5 < 7 og 7 > 5",
    "a/b, A & B, #1",
    "https://example.org uden link",
    "Tlf. kommer senere",
    "12.345.678 borgere",
]


@pytest.mark.parametrize("text", FINE)
def test_legitimate_oddities_pass(text: str, tmp_path: Path) -> None:
    """Signs with an honest meaning in Danish prose pass untouched."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    path = data / "temaer/foerste-tema.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("        Begynd.", f"        {text}"), encoding="utf-8")
    loaded = load(data, ROOT / "docs")
    assert not loaded.problems
    assert loaded.catalogue
    assert loaded.catalogue.find("tjek:tjek-a-1").entry.text == text


def test_old_encoding_is_told(tmp_path: Path) -> None:
    """A file saved as Latin-1 is refused at the line of its first strange letter."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    path = data / "temaer/foerste-tema.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    (problem,) = load(data, ROOT / "docs").problems
    assert (problem.code, problem.line) == ("tegnkodning", 3)
