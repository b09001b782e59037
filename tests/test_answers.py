"""What is said of an answer to `make new` that cannot be used."""

from __future__ import annotations

import pytest

from macros.desk import start
from tests.support.sites import ROOT


@pytest.mark.parametrize("address", ["git@github.com:nordby/bro.git", "nordby: bro", "http://example.org/x"])
def test_a_repository_is_named_by_its_page(address: str) -> None:
    """Of any other address than https:// that is said, and nothing of how a file is written."""
    (found,) = start.judged(ROOT, "", {"NAVN": "Bro", "UDGIVER": "Nordby", "ARKIV": address, "VAERT": "github"})
    assert found.name == "ARKIV"
    assert "https://" in found.told
    assert "anførselstegn" not in found.told
