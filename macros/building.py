"""What one build of the site is made from, worked out once and asked for by every page. Knows no MkDocs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from macros import kept
from macros.catalogue import Catalogue, Loaded, load, load_cached
from macros.folders import data_folder
from macros.paper import press as pdf
from macros.web import device, pages
from macros.web.render import Renderer


class DataError(Exception):
    """The data cannot be published; `loaded` holds the problems and the lines to quote."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__(f"data/ har {len(loaded.problems)} fejl: kør python -m macros.check")
        self.loaded = loaded


@dataclass(frozen=True)
class Build:
    """One state of the data, and what is worked out from it.

    `code` and `index`: scripts and style sheets, and the search's index, as they are sent; `publish` makes each once.
    """

    catalogue: Catalogue
    renderer: Renderer
    made: kept.Table  # what an earlier build made of texts that are the same now
    code: dict[str, bytes] = field(default_factory=dict)
    index: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def pages(self) -> dict[str, pages.SitePage]:
        """Every generated page by its path."""
        return pages.pages(self.catalogue)

    def body(self, path: str) -> str:
        """Return the Markdown of the page at a path. Raises KeyError when there is no such page."""
        return pages.body(self.renderer, self.pages[path])


once = False  # whether data is read once only: what reading needs the next time is more than half of all memory


def build(root: Path) -> Build:
    """Return the present state of the repository at `root`. Raises DataError."""
    data = data_folder(root)
    docs = root / "docs"
    loaded = load(data, docs, root=root, light=True) if once else load_cached(data, docs, root)
    if loaded.catalogue is None:
        raise DataError(loaded)
    pdfs = pdf.made(root / pdf.FOLDER, data)
    archive = device.archive(root, data, loaded.catalogue.site)
    renderer = Renderer(loaded.catalogue, pdfs, archive.name if archive else "")
    return Build(loaded.catalogue, renderer, kept.Table(root, "made"))


_begun: dict[Path, Build] = {}


def begin(root: Path) -> Build:
    """Return the present state, and keep it until the next build begins. Raises DataError (and keeps none)."""
    _begun.pop(root, None)
    _begun[root] = build(root)
    return _begun[root]


def begun(root: Path) -> Build:
    """Return the state of the build that has begun; a generator that begins none gets the present state each time."""
    return _begun.get(root) or build(root)
