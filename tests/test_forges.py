"""What runs in CI on each kind of host: the same commands, pinned, and nothing is published that was not tested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.site import HOSTS
from tests.support.sites import ROOT

GITLAB = ROOT / ".gitlab-ci.yml"
FORGEJO = sorted((ROOT / ".forgejo/workflows").glob("*.yml"))
GITHUB = [ROOT / ".github/workflows" / name for name in ("ci.yml", "deploy.yml")]
FORGES = {"github": GITHUB, "gitlab": [GITLAB], "forgejo": FORGEJO}
NO_JOBS = {"stages", "workflow", "default", "variables", "include", "image"}
DIGEST = re.compile(r"^[\w./:-]+@sha256:[0-9a-f]{64}$")
ACTION = re.compile(r"^https://[\w.-]+/[\w-]+/[\w-]+@[0-9a-f]{40}$")
MADE = re.compile(r"(?:^|&&|;|\bthen)\s*make ((?:[a-z][a-z-]*\b(?!=) ?)+)")
MODULE = re.compile(r"-m (macros\.\w+|tools\.\w+)")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))


def read(path: Path) -> dict[Any, Any]:
    """Return a file of CI."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """Return the jobs of a file by their names."""
    flow = read(path)
    if path == GITLAB:
        return {name: job for name, job in flow.items() if name not in NO_JOBS and not name.startswith(".")}
    found: dict[str, dict[str, Any]] = flow["jobs"]
    return found


def commands(path: Path) -> Iterator[str]:
    """Yield every command line that a file runs; a script of our own is read."""
    for job in jobs(path).values():
        lines = list(job.get("script", [])) + [step["run"] for step in job.get("steps", []) if "run" in step]
        for line in "\n".join(lines).splitlines():
            yield line
            if own := re.match(r"bash (\S+)$", line):
                yield from (ROOT / own[1]).read_text(encoding="utf-8").splitlines()


def made(forge: str) -> set[str]:
    """Return the targets of make that a forge runs, and the one that `test-all` begins with."""
    lines = [line for path in FORGES[forge] for line in commands(path)]
    found = {target for line in lines for match in MADE.finditer(line) for target in match[1].split()}
    return found | {"test" for target in found if target == "test-all"}


def needed(all_jobs: dict[str, Any], name: str) -> set[str]:
    """Return the jobs that must have passed before a job begins."""
    needs = all_jobs[name].get("needs", [])
    direct = {needs} if isinstance(needs, str) else set(needs)
    return direct.union(*(needed(all_jobs, other) for other in direct))


def test_every_forge_has_its_file() -> None:
    """Each kind of host that katalog.yml may name has files of CI here."""
    assert set(FORGES) == set(HOSTS)
    assert all(paths and all(path.is_file() for path in paths) for paths in FORGES.values())


@pytest.mark.parametrize("forge", FORGES)
def test_the_same_commands_run_everywhere(forge: str) -> None:
    """Each forge runs what GitHub runs, targets of the Makefile only, and the guard of ids."""
    assert made(forge) == made("github")
    assert made(forge) <= TARGETS
    lines = "\n".join(line for path in FORGES[forge] for line in commands(path))
    modules = set(MODULE.findall(lines))
    assert "macros.guard" in modules
    for module in modules:
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file(), module


def test_images_and_actions_are_pinned() -> None:
    """What GitLab and Forgejo run in and use is named by its content, and from where, so that no server decides it."""
    assert DIGEST.match(read(GITLAB)["default"]["image"])
    assert not any("image" in job for job in jobs(GITLAB).values())
    assert "include" not in read(GITLAB)
    for path in FORGEJO:
        for name, job in jobs(path).items():
            assert DIGEST.match(job["container"]), name
            for used in [step["uses"] for step in job["steps"] if "uses" in step]:
                assert ACTION.match(used), used


def test_gitlab_publishes_only_what_passed() -> None:
    """Pages come from the default branch alone, after every other job; no job takes a key."""
    found = jobs(GITLAB)
    assert needed(found, "pages") == set(found) - {"pages"}
    assert found["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert found["pages"]["artifacts"]["paths"] == ["public"]
    assert {job["stage"] for job in found.values()} == set(read(GITLAB)["stages"])
    assert not re.search(r"TOKEN|secrets|id_tokens", GITLAB.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FORGEJO, ids=lambda path: path.stem)
def test_forgejo_gives_its_token_to_nothing_of_ours(path: Path) -> None:
    """Who is given the token waits for every other job, runs on a push alone, and runs nothing that is checked out."""
    flow, found = read(path), jobs(path)
    assert flow["permissions"] == {"contents": "read"}
    for name, job in found.items():
        holds = "token" in str(job["steps"]) or "secrets" in str(job["steps"])
        assert holds == ("write" in job.get("permissions", {}).values()), name
        assert not any("secrets." in str(step) for step in job["steps"])
        outs = [step for step in job["steps"] if "/checkout@" in step.get("uses", "")]
        assert all(step["with"]["persist-credentials"] is False for step in outs)
        if holds:
            assert needed(found, name) == set(found) - {name}
            assert job["if"] == "github.event_name == 'push'"
            assert not outs
            assert not re.search(r"\bmake\b|python", str(job["steps"]))
