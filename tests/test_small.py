"""Another organisation's catalogue, built by the same code."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.catalogue import Catalogue
from macros.site import NOWHERE, MenuGroup, Repository
from macros.web import pages


def test_builds_without_warnings(small_site: Path) -> None:
    """Two themes and one tool make a whole site, strictly built, under the organisation's own name."""
    front = (small_site / "index.html").read_text(encoding="utf-8")
    assert "Nordby Kommunes katalog" in front
    assert (small_site / "temaer/andet-tema/index.html").is_file()
    assert (small_site / "vaerktoejer/spoerg-hinanden/index.html").is_file()


def test_hostile_titles_are_text(small_site: Path) -> None:
    """Signs that mean something in Markdown, Jinja or HTML stand on the page as they were typed."""
    page = (small_site / "temaer/foerste-tema/index.html").read_text(encoding="utf-8")
    assert "{med} [tegn] &amp; 2 &lt; 3 #1" in _decoded(page)


def _decoded(page: str) -> str:
    return re.sub(r"&#(\d+);", lambda m: {"&": "&amp;", "<": "&lt;"}.get(chr(int(m[1])), chr(int(m[1]))), page)


def test_menu_wildcards(small: Catalogue) -> None:
    """`tema:*` in the menu stands for every theme, in the catalogue's order."""
    menu = dict(pages.menu(small, lambda path: path))
    assert [item.title for item in menu["Temaer"]] == ["Første tema", "Andet tema"]


@pytest.mark.parametrize("name", ["foerste-tema", "spoerg-hinanden"])
def test_a_page_in_the_menu_hides_no_entry_of_its_name(name: str, small: Catalogue) -> None:
    """`side:x` in the menu is the page of that name, and what `kind:*` stands for loses no entry by it."""
    whole = [item.path for _, items in pages.menu(small, str) for item in items]
    group = MenuGroup(titel="Sider", sider=(f"side:{name}",))
    site = small.site.model_copy(update={"menu": (group, *small.site.menu)})
    assert [item.path for _, items in pages.menu(replace(small, site=site), str) for item in items] == [
        f"{name}.md",
        *whole,
    ]


def test_edit_links() -> None:
    """Edit links name owner, repository, branch, file and line; without an owner there are none."""
    made = Repository(adresse="https://github.com/nordby/broen", gren="hoved").edit("data/temaer/x.yml", 12)
    assert made == "https://github.com/nordby/broen/edit/hoved/data/temaer/x.yml#L12"
    assert NOWHERE.edit("data/temaer/x.yml", 12) == ""


def test_pages_can_be_written_to_disk(small: Catalogue, tmp_path: Path) -> None:
    """The finished Markdown of every generated page can be handed to another site generator."""
    count = pages.write(small, tmp_path)
    made = list(tmp_path.rglob("*.md"))
    assert len(made) == count
    text = (tmp_path / "temaer/foerste-tema.md").read_text(encoding="utf-8")
    assert "](../vaerktoejer/spoerg-hinanden.md)" in text
    assert "katalogside" not in text
