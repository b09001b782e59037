"""`python -m macros.form [FILES]`: rewrite data files to the one canonical form. Meaning, order and comments are kept.

Prose stands in `>-` blocks, short names in double quotes, ids and choices bare; which is which the models say, not the
length. A file that cannot be read, or whose meaning a rewrite would change, is left alone and told of.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from macros import kept, shape
from macros.catalogue import FILES, files_of
from macros.desk import by_hand
from macros.desk.comments import comments
from macros.desk.writer import Writer, meant
from macros.folders import data_folder
from macros.kind import Kind
from macros.read import source
from macros.read.document import Document
from macros.read.problems import Problem, Said, terminal
from macros.understand import habits

OTHER = "other"  # that is: another form than the one
MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$")
CHANGED = Said(
    "Filen kan ikke skrives om, uden at meningen kan blive en anden. Den er ladt, som den var.",
    "Skriv den om i hånden, eller lad den stå.",
    "form",
)


def kind_of(file: str) -> Kind | None:
    """Return which kind of data file a path names, by its last parts; None when it is none of them."""
    return next((kind for kind in FILES if PurePosixPath(file).match(kind.pattern)), None)


def modeline(file: str, present: str = "") -> str:
    """Return the first line that tells an editor's program where the file's schema stands.

    A line that names the right schema is kept, wherever it says that the schemas are.
    """
    kind = kind_of(file)
    if kind is None:
        return ""
    found = MODELINE.match(present)
    if found and found.group(1).rpartition("/")[2] == kind.schema:
        return present
    up = "../" * (kind.pattern.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schema/{kind.schema}"


def canonical(file: str, text: str, known: Document | None = None) -> tuple[str, list[Problem]]:
    """Return (the text in canonical form, no problems), or (the text as it is, what stands in the way).

    `known` is the document of the text, spelt as the models, when it has been read without a mistake.
    """
    document, problems = (known, []) if known else source.read(file, text)
    if document is None or problems:
        return text, problems
    if not isinstance(document.value, (dict, list)):
        return text, []
    kind = kind_of(file)
    understood = habits.understood(document, kind.model) if kind and not known else document
    models = shape.narrowed(shape.models_in(kind.model), understood.value) if kind else ()
    made = _made(file, understood, models)
    if made == text or _says_the_same(file, understood, models, made):
        return made, []
    return text, [Problem(file, 1, 1, *CHANGED)]


def _made(file: str, understood: Document, models: shape.Models) -> str:
    """Return the text of a document in canonical form; of an unknown file there are no models."""
    noted = comments(understood.text)
    leads = bool(noted) and noted[0].line == 1 and bool(MODELINE.match(noted[0].text))
    first = noted.pop(0).text if leads else ""
    return Writer(understood, noted).whole(modeline(file, first), models)


def _says_the_same(file: str, understood: Document, models: shape.Models, made: str) -> bool:
    """Whether a text reads as what the document means, without a mistake, and keeps its comments."""
    again, broken = source.read(file, made)
    if broken or again is None:
        return False
    kept, had = ([c.text for c in comments(text) if not MODELINE.match(c.text)] for text in (made, understood.text))
    return again.value == meant(understood.value, models) and kept == had


def files_in(root: Path) -> list[Path]:
    """Return every data file of a repository."""
    return sorted(path for kind in FILES for path in files_of(kind, data_folder(root)))


def out_of_form(paths: Sequence[Path], known: Mapping[str, Document], table: kept.Table) -> dict[Path, list[str]]:
    """Return the files that can be rewritten and are not in canonical form, each with what to change in it by hand.

    One that cannot be read is not one. `known` are the documents that have been read without a mistake, by their texts;
    what is found is kept in a table.
    """
    found = {}
    for path in paths:
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        name = path.as_posix()
        if table.once(partial(_form, name, text, known.get(text)), "form", name, text) == OTHER:
            found[path] = by_hand.changes(text, canonical(name, text, known.get(text))[0])
    return found


def _form(name: str, text: str, known: Document | None) -> str:
    made, problems = canonical(name, text, known)
    return OTHER if not problems and made != text else "as it is"


def _rewrite(path: Path) -> bool | None:
    """Rewrite a file and tell of it; return whether it was changed, or None when it could not be rewritten."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        print(f"{path}: Filen kan ikke læses som UTF-8. Kør python -m macros.check.", end="\n\n")
        return None
    made, problems = canonical(path.as_posix(), text)
    for problem in problems:
        print(terminal(problem, {problem.file: text.split("\n")}), end="\n\n")
    if problems or made == text:
        return None if problems else False
    path.write_bytes(made.encode("utf-8"))
    print(f"Skrevet om: {path}")
    return True


def _files(count: int) -> str:
    return "1 fil" if count == 1 else f"{count} filer"


def main(argv: list[str] | None = None) -> int:
    """Rewrite the files given, or all of data/; return the exit code (1 when a file could not be rewritten)."""
    parser = argparse.ArgumentParser(prog="python -m macros.form", description="Skriv datafiler på én fast form.")
    parser.add_argument("filer", nargs="*", type=Path, help="filerne (ellers alle i data/)")
    done = [_rewrite(path) for path in parser.parse_args(argv).filer or files_in(Path())]
    failed = done.count(None)
    print(f"{_files(done.count(True))} er skrevet om." + (f" {_files(failed)} er ladt urørt." if failed else ""))
    return 1 if failed else 0
