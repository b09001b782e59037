"""Every case in `broken/` is a mistake an editor makes; its golden text is exactly what the check answers."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.catalogue import load
from macros.read.problems import annotation, summary, terminal
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


def test_synonym_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """What an everyday word means is not called unknown while the file that may hold it cannot be read."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    (data / "ord.yml").write_text('synonymer:\n  - betyder: ["vandmølle"]\n    ord: ["kværn"]\n', encoding="utf-8")
    assert [p.code for p in load(data, ROOT / "docs").problems] == ["synonym-ukendt"]
    path = data / "temaer/foerste-tema.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("titel:", "titl:", 1), encoding="utf-8")
    assert "synonym-ukendt" not in {p.code for p in load(data, ROOT / "docs").problems}


def test_what_points_into_a_refused_file_is_not_told_of(tmp_path: Path) -> None:
    """An id in a file with a mistake is known to be there, also when the key is written in quotes."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    path = data / "kilder.yml"
    text = path.read_text(encoding="utf-8").replace("id:", '"id":').replace("rolle: grundlag", "rolle: grund", 1)
    path.write_text(text, encoding="utf-8")
    assert [(p.file, p.code) for p in load(data, ROOT / "docs").problems] == [("data/kilder.yml", "ukendt-værdi")]


def test_annotations_escape_github_signs(tmp_path: Path) -> None:
    """An annotation keeps its title free of the signs GitHub reads as its own."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    path = data / "temaer/foerste-tema.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("se: [værktøj", "se: [punkt"), encoding="utf-8")
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
    "Kl. 8.30-9.15: kaffe",
    "- ikke en liste",
    "# ikke en overskrift",
    "* stjerne, & og-tegn, ! udråb, @ snabel-a og % procent",
    "[klamme] og {tuborg} | streg > pil",
    "ja",
    "nej",
    "~",
    "010",
    "1.0",
    "2027-03-09",
    "»Hvad nu?« – spurgte hun … og gik",
    "Lars' og Jens' afdelinger",
    'En 5" skærm',
    "Familien på 2½ × 3 m²",
    "Ring til 112",
    "Café, naïv, Müller, Ærø, Åse",
    "Husk: (1) aftal, (2) skriv",
    "50 %\u00a0af borgerne",
    "👩\u200d⚕️ og 🤝",
    "Sag nr. 2027-000123",
    "a -> b",
    "https://example.org/sti?a=1&b=2#her",
    "<3 og 5 <7",
    "Det koster 1.234.567,89 kr.",
]


Habit = Callable[[str], str]
HABITS: dict[str, Habit] = {
    "byte order mark": lambda text: "\ufeff" + text,
    "Windows lines": lambda text: text.replace("\n", "\r\n"),
    "no final newline": lambda text: text.rstrip("\n"),
    "empty lines at the end": lambda text: text + "\n\n\n",
    "spaces at the end of a line": lambda text: text.replace("farve: mose", "farve: mose   "),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "keys without Danish letters": lambda text: text.replace("opmærksomhedspunkter", "opmaerksomhedspunkter"),
    "keys without accents": lambda text: text.replace("resumé", "resume").replace("før:", "foer:"),
    "capital letters": lambda text: text.replace("titel:", "Titel:").replace("egen", "Egen"),
    "a Danish date": lambda text: text.replace("farve: mose", "farve: mose\ngennemgaaet: 9. Marts 2027"),
    "an ISO date": lambda text: text.replace("farve: mose", "farve: mose\ngennemgået: 2027-03-09"),
    "a reference without Danish letters": lambda text: text.replace("[værktøj:", "[Vaerktoej:"),
    "a quoted id": lambda text: text.replace("id: punkt-a", 'id: "punkt-a"'),
    "single quotes": lambda text: text.replace('"Gør det første"', "'Gør det første'"),
    "no quotes": lambda text: text.replace('"Gør det første"', "Gør det første"),
    "a literal block": lambda text: text.replace("        Begynd.", "        Begynd.\n\n        I dag.").replace(
        ">-", "|"
    ),
    "a list in lines": lambda text: text.replace("[værktøj:spoerg-hinanden]", "\n      - værktøj:spoerg-hinanden"),
    "a list not indented": lambda text: text.replace("  før:", "  før:   "),
    "comments": lambda text: "# Vores eget\n" + text.replace("  - id: punkt-a", "  # et punkt\n  - id: punkt-a"),
    "a comment after a quoted name": lambda text: text.replace('tema"\nresumé', 'tema"  # for nu\nresumé'),
    "a document mark": lambda text: "---\n" + text,
    "a space before a colon": lambda text: text.replace("farve: mose", "farve : mose"),
    "fields in another order": lambda text: text.replace("farve: mose\n", "", 1) + "farve: mose\n",
}


@pytest.mark.parametrize("habit", HABITS)
def test_legitimate_habits_pass(habit: str, tmp_path: Path) -> None:
    """A file written in another way than ours, but with one clear meaning, is read without a word."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    path = data / "temaer/foerste-tema.yml"
    text = path.read_text(encoding="utf-8")
    assert HABITS[habit](text) != text
    path.write_bytes(HABITS[habit](text).encode("utf-8"))
    loaded = load(data, ROOT / "docs")
    assert [p.message for p in loaded.problems] == []
    assert loaded.catalogue
    assert loaded.catalogue.find("tema:foerste-tema").title == "Første tema"


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_one_mistake_one_message(path: Path, tmp_path: Path) -> None:
    """A single mistake is told once, however much it upsets what stands after it."""
    case = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert len(load(broken(case, tmp_path), ROOT / "docs").problems) == 1


def test_later_mistakes_are_found_too(tmp_path: Path) -> None:
    """After a line YAML cannot read, the rest of the file is checked in the same run."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    path = data / "temaer/foerste-tema.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ('titel: "Første tema"', "titel: Første: tema"),
        ("farve: mose", "farve:mose"),
        ("  - id: punkt-a", "  -id: punkt-a"),
        ("\n    se: [", "\n\tse: ["),
        ("        Begynd.", "        Ring 12 34 56 78."),
        ('titel: "Gør det andet"', 'titel: "Gør det andet'),
        ("oprindelse: egen", "oprindelse: ege"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    codes = [p.code for p in load(data, ROOT / "docs").problems]
    assert codes == [
        "kolon",
        "mellemrum-mangler",
        "mellemrum-efter-bindestreg",
        "tabulator",
        "telefonnummer",
        "ukendt-værdi",
        "citationstegn",
    ]


def test_a_file_with_a_mistake_is_checked_through(tmp_path: Path) -> None:
    """An id in use, a reference that leads nowhere and a forbidden text are told beside an unknown value."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    path = data / "temaer/foerste-tema.yml"
    text = path.read_text(encoding="utf-8").replace("farve: mose", "farve: lilla").replace("Begynd.", "<b>Nu</b>")
    text = text.replace("id: tjek-a-3", "id: tjek-b-3").replace("spoerg-hinanden]", "spoerg-ham]")
    path.write_text(text.replace("    kilde: nordby-notat\n    se", "    kilde: nordby\n    se"), encoding="utf-8")
    codes = [p.code for p in load(data, ROOT / "docs").problems]
    assert codes == ["ukendt-værdi", "henvisning", "henvisning", "html", "dobbelt-id"]


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
