"""One page of each kind of the built site."""

from __future__ import annotations

from pathlib import Path

from macros.catalogue import Catalogue
from macros.catalogue.addresses import Addresses
from macros.catalogue.files import LISTS, OVERVIEWS
from tests.support.sites import FIXTURE, read


def one_of_each(catalogue: Catalogue) -> list[str]:
    """Return the addresses (under the site's root) of one page of each kind, tools by type, and every single page."""
    found = {"": ""}
    for placed in catalogue.with_page():
        found.setdefault(f"{placed.kind} {getattr(placed.entry, 'type', '')}", Addresses().entry(placed))
    written = [f"{page.id}/" for page in catalogue.written]
    folders = [name for name, kind in LISTS.items() if kind.is_folder]
    single = [f"{name}/" for name in OVERVIEWS if name not in folders[1:]]  # of the lists of pages, one
    return [*found.values(), *written, *single, "404.html"]


def every_page(site: Path) -> list[str]:
    """Return the addresses of every page that was built; what only leads on to another is none."""
    seen = [path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in seen)


KINDS = one_of_each(read(FIXTURE))
