"""Where a catalogue's content lies (beside the code, or in a folder of its own), and the site's address."""

from __future__ import annotations

import os
from pathlib import Path

CONTENT = "KATALOG_DATA"  # the variable that names another folder
ADDRESS = "KATALOG_URL"  # the variable that names another address


def data_folder(root: Path) -> Path:
    """Return the folder of the data files: `$KATALOG_DATA`, absolute or seen from `root`, else `data` in `root`."""
    return root / (os.environ.get(CONTENT) or "data")


def is_leftover(name: str) -> bool:
    """Whether a file is some program's own: a copy an editor keeps, or what Windows and macOS lay in a folder."""
    own = name.casefold() in {"thumbs.db", "ehthumbs.db", "desktop.ini"}
    return own or name.startswith((".", "~$", "#")) or name.endswith("~")


def name_of(data: Path) -> str:
    """Return what a data folder is called: the first part of its files' names."""
    return Path(os.path.abspath(data)).name


def shown(file: str) -> str:
    """Return what a message calls a file or folder of the content (`data/…`): where it lies from where it is asked.

    In a folder that `$KATALOG_DATA` names, that is inside the one at hand relative, and else as it was given; any
    other file is called what it is.
    """
    given = os.environ.get(CONTENT)
    name = name_of(Path(given)) if given else ""
    if not given or not f"{file}/".startswith(f"{name}/"):
        return file
    whole, here = Path(os.path.abspath(given)), Path.cwd()
    place = whole.relative_to(here) if whole.is_relative_to(here) else Path(given)
    return place.as_posix() + file.removeprefix(name)


def site_address(named: str) -> str:
    """Return the site's address with a slash at its end: `$KATALOG_URL`, else the one that katalog.yml names, or ""."""
    found = os.environ.get(ADDRESS) or named
    return f"{found.rstrip('/')}/" if found else ""
