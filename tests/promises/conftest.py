"""The promises were made for our own content, so they are read by the site that holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import Catalogue, load
from tests.browser.conftest import address, browser, context, page
from tests.support.sites import ROOT, built_once

__all__ = ["address", "browser", "context", "page"]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return our own catalogue."""
    loaded = load(ROOT / "data", ROOT / "docs")
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


@pytest.fixture(scope="session")
def site(shared_tmp: Path) -> Path:
    """Return the folder of our own site."""
    return built_once(shared_tmp / "own", ROOT)
