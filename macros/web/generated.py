"""MkDocs' pages of what our own templates write: HTML at once, past the macros plugin and Python-Markdown.

MkDocs still gives them their place, checks their links and anchors, and puts the skeleton around them.
"""

from __future__ import annotations

import io
import logging
import posixpath
from collections.abc import Callable
from functools import lru_cache
from tempfile import SpooledTemporaryFile
from urllib.parse import urlsplit

from jinja2 import pass_context
from jinja2.runtime import Context
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import url_filter

from macros.web import direct, pages

LOG = logging.getLogger(Page.__module__)  # MkDocs (or its kin) counts what is told here, and a strict build ends

Body = Callable[[str], str]  # from the path of a page to what its template writes
ROOM = 1 << 25  # bytes


class Aside:
    """Texts laid aside, on the disk when they take more room than `ROOM`: MkDocs holds all before it writes one."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=ROOM)  # noqa: SIM115 (open as long as the pages are)

    def put(self, text: str) -> tuple[int, int]:
        """Lay a text aside; return its place."""
        made = text.encode()
        at = self._file.seek(0, io.SEEK_END)
        self._file.write(made)
        return at, len(made)

    def get(self, at: int, size: int) -> str:
        """Return the text at a place."""
        self._file.seek(at)
        return self._file.read(size).decode()


class GeneratedPage(Page):
    """A page of the catalogue; `body` is asked for what stands on it when MkDocs renders the page.

    What it then is lies `aside` until MkDocs writes it.
    """

    def __init__(self, page: pages.SitePage, file: File, config: MkDocsConfig, body: Body, aside: Aside) -> None:
        self._aside = aside
        self._place: tuple[int, int] | None = None
        super().__init__(page.title, file, config)
        self._page, self._body = page, body

    @property
    def content(self) -> str | None:
        """The page's HTML; none before it is rendered."""
        return None if self._place is None else self._aside.get(*self._place)

    @content.setter
    def content(self, text: str | None) -> None:
        if text != self.content:  # MkDocs sets it once more, as its plugins left it
            self._place = None if text is None else self._aside.put(text)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take over what the page's front matter would say; there is nothing in it for the macros plugin."""
        self.markdown = self._page.call
        self.meta = {**self._page.meta, "render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make the page's HTML. Raises what the template raises."""
        links = Links(self.file, files)
        made = direct.convert(self._body(self.file.src_uri), links.address)
        self.content = made.text
        stops = [{"level": stop.level, "id": stop.id, "name": stop.title} for stop in made.stops]
        self.toc = get_toc(nest_toc_tokens(stops))
        self.present_anchor_ids = made.ids
        self.links_to_anchors = links.anchors


class Links:
    """The links of one page: where each leads, and which anchors of other pages they count on."""

    def __init__(self, file: File, files: Files) -> None:
        self.file, self.files = file, files
        self.folder = posixpath.dirname(file.src_uri)
        self.anchors: dict[File, dict[str, str]] = {}

    def address(self, link: str) -> str:
        """Return a link to a `.md` page (or any file of the site) as the browser must have it; others stay.

        One that leads nowhere stays too, and MkDocs is told, as it would tell of it itself.
        """
        path, _, anchor = link.partition("#")
        if not path:
            target = self.file
        elif link.startswith("/") or urlsplit(link).scheme:
            return link
        else:
            found = self.files.get_file_from_path(_joined(self.folder, path))
            if found is None:
                told = "Doc file '%s' contains a link '%s', but the target is not found among documentation files."
                LOG.warning(told, self.file.src_uri, link)
                return link
            target = found
        if anchor:
            self.anchors.setdefault(target, {}).setdefault(anchor, link)
        if not path:
            return link
        address = relative(target.url, self.file.url)
        return f"{address}#{anchor}" if anchor else address


@lru_cache(maxsize=1 << 16)
def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


@lru_cache(maxsize=1 << 16)
def _from_beside(target: str, folder: str) -> str:
    return get_relative_url(target, f"{folder}/_/" if folder else "_/")


def relative(target: str, page: str) -> str:
    """Return the address of a target seen from a page; the same for all of a folder but those it leads into."""
    if not page.endswith("/") or target.startswith(page) or page == "./":
        return get_relative_url(target, page)
    return _from_beside(target, page[:-1].rpartition("/")[0])


@pass_context
def url(context: Context, value: str) -> str:
    """MkDocs' filter of the same name, which works each address out anew on every page."""
    page, target = context["page"], str(value)
    if page is None or target.startswith((".", "/", "#")) or ":" in target or not target:
        return str(url_filter(context, target))  # type: ignore[arg-type]
    return relative(target, page.url)
