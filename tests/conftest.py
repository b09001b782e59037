"""What all tests share. `catalogue` and `site` are the invented ones in `tests/catalogue/`, which hold everything.

A test of the machine never reads `data/`: what stands there is somebody's living content. `any/` holds what is true
of whatever stands there, `content/` what is true of our own; each has its own `catalogue` and `site`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from macros.catalogue import Catalogue
from macros.folders import CONTENT
from tests.support import living
from tests.support.browser import start
from tests.support.ours import NOT_OURS, is_ours
from tests.support.pdfs import Pdf, made_once
from tests.support.sites import ENGLISH, FIXTURE, SMALL, built_once, read

# In CI a property is tried on the same examples every time: no pull request fails by the luck of a draw.
settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def shared_tmp(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the invented catalogue that holds everything."""
    return read(FIXTURE)


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """Return another organisation's tiny catalogue."""
    return read(SMALL)


@pytest.fixture(scope="session")
def site(shared_tmp: Path) -> Path:
    """Return the folder of the invented catalogue's built site."""
    return built_once(shared_tmp / FIXTURE.parent.name, data=FIXTURE)


@pytest.fixture(scope="session")
def pdfs(shared_tmp: Path, catalogue: Catalogue) -> dict[str, Pdf]:
    """Return every PDF of the invented catalogue by its name."""
    return made_once(shared_tmp / FIXTURE.parent.name / "pdf", catalogue)


@pytest.fixture(scope="session")
def small_site(shared_tmp: Path) -> Path:
    """Return the folder of the other organisation's built site."""
    return built_once(shared_tmp / SMALL.parent.name, data=SMALL)


@pytest.fixture(scope="session")
def english() -> Catalogue:
    """Return a catalogue in English."""
    return read(ENGLISH)


@pytest.fixture(scope="session")
def english_site(shared_tmp: Path) -> Path:
    """Return the folder of the built site of the catalogue in English."""
    return built_once(shared_tmp / ENGLISH.parent.name, data=ENGLISH)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser that the Makefile found (or the system's chromium); one for all, Playwright allows no two."""
    path = os.environ.get("KATALOG_BROWSER") or shutil.which("chromium")
    with sync_playwright() as playwright:
        started = start(playwright, path)
        yield started
        started.close()


@pytest.fixture(scope="session", autouse=True)
def no_setting() -> None:
    """Let no test of the machine find the setting that says which data folder `any/` is asked of: `DATA` has it."""
    os.environ.pop(CONTENT, None)


@pytest.fixture(autouse=True)
def machine_alone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the machine at the moment it opens a file of `data/`."""
    with living.closed(to=request.path):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is true of our own content, and leave it out, saying so, when another catalogue stands here."""
    away = [] if is_ours() else [pytest.mark.skip(reason=NOT_OURS)]
    for item in items:
        if {"content", "promises"} & set(item.path.parts) or item.get_closest_marker("content"):
            for mark in (pytest.mark.content, *away):
                item.add_marker(mark)
