"""No two things of a page may become one: the same id, or words that make the same id."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from macros import model
from macros.catalogue import FILES, Read, files_of, load, reserved
from macros.kind import Kind
from macros.read.document import Path as Place
from macros.read.spelling import slug
from macros.site import Site
from tests.support.sites import FIXTURE, ROOT, SMALL

HELD = [(kind, path) for kind in FILES if kind.model is not Site for path in files_of(kind, FIXTURE)]
REFUSED = {"dobbelt-id", "genbrugt-id", "id-optaget"}
NAME = re.compile(r"[a-z0-9-]+(?=\W*$)")


def read(kind: Kind, path: Path) -> Read:
    """Return a file of the fixture."""
    return Read.of(kind, path.name, path.read_text(encoding="utf-8"), model.PHASES)


def shaped(path: Place) -> str:
    """Return a path without its numbers, and without the phases of a checklist."""
    return " ".join(part for part in path if isinstance(part, str) and part not in model.PHASES)


def places(found: Read) -> Iterator[tuple[str, int, str]]:
    """Yield what kind of place it is, its line and the id, of each id that a file names as something's own."""

    def walk(value: object, path: Place) -> Iterator[Place]:
        if isinstance(value, dict):
            for key, child in value.items():
                yield from walk(child, (*path, key))
        elif isinstance(value, list):
            for i, child in enumerate(value):
                yield from walk(child, (*path, i))
        elif path[-1] == "id" or "tidligere_id" in path:
            yield path

    for path in walk(found.found.value, ()):
        line = found.found.mark(path).line
        if name := NAME.search(found.found.lines()[line - 1].rstrip("]")):
            yield ("entry" if path[:-1] in found.placed else shaped(path)), line, name[0]


def pairs(found: Read) -> Iterator[tuple[int, int, str]]:
    """Yield the lines of two things of a file and the id of the first, once for each two kinds of place."""
    seen: set[frozenset[str]] = set()
    for (kind, one, name), (other_kind, other, _) in combinations(places(found), 2):
        if one != other and (both := frozenset((kind, other_kind))) not in seen:
            seen.add(both)
            yield one, other, name


@pytest.mark.parametrize(("kind", "path"), HELD, ids=lambda value: getattr(value, "stem", ""))
def test_two_things_of_a_page_with_one_id_are_refused(kind: Kind, path: Path, tmp_path: Path) -> None:
    """Whatever two things a file holds: with the id of the other, the second (or what it was) is told of."""
    data = tmp_path / "data"
    shutil.copytree(FIXTURE, data)
    changed, lines = data / path.relative_to(FIXTURE), path.read_text(encoding="utf-8").split("\n")
    before = load(data, ROOT / "docs").reads
    for one, other, name in pairs(read(kind, path)):
        written = [*lines]
        written[other - 1] = NAME.sub(name, lines[other - 1].rstrip("]")) + "]" * lines[other - 1].endswith("]")
        changed.write_text("\n".join(written), encoding="utf-8")
        told = {(p.line, p.code) for p in load(data, ROOT / "docs", before).problems if p.file.endswith(path.name)}
        assert {line for line, code in told if code in REFUSED} & {one, other}, (one, other, name)


def with_phases(folder: Path, *phases: str) -> list[tuple[str, str]]:
    """Return what the check says of the phases of the small catalogue when they are these: code and message."""
    data = folder / "data"
    shutil.copytree(SMALL, data)
    for path in data.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for old, new in zip(model.PHASES, phases, strict=True):
            text = re.sub(rf"^  {old}:$", f"  {new}:", text, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    rows = "".join(f'  - id: {phase}\n    titel: "Fase {n}"\n' for n, phase in enumerate(phases))
    with (data / "katalog.yml").open("a", encoding="utf-8") as file:
        file.write(f"\nfaser:\n{rows}")
    return [(p.code, p.message) for p in load(data, ROOT / "docs").problems]


def test_phases_of_ones_own_are_accepted(tmp_path: Path) -> None:
    """What the tests below change is a valid catalogue before."""
    assert with_phases(tmp_path, "morgen", "middag", "aften") == []


TAKEN = sorted(name for name in reserved.of_pages() - reserved.of_phases(()) if re.fullmatch(r"[a-z-]{1,30}", name))


@pytest.mark.parametrize("name", TAKEN)
def test_a_phase_is_not_called_what_a_page_uses(name: str, tmp_path: Path) -> None:
    """A phase whose place on a page would have an id that the page has itself is told of once, at katalog.yml."""
    told = with_phases(tmp_path, "morgen", name, "aften")
    assert [code for code, _ in told] == ["faser"]
    assert f"»{name}«" in told[0][1]


@pytest.mark.parametrize(("one", "other"), [("vår", "vaar"), ("må", "maa"), ("æt", "aet")])
def test_phases_that_become_one_are_refused(one: str, other: str, tmp_path: Path) -> None:
    """Two phases that make the same id are told of, both named."""
    assert slug(one) == slug(other)
    told = with_phases(tmp_path, one, "middag", other)
    assert [code for code, _ in told] == ["faser"]
    assert f"»{one}«" in told[0][1]
    assert f"»{other}«" in told[0][1]


def test_a_usual_phase_however_spelt_is_one(tmp_path: Path) -> None:
    """A usual phase is read in both its spellings, so it stands twice."""
    assert with_phases(tmp_path, "før", "middag", "foer") == [("faser", "Fasen »før« står to gange.")]


def test_an_entry_is_not_called_what_a_phase_becomes(tmp_path: Path) -> None:
    """The id of a phase of the catalogue's own is refused for an entry as that of a usual phase is."""
    told = with_phases(tmp_path, "morgen", "middag", "punkt-a")
    assert [code for code, _ in told] == ["id-optaget"]
