"""The start in `start/<language>` filled in with an owner's answers, and what is wrong with them.

What is filled in is checked as any catalogue is; nothing of the owner's is written here.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue import Reads, load
from macros.desk.answered import answered
from macros.desk.answers import QUESTIONS, Answers, filled_in, head, logo_name
from macros.model import ID_PATTERN

START = Path(__file__).parents[1] / "start"

HOST_REMEDY = "Skriv github, gitlab eller forgejo; er det noget andet, så lad arkivets adresse være tom."

# What stands in for an answer that was refused, while the others are looked at.
FILLERS = {"NAVN": "x", "UDGIVER": "x", "ID": "x", "VAERT": "github", "MOTIV": "ja", "SPROG": "da"}
FILLERS |= {"ARKIV": "https://example.org/x"}
READ: Reads = {}  # what stands in files that were read before: most of the start is the same whatever is answered


@dataclass(frozen=True)
class Wrong:
    """An answer that does not hold: its variable, what is wrong and how to mend it, and an answer that would do."""

    name: str
    told: str
    instead: str = ""


def write_start(answers: Answers, data: Path) -> dict[int, tuple[str, str]]:
    """Write the filled-in start into an empty folder; return variable and field of each line of katalog.yml."""
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
    return {number: (name, line.partition(":")[0].strip()) for number, (name, line) in enumerate(rows, 2)}


def _unfit(answers: Answers, taken: str) -> Iterator[Wrong]:
    """Yield what the check of a catalogue cannot see, or would tell as if there were a file to mend."""
    for name in ("NAVN", "UDGIVER"):
        if not answers[name]:
            yield Wrong(name, "Svaret mangler. Et katalog har altid et navn og en udgiver.")
    if answers["ID"] == taken:
        yield Wrong("ID", f"»{taken}« er det katalog, koden kommer med. Giv jeres eget et andet navn.")
    if answers["NAVN"] and not re.fullmatch(ID_PATTERN, answers["ID"]):
        yield Wrong("ID", f"»{answers['ID']}« kan ikke bruges. Brug små bogstaver a-z, tal og bindestreg.")
    if answers["LOGO"] and not logo_name(answers).endswith((".svg", ".png")):
        yield Wrong("LOGO", f"{answers['LOGO']} er ikke en tegning. Vælg en fil, der ender på .svg eller .png.")
    elif answers["LOGO"] and not Path(answers["LOGO"]).expanduser().is_file():
        yield Wrong("LOGO", f"Filen {answers['LOGO']} findes ikke. Skriv stien til logoet, eller udelad det.")
    yield from _unfit_repository(answers)
    for name in ("REDAKTION", "UDVIKLERE"):
        if answers[name] and not all(word.startswith("@") for word in answers[name].split()):
            yield Wrong(name, f"»{answers[name]}« er ikke en bruger eller et hold. Skriv det med @, fx @kommunen/hr.")


def _unfit_repository(answers: Answers) -> Iterator[Wrong]:
    if answers["ARKIV"] and not answers["ARKIV"].startswith("https://"):
        shown = "Skriv adressen, som browseren viser den, fx https://github.com/kommunen/katalog."
        yield Wrong("ARKIV", f"»{answers['ARKIV']}« begynder ikke med https://. {shown}")
    if answers["ARKIV"] and not answers["VAERT"]:
        yield Wrong("VAERT", f"Adressen siger ikke, hvad arkivet kører på. {HOST_REMEDY}")


def _refused(answers: Answers, data: Path, docs: Path) -> Iterator[Wrong]:
    """Write the start into the folder `data`, anew, and yield what the check of a catalogue says of it."""
    shutil.rmtree(data, ignore_errors=True)
    lines = write_start(answers, data)
    loaded = load(data, docs, READ)
    READ.update(loaded.reads)
    for problem in loaded.problems:
        name, key = lines.get(problem.line, ("", "")) if problem.file.endswith("/katalog.yml") else ("", "")
        instead = re.search(r'"([^"]+)"', problem.fix)
        told = f"{problem.file}:{problem.line}: {problem.message} {problem.remedy}"
        yield Wrong(name, answered(problem, key) if name else told, instead[1] if instead else "")


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


def judged(root: Path, taken: str, answers: Answers) -> list[Wrong]:
    """Return what is wrong with the answers there are, with defaults for the others; write nothing."""
    with tempfile.TemporaryDirectory() as folder:
        return wrong(filled_in(answers), Path(folder) / "data", root / "docs", taken)
