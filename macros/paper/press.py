"""Catalogue -> blank PDFs to print and write on: `python -m macros.pdf [FOLDER]`.

One for every page of the catalogue and one for the whole of it. What stands in them comes from `paper`, how they look
from `typst/`. Only this module knows the engine, and only when it sets something: a build without PDFs needs none.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from macros import blank
from macros.catalogue import Catalogue, Loaded, icon, load_cached
from macros.catalogue.texts import line_of
from macros.catalogue.walking import texts
from macros.folders import data_folder, shown, site_address
from macros.paper import icons
from macros.paper.document import Paper
from macros.paper.engine import calm
from macros.paper.signs import BOX, Signs
from macros.read.spelling import more

ROOT = Path(__file__).parents[1]  # of what Typst may read: its own files, and the paper of each kind
TYPST = ROOT / "typst"
FOLDER = ".pdf"  # where `make pdf` puts them and the build of the site looks for them
STANDARD: Final = "ua-1"
TIMESTAMP = 0  # the same text gives the same bytes, whatever the day
NO_ENGINE = """PDF'erne kan ikke laves: programmet Typst mangler.
Kør »make pdf«, som selv henter det, eller »pip install --require-hashes -r requirements-pdf.txt«."""


class PdfError(Exception):
    """A PDF cannot be made; the message says why and what to do, in Danish."""


class Press:
    """Sets documents as PDF/UA-1, in the house's fonts and the engine's back-up. Raises PdfError without an engine."""

    def __init__(self) -> None:
        try:
            import segno  # noqa: F401 — `paper` draws the QR codes with it
            import typst
        except ModuleNotFoundError as error:
            raise PdfError(NO_ENGINE) from error
        self._error = typst.TypstError
        compiler = partial(typst.Compiler, root=ROOT, font_paths=[TYPST / "fonts"], ignore_system_fonts=True)
        self._compiler = compiler(TYPST / "katalog.typ")
        self._tester = compiler(TYPST / "tegn.typ")
        self.signs = Signs(self._has)

    def _has(self, sign: str) -> bool:
        """Whether the fonts have a sign."""
        try:
            self._set(self._tester, sign=sign)
        except self._error:
            return False
        return True

    def _set(self, compiler: Any, **inputs: str) -> tuple[bytes, list[Any]]:
        settings = {"format": "pdf", "pdf_standards": STANDARD, "timestamp": TIMESTAMP}
        made: tuple[bytes, list[Any]] = calm(partial(compiler.compile_with_warnings, sys_inputs=inputs, **settings))
        return made

    def make(self, name: str, document: dict[str, Any]) -> bytes:
        """Return a document (from `Paper.document`) as a PDF. Raises PdfError on any error or warning."""
        # one JSON text: nothing a person wrote is ever read as Typst
        data = json.dumps(self.signs.fit(document), ensure_ascii=False)
        try:
            made, warnings = self._set(self._compiler, data=data)
        except self._error as error:
            raise PdfError(_told(name, error)) from error
        if warnings:
            raise PdfError(_told(name, warnings[0]))
        return made


def _told(name: str, said: Any) -> str:
    """Return an error or warning of the engine with its remedy."""
    remedy = "Fejlen ligger i macros/typst/ eller macros/paper/document.py, ikke i data/."
    return "\n".join([f"PDF'en »{name}« kan ikke laves: {said.message}", *said.hints, remedy])


def made(folder: Path, data: Path) -> dict[str, int]:
    """Return name and size of each PDF in `folder`; none when any is older than the newest file of `data`."""
    pdfs = sorted(folder.glob("*.pdf"))
    newest = max((path.stat().st_mtime for path in data.rglob("*.yml")), default=0.0)
    if any(path.stat().st_mtime < newest for path in pdfs):
        return {}
    return {path.stem: path.stat().st_size for path in pdfs}


def left_out(folder: Path, data: Path) -> str:
    """Return one line that says that the PDFs are left out because they are old, or an empty text."""
    if not any(folder.glob("*.pdf")) or made(folder, data):
        return ""
    return f"PDF'erne er ældre end {data.name}/ og er ikke kommet med. Lav dem igen: make pdf build"


def _one(press: Press, paper: Paper, name: str) -> bytes:
    """Return one document as a PDF. Raises PdfError whatever goes wrong: one page must not cost the others theirs."""
    try:
        return press.make(name, paper.document(name))
    except PdfError:
        raise
    except Exception as error:
        told = f"PDF'en »{name}« kan ikke laves: {type(error).__name__}: {error}"
        raise PdfError(f"{told}\nFejlen ligger i macros/paper/document.py, ikke i data/.") from error


def make_all(paper: Paper, folder: Path, press: Press | None = None) -> Iterator[Path | PdfError]:
    """Write every document of a catalogue to `folder`; yield each file, or why it could not be made.

    No PDF is left that was not made now. Raises PdfError when the engine is missing.
    """
    press = press or Press()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.pdf"):
        old.unlink()
    for name in paper.names():
        target = folder / f"{name}.pdf"
        try:
            target.write_bytes(_one(press, paper, name))
        except PdfError as error:
            yield error
        else:
            yield target


def _say(results: list[Path | PdfError], folder: str) -> int:
    """Print what was made and what was left out and why; return how many were left out."""
    files = [made for made in results if isinstance(made, Path)]
    refused = [error for error in results if isinstance(error, PdfError)]
    for error in refused:
        print(error, end="\n\n", file=sys.stderr)
    size = sum(path.stat().st_size for path in files) // 1000
    print(f"{len(files)} PDF'er er lavet i {folder} ({size} kB i alt).")
    if refused:
        print(f"{len(refused)} kunne ikke laves og er udeladt; siden kan godt udgives uden.", file=sys.stderr)
    return len(refused)


def lacking(loaded: Loaded, signs: Iterable[str]) -> Iterator[str]:
    """Yield a line for each sign that the fonts lack: the sign, and where in the data it stands."""
    reads = [read for read in loaded.reads.values() if read.value is not None]
    held = [(read.found, one) for read in reads for one in texts(read.value)]
    for sign in signs:
        found = [(document, one.path) for document, one in held if sign in one.text]
        places = [f"{shown(doc.file)}, linje {line_of(doc, path, sign)[0]}" for doc, path in found[:1]]
        others = f" og {more(len(found) - 1)}" if len(found) > 1 else ""
        seen = sign if blank.shows(sign) else f"U+{ord(sign):04X}"
        yield f"  {seen}  {''.join(places)}{others}".rstrip()


def _tell_lacking(loaded: Loaded, signs: Collection[str]) -> None:
    if signs:
        print(f"Skrifterne til papir mangler {len(signs)} tegn, som er udeladt eller står som {BOX}:")
        print("\n".join(lacking(loaded, signs)))


def _draw_icon(catalogue: Catalogue, root: Path, folder: Path) -> None:
    """Draw the pictures of the icon beside the PDFs; when they cannot be drawn that is told, and no more."""
    try:
        icons.make(icon.drawing(catalogue.site, data_folder(root), root / "docs"), folder)
    except icons.IconError as error:
        print(error, file=sys.stderr)


def main(argv: list[str] | None = None) -> int:
    """Make the PDFs of this repository's catalogue; print what was made; return the exit code.

    A PDF that cannot be made is left out and told of; only when none can, or with `--alle`, is that a failure.
    """
    parser = argparse.ArgumentParser(prog="python -m macros.pdf", description="Lav PDF'er af kataloget.")
    parser.add_argument("mappe", nargs="?", default=FOLDER, help=f"hvor de skal ligge (ellers {FOLDER}/)")
    parser.add_argument("--rod", default=".", help="mappen med data/, docs/ og mkdocs.yml (ellers denne)")
    parser.add_argument("--alle", action="store_true", help="meld fejl, når blot én ikke kan laves")
    given = parser.parse_args(argv)
    root = Path(given.rod)
    loaded = load_cached(data_folder(root), root / "docs")
    if loaded.catalogue is None:
        print("data/ skal rettes først: kør python -m macros.check", file=sys.stderr)
        return 1
    try:
        paper = Paper(loaded.catalogue, site_address(loaded.catalogue.site.address))
        print(f"Laver {len(paper.names())} PDF'er …", flush=True)
        press = Press()
        results = list(make_all(paper, Path(given.mappe), press))
    except PdfError as error:
        print(error, file=sys.stderr)
        return 1
    _draw_icon(loaded.catalogue, root, Path(given.mappe))
    left_out = _say(results, given.mappe)
    _tell_lacking(loaded, press.signs.lacking)
    return 1 if left_out == len(results) or (left_out and given.alle) else 0
