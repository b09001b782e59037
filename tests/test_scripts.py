"""The scripts as they are sent."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.sites import ROOT, code


@pytest.mark.skipif(find_spec("minify") is None, reason="the library is not made for this Python yet")
def test_scripts_are_sent_small(site: Path) -> None:
    """The built scripts are smaller than ours, without comments and types, and export and import the same names."""
    ours = ROOT / "docs/assets/js"
    for script in ours.rglob("*.js"):
        text = re.sub(r"/\*\*.*?\*/", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
        built = (code(site) / "js" / script.relative_to(ours)).read_text(encoding="utf-8")
        assert len(built) < 0.9 * len(text), script
        assert not [line for line in text.splitlines() if line.startswith("//") and line in built], script
        assert "/**" not in built, script
        for pattern in (r"export (?:async )?(?:function|class|const) (\w+)", r'from ?"(\.[^"]+)"'):
            assert sorted(re.findall(pattern, built)) == sorted(re.findall(pattern, text)), script
