"""Scripts, style sheets and the search's index as they are sent: in folders named after what stands in them.

So an old one never meets a new one, whatever a browser, a proxy or a host has kept: a page names what it was made with.
Content changes oftener than code, and has its own folder, so that a new text does not fetch every script again.
Style sheets are written one a subject and sent one a medium: together they are a third smaller, in two requests.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

try:
    from minify import string as smaller
except ImportError:  # not built for this Python yet: scripts and style sheets are sent as they are written

    def smaller(_kind: str, text: str) -> str:
        """Return the text as it is."""
        return text


from macros import kept

STYLES = "css/*.css"
LICENCE = "text/plain"  # of what others wrote: it stands beside that, and is sent as it is
SHEETS = {  # what we write of style sheets by the medium or the pages (MARKS) they are for, in the order they are read
    "all": (
        *(
            "tokens",
            "base",
            "shared",
            "top",
            "frame",
            "lists",
            "entry",
            "checklists",
            "drawings",
            "own",
            "notes",
        ),
        *("exercises", "run", "collaborations", "search"),
    ),
    "front": ("front", "booklet"),
    "find": ("finder", "found"),
    "print": ("print", "print-own"),
}
MARKS = {  # sheets that only some pages ask for: those that hold one of these
    "front": (
        "forside-top",
        "<katalog-booklet",
        "<katalog-proposal",
    ),  # a booklet may hold what stands on the front page
    "find": ("<katalog-finder",),
}
KINDS = {"js/**/*.js": "text/javascript", "js/**/*.txt": LICENCE, STYLES: "text/css"}
ROOT = "assets/"
INDEX = "soegning.json"
DIGITS = 12  # of a folder's name


def small(kind: str, text: str) -> str:
    """Return a script or a style sheet (`kind`: its media type) without what only people read."""
    return text if kind == LICENCE else str(smaller(kind, text))


def code(assets: Path, styles: Mapping[str, str], made: kept.Table) -> dict[str, bytes]:
    """Return scripts and style sheets by their paths: those in a folder of assets, and those made of the data.

    What only people read is taken out; what is `made` of each so is kept for the next build. The sheets of a medium
    are one, called after it. Raises KeyError for a sheet of `SHEETS` that is not there.
    """
    found: dict[str, bytes] = {}
    for pattern, kind in KINDS.items():
        texts = {path.relative_to(assets).as_posix(): path.read_text("utf-8") for path in assets.glob(pattern)}
        if pattern == STYLES:  # fonts and pictures keep their place, which is now one folder further off
            texts = {name: text.replace("../", "../../") for name, text in texts.items()} | dict(styles)
        found |= {name: _smaller(kind, text, made).encode() for name, text in sorted(texts.items())}
    for medium, sheets in SHEETS.items():
        found[_path(medium)] = b"\n".join([found.pop(_path(sheet)) for sheet in sheets])
    return found


def names(assets: Path) -> set[str]:
    """Return the paths of all that is written in a folder of assets and sent from elsewhere."""
    return {path.relative_to(assets).as_posix() for pattern in KINDS for path in assets.glob(pattern)}


def asked(*, live: bool) -> dict[str, list[str]]:
    """Return the style sheets a page asks for, by medium: those we write while we write them, else one a medium."""
    return {medium: list(sheets) if live else [medium] for medium, sheets in SHEETS.items()}


def _path(sheet: str) -> str:
    return f"css/{sheet}.css"


def _smaller(kind: str, text: str, made: kept.Table) -> str:
    return made.once(lambda: small(kind, text), "smaller", kind, text)


def folder(files: Mapping[str, bytes]) -> str:
    """Return the folder that files are sent in, named by what stands in them."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return f"{ROOT}{digest.hexdigest()[:DIGITS]}/"
