"""Catalogue -> blank PDFs to print and write on: `python -m macros.pdf [FOLDER]`.

One for every page of the catalogue and one for the whole of it. What stands in them comes from `paper`, how they look
from `typst/`. Only this module knows the engine, and only when it sets something: a build without PDFs needs none.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from macros.catalogue import load_cached
from macros.paper import Paper

TYPST = Path(__file__).parent / "typst"
FOLDER = ".pdf"  # where `make pdf` puts them and the build of the site looks for them
STANDARD: Final = "ua-1"
TIMESTAMP = 0  # the same text gives the same bytes, whatever the day
NO_ENGINE = """PDF'erne kan ikke laves: programmet Typst mangler.
Kør »make pdf«, som selv henter det, eller »pip install --require-hashes -r requirements-pdf.txt«."""


class PdfError(Exception):
    """A PDF cannot be made; the message says why and what to do, in Danish."""


class Press:
    """Sets documents as PDF/UA-1, with the house's fonts only. Raises PdfError when the engine is missing."""

    def __init__(self) -> None:
        try:
            import segno  # noqa: F401 — `paper` draws the QR codes with it
            import typst
        except ModuleNotFoundError as error:
            raise PdfError(NO_ENGINE) from error
        self._error = typst.TypstError
        self._compiler = typst.Compiler(
            TYPST / "katalog.typ", root=TYPST, font_paths=[TYPST / "fonts"], ignore_system_fonts=True
        )

    def make(self, name: str, document: dict[str, Any]) -> bytes:
        """Return a document (from `Paper.document`) as a PDF. Raises PdfError on any error or warning."""
        # one JSON text: nothing a person wrote is ever read as Typst
        inputs = {"data": json.dumps(document, ensure_ascii=False)}
        try:
            made, warnings = self._compiler.compile_with_warnings(
                format="pdf", sys_inputs=inputs, pdf_standards=STANDARD, timestamp=TIMESTAMP
            )
        except self._error as error:
            raise PdfError(_told(name, error)) from error
        if warnings:
            raise PdfError(_told(name, warnings[0]))
        assert isinstance(made, bytes)
        return made


def _told(name: str, said: Any) -> str:
    """Return an error or warning of the engine with its remedy."""
    if "could not be displayed" in said.message or "no font" in said.message:
        remedy = "Et tegn i teksten findes ikke i skrifterne. Skriv det på en anden måde (fx uden emoji)."
    else:
        remedy = "Fejlen ligger i macros/typst/ eller macros/paper.py, ikke i data/."
    return "\n".join([f"PDF'en »{name}« kan ikke laves: {said.message}", *said.hints, remedy])


def site_address(config: Path) -> str:
    """Return the site's address as mkdocs.yml has it, or KATALOG_URL in the environment.

    Raises PdfError when there is none: the QR codes need one.
    """
    from mkdocs.utils.yaml import yaml_load  # knows the !ENV of mkdocs.yml

    with config.open("rb") as file:
        found = os.environ.get("KATALOG_URL") or yaml_load(file).get("site_url")
    if not found:
        raise PdfError("PDF'erne kan ikke laves: siden har ingen adresse. Sæt site_url i mkdocs.yml.")
    return str(found)


def made(folder: Path, data: Path) -> dict[str, int]:
    """Return name and size of each PDF in `folder`; none when any is older than the newest file of `data`."""
    pdfs = sorted(folder.glob("*.pdf"))
    newest = max((path.stat().st_mtime for path in data.rglob("*.yml")), default=0.0)
    if any(path.stat().st_mtime < newest for path in pdfs):
        return {}
    return {path.stem: path.stat().st_size for path in pdfs}


def make_all(paper: Paper, folder: Path) -> Iterator[Path]:
    """Write every document of a catalogue to `folder` and yield each file; PDFs of other names are removed."""
    press = Press()
    folder.mkdir(parents=True, exist_ok=True)
    names = paper.names()
    for old in folder.glob("*.pdf"):
        if old.stem not in names:
            old.unlink()
    for name in names:
        target = folder / f"{name}.pdf"
        target.write_bytes(press.make(name, paper.document(name)))
        yield target


def main(argv: list[str] | None = None) -> int:
    """Make the PDFs of this repository's catalogue; print what was made; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.pdf", description="Lav PDF'er af kataloget.")
    parser.add_argument("mappe", nargs="?", default=FOLDER, help=f"hvor de skal ligge (ellers {FOLDER}/)")
    parser.add_argument("--rod", default=".", help="mappen med data/, docs/ og mkdocs.yml (ellers denne)")
    given = parser.parse_args(argv)
    root = Path(given.rod)
    loaded = load_cached(root / "data", root / "docs")
    if loaded.catalogue is None:
        print("data/ skal rettes først: kør python -m macros.check", file=sys.stderr)
        return 1
    try:
        paper = Paper(loaded.catalogue, site_address(root / "mkdocs.yml"))
        sizes = [path.stat().st_size for path in make_all(paper, Path(given.mappe))]
    except PdfError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(sizes)} PDF'er er lavet i {given.mappe} ({sum(sizes) // 1000} kB i alt).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
