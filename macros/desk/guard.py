"""`python -m macros.guard BASE`: no id may be lost or come to mean something else since BASE. Exit 1 when one has.

Leaders' ticks and notes, and links from outside, hang on ids. A renamed entry carries its old id in `tidligere_id`; one
that is gone for good stands in `udgåede` in katalog.yml. Another catalogue (katalog.yml has another `id`) owes the
former one nothing: a fork's first change passes.
"""

from __future__ import annotations

import argparse
import difflib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from macros.catalogue import Catalogue, Loaded, Placed
from macros.desk.revision import compared, new_catalogue, then_and_now
from macros.desk.telling import tell
from macros.folders import data_folder, name_of
from macros.read.problems import Problem, in_order

ANOTHER = "Giv det nye punkt et andet id, og lad det gamle stå, som det var."
ALIKE = 0.6
STILL_THE_SAME = 0.5  # of the entries: a catalogue that keeps so many has been renamed, not replaced


def heir(old: Placed, before: Catalogue, after: Catalogue) -> Placed | None:
    """Return the new entry that most likely is the old one under another id."""
    new = [p for p in after.index.values() if p.id not in before.index and p.kind == old.kind]

    def alike(placed: Placed) -> float:
        return max(
            difflib.SequenceMatcher(None, old.title, placed.title).ratio(),
            difflib.SequenceMatcher(None, getattr(old.entry, "text", ""), getattr(placed.entry, "text", "")).ratio(),
        )

    best = max(new, key=alike, default=None)
    return best if best and alike(best) >= ALIKE else None


def _lost(old: Placed, before: Catalogue, after: Catalogue, data: Path) -> Problem:
    told = f"Id'et »{old.id}« ({old.title}) er forsvundet. Lederes flueben og links hænger på det."
    if found := heir(old, before, after):
        names = [*getattr(found.entry, "former_ids", ()), old.id]
        remedy = f"Er det blevet til »{found.id}«, så skriv linjen her under id'et. Ellers sæt det gamle id tilbage."
        fix = f"tidligere_id: [{', '.join(names)}]"
        return Problem(found.file, found.line, 1, told, remedy, "tabt-id", fix)
    remedy = (
        "Sæt punktet tilbage. Har det fået et nyt id, så skriv det gamle under tidligere_id ved det nye. "
        "Er det væk for altid, så skriv dette under udgåede i katalog.yml."
    )
    title = old.title.replace("\\", "\\\\").replace('"', '\\"')
    fix = f'udgåede:\n  - id: {old.id}\n    titel: "{title}"'
    return Problem(*_where(old, after, data), 1, told, remedy, "tabt-id", fix)


def _where(old: Placed, after: Catalogue, data: Path) -> tuple[str, int]:
    """Return file and line of what a lost entry stood in; of katalog.yml when its file is gone, too."""
    around = after.index.get(old.parent.id) if old.parent else None
    if around and around.file == old.file:
        return around.file, around.line
    there = (data / old.file.partition("/")[2]).is_file()
    return (old.file, 1) if there else (f"{name_of(data)}/katalog.yml", 1)


def lost_and_reused(before: Catalogue, after: Catalogue, data: Path) -> list[Problem]:
    """Return a problem for each id of `before` that `after`, in the folder `data`, has lost or reused."""
    site = f"{name_of(data)}/katalog.yml"
    found = [*_of_entries(before, after, data), *_of_former(before, after, site), *_of_retired(before, after, site)]
    return in_order(found)


def _of_entries(before: Catalogue, after: Catalogue, data: Path) -> Iterator[Problem]:
    """Yield the entries that are gone, and those that are another kind of thing now."""
    for old in before.index.values():
        now = after.index.get(old.id)
        if now and now.kind != old.kind:
            told = f"Id'et »{old.id}« var {old.ref} og er nu {now.ref}: det betyder noget andet end før."
            yield Problem(now.file, now.line, 1, told, ANOTHER, "genbrugt-id")
        elif not now and not _is_kept(old.id, after):
            yield _lost(old, before, after, data)


