"""The data folder as it was at a revision of its repository, and whether it still held the same catalogue.

Knows git's archives, not what stands in them; nothing of the other revision is run.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from macros.catalogue import Catalogue
from macros.folders import name_of


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
