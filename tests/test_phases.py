"""A catalogue's own phases: two to five, under any name, on the page, on paper, in the finder and the search."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros import shape
from macros.catalogue import Catalogue, load, names, reserved
from macros.paper.document import Paper
from macros.read.problems import terminal
from macros.site import Phase
from macros.web import facets, finding, pages
from tests.support.pdfs import Pdf, bare
from tests.support.sites import ROOT

SMALL = ROOT / "tests/small/data"
MANY = {
    "opstart": "Opstart",
    "drift": "Drift",
    "trin": "Trin for trin",
    "tekst": "Det skrevne",
    "efter-året": "Efter året",
}


def with_phases(folder: Path, phases: dict[str, str]) -> Path:
    """Return a copy of the small catalogue that has these phases, an item in each of every checklist."""
    data = folder / "data"
    shutil.copytree(SMALL, data)
    site = data / "katalog.yml"
    rows = "".join(f'  - id: {name}\n    titel: "{title}"\n' for name, title in phases.items())
    site.write_text(site.read_text(encoding="utf-8") + f"\nfaser:\n{rows}", encoding="utf-8")
    for path in data.rglob("*.yml"):
        lists = "".join(
            f"  {name}:\n    - id: skridt-{n}-{path.stem}\n      titel: Gør {n}\n"
            f"      tekst: Det {n}. skridt.\n      oprindelse: egen\n"
            for n, name in enumerate(reversed(phases))
        )
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?ms)^tjekliste:\n.*?(?=^\S|\Z)", f"tjekliste:\n{lists}", text), encoding="utf-8")
    return data


@pytest.fixture(params=[2, 5])
def phased(request: pytest.FixtureRequest, tmp_path: Path) -> Catalogue:
    """Return a catalogue of two, or of five, phases; each checklist names them in another order than the catalogue."""
    loaded = load(with_phases(tmp_path, dict(list(MANY.items())[: request.param])), ROOT / "docs")
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


def test_page_shows_them_in_order(phased: Catalogue, tmp_path: Path) -> None:
    """A chapter's checklist has a part for each phase, in the catalogue's order, and all checklists a heading each."""
    pages.write(phased, tmp_path)
    wanted = list(names.phases(phased).values())
    chapter = (tmp_path / "temaer/foerste-tema.md").read_text(encoding="utf-8")
    assert re.findall(r"<legend>(.*?) <small>", chapter) == wanted
    assert [f"## {title} " for title in wanted] == re.findall(
        r"^## .*? (?=\{)", (tmp_path / "tjeklister.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_finder_and_search_know_them(phased: Catalogue) -> None:
    """The finder sorts by each phase, and the search leads to its place among all checklists."""
    finder = next(facet for facet in facets.finder(phased).facets if facet.name == "fase")
    wanted = list(names.phases(phased).values())
    assert [option.label for option in finder.options] == wanted
    found = {record.title: record for record in finding.records(phased)}
    assert all(found[title].page == "tjeklister/" and found[title].anchor for title in wanted)


def test_paper_has_them(phased: Catalogue) -> None:
    """The PDF of a chapter has a heading for each phase, in order, over its items."""
    from macros.paper.press import Press

    made = Press().make("foerste-tema", Paper(phased, "https://example.org/").document("foerste-tema"))
    text = Pdf(made).text
    places = [text.index(bare(title)) for title in names.phases(phased).values()]
    assert places == sorted(places)


def test_wrong_phases_are_told(tmp_path: Path) -> None:
    """A phase that is none of the catalogue's, one that is missing, and one in `fase`, are told at their lines."""
    data = with_phases(tmp_path, {"opstart": "Opstart", "drift": "Drift"})
    path = data / "temaer/foerste-tema.yml"
    text = path.read_text(encoding="utf-8").replace("  drift:\n", "  drfit:\n")
    path.write_text(text.replace("farve:", "fase: [under]\nfarve:", 1), encoding="utf-8")
    loaded = load(data, ROOT / "docs")
    said = "\n".join(terminal(problem, loaded.lines) for problem in loaded.problems)
    assert {problem.file for problem in loaded.problems} == {"data/temaer/foerste-tema.yml"}
    assert "»drift«" in said
    assert "»under« kan ikke bruges i »fase«" in said
    assert "opstart, drift" in said


def test_too_many_are_told_once(tmp_path: Path) -> None:
    """Six phases are one mistake, told in katalog.yml and not at every checklist."""
    data = with_phases(tmp_path, {f"fase-{letter}": letter for letter in "abcdef"})
    assert [problem.file for problem in load(data, ROOT / "docs").problems] == ["data/katalog.yml"]


def test_one_phase_is_too_few(tmp_path: Path) -> None:
    """One phase alone is refused, and so is one named twice, in katalog.yml and at no checklist."""
    for phases in ({"alt": "Alt"}, dict.fromkeys(["a", "b"], "Titel")):
        data = with_phases(tmp_path / str(len(phases)), phases)
        site = data / "katalog.yml"
        site.write_text(site.read_text(encoding="utf-8").replace("- id: b", "- id: a"), encoding="utf-8")
        loaded = load(data, ROOT / "docs")
        assert "faser" in {problem.code for problem in loaded.problems}


def test_a_phase_can_be_kept() -> None:
    """The longest name a phase may have fits in what the store keeps of a collaboration."""
    rule = re.search(r"\bphase: text\((\d+)\)", (ROOT / reserved.STORE).read_text("utf-8"))
    assert rule
    assert int(rule[1]) >= shape.longest(Phase.model_fields["id"])
