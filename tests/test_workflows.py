"""What runs in CI: pinned, with no more rights than it needs, and nothing is published that was not tested."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.sites import ROOT

FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")


def read(path: Path) -> dict[str, Any]:
    """Return a workflow, with its trigger under "on" (YAML 1.1 reads the word as true)."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


def needed(jobs: dict[str, Any], name: str) -> set[str]:
    """Return the jobs that must have passed before a job begins."""
    needs = jobs[name].get("needs", [])
    direct = {needs} if isinstance(needs, str) else set(needs)
    return direct.union(*(needed(jobs, other) for other in direct))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_used_is_pinned(path: Path) -> None:
    """Every action is named by its commit; what is our own, by its place."""
    for job in read(path)["jobs"].values():
        for used in [job.get("uses"), *(step.get("uses") for step in job.get("steps", []))]:
            assert used is None or used.startswith("./") or PINNED.match(used), used


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rights_are_named_and_nobody_elses_code_runs_with_them(path: Path) -> None:
    """Each workflow names its rights; one that a stranger's pull request starts has none to write, and keeps no key."""
    flow = read(path)
    rights = [flow["permissions"], *(job["permissions"] for job in flow["jobs"].values() if "permissions" in job)]
    assert flow["permissions"]["contents"] == "read"
    if "pull_request" in flow["on"]:
        assert not any("write" in right.values() for right in rights)
    assert "pull_request_target" not in flow["on"]
    for job in flow["jobs"].values():
        for step in job.get("steps", []):
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_who_may_write_installs_nothing(path: Path) -> None:
    """A job with a right to write checks nothing out and runs nothing of ours or of a package."""
    flow = read(path)
    for job in flow["jobs"].values():
        if "write" in {**flow["permissions"], **job.get("permissions", {})}.values():
            steps = job["steps"]
            assert not any("checkout" in step.get("uses", "") or "make " in step.get("run", "") for step in steps)
            assert not any("python" in step.get("run", "") for step in steps)


def test_nothing_is_published_that_was_not_tested() -> None:
    """Whatever puts a site on the net waits for all that a pull request waits for."""
    publishing = 0
    for path in FILES:
        jobs = read(path)["jobs"]
        for name, job in jobs.items():
            if any("deploy" in step.get("uses", "") for step in job.get("steps", [])):
                publishing += 1
                assert "./.github/workflows/ci.yml" in [jobs[other].get("uses") for other in needed(jobs, name)]
    assert publishing
    assert {"pull_request", "workflow_call"} <= set(read(ROOT / ".github/workflows/ci.yml")["on"])


def test_every_python_that_is_promised_is_tried() -> None:
    """The oldest Python that pyproject names is in the matrix, and the series has no hole."""
    oldest = re.search(r'requires-python = ">=3\.(\d+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert oldest
    pythons = read(ROOT / ".github/workflows/ci.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    minors = [int(version.removeprefix("3.")) for version in pythons]
    assert minors == list(range(int(oldest[1]), max(minors) + 1))
