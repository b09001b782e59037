"""`python -m macros.check`: validate `data/` and tell every problem at once, in Danish. Exit 1 when there are any."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
from pathlib import Path

from macros import kept
from macros.catalogue import Catalogue, Loaded, load
from macros.desk import formatter, remarks, starter
from macros.desk.telling import tell
from macros.folders import data_folder, name_of, shown


def unreached(catalogue: Catalogue) -> list[str]:
    """Return the hand-written pages that neither the menu nor the foot of the pages leads to."""
    named = {ref for group in catalogue.site.menu for ref in group.pages}
    return [page.id for page in catalogue.written if not page.in_footer and f"side:{page.id}" not in named]


def _tell_of_form(root: Path, data: Path, loaded: Loaded, table: kept.Table) -> None:
    """Name the files that stand in another form than the one; that is no mistake."""
    known = {text: read.found for (_, _, text, _), read in loaded.reads.items() if read.value and not read.problems}
    if odd := formatter.out_of_form(formatter.files_in(root), known, table):
        told = "1 fil står" if len(odd) == 1 else f"{len(odd)} filer står"
        print(f"Godt at vide: {told} ikke på den faste form. »make format-data« skriver om; i hånden er det:")
        for path, changes in odd.items():
            print("\n    ".join([f"  {shown(f'{name_of(data)}/{path.relative_to(data)}')}", *changes]))


def main(argv: list[str] | None = None) -> int:
    """Check the data folder of a repository; print problems to standard output; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.check", description="Tjek indholdet i data/.")
    parser.add_argument("rod", nargs="?", default=".", help="mappen med data/ og docs/ (ellers denne)")
    root = Path(parser.parse_args(argv).rod)
    gc.set_threshold(100_000, 20, 100)  # what is read lives until the end, and need not be gone through on the way
    data = data_folder(root)
    loaded = load(data, root / "docs", root=root)
    tell(loaded.problems, loaded.lines)
    if loaded.problems or not loaded.catalogue:
        print(f"{len(loaded.problems)} ting skal rettes.")
        return 1
    table = kept.Table(root, "check")
    _tell_of_form(root, data, loaded, table)
    for page in unreached(loaded.catalogue):
        print(f"Godt at vide: ingen menu fører til siden »{page}«. Skriv side:{page} i menuen eller »i_bunden: ja«.")
    for remark in [
        *remarks.of_texts(loaded, table),
        *remarks.ahead(loaded.catalogue, dt.date.today()),
        *starter.remarks(loaded),
    ]:
        print(f"Godt at vide: {remark}")
    table.save()
    print(f"Alt er i orden: {len(loaded.catalogue.index)} punkter er læst.")
    return 0
