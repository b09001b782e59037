"""Nothing that is made for any catalogue names what stands in ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import inline
from macros.catalogue import Catalogue
from tests.support.sites import EXAMPLES, FIXTURE, ROOT, SMALL, read

CODE = [
    path
    for folder in ("macros", "overrides", "docs/assets/js", "docs/assets/css")
    for path in sorted((ROOT / folder).rglob("*.*"))
    if path.suffix in {".py", ".j2", ".typ", ".html", ".js", ".css"}
]
OURS = {ROOT / "tests" / name for name in ("content", "promises")}
TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if not OURS & set(path.parents)]


@pytest.fixture(scope="module")
def names(catalogue: Catalogue) -> set[str]:
    """Return our ids of several words, and our titles of several, that no other catalogue of the tests has.

    A single word, or a title of two, is also a word of the language, and would be found where it means nothing.
    """
    others = [read(folder) for folder in (FIXTURE, SMALL, EXAMPLES)]
    known = {text for other in others for placed in other.index.values() for text in (placed.id, placed.title)}
    ids = {placed.id for placed in catalogue.index.values() if "-" in placed.id}
    titles = {inline.plain(placed.title) for placed in catalogue.index.values() if placed.title.count(" ") >= 2}
    return (ids | titles) - known


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_names_nothing_of_ours(path: Path, names: set[str]) -> None:
    """No id or title of ours stands in a module, template, script or style, or in a test of the machine."""
    text = path.read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text))
    assert not words & names
    assert not [name for name in names if " " in name and name in text]
