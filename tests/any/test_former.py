"""Whoever comes with an address that held a former id is led to what has taken its place."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from macros.catalogue import FILES, Catalogue, reserved
from macros.catalogue.addresses import Addresses
from macros.shape import models_in
from tests.support.told import read

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')


def page(site: Path, address: str) -> Path:
    """Return the file that answers an address of the site."""
    path = site / address
    return path / "index.html" if path.is_dir() else path


def test_an_anchor_of_a_former_id_is_where_the_entry_is(site: Path, catalogue: Catalogue) -> None:
    """Every entry's page has its former ids as anchors, once each, just before or inside what has the present one."""
    addresses = Addresses.of(catalogue.site)
    for old, new in catalogue.former.items():
        placed = catalogue.index[new]
        if reserved.refusal(old, catalogue.index):
            continue
        ids = read(page(site, addresses.page(placed.page))).ids
        assert ids.count(old) == 1, (old, placed.page)
        between = ids[min(ids.index(old), ids.index(new)) : max(ids.index(old), ids.index(new))]
        others = set(between) & set(catalogue.index) - {new}
        assert not others, (old, others)


def test_a_page_of_a_former_id_leads_on(site: Path, catalogue: Catalogue) -> None:
    """Where a page's address follows its id, the former address sends a browser on, and has a link for the others."""
    addresses = Addresses.of(catalogue.site)
    patterns = {cls: kind.page for kind in FILES for cls in models_in(kind.model) if "{id}" in kind.page}
    entries = [*(placed.entry for placed in catalogue.with_page()), *catalogue.written]
    for entry in (entry for entry in entries if type(entry) in patterns):
        for old in entry.former_ids:
            here = addresses.page(patterns[type(entry)].format(id=old))
            text = page(site, here).read_text(encoding="utf-8")
            (to,) = REFRESH.findall(text)
            led = posixpath.normpath(posixpath.join(posixpath.dirname(here), to))
            assert led == addresses.page(patterns[type(entry)].format(id=entry.id)).rstrip("/")
            assert f'<a href="{to}">' in text


def test_former_addresses_are_listed_nowhere(site: Path, catalogue: Catalogue) -> None:
    """No page, sitemap, feed or search index leads to an address that only leads on."""
    moved = [path for path in site.rglob("*.html") if REFRESH.search(path.read_text(encoding="utf-8"))]
    names = {path.parent.name if path.name == "index.html" else path.stem for path in moved}
    listing = [path for end in ("*.html", "*.xml", "soegning.json") for path in site.rglob(end) if path not in moved]
    for path in listing:
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if f"{name}/" in text or f"{name}.html" in text], path
