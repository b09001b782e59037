"""What all tests share: the repository, its catalogue, its built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import Catalogue, load
from tests.support.sites import ENGLISH, ROOT, built_once, copy_with_data


@pytest.fixture(scope="session")
def shared_tmp(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the repository's own catalogue."""
    loaded = load(ROOT / "data", ROOT / "docs")
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """Return another organisation's tiny catalogue."""
    loaded = load(ROOT / "tests/small/data", ROOT / "docs")
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


@pytest.fixture(scope="session")
def site(shared_tmp: Path) -> Path:
    """Return the folder of the built site."""
    return built_once(shared_tmp / "own", ROOT)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the other organisation's built site."""
    root = copy_with_data(ROOT / "tests/small/data", tmp_path_factory.mktemp("small") / "root")
    return built_once(root.parent / "built", root)


@pytest.fixture(scope="session")
def english() -> Catalogue:
    """Return a catalogue in English."""
    loaded = load(ENGLISH, ROOT / "docs")
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


@pytest.fixture(scope="session")
def english_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site of the catalogue in English."""
    root = copy_with_data(ENGLISH, tmp_path_factory.mktemp("english") / "root")
    return built_once(root.parent / "built", root)
