"""The comparison of engines finds what differs, and the skeleton for the others holds nothing they do not know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import kept
from macros.building import Build
from macros.publish import Publishing
from macros.web.render import Renderer
from tests.support.sites import FIXTURE, ROOT, read
from tools.engines import differences
from tools.other_skeleton import skeleton

PAGE = '<main id="a"><p>Ét <a href="../x/">link</a></p></main>'


def site(folder: Path, page: str = PAGE, data: str = "{}") -> Path:
    """Write a site of one page and one other file."""
    (folder / "side").mkdir(parents=True)
    (folder / "side/index.html").write_text(page, encoding="utf-8")
    (folder / "katalog.json").write_text(data, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("page", "data", "found"),
    [
        (PAGE, "{}", []),
        (PAGE.replace("<p>", "\n <p>").replace("../x/", "./../x/"), "{}", []),
        (PAGE.replace("Ét", "To"), "{}", [("side/index.html", "text")]),
        (PAGE.replace('id="a"', 'id="b"'), "{}", [("side/index.html", "ids")]),
        (PAGE.replace("../x/", "../y/"), "{}", [("side/index.html", "links")]),
        (PAGE, "[]", [("katalog.json", "bytes")]),
    ],
)
def test_what_a_reader_would_meet_otherwise_is_found(
    tmp_path: Path, page: str, data: str, found: list[tuple[str, str]]
) -> None:
    """A change of text, id, link or byte is told; another way to write the same is not."""
    first, second = site(tmp_path / "first"), site(tmp_path / "second", page, data)
    assert list(differences(first, second)) == found


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    """What only the first site has is told as missing."""
    first, second = site(tmp_path / "first"), site(tmp_path / "second")
    (second / "katalog.json").unlink()
    assert list(differences(first, second)) == [("katalog.json", "missing")]


@pytest.mark.parametrize("path", sorted((ROOT / "overrides").rglob("*.*")), ids=lambda path: path.name)
def test_the_skeleton_for_other_engines_needs_no_word_or_filter_of_ours(path: Path) -> None:
    """Every template of the skeleton can be written without our words, filters and functions."""
    catalogue = read(FIXTURE)
    out = Publishing(Build(catalogue, Renderer(catalogue), kept.Table(None, "")), FIXTURE.parent, ROOT / "docs")
    made = skeleton(path.read_text(encoding="utf-8"), out)
    code = re.findall(r"\{[{%].*?[}%]\}", made, re.DOTALL)
    assert not [part for part in code if re.search(r"\bt\.\w|\bside\(|\|\s*(?:fill|data)\b", part)]
