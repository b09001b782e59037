"""`python -m macros.report BASE`: what a pull request changes, told in Danish as a leader will read it.

Compares the catalogue at a git revision with the one in the working tree: entries that are new, changed or gone, each
before and after in words (not YAML), the pages they stand on, and warnings a reviewer should see. Reads data only;
nothing of the other revision is run.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from macros import inline, language, shape
from macros.catalogue import Catalogue, Placed, own_texts
from macros.desk.revision import compared, new_catalogue, then_and_now
from macros.marks import Use

LONG_TEXT = 600  # characters; a reader on a phone has then filled a screen
SHOWN_TEXTS = 40


@dataclass(frozen=True)
class Change:
    """One entry before and after; one of them is None when it is new or gone."""

    before: Placed | None
    after: Placed | None

    @property
    def placed(self) -> Placed:
        """The entry as it is now, or as it was."""
        found = self.after or self.before
        assert found
        return found


def texts(placed: Placed) -> dict[str, str]:
    """Return the entry's own texts by the key an editor knows, in the order of the model."""
    found: dict[str, str] = {}
    for one in own_texts(placed.entry):
        if one.info and Use.REPORT in shape.uses(one.info):
            key = " ".join(str(part + 1) if isinstance(part, int) else part for part in one.path)
            found[key] = " ".join(one.text.split())
    return found


def changes(before: Catalogue, after: Catalogue) -> list[Change]:
    """Return the entries that differ, in reading order, the gone ones last; a renamed id counts as the same entry."""
    found = []
    seen = set()
    for placed in after.index.values():
        names = [placed.id, *getattr(placed.entry, "former_ids", ())]
        old = next((before.index[name] for name in names if name in before.index), None)
        if old:
            seen.add(old.id)
        if old is None or texts(old) != texts(placed) or old.ref != placed.ref:
            found.append(Change(old, placed))
    found += [Change(old, None) for old in before.index.values() if old.id not in seen]
    return found


def _quoted(text: str) -> str:
    return f"> {inline.escape(text)}"


def _told(change: Change) -> Iterator[str]:
    placed = change.placed
    kind = language.words("da").kinds[placed.kind].one  # what editors read is Danish in every catalogue
    name = f"{kind}: {inline.escape(placed.title)}"
    yield f"#### {name} (`{placed.ref}`, {placed.file}:{placed.line})"
    old = texts(change.before) if change.before else {}
    new = texts(change.after) if change.after else {}
    for key in list(dict.fromkeys([*old, *new]))[:SHOWN_TEXTS]:
        if old.get(key) == new.get(key):
            continue
        if key in old:
            yield from (f"\n**{key}, før:**\n", _quoted(old[key]))
        if key in new:
            yield from (f"\n**{key}{', nu' if key in old else ''}:**\n", _quoted(new[key]))
    yield ""


def warnings(found: list[Change], after: Catalogue) -> list[str]:
    """Return what a reviewer should look at twice."""
    said = []
    for change in found:
        placed = change.placed
        if change.after is None:
            title = after.retired.get(placed.id)
            kept = f"`{placed.ref}` er udgået. Det, lederne har skrevet til det, står under »{title}«."
            lost = f"`{placed.ref}` er væk. Lederes flueben og links til det peger nu på ingenting."
            said.append(kept if title else lost)
            continue
        if change.before and change.before.id != placed.id:
            said.append(f"`{change.before.id}` hedder nu `{placed.id}`; det gamle id er ført videre.")
        for key, text in texts(placed).items():
            if len(text) > LONG_TEXT:
                said.append(f"`{placed.ref}`: »{key}« er {len(text)} tegn og fylder en hel skærm på en telefon.")
    return said


def report(before: Catalogue, after: Catalogue) -> str:
    """Return the whole report as Markdown."""
    found = changes(before, after)
    if not found:
        return "Ingen punkter er ændret.\n"
    groups = (
        ("Nye punkter", [c for c in found if c.before is None]),
        ("Ændrede punkter", [c for c in found if c.before and c.after]),
        ("Punkter, der er væk", [c for c in found if c.after is None]),
    )
    new, changed, gone = (len(group) for _, group in groups)
    counts = f"{new} {'ny' if new == 1 else 'nye'}, {changed} {'ændret' if changed == 1 else 'ændrede'}, {gone} væk."
    pages = ", ".join(f"`{page}`" for page in dict.fromkeys(c.placed.page for c in found))
    lines = [
        "## Det ændrer forslaget",
        "",
        counts,
        "",
        f"**Berørte sider:** {pages}",
        "",
    ]
    if said := warnings(found, after):
        lines += ["**Se efter:**", "", *(f"- {line}" for line in said), ""]
    for title, group in groups:
        if group:
            lines += [f"### {title}", "", *(line for change in group for line in _told(change))]
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Print the report of the working tree against BASE; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.report", description="Fortæl, hvad et forslag ændrer.")
    given = compared(parser, argv)
    before, after = then_and_now(given.base, given.root)
    if before.catalogue is None or after.catalogue is None:
        where = "i forslaget" if after.catalogue is None else f"i {given.base}"
        print(f"Data {where} har fejl, så ændringerne kan ikke vises. Kør python -m macros.check.")
        return 1
    print(new_catalogue(before.catalogue, after.catalogue) or report(before.catalogue, after.catalogue), end="")
    return 0
