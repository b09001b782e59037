"""`python -m macros.desk.issue_forms`: write the issue forms of a forge from what the kinds let people propose.

They ask what the page `/foreslaa/` asks, in the same words, for those who would rather send a message. The form for a
mistake (`0-rettelse.yml`) belongs to no kind and is written by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from macros import language
from macros.catalogue import proposing
from macros.kind import Kind, Proposal
from macros.read.spelling import slug

FOLDER = Path(__file__).resolve().parents[2] / ".github/ISSUE_TEMPLATE"
BY_HAND = frozenset({"0-rettelse.yml", "config.yml"})
FIRST = "# Made by `make schema` from what macros/kinds/ lets people propose; change it there.\n"
PLEASE = "Skriv med dine egne ord, og lad navne på personer og borgere ude."
LABELS = ["indhold"]


def files() -> dict[str, str]:
    """Return every form's text by its file name, in the order of the proposals."""
    return {
        f"{number}-{slug(proposal.name)}.yml": FIRST + _written(_form(kind, proposal))
        for number, (kind, proposal) in enumerate(proposing.proposals(), 1)
    }


def _form(kind: Kind, proposal: Proposal) -> dict[str, Any]:
    words = language.words("da")  # what editors read is Danish in every catalogue
    called = words.propose.kinds[proposal.name]
    return {
        "name": f"Foreslå {called[0].lower()}{called[1:]}",
        "description": PLEASE,
        "title": f"{words.kinds[proposal.name].one}: ",
        "labels": LABELS,
        "body": [*_place(kind, proposal, words.propose), *_asked(proposal, words.propose)],
    }


def _place(kind: Kind, proposal: Proposal, words: Any) -> list[dict[str, Any]]:
    """Return the fields that say where an entry belongs."""
    file = [_field("input", kind.name, words.theme, needed=True)] if kind.is_folder else []
    return file if proposal.under else [*file, _field("input", "fase", words.phase, needed=True)]


def _asked(proposal: Proposal, words: Any) -> list[dict[str, Any]]:
    """Return the fields of the entry itself, and of where it is from."""
    fields = [(name, proposal.entry.model_fields[name]) for name in proposal.asked]
    asked = [
        _field(
            "input" if proposing.style(info) in {"name", "link"} else "textarea",
            str(info.alias or name),
            words[name],
            needed=info.is_required() or name in proposal.must,
        )
        for name, info in fields
    ]
    return [*asked, _field("input", "kilde", words.source, needed=False)] if proposal.is_sourced else asked


def _field(kind: str, key: str, label: str, *, needed: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"type": kind, "id": slug(key), "attributes": {"label": label}}
    return field | ({"validations": {"required": True}} if needed else {})


def _written(form: dict[str, Any]) -> str:
    return yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=100)


def stale() -> list[str]:
    """Return the names of the forms that are not what the kinds say today, or that no kind asks for."""
    made = files()
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.yml") if path.name not in BY_HAND}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def main(argv: list[str]) -> int:
    """Write the forms anew, or with `--check` only tell which are stale; return the exit code."""
    old = stale()
    if "--check" in argv:
        for name in old:
            print(f".github/ISSUE_TEMPLATE/{name} is not what the kinds say: run make schema")
        return 1 if old else 0
    made = files()
    for name in old:
        if name in made:
            (FOLDER / name).write_text(made[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
