"""The first change that HACKING tells of can be done as it is told."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

from macros.folders import CONTENT
from tests.support.sites import FIXTURE, ROOT, copy_with_data

STEP = re.compile(r"In `(?P<file>[^`]+)`, above\s+`(?P<line>[^`]+)`:\n\n(?P<block> *```\w+\n.*?\n) *```\n", re.DOTALL)


def steps() -> list[tuple[str, str, str]]:
    """Return (file, beginning of the line below, lines to put in) of each step."""
    told = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    chapter = told.partition("\n## A first change\n")[2].partition("\n## ")[0]
    found = [(step["file"], step["line"], textwrap.dedent(step["block"])) for step in STEP.finditer(chapter)]
    return [(file, line, block.partition("\n")[2]) for file, line, block in found]


def test_the_first_change_can_be_done(tmp_path: Path) -> None:
    """Each step's line is there once, and when all are done the field stands on the page with what it is called."""
    root = copy_with_data(FIXTURE, tmp_path / "copy")
    for file, line, block in steps():
        path = root / file.replace("tests/catalogue/data/", "data/")
        text = path.read_text(encoding="utf-8")
        assert len(re.findall(rf"^{re.escape(line)}", text, re.MULTILINE)) == 1, (file, line)
        before, _, after = text.partition(f"\n{line}")
        path.write_text(f"{before}\n{block}{line}{after}", encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if name != CONTENT}
    made = [sys.executable, "-m", "macros.pages", "pages"]
    done = subprocess.run(made, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (root / "pages/kurser.md").read_text(encoding="utf-8")
    assert re.search(r"Før kurset</dt>\s*<dd[^>]*>Find et reb på syv alen", page)
