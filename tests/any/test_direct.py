"""What `direct` makes of our templates' Markdown is what Python-Markdown makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from macros import building
from macros.server.site import LiveSite
from macros.web import direct
from macros.web.generated import GeneratedPage
from tests.support.sites import copy_with_data

INLINE = {"a", "b", "br", "em", "span", "strong", "small", "label", "button", "input", "kbd", "q", "code", "i", "time"}


class Parts(HTMLParser):
    """The elements of a page in order, and its text; space counts where it separates words."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, frozenset[tuple[str, str]]]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; a bare attribute may stand with its own name as value."""
        kept = ((name, "" if value in (None, name) else str(value)) for name, value in attrs)
        self.elements.append((tag, frozenset(kept)))
        self.said.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element."""
        if tag not in {"br", "input"}:
            self.elements.append((f"/{tag}", frozenset()))
        self.said.append("" if tag in INLINE else " ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that holds nothing: a drawing's must be closed, HTML's may be."""
        self.handle_starttag(tag, attrs)
        if tag not in {"br", "input"}:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.said.append(data)


def parts(html: str) -> tuple[list[tuple[str, frozenset[tuple[str, str]]]], str]:
    """Return the elements and the text of some HTML."""
    found = Parts()
    found.feed(html)
    found.close()
    return found.elements, " ".join("".join(found.said).split())


def stops(items: list[AnchorLink], depth: int = 0) -> Iterator[tuple[int, str, str]]:
    """Yield depth, id and title of each line of a contents list."""
    for item in items:
        yield depth, item.id, item.title
        yield from stops(item.children, depth + 1)


@pytest.fixture(scope="module")
def begun(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LiveSite]:
    """Return the root of a copy with the catalogue, and its site before the first page is made."""
    scratch = tmp_path_factory.mktemp("direct")
    root = copy_with_data(folder, scratch / "root")
    site = LiveSite(root, "https://example.org", scratch / "made")
    site.begin()
    return root, site


def test_every_page_is_what_python_markdown_makes_of_it(begun: tuple[Path, LiveSite]) -> None:
    """Elements, attributes, text, contents list, ids and links to anchors are the same on every generated page."""
    root, site = begun
    build = building.begun(root)
    for path in build.pages:
        file = site.files.get_file_from_path(path)
        assert file
        ours = file.page
        assert isinstance(ours, GeneratedPage), path
        ours.render(site.config, site.files)
        other = Page(None, file, site.config)
        other.markdown = build.body(path)
        other.render(site.config, site.files)
        file.page = ours
        assert ours.content
        assert other.content
        assert parts(ours.content) == parts(other.content), path
        assert list(stops(ours.toc.items)) == list(stops(other.toc.items)), path
        assert ours.present_anchor_ids == other.present_anchor_ids, path
        assert ours.links_to_anchors == other.links_to_anchors, path


def test_a_heading_without_an_id_is_refused() -> None:
    """A template that forgets a heading's id stops the build, for a link to it could never be promised."""
    with pytest.raises(ValueError, match="Uden id"):
        direct.convert("## Uden id\n", str)


def test_a_link_to_nowhere_is_told_and_stays(begun: tuple[Path, LiveSite], caplog: pytest.LogCaptureFixture) -> None:
    """A template's link to a page that is not there is a warning, which ends a strict build."""
    _, site = begun
    page = next(file.page for file in site.pages if isinstance(file.page, GeneratedPage))
    page._body = lambda _path: "[x](findes-ikke.md#her)"
    page.render(site.config, site.files)
    assert page.content == '<a href="findes-ikke.md#her">x</a>'
    assert [record.levelname for record in caplog.records] == ["WARNING"]
