"""How the site writes the address of a page: the one place that knows it, for links, search, paper, feed and data.

Most servers show `x/index.html` to who asks for `x/`. Some (SharePoint, a bucket for files) do not: there every address
must name its file, `x.html`. The owner says so in katalog.yml, or for one build in `$KATALOG_HTML`.
"""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass

from macros.catalogue import OVERVIEWS, Placed
from macros.site import Site

PDF_OF_ALL = "hele_kataloget"  # no id holds an underscore, so no page can take the name
ENDING = "KATALOG_HTML"  # the variable that goes before the field
SAID = {"ja": True, "nej": False}


def names_files(site: Site) -> bool:
    """Whether addresses end in `.html`. Ends the program, told in Danish, when the variable says neither yes nor no."""
    said = os.environ.get(ENDING, "").strip().lower()
    if said and said not in SAID:
        raise SystemExit(f"{ENDING} er »{said}«, men kan kun være ja eller nej. Ret den, eller slet den.")
    return SAID.get(said, site.html_ending)


@dataclass(frozen=True)
class Addresses:
    """Addresses of one site, seen from its root; with `html`, each names its file."""

    html: bool = False

    @classmethod
    def of(cls, site: Site) -> Addresses:
        """Return how a catalogue's site writes its addresses. Ends the program as `names_files` does."""
        return cls(names_files(site))

    def page(self, path: str) -> str:
        """Return the address of the page at a path: `x.md` is `x/` or `x.html`, `index.md` is "" or its file."""
        name = path.removesuffix(".md")
        if self.html:
            return f"{name}.html"
        folder, last = posixpath.split(name)
        name = folder if last == "index" else name
        return f"{name}/" if name else ""

    def entry(self, placed: Placed) -> str:
        """Return the address of an entry, with its anchor when it stands on another's page."""
        page = self.page(placed.page)
        return f"{page}#{placed.anchor}" if placed.anchor else page

    def side(self, name: str) -> str:
        """Return the address of the page that `side:name` means: an overview or a hand-written page."""
        return self.page(OVERVIEWS.get(name, f"{name}.md"))
