"""`python -m macros.review [--links]`: what in the catalogue needs a look, told in Danish.

Lists entries whose last review (`gennemgået`) is longer ago than `gennemgang_måneder` in katalog.yml, pages that were
never reviewed, entries without a source that are not marked as our own, and, with `--links`, addresses that no longer
answer. A dead address (the server says no) is told apart from one that could not be reached today.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from macros import shape
from macros.catalogue import Catalogue, Placed, load, own_texts
from macros.folders import data_folder, shown
from macros.read.problems import terminal

TIMEOUT = 15  # seconds for one address
GONE = range(400, 500)
ASKED_TO_WAIT = (401, 403, 405, 429)  # the page is there, but not for a program
Answer = Callable[[str], str]


@dataclass(frozen=True)
class Finding:
    """What needs a look: a heading to gather by, where it stands, and what it is."""

    heading: str
    place: str
    words: str


def _where(placed: Placed) -> str:
    return f"{shown(placed.file)}:{placed.line}"


def _months(before: dt.date, after: dt.date) -> int:
    return (after.year - before.year) * 12 + after.month - before.month - (after.day < before.day)


def overdue(catalogue: Catalogue, today: dt.date) -> list[Finding]:
    """Return the entries whose review is overdue, and the pages that have no date of review at all."""
    found = []
    for placed in catalogue.index.values():
        day = getattr(placed.entry, "reviewed", None)
        if day and _months(day, today) >= catalogue.site.review_months:
            words = f"{placed.title}: sidst gennemgået {day.isoformat()}"
            found.append(Finding("Trænger til gennemgang", _where(placed), words))
        elif day is None and not placed.anchor and hasattr(placed.entry, "reviewed"):
            found.append(Finding("Sider uden dato for gennemgang", _where(placed), placed.title))
    return found


def unsourced(catalogue: Catalogue) -> list[Finding]:
    """Return the entries that name no source in the catalogue (its own additions), for an editor to judge anew."""
    entries = (p for p in catalogue.index.values() if getattr(p.entry, "origin", "kilde") == "egen")
    return [Finding("Vores egne tilføjelser, uden kilde", _where(p), p.title) for p in entries]


def addresses(catalogue: Catalogue) -> dict[str, str]:
    """Return every https address of the catalogue with the first place it stands."""
    found: dict[str, str] = {}
    for placed in catalogue.index.values():
        for one in own_texts(placed.entry):
            is_link = one.info and shape.is_link(one.info)
            links = [one.text] if is_link else [target for _, target in one.links]
            for link in links:
                if link.startswith("https://"):
                    found.setdefault(link, _where(placed))
    return found


def ask(address: str) -> str:
    """Return "" when an address answers, else "død" or "ikke nået" with the reason."""
    request = urllib.request.Request(address, headers={"User-Agent": "katalog-linktjek"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return ""
    except urllib.error.HTTPError as error:
        if error.code in GONE and error.code not in ASKED_TO_WAIT:
            return f"død: serveren svarer {error.code}"
        return "" if error.code in ASKED_TO_WAIT else f"ikke nået: serveren svarer {error.code}"
    except (OSError, ValueError) as error:
        return f"ikke nået: {getattr(error, 'reason', error)}"


def links(catalogue: Catalogue, answer: Answer = ask) -> list[Finding]:
    """Return the addresses that do not answer."""
    asked = ((address, place, answer(address)) for address, place in addresses(catalogue).items())
    return [
        Finding(
            "Døde links" if said.startswith("død") else "Links, der ikke kunne nås i dag", place, f"{link} ({said})"
        )
        for link, place, said in asked
        if said
    ]


def report(findings: Iterable[Finding]) -> str:
    """Return the findings as Markdown under their headings; one line that says so when there are none."""
    groups: dict[str, list[Finding]] = {}
    for one in findings:
        groups.setdefault(one.heading, []).append(one)
    if not groups:
        return "Alt er gennemgået, og alle punkter har en kilde.\n"
    parts = [
        "\n".join([f"## {heading} ({len(rows)})", "", *(f"- {row.words} – `{row.place}`" for row in rows)])
        for heading, rows in groups.items()
    ]
    return "\n\n".join(parts) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Print the report; return 1 when the data cannot be read, else 0: what is overdue is no mistake."""
    parser = argparse.ArgumentParser(prog="python -m macros.review", description="Hvad der trænger til et eftersyn.")
    parser.add_argument("--links", action="store_true", help="prøv også alle https-adresser")
    options = parser.parse_args(argv)
    loaded = load(data_folder(Path(".")), Path("docs"))
    if loaded.catalogue is None:
        print("\n\n".join(terminal(problem, loaded.lines) for problem in loaded.problems), file=sys.stderr)
        return 1
    found = [*overdue(loaded.catalogue, dt.date.today()), *unsourced(loaded.catalogue)]
    print(report([*found, *(links(loaded.catalogue) if options.links else [])]), end="")
    return 0
