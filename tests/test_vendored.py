"""Libraries that are sent to readers stand as they came, with their licence beside them."""

from __future__ import annotations

import hashlib

import pytest

from tests.support.sites import ROOT

FOLDER = ROOT / "docs/assets/js/vendor"
HEAD = 7  # lines of ours before what came
CAME = {"fflate.js": "1dcc09df3f5c23e13a1c3e6d9c1ace36dcc10a76580fb7335b3191b9bc7858c9"}


def test_every_library_is_known() -> None:
    """Each script in the folder has a fingerprint here and a licence beside it."""
    assert {path.name for path in FOLDER.glob("*.js")} == set(CAME)
    assert all((FOLDER / f"{name.removesuffix('.js')}-license.txt").is_file() for name in CAME)


@pytest.mark.parametrize("name", CAME)
def test_a_library_stands_as_it_came(name: str) -> None:
    """After our own lines, which say where it is from, not a letter is changed."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines(keepends=True)
    assert all(line.startswith(("//", "/*!")) for line in lines[:HEAD])
    assert hashlib.sha256("".join(lines[HEAD:]).encode()).hexdigest() == CAME[name]
