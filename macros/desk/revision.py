"""The data folder as it was at a revision of its repository, and whether it still held the same catalogue.

Knows git's archives, not what stands in them; nothing of the other revision is run.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue import Catalogue, Loaded, load
from macros.folders import data_folder, name_of


def new_catalogue(before: Catalogue, after: Catalogue) -> str:
    """Return one line that says that another catalogue has come in place of the former one, or "" when it is the same.

    A catalogue is known by its id in katalog.yml: the entries of two are not each other's before and after.
    """
    old, new = before.site, after.site
    if old.id == new.id:
        return ""
    told = f"Kataloget er et andet end før: »{new.title}« ({new.id}) i stedet for »{old.title}« ({old.id})."
    return f"{told} De to bliver ikke sammenlignet.\n"


def unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Write an archive's plain files into `folder`: no link, no device, nothing outside the folder.

    tarfile's own `filter="data"` does as much, but not in Python before 3.11.4, and Debian 12 has 3.11.2.
    """
    for member in archive:
        target = folder / member.name
        inside = target.resolve().is_relative_to(folder.resolve())
        if inside and member.isreg() and (content := archive.extractfile(member)):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())


def at_revision(data: Path, revision: str, folder: Path) -> Path:
    """Write a data folder as it was at a revision of its repository into `folder`; return where it stands.

    Raises CalledProcessError when there is no such revision, or the folder did not stand there then.
    """
    command = ["git", "-C", str(data), "archive", "--format=tar", revision]
    packed = subprocess.run(command, check=True, capture_output=True).stdout
    written = folder / name_of(data)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        unpack(archive, written)
    return written


@dataclass(frozen=True)
class Given:
    """What a command that compares is given: a revision, and the folder with data/ and docs/."""

    base: str
    root: Path


def compared(parser: argparse.ArgumentParser, argv: list[str] | None) -> Given:
    """Return what the command line gives a command that compares. Exits with a message when it is wrong."""
    parser.add_argument("base", help="den revision, der sammenlignes med, fx origin/main")
    parser.add_argument("rod", nargs="?", default=".", help="mappen med data/ og docs/ (ellers denne)")
    found = parser.parse_args(argv)
    return Given(found.base, Path(found.rod))


def then_and_now(base: str, root: Path) -> tuple[Loaded, Loaded]:
    """Return the data folder as it was read at a revision, and as it is. Raises CalledProcessError as `at_revision`."""
    data = data_folder(root)
    with tempfile.TemporaryDirectory() as folder:
        before = load(at_revision(data, base, Path(folder)), root / "docs")
    return before, load(data, root / "docs")
