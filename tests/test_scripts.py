"""The scripts as they are sent."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.sites import ROOT, code


@pytest.mark.skipif(find_spec("minify") is None, reason="the library is not made for this Python yet")
def test_scripts_are_sent_small(site: Path) -> None:
    """The built scripts are smaller than ours, without comments and types, and export and import the same names.

    Words that a script holds are what it is about, and stand as they are: only the code around them shrinks.
    """
    ours = ROOT / "docs/assets/js"
    for script in ours.rglob("*.js"):
        text = re.sub(r"/\*\*.*?\*/", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
        built = (code(site) / "js" / script.relative_to(ours)).read_text(encoding="utf-8")
        shrunk, whole = (len(re.sub(r"`[^`]*`", "", one)) for one in (built, text))
        assert shrunk < 0.9 * whole, script
        assert not [line for line in text.splitlines() if line.startswith("//") and line in built], script
        assert "/**" not in built, script
        for pattern in (r"export (?:async )?(?:function|class|const) (\w+)", r'from ?"(\.[^"]+)"'):
            assert sorted(re.findall(pattern, built)) == sorted(re.findall(pattern, text)), script
