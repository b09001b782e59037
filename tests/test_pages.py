"""The pages another generator gets are those of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import building
from macros.paper import press as pdf
from macros.web import pages
from tests.support.sites import FIXTURE, copy_with_data


def test_written_pages_are_those_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `python -m macros.pages` writes is what the site shows, PDFs too; a second Jinja finds nothing in it."""
    root = copy_with_data(FIXTURE, tmp_path / "root")
    monkeypatch.chdir(root)
    name = next(iter(building.build(root).pages.values())).id
    (root / pdf.FOLDER).mkdir()
    (root / pdf.FOLDER / f"{name}.pdf").write_bytes(b"%PDF" * 1000)
    assert pages.main(["written"]) == 0
    build = building.build(root)
    assert str(len(build.pages)) in capsys.readouterr().out
    for path, page in build.pages.items():
        text = (root / "written" / path).read_text(encoding="utf-8")
        assert text == pages.front_matter(page) + build.body(path)
        assert not re.search(r"\{[{%#]", text), path
    assert f"pdf/{name}.pdf" in (root / "written" / build.catalogue.index[name].page).read_text(encoding="utf-8")
