"""`python -m macros.new`: turn a fresh fork into somebody's own catalogue.

Asks in a terminal, one question at a time, each until its answer holds; each answer may also come as a variable of the
environment (`make new NAVN=… UDGIVER=…`), and without a terminal nothing is asked, and all that is wrong is told at
once. Nothing is written before every answer holds: the start in `start/<language>` is filled in and checked as any
catalogue is.

With `$KATALOG_DATA` only that folder is written: the engine stays as it is, and the content has a place of its own.
Exit 1 when an answer must be mended, 2 when there is something in the way (`TVING=ja` goes on all the same).
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from macros.catalogue import load
from macros.desk.answers import QUESTIONS, Answers, filled_in, plain, with_defaults
from macros.desk.owned import GitError, git
from macros.desk.settle import in_the_way, settle, taken
from macros.desk.start import Wrong, judged, wrong
from macros.folders import CONTENT as ELSEWHERE
from macros.folders import data_folder

HOSTING = re.compile(r"^## Hosting\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
Judge = Callable[[Answers], list[Wrong]]  # says what is wrong with the answers so far, and does nothing
Attempt = Callable[[Answers], list[Wrong]]  # puts the catalogue in its place, or says what is wrong and does nothing


def origin(root: Path) -> str:
    """Return the address of the repository that this one was cloned from, as a browser reads it, or an empty text."""
    try:
        found = git(root, "remote", "get-url", "origin").strip().removesuffix("/").removesuffix(".git")
    except GitError:
        return ""
    made = re.sub(r"^(?:ssh://)?git@([^:/]+)[:/]", r"https://\1/", found)
    return made if made.startswith("https://") and "@" not in made else ""


def known(root: Path, data: Path, apart: bool) -> dict[str, str]:
    """Return what can be known without asking: the fork's own address, unless it is the one that is being copied.

    Content that lies apart has a repository of its own, with a folder in it.
    """
    if apart:
        where = next(path for path in data.absolute().parents if path.is_dir())
        return {"origin": origin(where), "folder": _folder(where, data), "apart": "ja"}
    loaded = load(data, root / "docs") if data.is_dir() else None
    site = loaded.catalogue.site if loaded and loaded.catalogue else None
    theirs = site.repository.address if site and site.repository else ""
    address = origin(root)
    return {"origin": "" if address.casefold() == theirs.casefold().rstrip("/") else address}


def _folder(where: Path, data: Path) -> str:
    """Return the content's folder, seen from its repository's root; nothing when it is that, or lies in none."""
    try:
        top = Path(git(where, "rev-parse", "--show-toplevel").strip())
    except GitError:
        return ""
    inside = Path(os.path.relpath(data.resolve(), top.resolve())).as_posix()
    return "" if inside == "." else inside


def ask(answers: dict[str, str], names: list[str], judge: Judge) -> None:
    """Ask the named questions, each until its answer holds; an empty answer takes what is in brackets, `-` nothing."""
    for question in (q for q in QUESTIONS if q.name in names):
        if not question.needed(answers):
            answers.pop(question.name, None)
            continue
        print(f"\n{question.asks}\n  {question.told}")
        offered = answers.get(question.name) or question.default(answers)
        while True:
            said = input(f"{question.name} [{offered}; - for intet]: " if offered else f"{question.name}: ").strip()
            answers[question.name] = plain(question.name, said or offered)
            found = [one for one in judge(answers) if one.name == question.name]
            if not found:
                break
            print("\n".join(f"  {one.told}" for one in found))
            offered = found[0].instead


def hosting(root: Path, language: str) -> str:
    """Return how a catalogue is put on the net: README's chapter, or what `hosting/` has of it in its language.

    Raises LookupError when README has no such chapter.
    """
    path = root / f"hosting/{language}.md"
    if path.is_file():
        return path.read_text(encoding="utf-8").strip()
    found = HOSTING.search((root / "README.md").read_text(encoding="utf-8"))
    if not found:
        raise LookupError("README.md has no chapter »Hosting«")
    return found[0].strip()


def _next_steps(root: Path, data: Path, apart: str) -> str:
    """Return what to do next; `apart` is the folder the content was put in, as it was given, when that is not here."""
    language = re.search(r"^sprog: *\"?([a-z]{2})", (data / "katalog.yml").read_text(encoding="utf-8"), re.MULTILINE)
    guide = f"{root.resolve()}/data/README.md (motorens)" if apart else "data/README.md"
    where = f" {ELSEWHERE}={shlex.quote(apart)}" if apart else ""
    save = "" if apart else '\nGem det: git add -A && git commit -m "Begynd på vores eget katalog"'
    return f"""
Kataloget ligger i {data}, med et lille eksempel af hver slags. Skriv jeres eget i stedet:
{guide} viser felterne.

Se det: make serve{where}
Prøv det: make check pdf build test{where}{save}

{hosting(root, language[1] if language else "da")}
"""


def _tell(found: list[Wrong]) -> None:
    print(f"\n{len(found)} svar kan ikke bruges:\n" if len(found) > 1 else "\nÉt svar kan ikke bruges:\n")
    for one in found:
        print(f"  {one.name or 'start'}: {one.told}")


def _attempt(root: Path, data: Path, apart: bool, theirs: str, answers: Answers) -> list[Wrong]:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "data"
        found = wrong(answers, made, root / "docs", theirs)
        if not found:
            settle(answers, root, made, data, apart)
    return found


def _given(answers: Answers, attempt: Attempt) -> int:
    """Try the answers as they are, with defaults for the rest; return the exit code."""
    found = attempt(with_defaults(answers))
    if found:
        _tell(found)
    return 1 if found else 0


def _asked(answers: dict[str, str], names: list[str], judge: Judge, attempt: Attempt) -> int:
    """Ask until the answers hold, what was refused anew (a variable's too, and first of all); return the exit code."""
    try:
        found = [one for one in judge(answers) if one.name in answers and one.name not in names]
        while True:
            if found:
                _tell(found)
                answers.update({one.name: one.instead for one in found})
                again = [one.name for one in found if one.name] or [question.name for question in QUESTIONS]
                names = [*names, *again]
            ask(answers, names, judge)
            if not (found := attempt(filled_in(answers))):
                return 0
            names = []
    except (EOFError, KeyboardInterrupt):
        print("\nAfbrudt: der er ikke skrevet noget.")
        return 1


def main(environ: Mapping[str, str] = os.environ, root: Path = Path()) -> int:
    """Ask what is not answered, write the catalogue, and print what to do next; return the exit code."""
    data, apart, forced = data_folder(root), bool(environ.get(ELSEWHERE)), environ.get("TVING") == "ja"
    if (told := in_the_way(root, data, apart)) and not forced:
        print("\n".join([*told, "Skriv TVING=ja for at gøre det alligevel."]))
        return 2
    theirs = "" if forced else taken(root / "data")
    judge, attempt = partial(judged, root, theirs), partial(_attempt, root, data, apart, theirs)
    answers = known(root, data, apart) | {
        q.name: plain(q.name, environ[q.name]) for q in QUESTIONS if q.name in environ
    }
    names = [question.name for question in QUESTIONS if question.name not in environ]
    failed = _asked(answers, names, judge, attempt) if sys.stdin.isatty() else _given(answers, attempt)
    if not failed:
        print(_next_steps(root, data, environ.get(ELSEWHERE, "")))
    return failed
