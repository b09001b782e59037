"""The catalogue's icon as pictures of the sizes that phones ask for: set by the engine of the PDFs, when they are.

Without them the site has the drawing alone, which is enough for all but an iPhone.
"""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

from macros.paper.engine import EngineFault, calm

TYPST = Path(__file__).parents[1] / "typst"
APPLE = 180  # pixels: what an iPhone takes for its home screen
SIZES = (APPLE, 192, 512)  # and the two that a manifest is asked for

REMEDY = "Gem logoet igen som »almindelig« SVG, eller brug en PNG. Til da har en iPhone intet ikon."


class IconError(Exception):
    """The icon cannot be drawn; the message says why, in Danish."""


def path(folder: Path, drawing: str, size: int) -> Path:
    """Return where the picture of a drawing is kept; another drawing has another name."""
    return folder / f"ikon-{hashlib.sha256(drawing.encode()).hexdigest()[:12]}-{size}.png"


def made(folder: Path, drawing: str) -> dict[int, Path]:
    """Return the pictures there are of a drawing, by their size."""
    return {size: found for size in SIZES if (found := path(folder, drawing, size)).is_file()}


def make(drawing: str, folder: Path) -> None:
    """Draw the pictures in a folder, where no older ones stay. Raises IconError when they cannot be drawn."""
    import typst  # only what sets PDFs needs it

    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("ikon-*.png"):
        old.unlink()
    for size in SIZES:
        told = {"drawing": drawing, "side": f"{size}"}
        draw = partial(typst.compile, TYPST / "ikon.typ", root=TYPST, format="png", ppi=72, sys_inputs=told)
        try:
            picture = calm(draw)
        except (typst.TypstError, EngineFault) as error:
            raise IconError(f"Ikonet kan ikke tegnes: {getattr(error, 'message', error)}\n{REMEDY}") from error
        assert isinstance(picture, bytes)
        path(folder, drawing, size).write_bytes(picture)
