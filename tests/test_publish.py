"""What an engine without hooks gets beside its pages is what MkDocs has had written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros import publish
from macros.folders import ADDRESS
from tests.support.sites import BASE, FIXTURE, built_once, copy_with_data

PAGES = {".html", ".gz"}  # pages, and MkDocs' own list of them
LISTS_PAGES = Path("sw.js")
FROM_DOCS = ("assets/css", "assets/fonts", "assets/img", "assets/js")  # what every engine copies


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the root of a copy with the fixture catalogue, and its site as MkDocs builds it."""
    folder = tmp_path_factory.mktemp("publish")
    root = copy_with_data(FIXTURE, folder / "root")
    return root, built_once(folder, root)


def test_all_that_stands_beside_the_pages_is_the_same(
    built: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Index, data, feed, headers, running heads, QR codes and small scripts: byte for byte."""
    root, site = built
    monkeypatch.setenv(ADDRESS, BASE)
    for name in FROM_DOCS:  # of which scripts and style sheets are then sent from another place
        shutil.copytree(root / "docs" / name, tmp_path / name)
    publish.of(root).whole(tmp_path)
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    theirs = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert made <= theirs  # pages that only lead on are among them
    assert {path for path in theirs - made if path.suffix not in PAGES} == {Path("sitemap.xml")}
    other = [name for name in made if (tmp_path / name).read_bytes() != (site / name).read_bytes()]
    assert other == [LISTS_PAGES]  # and here there are none


def test_a_kept_drawing_is_of_the_address_it_is_asked_for(built: tuple[Path, Path], tmp_path: Path) -> None:
    """A QR code that an earlier build kept is taken again for its own address, and for no other."""
    root, _ = built
    publishing = publish.of(root)
    drawn = [publishing.paper(tmp_path / str(i), "x.md", "X", f"{BASE}{name}/") for i, name in enumerate("aba")]
    codes = [(tmp_path / str(i) / f"{name}.svg").read_bytes() for i, name in enumerate(drawn)]
    assert codes[0] == codes[2] != codes[1]
    assert len(publishing.build.made.now) == 2
