"""After `make new` nothing of our own catalogue is left for another organisation to show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import inline
from macros.catalogue import Catalogue, load
from tests.support import forks
from tests.support.sites import EXAMPLES, FIXTURE, ROOT, SMALL

OTHERS = (FIXTURE, SMALL, EXAMPLES)
A_FIELDS_VALUE = "på tværs: På tværs"  # how far an entry reaches, as the page says it: ordinary words
SEARCHED = ("macros", "overrides", "docs", "tools", ".github", "schema", "data")


def _read(data: Path) -> Catalogue:
    loaded = load(data, ROOT / "docs")
    assert loaded.catalogue, loaded.problems
    return loaded.catalogue


def _names(catalogue: Catalogue) -> set[str]:
    """Return the ids and titles of several words; a single word is also a word of the language."""
    ids = {placed.id for placed in catalogue.index.values() if "-" in placed.id}
    return ids | {inline.plain(placed.title) for placed in catalogue.index.values() if placed.title.count(" ") >= 2}


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fork of this very repository that `make new` has made another organisation's."""
    folder = tmp_path_factory.mktemp("ours")
    return forks.made(forks.fork(forks.upstream(folder / "ours", data=ROOT / "data"), folder / "theirs"))


def test_nothing_of_ours_is_left(fork: Path) -> None:
    """No file that a fork runs, shows or reads names our catalogue, its addresses, its sources or what stands in it."""
    ours = _read(ROOT / "data")
    site = ours.site
    assert site.repository
    owned = {site.id, site.title, site.address.strip("/"), site.repository.address}
    names = (_names(ours) | owned) - set().union(*(_names(_read(folder)) for folder in OTHERS))
    listed = forks.git(fork, "ls-files").splitlines()
    searched = [name for name in listed if name.startswith(SEARCHED) or ("/" not in name and name != "LICENSE")]
    found: list[tuple[str, str]] = []
    for name in searched:
        text = (fork / name).read_bytes().decode("utf-8", errors="replace").replace(A_FIELDS_VALUE, "")
        words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text))
        found += [(name, one) for one in names if (one in words if "-" in one and " " not in one else one in text)]
    assert found == []


def test_our_content_and_what_is_only_about_it_are_gone(fork: Path) -> None:
    """Of our data, queries, sources and promises no file is left."""
    listed = forks.git(fork, "ls-files").splitlines()
    assert [name for name in listed if name.startswith(("tests/content/", "tests/promises/"))] == []
    data = [name for name in listed if name.startswith("data/") and name != "data/README.md"]
    kept = [
        name for name in data if (ROOT / name).exists() and (fork / name).read_bytes() == (ROOT / name).read_bytes()
    ]
    assert data
    assert kept == []
