"""What a page says there are so many of, there are so many of where it leads."""

from __future__ import annotations

import re
from pathlib import Path

from macros.catalogue import Catalogue
from macros.catalogue.addresses import Addresses


def page(site: Path, address: str) -> str:
    """Return a page of the built site, by its address."""
    path = site / address
    return (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")


def test_the_front_page_counts_what_the_page_of_checklists_holds(site: Path, catalogue: Catalogue) -> None:
    """The number beside the link to the checklists is that of the boxes one finds there."""
    front = (site / "index.html").read_text(encoding="utf-8")
    said = re.search(r'id="u-tjeklister".*?</h3>\s*<p>(.*?)</p>', front, re.DOTALL)
    assert said
    boxes = page(site, Addresses.of(catalogue.site).side("tjeklister")).count('<div class="tjek"')
    assert re.findall(r"\d+", said[1]) == [str(boxes)]
