"""README's example of CI for content in a repository of its own is whole, and true of the engine that stands here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.sites import ROOT, SMALL

EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
(TEXT,) = [text for text in EXAMPLES if "KATALOG_DATA" in text]
FLOW: dict[Any, Any] = yaml.safe_load(TEXT)
STEPS: list[dict[str, Any]] = [step for job in FLOW["jobs"].values() for step in job["steps"]]
COMMANDS = [step for step in STEPS if "run" in step]
ACTION = re.compile(r"uses: (\S+@[0-9a-f]{40} # v[\d.]+)$", re.MULTILINE)


@pytest.fixture
def checked_out(tmp_path: Path) -> Path:
    """Return a folder as the steps that check out leave it: content in its repository, and the engine."""
    content, engine = (step["with"]["path"] for step in STEPS if "/checkout@" in step.get("uses", ""))
    shutil.copytree(SMALL, tmp_path / content / "data")
    git = ["git", "-C", str(tmp_path / content), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for rest in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "base"]):
        subprocess.run([*git, *rest], check=True)
    (tmp_path / engine).mkdir()  # a folder of its own, or `..` in it would lead elsewhere
    for path in ROOT.iterdir():
        if path.name not in {".git", "data"}:
            (tmp_path / engine / path.name).symlink_to(path)
    return tmp_path


def run(command: str, folder: Path, step: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """Run a command of a step as the workflow would, from the folder where both are checked out."""
    env = {**os.environ, **FLOW["env"], "BASE": "HEAD"}
    env.pop("GITHUB_ACTIONS", None)
    where = folder / step.get("working-directory", "")
    command = command.replace(".venv/bin/python", sys.executable)  # the tests may run in another environment
    return subprocess.run(["bash", "-ec", command], cwd=where, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("step", COMMANDS, ids=lambda step: step["run"])
def test_each_command_is_one_of_the_engines(step: dict[str, Any], checked_out: Path) -> None:
    """What make is asked for is a target that would work on the content; what is not make is run, and finds it."""
    command = step["run"]
    if command.startswith("make "):
        planned = run(command.replace("make ", "make -n ", 1), checked_out, step)
        assert planned.returncode == 0, planned.stderr
        assert "macros." in planned.stdout or "mkdocs" in planned.stdout
        return
    done = run(command, checked_out, step)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_content_is_what_is_read(checked_out: Path) -> None:
    """The variable leads from the engine to the content: a mistake there is told by the path that opens it."""
    path = checked_out / "content/data/katalog.yml"
    path.write_text(path.read_text("utf-8").replace("titel:", "titl:", 1), encoding="utf-8")
    step = {"working-directory": "katalog"}
    done = run(".venv/bin/python -m macros.check", checked_out, step)
    assert done.returncode == 1
    assert "content/data/katalog.yml:" in done.stdout


def test_it_is_pinned_as_the_engines_own_workflows_are() -> None:
    """Each action is the very version that runs here, so that an update of one is an update of both."""
    ours = "".join(path.read_text("utf-8") for path in (ROOT / ".github/workflows").glob("*.yml"))
    assert len(ACTION.findall(TEXT)) == len([step for step in STEPS if "uses" in step])
    assert set(ACTION.findall(TEXT)) <= set(ACTION.findall(ours))


def test_only_who_publishes_may_and_after_all_else() -> None:
    """No job but the last has rights, it waits for the first, and it runs nothing that is checked out."""
    first, last = FLOW["jobs"].values()
    assert FLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in first
    assert last["needs"] == next(iter(FLOW["jobs"]))
    assert not any("run" in step or "/checkout@" in step["uses"] for step in last["steps"])
    assert all(s["with"]["persist-credentials"] is False for s in STEPS if "/checkout@" in s.get("uses", ""))
    published = next(step["with"]["path"] for step in STEPS if "/upload-pages-artifact@" in step.get("uses", ""))
    assert published == "katalog/site"
