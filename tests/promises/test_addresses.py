"""Every address that readers were once given leads to what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import Catalogue
from tests.support.addresses import FILE, addresses, carried_on, frozen, led_on, moved, retired

pytestmark = pytest.mark.content


def test_every_address_still_leads_somewhere(site: Path, catalogue: Catalogue) -> None:
    """Each page, anchor, choice, PDF and data file promised is there, leads on, or is told to be gone for good."""
    present = addresses(site, catalogue)
    lost = frozen() - present
    kept = {one for one in lost if led_on(site, one) in present or carried_on(site, one)}
    kept |= {one for one in lost if retired(one, catalogue) or moved(one, catalogue)}
    assert not lost - kept, "\n".join(sorted(lost - kept))


def test_addresses_are_kept_in_order() -> None:
    """The file is sorted and says nothing twice, so that a change of it is read at a glance."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))


def test_a_page_that_moved_leads_on(tmp_path: Path) -> None:
    """A page that sends its readers on keeps the promises of its anchors when the new page has them."""
    old = tmp_path / "gammel/index.html"
    old.parent.mkdir()
    old.write_text('<meta http-equiv="refresh" content="0; url=../ny/#x"><p>Siden er flyttet.</p>', encoding="utf-8")
    assert led_on(tmp_path, "/gammel/#noget") == "/ny/#noget"
    assert led_on(tmp_path, "/gammel/") == "/ny/#x"
    assert led_on(tmp_path, "/andet/") == ""