def _of_former(before: Catalogue, after: Catalogue, site: str) -> Iterator[Problem]:
    """Yield the former ids that no longer lead to their entry."""
    for name, current in before.former.items():
        back = after.index.get(name)
        if back and back.kind != before.index[current].kind:
            told = f"Id'et »{name}« hørte engang til »{before.index[current].title}« og må ikke bruges til andet."
            yield Problem(back.file, back.line, 1, told, ANOTHER, "genbrugt-id")
        elif not back and not _is_kept(name, after):
            place = after.index.get(after.former.get(current, current))
            file, line = (place.file, place.line) if place else (site, 1)
            told = f"Det tidligere id »{name}« står ikke længere under tidligere_id."
            yield Problem(file, line, 1, told, "Sæt det tilbage.", "tabt-id", f"tidligere_id: [{name}]")


def _of_retired(before: Catalogue, after: Catalogue, site: str) -> Iterator[Problem]:
    """Yield the retired ids that are used again, or no longer told of."""
    for name, title in before.retired.items():
        back = after.index.get(name)
        if back and back.title != title:
            told = f"Id'et »{name}« er udgået (»{title}«) og må ikke bruges igen."
            yield Problem(back.file, back.line, 1, told, ANOTHER, "genbrugt-id")
        elif not back and not _is_kept(name, after):
            told = f"Det udgåede id »{name}« står ikke længere under udgåede."
            fix = f'- id: {name}\n  titel: "{title}"'
            yield Problem(site, 1, 1, told, "Sæt det tilbage.", "tabt-id", fix)


def _is_kept(name: str, after: Catalogue) -> bool:
    """Whether an id that no entry has is still told of."""
    return name in after.former or name in after.retired


def _tell_of_another(told: str, before: Catalogue, after: Catalogue) -> None:
    """Say that another catalogue has come; warn when it looks as if the id of a living one was changed."""
    print(told, end="")
    kept = sum(old.id in after.index for old in before.index.values())
    if kept < STILL_THE_SAME * len(before.index):
        return
    warning = (
        f"Men {kept} af de {len(before.index)} punkter er de samme. Er det stadig samme katalog, så sæt id'et tilbage "
        f"til »{before.site.id}« i katalog.yml: alt, læserne selv har skrevet og gemt, hænger på det."
    )
    print(f"::warning::{warning}" if os.environ.get("GITHUB_ACTIONS") == "true" else warning)


def _compared(base: str, before: Loaded, after: Loaded, data: Path) -> int:
    """Compare two states of the data folder; print what is wrong; return the exit code."""
    if after.catalogue is None:
        print("Data i forslaget har fejl, så id'erne kan ikke efterses. Kør python -m macros.check.")
        return 1
    if before.catalogue is None:
        print(f"Data i {base} har fejl, så der er ingen id'er at sammenligne med.")
        return 0
    if told := new_catalogue(before.catalogue, after.catalogue):
        _tell_of_another(told, before.catalogue, after.catalogue)
        return 0
    problems = lost_and_reused(before.catalogue, after.catalogue, data)
    tell(problems, after.lines)
    if problems:
        print("1 id skal reddes." if len(problems) == 1 else f"{len(problems)} id'er skal reddes.")
        return 1
    print(f"Alle {len(before.catalogue.index)} id'er er der endnu.")
    return 0


def main(argv: list[str] | None = None) -> int:
    """Compare the working tree's ids with those at BASE; print problems; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.guard", description="Se efter, at ingen id'er går tabt.")
    given = compared(parser, argv)
    try:
        before, after = then_and_now(given.base, given.root)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", errors="replace").strip()
        print(f"Data kan ikke hentes fra {given.base}: {said}")
        return 2
    return _compared(given.base, before, after, data_folder(given.root))
