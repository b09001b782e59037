"""The examples, one for each kind and each field: the schemas and the editors' guide show them, and tests read them.

A kind's example stands in its room; together with those of `tests/examples/`, which belong to the catalogue as such,
they are one whole catalogue.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from macros.kinds import FOLDER, KINDS

OWN = Path(__file__).parents[2] / "tests" / "examples"
ID = re.compile(r"^id: ([a-z0-9-]+)$", re.MULTILINE)


def _of_kinds() -> Iterator[tuple[str, Path]]:
    for kind in KINDS:
        for room in [one.room for one in kind.types] or [kind.room]:
            path = FOLDER / room / "example.yml"
            found = ID.search(path.read_text(encoding="utf-8"))
            yield kind.pattern.replace("*", found[1] if found else ""), path


def files() -> dict[str, Path]:
    """Return each example by its name in a data folder, ordered by that. Raises OSError when a kind has none."""
    own = ((path.relative_to(OWN).as_posix(), path) for path in OWN.rglob("*") if path.is_file())
    return dict(sorted((*own, *_of_kinds()), key=lambda row: row[0].split("/")))


def write(folder: Path) -> Path:
    """Write the catalogue of examples to a folder, and return the folder."""
    for name, path in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)
    return folder
