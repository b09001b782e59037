"""`python -m tests.support.addresses`: what a reader can link to on the site; `--add` freezes what is new.

An address is a page, an anchor on it, a choice of the finder, a PDF or a file of data. An id counts as an anchor when
it names something with words in it, in `main`: ids of fields, buttons and dialogs, and of places that scripts fill,
only wire things together and may change. `tests/promises/addresses.txt` is only ever added to.
"""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode, urljoin

from macros.catalogue import Catalogue, load
from macros.paper.document import Paper
from tests.support.sites import ROOT, built_once

FILE = ROOT / "tests/promises/addresses.txt"
VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
FIELDS = frozenset({"button", "datalist", "option", "output", "select", "textarea"})
APART = frozenset({"dialog", "template"})
DATA = ("katalog.json", "feed.xml", "sitemap.xml")
NOT_FOUND = "404.html"  # the answer to any other address


@dataclass
class _Open:
    """An element that has been opened."""

    tag: str
    attributes: dict[str, str]
    words: bool = field(default=False)


class _Reader(HTMLParser):
    """Collects a page's anchors, the finder's choices on it, and where it leads on to."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[_Open] = []
        self.anchors: set[str] = set()
        self.ids: set[str] = set()
        self.choices: set[str] = set()
        self.onward = ""

    def inside(self, *tags: str) -> bool:
        """Say whether an element of one of these tags is open."""
        return any(one.tag in tags for one in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; note a choice of the finder, and a page's way on."""
        found = {key: value or "" for key, value in attrs}
        self.ids.add(found.get("id", ""))
        if tag == "meta" and found.get("http-equiv", "").lower() == "refresh":
            self.onward = found.get("content", "").partition("url=")[2].strip()
        if tag not in VOID:
            self.open.append(_Open(tag, found))
        if tag in {"input", "option"} and found.get("value") and self.inside("katalog-finder"):
            name = found.get("name") or next(
                o.attributes.get("name", "") for o in reversed(self.open) if o.tag == "select"
            )
            self.choices.add(urlencode({name: found["value"]}))

    def handle_data(self, data: str) -> None:
        """Remember that what is open holds words."""
        if data.strip():
            for one in self.open:
                one.words = True

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what was left open in it; note its id when it is an anchor."""
        while self.inside(tag):
            one = self.open.pop()
            if one.attributes.get("id") and one.words and self._readable(one):
                self.anchors.add(one.attributes["id"])
            if one.tag == tag:
                break

    def _readable(self, one: _Open) -> bool:
        within = one.tag == "main" or self.inside("main")
        return within and one.tag not in FIELDS | APART and not self.inside(*APART)


def read(path: Path) -> _Reader:
    """Return a page, read."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def addresses(site: Path, catalogue: Catalogue) -> set[str]:
    """Return every address of a built site, from its root."""
    found = {f"/{name}" for name in DATA if (site / name).is_file()}
    found |= {f"/pdf/{name}.pdf" for name in Paper(catalogue, "https://example.org/").names()}
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        if name == NOT_FOUND:
            continue
        page, reader = f"/{name.removesuffix('index.html')}", read(path)
        found |= {page, *(f"{page}#{anchor}" for anchor in reader.anchors), *(f"{page}?{c}" for c in reader.choices)}
    return found


def led_on(site: Path, address: str) -> str:
    """Return the address that a page of the site sends a reader of `address` on to, or ""."""
    page, _, anchor = address.partition("#")
    path = site / f"{page.partition('?')[0].lstrip('/')}index.html"
    onward = read(path).onward if path.is_file() else ""
    target, _, default = urljoin(page, onward).partition("#")
    ending = anchor or default
    return f"{target}#{ending}" if onward and ending else target if onward else ""


def carried_on(site: Path, address: str) -> bool:
    """Say whether a page still has a place for an anchor, beside what has another name now."""
    page, _, anchor = address.partition("#")
    path = site / f"{page.lstrip('/')}index.html"
    return bool(anchor) and path.is_file() and anchor in read(path).ids


def retired(address: str, catalogue: Catalogue) -> bool:
    """Say whether an address belongs to an entry that katalog.yml tells is gone for good."""
    return any(belongs(part, gone) for part in re.split(r"[/#=]|\.pdf", address) for gone in catalogue.retired)


def moved(address: str, catalogue: Catalogue) -> bool:
    """Say whether an anchor belongs to an entry that stands on another page today, where `arrive.js` leads on to it."""
    page, _, anchor = address.partition("#")
    here = [p for p in catalogue.index.values() if anchor and belongs(anchor, p.id)]
    return bool(here) and max(here, key=lambda p: len(p.id)).page.removesuffix(".md") != page.strip("/")


def belongs(name: str, entry: str) -> bool:
    """Say whether a part of an address is an entry's id, or made from it: »om-…«, »…-titel«, »…-1«."""
    return f"-{entry}-" in f"-{name}-"


def frozen() -> set[str]:
    """Return the addresses that have been promised."""
    return set(FILE.read_text(encoding="utf-8").splitlines())


def main(argv: list[str]) -> int:
    """Print the present site's addresses, or add them to the frozen ones; return the exit code."""
    loaded = load(ROOT / "data", ROOT / "docs")
    assert loaded.catalogue, loaded.problems
    with tempfile.TemporaryDirectory() as folder:
        found = addresses(built_once(Path(folder), ROOT), loaded.catalogue)
    if "--add" in argv:
        kept = frozen() if FILE.exists() else set()
        FILE.write_text("".join(f"{one}\n" for one in sorted(kept | found)), encoding="utf-8")
        print(f"{len(found - kept)} new addresses, {len(kept | found)} in all")
    else:
        print("\n".join(sorted(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
