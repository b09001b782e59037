"""Tells problems where they are run: in a terminal, and on GitHub beside the lines they stand on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from macros.read.problems import Problem, annotation, summary, terminal


def tell(problems: list[Problem], lines: Mapping[str, list[str]]) -> None:
    """Print problems with their lines; on GitHub also as annotations and in the step summary."""
    for problem in problems:
        print(terminal(problem, lines), end="\n\n")
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for problem in problems:
            print(annotation(problem))
        if problems and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(summary(problems))
