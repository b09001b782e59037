"""What is true of any catalogue, asked of three: the invented one, the tiny one, and whatever stands in `data/`.

`KATALOG_DATA` names another folder than `data/`. Nothing here may know what an entry is called or how many there are.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import Catalogue
from tests.support.sites import DATA, FIXTURE, SMALL, built_once, read

FOLDERS = {"invented": FIXTURE, "tiny": SMALL, "living": DATA}


@pytest.fixture(scope="session", params=FOLDERS)
def folder(request: pytest.FixtureRequest) -> Path:
    """Return a data folder."""
    return FOLDERS[request.param]


@pytest.fixture(scope="session")
def catalogue(folder: Path) -> Catalogue:
    """Return the folder's catalogue."""
    return read(folder)


def place(folder: Path, shared: Path) -> Path:
    """Return the folder for what is made of a data folder once for all workers."""
    return shared / ("living" if folder == DATA else folder.parent.name)


def built(folder: Path, shared: Path) -> Path:
    """Return the folder of a data folder's site, built strictly."""
    return built_once(place(folder, shared), data=folder)


@pytest.fixture(scope="session")
def site(folder: Path, shared_tmp: Path) -> Path:
    """Return the folder of its site, built strictly."""
    return built(folder, shared_tmp)
