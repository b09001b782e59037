"""The catalogue holds all that its sources hold."""

from __future__ import annotations

import pytest

from macros import model
from macros.catalogue import Catalogue, walk
from macros.source import read
from tests.support.sites import ROOT


def tool(catalogue: Catalogue, name: str) -> model.ToolBase:
    """Return the tool with an id."""
    found = catalogue.find(f"værktøj:{name}").entry
    assert isinstance(found, model.ToolBase)
    return found


def test_themes(catalogue: Catalogue) -> None:
    """Four themes with 4, 4, 2 and 4 attention points, in the source's order."""
    assert [len(theme.points) for theme in catalogue.themes] == [4, 4, 2, 4]


def test_checklists(catalogue: Catalogue) -> None:
    """Every theme has at least three items to tick in each phase."""
    for theme in catalogue.themes:
        assert all(len(items) >= 3 for _, items in theme.checklist.by_phase()), theme.id


def test_own_checklist_is_marked(catalogue: Catalogue) -> None:
    """The checklist that its source lacks is marked as our own, every item."""
    theme = catalogue.find("tema:politik-og-oekonomi").entry
    assert {i.origin for _, items in theme.checklist.by_phase() for i in items} == {"egen"}


def test_competences(catalogue: Catalogue) -> None:
    """Eleven competences with signs and a question; courage has two sides."""
    assert catalogue.competences
    assert len(catalogue.competences.competences) == 11
    assert all(len(c.signs) >= 2 and c.reflection and c.question for c in catalogue.competences.competences)
    assert [len(c.sides) for c in catalogue.competences.competences if c.id == "mod"] == [2]


def test_courses(catalogue: Catalogue) -> None:
    """Three courses, told with all that one must know before signing up."""
    assert catalogue.courses
    assert len(catalogue.courses.courses) == 3
    assert all(c.format and c.duration and c.audience and c.outcome for c in catalogue.courses.courses)


def test_actions(catalogue: Catalogue) -> None:
    """Two groups of three actions with why, the three effects, the evidence and the condition."""
    assert catalogue.actions
    assert [len(group.actions) for group in catalogue.actions.groups] == [3, 3]
    assert len(catalogue.actions.effects) == 3
    basis = " ".join(b.title + b.text for b in catalogue.actions.basis)
    assert "20 kommuner" in basis
    assert "250 ledere" in basis


def test_process(catalogue: Catalogue) -> None:
    """The collaboration model's phases stand in their order, each whole, with the three examples in the first."""
    (process,) = catalogue.processes
    assert [s.id for s in process.stages] == [
        "undersoegelsesfase",
        "kick-off",
        "afproevning-og-undervisning",
        "afslutning",
    ]
    assert len(process.stages[0].examples) == 3
    assert len(process.facts) >= 3


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("faelles-om-ledelse", 4),
        ("spaendingsfelter", 6),
        ("saet-faelles-kurs", 4),
        ("relationerne-mellem-jer", 4),
        ("lederrollen", 5),
    ],
)
def test_question_sets(catalogue: Catalogue, name: str, count: int) -> None:
    """Each question set has as many questions as the workbook."""
    found = tool(catalogue, name)
    assert isinstance(found, model.QuestionsTool)
    assert len(found.questions) == count


def test_leader_roles(catalogue: Catalogue) -> None:
    """The two roles of a leader in a cross-sector group are told."""
    found = tool(catalogue, "lederrollen")
    assert isinstance(found, model.QuestionsTool)
    assert len(found.roles) == 2


def test_platform_and_interview(catalogue: Catalogue) -> None:
    """Seven elements; 19 questions under them as 3+3+3+2+3+3+2; three roles, three to five people, half an hour."""
    platform, interview = tool(catalogue, "ledelsesplatformen"), tool(catalogue, "interviewguide")
    assert isinstance(platform, model.PlatformTool)
    assert isinstance(interview, model.InterviewTool)
    assert [g.element for g in interview.groups] == [f"element:{e.id}" for e in platform.elements]
    assert [len(g.questions) for g in interview.groups] == [3, 3, 3, 2, 3, 3, 2]
    assert (len(interview.roles), interview.fewest, interview.most, interview.per_interview) == (3, 3, 5, 30)


def test_staircase(catalogue: Catalogue) -> None:
    """Five steps, and advice that covers 1–3 and 4–5."""
    stairs = tool(catalogue, "modenhedstrappen")
    assert isinstance(stairs, model.StaircaseTool)
    assert len(stairs.steps) == 5
    assert [(a.from_step, a.to_step) for a in stairs.advice] == [(1, 3), (4, 5)]


def test_matrix(catalogue: Catalogue) -> None:
    """Five dimensions by two poles, as questions and as concepts."""
    matrix = tool(catalogue, "opgaven-i-helheden")
    assert isinstance(matrix, model.MatrixTool)
    assert (len(matrix.dimensions), len(matrix.poles)) == (5, 2)


def test_sources(catalogue: Catalogue) -> None:
    """The five sources and the workbook's ten works are listed."""
    roles = [s.role for s in catalogue.sources.sources]
    assert (roles.count("grundlag"), roles.count("litteratur")) == (5, 10)


def test_situations(catalogue: Catalogue) -> None:
    """At least ten situations, each with two to four ways on."""
    assert catalogue.situations
    assert len(catalogue.situations.situations) >= 10
    assert all(2 <= len(s.ways) <= 4 for s in catalogue.situations.situations)


def test_prose_is_folded() -> None:
    """Every prose field in every file is a folded block: the style in which nothing an editor types goes wrong."""
    prose = {"tekst", "eksempel", "drøft", "resumé", "refleksion", "hvorfor", "formål", "resultat", "råd", "hjælp"}
    for path in (ROOT / "data").rglob("*.yml"):
        document, _ = read(path.name, path.read_text(encoding="utf-8"))
        assert document
        lines = document.lines()
        for where, mark in document.keys.items():
            if where[-1] in prose and isinstance(_at(document.value, where), str):
                assert lines[mark.line - 1].rstrip().endswith(">-"), f"{path.name}:{mark.line}"


def _at(value: object, path: tuple[str | int, ...]) -> object:
    """Return what stands at a path."""
    for part in path:
        value = value[part]  # type: ignore[index]
    return value


def test_entries_are_found_by_walking(catalogue: Catalogue) -> None:
    """Every entry inside a page is in the index under its own id."""
    for page in catalogue.with_page():
        for _, entry in walk(page.entry):
            assert catalogue.index[entry.id].entry is entry
