"""Puts an owner's checked catalogue in the place of the one that came with the code, with the settings around it."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from macros.desk import formatter, owners
from macros.desk.answers import Answers, licence_link
from macros.desk.owned import CONTENT, NAME, OPENING, SETTINGS, GitError, changed, is_owned

ONES = "tests/content"  # what is true of one catalogue only goes with its content, so it tells whether that is here


def taken(data: Path) -> str:
    """Return the id of the catalogue in a folder, or an empty text when there is none."""
    path = data / "katalog.yml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(r"^id: *\"?([a-z0-9-]+)", text, re.MULTILINE)
    return found[1] if found else ""


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


def _with_schema(text: str, root: Path, path: Path) -> str:
    """Return a file's text with the engine's schema named as it lies from where the file is put."""
    schemas = os.path.relpath((root / "schema").resolve(), path.parent.resolve())
    return re.sub(r"(?<=\$schema=)(?:\.\./)+schema(?=/)", lambda _: Path(schemas).as_posix(), text, count=1)


def settle(answers: Answers, root: Path, made: Path, data: Path, apart: bool) -> None:
    """Put the checked start in `made` where it belongs, and (unless the content lies apart) the owner's settings."""
    if not apart:
        _remove_content(root)
    for path in sorted(made.rglob("*.yml")):
        name = path.relative_to(made).as_posix()
        text, _ = formatter.canonical(name, path.read_text(encoding="utf-8"))
        if apart:
            text = _with_schema(text, root, data / name)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(made, data, dirs_exist_ok=True)
    if apart:
        return
    for name in SETTINGS:
        (root / name).unlink(missing_ok=True)
    (root / owners.FILE).write_text(owners.code_owners(answers), encoding="utf-8")
    (root / "LICENSE-CONTENT").write_text(content_licence(answers), encoding="utf-8")
    for part, own in ((NAME, f'name = "{answers["ID"]}"'), (OPENING, _opening(answers))):
        path = root / part.file
        path.write_text(part.put(path.read_text(encoding="utf-8"), own), encoding="utf-8")
