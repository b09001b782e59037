"""What is told first is the cause: what only comes of it is held back, or told after it."""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros import model
from macros.catalogue import Loaded, load
from tests.support.sites import ROOT

CATALOGUE = ROOT / "tests/catalogue/data"
FILES = sorted(path.relative_to(CATALOGUE).as_posix() for path in CATALOGUE.rglob("*.yml"))
LOST: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "a list": lambda text: b"- et\n- to\n",
    "a word": lambda text: b"et ord\n",
    "UTF-16": lambda text: text.decode().encode("utf-16"),
    "half a merge": lambda text: b"<<<<<<< HEAD\n" + text,
    "the other half of a merge": lambda text: text.replace(b"\n", b"\n=======\n", 1),
    "a merge not begun": lambda text: text.replace(b"\n", b"\n=======\n>>>>>>> x\n", 1),
}
CUT: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda text: text[: len(text) // 2],
    "cut in a title": lambda text: text[: text.rindex(b"titel:") + 10],
}


@functools.cache
def _sound() -> Loaded:
    return load(CATALOGUE, ROOT / "docs")


def _told(folder: Path, name: str, change: Callable[[bytes], bytes]) -> Loaded:
    data = folder / "data"
    shutil.copytree(CATALOGUE, data)
    (data / name).write_bytes(change((data / name).read_bytes()))
    return load(data, ROOT / "docs", _sound().reads)


@pytest.mark.parametrize("way", LOST)
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_all_that_is_told_of(name: str, way: str, tmp_path: Path) -> None:
    """Nothing is told of what points into a file that cannot be read, and of the file one thing."""
    assert [p.file for p in _told(tmp_path, name, LOST[way]).problems] == [f"data/{name}"]


@pytest.mark.parametrize("way", CUT)
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_cut_is_told_of_first(name: str, way: str, tmp_path: Path) -> None:
    """Where only the beginning of a file is left, what is wrong with it comes before what points into the rest."""
    if b"titel:" not in (CATALOGUE / name).read_bytes():
        pytest.skip("the file has no titles")
    files = [p.file for p in _told(tmp_path, name, CUT[way]).problems]
    assert f"data/{name}" not in files or files[0] == f"data/{name}"  # what is left may be in order


PHASES = ("klargør", "undervejs-nu", "bagefter")


def _own_phases(folder: Path, *names: str) -> Path:
    """Return a copy of the small data whose checklists have `names` as phases, as katalog.yml declares them."""
    data = folder / "data"
    shutil.copytree(ROOT / "tests/small/data", data)
    with (data / "katalog.yml").open("a", encoding="utf-8") as file:
        file.write("faser:\n" + "".join(f"  - id: {name}\n    titel: {name}\n" for name in names))
    for path in data.glob("temaer/*.yml"):
        text = path.read_text(encoding="utf-8")
        for old, new in zip(model.PHASES, names, strict=True):
            text = text.replace(f"  {old}:\n", f"  {new}:\n")
        path.write_text(text, encoding="utf-8")
    return data


def test_a_new_theme_is_shown_the_phases_of_its_catalogue(tmp_path: Path) -> None:
    """What a theme may be filled in with has the phases that katalog.yml declares, all of them and no others."""
    data = _own_phases(tmp_path, *PHASES)
    (data / "temaer/nyt.yml").write_text('id: nyt\ntitel: "Nyt"\n', encoding="utf-8")
    (problem,) = load(data, ROOT / "docs").problems
    assert tuple(yaml.safe_load(problem.fix)["tjekliste"]) == PHASES


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_renamed_phase_is_taken_for_one(count: int, tmp_path: Path) -> None:
    """A phase that is called something else in katalog.yml is told of as a new name, and nothing is to be deleted."""
    data = _own_phases(tmp_path, *PHASES)
    path = data / "katalog.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in list(zip(PHASES, ("xx", "yy", "zz"), strict=True))[:count]:
        text = text.replace(f"id: {old}", f"id: {new}")
    path.write_text(text, encoding="utf-8")
    problems = [p for p in load(data, ROOT / "docs").problems if p.file == "data/temaer/foerste-tema.yml"]
    assert [p.fix.strip() for p in problems] == ["xx:", "yy:", "zz:"][:count]
    assert not [p for p in problems if re.search(r"\b[Ss]let\b|Tilføj", p.remedy)]


def test_a_phase_that_is_gone_costs_no_texts(tmp_path: Path) -> None:
    """The points of a phase that katalog.yml has no longer are to be moved, not deleted."""
    data = _own_phases(tmp_path, *PHASES)
    path = data / "katalog.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - id: bagefter\n    titel: bagefter\n", ""), encoding="utf-8")
    problems = load(data, ROOT / "docs").problems
    assert {p.file for p in problems} == {"data/temaer/foerste-tema.yml", "data/temaer/andet-tema.yml"}
    assert all(p.remedy.startswith("Flyt") for p in problems)


def test_a_phase_that_is_refused_is_not_offered(tmp_path: Path) -> None:
    """A name that no phase can have is told of in katalog.yml alone."""
    data = _own_phases(tmp_path, *PHASES)
    path = data / "katalog.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: bagefter", 'id: "Bag efter"'), encoding="utf-8")
    assert [p.file for p in load(data, ROOT / "docs").problems] == ["data/katalog.yml"]


LEFT = ("temaer/x.yml~", "temaer/~$x.docx", "temaer/~$x.yml", "Thumbs.db", "temaer/desktop.ini", ".DS_Store", "#x.yml#")


def test_what_programs_leave_behind_is_passed_over(tmp_path: Path) -> None:
    """What an editor, Windows or macOS lays in a folder is no mistake of anybody's."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests/small/data", data)
    for name in LEFT:
        (data / name).write_bytes(b"x")
    assert load(data, ROOT / "docs").problems == []


def test_a_picture_that_nothing_names_is_offered_as_the_logo(tmp_path: Path) -> None:
    """A picture beside katalog.yml is told of as one, and not as content with a wrong name."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests/small/data", data)
    (data / "vores.svg").write_text("<svg/>", encoding="utf-8")
    (problem,) = load(data, ROOT / "docs").problems
    assert "logo: vores.svg" in problem.remedy
