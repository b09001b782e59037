"""No entry may have an id that the page, the store or Windows uses for something else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, Loaded, ids, load, reserved
from tests.support.sites import FIXTURE, ROOT, copy_with_data
from tests.support.told import parts, read, values

FIRST = re.compile(r"^( +- id: )([a-z0-9-]+)$", re.MULTILINE)


@pytest.fixture
def renamed(tmp_path: Path) -> Callable[[str], Loaded]:
    """Return what loads the fixture with the first source under another id that nothing points at."""
    root = copy_with_data(FIXTURE, tmp_path / "root")
    path = root / "data/ord.yml"
    written = path.read_text("utf-8")

    def make(name: str) -> Loaded:
        path.write_text(FIRST.sub(rf"\g<1>{name}", written, count=1), encoding="utf-8")
        return load(root / "data", ROOT / "docs")

    return make


@pytest.mark.parametrize(
    "name", ["indhold", "parter", "om", "haefte", "aftale", "constructor", "con", "lpt1", "deltager-2", "foer"]
)
def test_a_taken_id_is_refused(name: str, renamed: Callable[[str], Loaded]) -> None:
    """It is told of in Danish, at the line of the id, with what to do."""
    told = [p for p in renamed(name).problems if p.code == "id-optaget"]
    assert [p.file for p in told] == ["data/ord.yml"]
    assert name in told[0].message
    assert "andet id" in told[0].remedy


def test_an_id_made_of_another_is_refused(renamed: Callable[[str], Loaded]) -> None:
    """The page makes ids of an entry's own, such as that of its heading: no other entry may have one of those."""
    whole = load(FIXTURE, ROOT / "docs").catalogue
    assert whole
    other = next(name for name, placed in whole.index.items() if placed.kind == "tjek")
    for name in (f"{other}-titel", f"felt-{other}", f"u-{other}"):
        assert [p.code for p in renamed(name).problems if p.file == "data/ord.yml"][:1] == ["id-optaget"], name
    assert not [p for p in renamed("titel-for-sig").problems if p.code == "id-optaget"]


def test_every_id_of_a_page_is_an_entrys_or_taken(site: Path, catalogue: Catalogue) -> None:
    """No page has an id of its own that an entry could take: those read from the templates are all there are."""
    found = {value for path in site.rglob("*.html") for value in read(path).ids}
    of_data = {name for part, _ in parts(catalogue) for _, name in ids(part)}
    of_data |= {
        value for part, _ in parts(catalogue) for path, _, value in values(part) if path.endswith("tidligere_id")
    }
    assert not {name for name in found - of_data if not reserved.refusal(name, of_data)}


def test_the_store_is_read() -> None:
    """What the store keeps beside entries is read from its own list."""
    assert {"om", "haefte", "aftale", "ur"} <= reserved.of_store()
