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
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.answers import QUESTIONS, Answers, head, licence_link, logo_name, with_defaults
from macros.catalogue import load
from macros.desk import formatter
from macros.folders import CONTENT as ELSEWHERE
from macros.folders import data_folder
from macros.model import ID_PATTERN
from macros.owned import CONTENT, NAME, OPENING, GitError, changed, git, is_owned

START = Path(__file__).parent / "start"
HOSTING = re.compile(r"^## Hosting\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ONES = "tests/content"  # what is true of one catalogue only goes with its content, so it tells whether that is here

# What stands in for an answer that was refused, while the others are looked at.
FILLERS = {"NAVN": "x", "UDGIVER": "x", "ID": "x", "VAERT": "github", "MOTIV": "ja", "SPROG": "da"}


@dataclass(frozen=True)
class Wrong:
    """An answer that does not hold: its variable, what is wrong and how to mend it, and an answer that would do."""

    name: str
    told: str
    instead: str = ""


Judge = Callable[[Answers], list[Wrong]]  # says what is wrong with the answers so far, and does nothing


def origin(root: Path) -> str:
    """Return the address of the repository that this one was cloned from, as a browser reads it, or an empty text."""
    try:
        found = git(root, "remote", "get-url", "origin").strip().removesuffix("/").removesuffix(".git")
    except GitError:
        return ""
    made = re.sub(r"^(?:ssh://)?git@([^:/]+)[:/]", r"https://\1/", found)
    return made if made.startswith("https://") and "@" not in made else ""


def known(root: Path, data: Path) -> dict[str, str]:
    """Return what can be known without asking: the fork's own address, unless it is the one that is being copied."""
    loaded = load(data, root / "docs") if data.is_dir() else None
    site = loaded.catalogue.site if loaded and loaded.catalogue else None
    theirs = site.repository.address if site and site.repository else ""
    address = origin(root)
    return {"origin": "" if address.casefold() == theirs.casefold().rstrip("/") else address}


def ask(answers: dict[str, str], names: list[str], judge: Judge) -> None:
    """Ask the named questions, each until its answer holds; an empty answer takes what is in brackets, `-` nothing."""
    for question in (q for q in QUESTIONS if q.name in names):
        print(f"\n{question.asks}\n  {question.told}")
        offered = answers.get(question.name) or question.default(answers)
        while True:
            said = input(f"{question.name} [{offered}; - for intet]: " if offered else f"{question.name}: ").strip()
            answers[question.name] = "" if said == "-" else said or offered
            found = [one for one in judge(answers) if one.name == question.name]
            if not found:
                break
            print("\n".join(f"  {one.told}" for one in found))
            offered = found[0].instead


def write_start(answers: Answers, data: Path) -> dict[int, str]:
    """Write the filled-in start into an empty folder; return which variable each line of katalog.yml comes from."""
    languages = {path.name for path in START.iterdir()}
    chosen = answers["SPROG"] if answers["SPROG"] in languages else "da"  # the check tells of any other
    shutil.copytree(START / chosen, data, dirs_exist_ok=True)
    rows = list(head(answers))
    path = data / "katalog.yml"
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    rest = rest[re.search(r"^udgiver: .*\n", rest, re.MULTILINE).end() :]  # type: ignore[union-attr]
    path.write_text("\n".join([first, *(line for _, line in rows), rest]), encoding="utf-8")
    if logo := logo_name(answers):
        source = Path(answers["LOGO"]).expanduser()
        if source.is_file():
            shutil.copyfile(source, data / logo)
    return {number: name for number, (name, _) in enumerate(rows, 2)}


def _unfit(answers: Answers, taken: str) -> Iterator[Wrong]:
    """Yield what the check of a catalogue cannot see, or would tell as if there were a file to mend."""
    for name in ("NAVN", "UDGIVER"):
        if not answers[name]:
            yield Wrong(name, "Svaret mangler. Et katalog har altid et navn og en udgiver.")
    if answers["ID"] == taken:
        yield Wrong("ID", f"»{taken}« er det katalog, koden kommer med. Giv jeres eget et andet navn.")
    if answers["NAVN"] and not re.fullmatch(ID_PATTERN, answers["ID"]):
        yield Wrong("ID", f"»{answers['ID']}« kan ikke bruges. Brug små bogstaver a-z, tal og bindestreg.")
    if answers["LOGO"] and not Path(answers["LOGO"]).expanduser().is_file():
        yield Wrong("LOGO", f"Filen {answers['LOGO']} findes ikke. Skriv stien til logoet, eller udelad det.")
    for name in ("REDAKTION", "UDVIKLERE"):
        if answers[name] and not all(word.startswith("@") for word in answers[name].split()):
            yield Wrong(name, f"»{answers[name]}« er ikke en bruger eller et hold. Skriv det med @, fx @kommunen/hr.")


def _refused(answers: Answers, data: Path, docs: Path) -> Iterator[Wrong]:
    """Write the start into the folder `data`, anew, and yield what the check of a catalogue says of it."""
    shutil.rmtree(data, ignore_errors=True)
    lines = write_start(answers, data)
    for problem in load(data, docs).problems:
        name = lines.get(problem.line, "") if problem.file.endswith("/katalog.yml") else ""
        instead = re.search(r'"([^"]+)"', problem.fix)
        place = "" if name else f"{problem.file}:{problem.line}: "
        yield Wrong(name, f"{place}{problem.message} {problem.remedy}", instead[1] if instead else "")


def wrong(answers: Answers, data: Path, docs: Path, taken: str) -> list[Wrong]:
    """Write the start into the folder `data`, and return all that keeps the answers from being a catalogue.

    The check of a file ends with what its model refuses, so what is refused is set aside, and the rest checked again.
    """
    found = list(_unfit(answers, taken))
    for _ in QUESTIONS:
        tried = {**answers, **{one.name: FILLERS.get(one.name, "") for one in found}}
        refused = [one for one in _refused(tried, data, docs) if one not in found]
        found += refused
        if not any(one.name for one in refused):
            break
    return found


def in_the_way(root: Path, data: Path, apart: bool) -> list[str]:
    """Return what speaks against replacing the content, told in Danish."""
    if apart:
        return [f"Mappen {data} er ikke tom."] if data.is_dir() and any(data.iterdir()) else []
    told = []
    if not any((root / ONES).rglob("*.py")):
        told.append("Kataloget er allerede jeres eget: indholdet her kom ikke med koden.")
    try:
        if names := changed(root):
            told.append(f"Der er rettelser, som git ikke har gemt, og som ville gå tabt: {', '.join(names)}.")
    except GitError:
        told.append("Mappen er ikke et git-arkiv, så intet kan fortrydes.")
    return told


def _remove_content(root: Path) -> None:
    for name in CONTENT:
        paths = [root / name, *sorted((root / name).rglob("*"))]
        for path in reversed(paths):
            inside = path.relative_to(root).as_posix()
            if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
            elif (path.is_file() or path.is_symlink()) and is_owned(inside):
                path.unlink()


def code_owners(answers: Answers) -> str:
    """Return the CODEOWNERS file: who must approve what, where the owner has said so."""
    rows = [("*       ", answers["UDVIKLERE"]), ("/data/  ", answers["REDAKTION"])]
    told = "# Who must approve a change: everything that can run, and the content. The last line that fits counts.\n"
    example = "# *       @organisation/developers\n# /data/  @organisation/editors\n"
    return told + ("".join(f"{place}{who}\n" for place, who in rows if who) or example)


def content_licence(answers: Answers) -> str:
    """Return the LICENSE-CONTENT file; without a licence it says that none is given, and nothing more."""
    if not answers["LICENS"]:
        return f"{answers['UDGIVER']} has given no licence to the content (everything in data/).\n"
    link = licence_link(answers)
    told = f"The content (everything in data/) is licensed by {answers['UDGIVER']} under {answers['LICENS']}"
    return f"{told}:\n{link}\n" if link else f"{told}.\n"


def _opening(answers: Answers) -> str:
    told = (
        f"The catalogue of {answers['UDGIVER']}: its content stands in `data/`, and the code in this repository makes\n"
        "a searchable, printable static site of it."
    )
    return f"# {answers['NAVN']}\n\n{told}\n\n"


def settle(answers: Answers, root: Path, made: Path, data: Path, apart: bool) -> None:
    """Put the checked start in `made` where it belongs, and (unless the content lies apart) the owner's settings."""
    if not apart:
        _remove_content(root)
    for path in sorted(made.rglob("*.yml")):
        name = path.relative_to(made).as_posix()
        text, _ = formatter.canonical(name, path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    shutil.copytree(made, data, dirs_exist_ok=True)
    if apart:
        return
    (root / ".github").mkdir(exist_ok=True)
    (root / ".github/CODEOWNERS").write_text(code_owners(answers), encoding="utf-8")
    (root / "LICENSE-CONTENT").write_text(content_licence(answers), encoding="utf-8")
    for part, own in ((NAME, f'name = "{answers["ID"]}"'), (OPENING, _opening(answers))):
        path = root / part.file
        path.write_text(part.put(path.read_text(encoding="utf-8"), own), encoding="utf-8")


def hosting(root: Path) -> str:
    """Return README's chapter on how a catalogue is put on the net. Raises LookupError when there is none."""
    found = HOSTING.search((root / "README.md").read_text(encoding="utf-8"))
    if not found:
        raise LookupError("README.md has no chapter »Hosting«")
    return found[0].strip()


def _next_steps(root: Path, data: Path, apart: str) -> str:
    """Return what to do next; `apart` is the folder the content was put in, as it was given, when that is not here."""
    where = f" {ELSEWHERE}={shlex.quote(apart)}" if apart else ""
    save = "" if apart else '\nGem det: git add -A && git commit -m "Begynd på vores eget katalog"'
    return f"""
Kataloget ligger i {data}, med et lille eksempel af hver slags. Skriv jeres eget i stedet:
data/README.md viser felterne.

Se det: make serve{where}
Prøv det: make check build pdf test{where}{save}

{hosting(root)}
"""


def _tell(found: list[Wrong]) -> None:
    print(f"\n{len(found)} svar kan ikke bruges:\n" if len(found) > 1 else "\nÉt svar kan ikke bruges:\n")
    for one in found:
        print(f"  {one.name or 'start'}: {one.told}")


def _taken(data: Path) -> str:
    path = data / "katalog.yml"
    found = (
        re.search(r"^id: *\"?([a-z0-9-]+)", path.read_text(encoding="utf-8"), re.MULTILINE) if path.is_file() else None
    )
    return found[1] if found else ""


def judged(root: Path, taken: str, answers: Answers) -> list[Wrong]:
    """Return what is wrong with the answers there are, with defaults for the others; write nothing."""
    with tempfile.TemporaryDirectory() as folder:
        return wrong({**with_defaults(answers), **answers}, Path(folder) / "data", root / "docs", taken)


Attempt = Callable[[Answers], list[Wrong]]  # puts the catalogue in its place, or says what is wrong and does nothing


def _attempt(root: Path, data: Path, apart: bool, taken: str, answers: Answers) -> list[Wrong]:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "data"
        found = wrong(answers, made, root / "docs", taken)
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
            if not (found := attempt(answers)):
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
    taken = "" if forced else _taken(root / "data")
    judge, attempt = partial(judged, root, taken), partial(_attempt, root, data, apart, taken)
    answers = known(root, data) | {q.name: environ[q.name].strip() for q in QUESTIONS if q.name in environ}
    names = [question.name for question in QUESTIONS if question.name not in environ]
    failed = _asked(answers, names, judge, attempt) if sys.stdin.isatty() else _given(answers, attempt)
    if not failed:
        print(_next_steps(root, data, environ.get(ELSEWHERE, "")))
    return failed


if __name__ == "__main__":
    sys.exit(main())
