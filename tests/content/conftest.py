"""What is true of our own content. Skipped, and said to be, when another catalogue stands in the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import Catalogue
from tests.browser.conftest import address, context, page
from tests.support.sites import DATA, built_once, read

__all__ = ["address", "context", "page"]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return our own catalogue."""
    return read(DATA)


@pytest.fixture(scope="session")
def site(shared_tmp: Path) -> Path:
    """Return the folder of our own site."""
    return built_once(shared_tmp / "living", data=DATA)
