"""Our catalogue holds all that was made from its sources."""

from __future__ import annotations

import pytest
import yaml

from macros.catalogue import Catalogue
from tests.support.sites import ROOT

INVENTORY: dict[str, list[str]] = yaml.safe_load((ROOT / "tests/content/inventory.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", INVENTORY)
def test_nothing_from_a_source_is_lost(source: str, catalogue: Catalogue) -> None:
    """What was made from a source is there, lives on under another id, or is told to be gone for good."""
    known = {*catalogue.index, *catalogue.former, *catalogue.retired}
    assert [name for name in INVENTORY[source] if name not in known] == []
