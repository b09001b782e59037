"""A build asks for the catalogue many times: it is read once, and again when a file has changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from macros.catalogue import load_cached
from tests.support.sites import SMALL


def test_read_again_when_a_file_has_changed(tmp_path: Path) -> None:
    """The same files give the same catalogue; a text that is saved, a file that comes and one that goes, another."""
    data, docs = tmp_path / "data", tmp_path / "docs"
    shutil.copytree(SMALL, data)
    docs.mkdir()
    first = load_cached(data, docs)
    assert load_cached(data, docs) is first
    theme = data / "temaer/foerste-tema.yml"
    theme.write_text(theme.read_text("utf-8").replace("Første tema", "Tredje tema"), encoding="utf-8")
    os.utime(theme, (1, 1))  # also when the clock of the disk is coarse, or wrong
    second = load_cached(data, docs)
    assert second.catalogue
    assert second.catalogue.find("foerste-tema").title == "Tredje tema"
    stranger = data / "temaer/fremmed.txt"
    stranger.touch()
    assert [problem.code for problem in load_cached(data, docs).problems] == ["fremmed-fil"]
    stranger.unlink()
    assert load_cached(data, docs).problems == []
