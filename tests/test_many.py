"""A catalogue of many chapters stays usable: what stands on every page, or gathers all, does not grow past use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.grown import THEMES
from macros import building
from macros.server.site import LiveSite
from macros.web import facets, render
from tests.support.serving import grown_site

CHAPTERS = 45
MOST = 40  # pages of a group in the menu


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> LiveSite:
    """Return the site, before its first page, of the fixture catalogue grown to many chapters."""
    return grown_site(tmp_path_factory.mktemp("many"), CHAPTERS)


def page(site: LiveSite, path: str) -> str:
    """Return a page's HTML."""
    return site.get(f"{site.mount}{path}").body.decode()


def test_overviews_of_many_entries_gather_what_one_page_can_hold(
    many: LiveSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past its limit a list names the pages that hold the rest, and the finder says which kinds it leaves out."""
    build = building.begun(Path(many.config.config_file_path).parent)
    texts = {path: build.body(path) for path in ("tjeklister.md", "indhold.md", "find.md")}
    for name in render.MOST:
        monkeypatch.setitem(render.environment().globals, name, 20)
    monkeypatch.setattr(facets, "MOST", 60)
    cut = {path: build.body(path) for path in texts}
    assert 'type="checkbox"' in texts["tjeklister.md"]
    assert 'type="checkbox"' not in cut["tjeklister.md"]
    for placed in build.catalogue.with_page():
        assert f"({placed.page})" in cut["indhold.md"]
        assert not getattr(placed.entry, "checklist", None) or f"({placed.page})" in cut["tjeklister.md"]
    left = facets.finder(build.catalogue).left
    assert left
    assert all(f"{count} {title.lower()}" in cut["find.md"] for title, count in left)
    assert cut["find.md"].count("<li data-") <= facets.MOST


def test_the_menu_of_a_page_does_not_grow_with_the_catalogue(many: LiveSite) -> None:
    """Each list of the menu holds 40 pages at most, and then a link to the page that lists all."""
    menu = page(many, f"{THEMES}/").partition('<nav class="menu"')[2].partition("</nav>")[0]
    lists = [re.findall("<li>", part) for part in re.findall(r'<ul class="menu__sider">.*?</ul>', menu, re.DOTALL)]
    assert max(map(len, lists)) == MOST + 1
    assert re.search(r'<a href="\.\./indhold/">[^<]*\d', menu)


def test_a_page_that_the_menu_leaves_out_leads_to_its_neighbours(many: LiveSite) -> None:
    """A chapter past the menu's last has a way on and back, and the path to it, as every other has."""
    last = sorted(path.stem for path in Path(many.config.config_file_path).parent.glob(f"data/{THEMES}/*-45.yml"))[0]
    html = page(many, f"{THEMES}/{last}/")
    assert 'class="videre__forrige"' in html
    assert 'class="sti"' in html
