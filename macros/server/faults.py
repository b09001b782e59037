"""What stops the site from being made, told as problems: bad data, a template, a word file, mkdocs.yml or Python."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.folders import shown
from macros.read.problems import Problem, quotation

TEMPLATES = {".j2", ".html", ".svg"}


@dataclass(frozen=True)
class Fault:
    """A problem with the lines of its file and, when Python stopped, all that Python said."""

    problem: Problem
    lines: Mapping[str, list[str]]
    trace: str = ""

    @property
    def place(self) -> str:
        """The file it stands in, seen from here."""
        return shown(self.problem.file)

    @property
    def quote(self) -> str:
        """The line it stands on, with a caret."""
        return quotation(self.problem, self.lines)


def told(error: BaseException, root: Path) -> list[Fault]:
    """Return what an error is to the one who must mend it; places are relative to `root`. Never raises."""
    chain = list(_chain(error, root))
    for one in chain:
        if loaded := getattr(one, "loaded", None):
            return [Fault(p, loaded.lines) for p in loaded.problems]
    return [_told(chain[-1], root)]


def _chain(error: BaseException, root: Path) -> Iterator[BaseException]:
    """Yield an error and what it came of, to the first that our own code raised; others' are often mere messengers."""
    here: BaseException | None = error
    while here:
        yield here
        frames = traceback.extract_tb(here.__traceback__)
        own = bool(frames) and _is_own(Path(frames[-1].filename), root)
        here = here.__cause__ or (None if own or here.__suppress_context__ else here.__context__)


def _is_own(file: Path, root: Path) -> bool:
    return file.is_relative_to(root) and not file.is_relative_to(sys.prefix)


def _told(error: BaseException, root: Path) -> Fault:
    file, line, column = _place(error, root)
    name = type(error).__name__
    said = (getattr(error, "problem", "") or getattr(error, "msg", "") or str(error) or name).strip().splitlines()
    if _is_template(file):
        message, remedy = f"Skabelonen kan ikke bruges: {said[0]}", "Ret skabelonen, og gem den."
    elif file.suffix in {".yml", ".yaml"}:
        message, remedy = f"Filen kan ikke læses: {said[0]}", "Ret linjen, eller sammenlign med en linje, der virker."
    else:
        message, remedy = f"Koden stoppede her ({name}): {said[0]}", "Ret koden, og gem den."
    shown = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    problem = Problem(shown, line, column, message, remedy, "kode")
    trace = "" if _is_template(file) else "".join(traceback.format_exception(error))
    return Fault(problem, {shown: _lines(file)}, trace)


def _is_template(file: Path) -> bool:
    return file.suffix in TEMPLATES


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []


def _place(error: BaseException, root: Path) -> tuple[Path, int, int]:
    """Return file, line and column where an error stands: where it says so itself, else where the code stood."""
    if mark := getattr(error, "problem_mark", None):  # YAML
        return Path(mark.name), mark.line + 1, mark.column + 1
    if isinstance(error, SyntaxError) and error.filename:
        return Path(error.filename), error.lineno or 1, error.offset or 1
    if (file := getattr(error, "filename", None)) and (line := getattr(error, "lineno", None)):  # Jinja
        return Path(file), line, 1
    frames = [(Path(f.filename), f.lineno or 1, 1) for f in traceback.extract_tb(error.__traceback__)]
    own = [frame for frame in frames if _is_own(frame[0], root)]
    if not own:
        return root / "mkdocs.yml", 0, 1
    in_templates = [frame for frame in own if _is_template(frame[0])]
    asked = type(error).__module__.startswith("jinja2") or type(error).__name__ == "MissingWord"
    return (in_templates or own)[-1] if asked else own[-1]
