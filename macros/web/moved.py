"""The addresses that pages had under a former id, and what stands there and leads on. Knows no MkDocs."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from macros import shape
from macros.catalogue import FILES, Catalogue
from macros.catalogue.addresses import Addresses
from macros.catalogue.files import served
from macros.kind import FRONT
from macros.web import pages, policy
from macros.web.render import Renderer


@dataclass(frozen=True)
class Move:
    """A page that had another path once, and its title."""

    before: str
    now: str
    title: str


def moves(catalogue: Catalogue) -> Iterator[Move]:
    """Yield each former path of a page whose address follows its id; not where another page stands now."""
    paths = {cls: kind.page for kind in FILES for cls in shape.models_in(kind.model) if "{id}" in kind.page}
    entries = [*(placed.entry for placed in catalogue.with_page()), *catalogue.written]
    renamed = [entry for entry in entries if type(entry) in paths and entry.former_ids]
    taken = {served(path) for path in (*pages.pages(catalogue), FRONT)} if renamed else set()
    for entry in renamed:
        pattern = paths[type(entry)]
        for path in (pattern.format(id=old) for old in entry.former_ids):
            if served(path) not in taken:
                yield Move(path, pattern.format(id=entry.id), entry.title)


def files(renderer: Renderer, code: str) -> dict[str, Callable[[], bytes]]:
    """Return what makes each file that leads on, by its path in the site; `code` is the folder that scripts are in."""
    addresses = Addresses.of(renderer.catalogue.site)
    found: dict[str, Callable[[], bytes]] = {}
    for move in moves(renderer.catalogue):
        here, there = addresses.page(move.before), addresses.page(move.now)
        folder = posixpath.dirname(here) or "."
        to = posixpath.relpath(there, folder) + "/" * there.endswith("/")
        name = f"{here}index.html" if here.endswith("/") else here
        found[name] = partial(_way_on, renderer, move, to, posixpath.relpath(code, folder) + "/")
    return found


def _way_on(renderer: Renderer, move: Move, to: str, code: str) -> bytes:
    # HTML and no Markdown: the title is escaped for that, and in the rest there is nothing to escape
    said = {"til": Markup(to), "kode": Markup(code), "policy": Markup(policy.CSP), "referrer": Markup(policy.REFERRER)}
    return renderer.render("flyttet.html.j2", move.before, titel=escape(move.title), **said).encode()
