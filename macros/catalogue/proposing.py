"""What people may propose, as the page of it and its script need it: made from what the kinds and the models say."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from macros import language, shape
from macros.catalogue import names
from macros.catalogue.held import Catalogue
from macros.catalogue.text_rules import TEXT_RULES
from macros.kind import Kind, Proposal
from macros.kinds import KINDS
from macros.language import Wording
from macros.read.spelling import slug

FOLDER = "data"  # as the editors know it; where it really is, the address that opens the file says
IN_CLASS = re.compile(r"\\w|\[(?:\\.|[^\]\\])*\]")
LETTERS = r"\p{L}\p{N}_"  # what `\w` is in Python, and not in JavaScript


@dataclass(frozen=True)
class Row:
    """A field that is asked for: its name in the words, its key in the data, how it is written, and for which kinds."""

    name: str
    key: str
    style: str
    longest: int
    kinds: tuple[str, ...]


def proposals() -> list[tuple[Kind, Proposal]]:
    """Return what may be proposed, and the kind of file it is put into."""
    return [(kind, proposal) for kind in KINDS for proposal in kind.proposals]


def style(info: FieldInfo) -> str:
    """Return how a field is written in a proposal: `name`, `link`, `prose` or `list` (of prose)."""
    if shape.is_link(info):
        return "link"
    if shape.style(info) != "block":
        return "name"
    return "list" if shape.is_list(info) else "prose"


def rows() -> list[Row]:
    """Return the fields of the form, each once: those of one kind in the order of its data."""
    found: dict[str, list[tuple[str, FieldInfo]]] = {}
    for _, proposal in reversed(proposals()):
        names = [name for name in found if name in proposal.asked]
        for name in proposal.asked:
            found.setdefault(name, []).append((proposal.name, proposal.entry.model_fields[name]))
        assert names == [name for name in proposal.asked if name in names], "two kinds ask in one order"
    return [_row(name, asked) for name, asked in found.items()]


def _row(name: str, asked: list[tuple[str, FieldInfo]]) -> Row:
    info = asked[0][1]
    longest = max(shape.longest(one) for _, one in asked)
    return Row(name, info.alias or name, style(info), longest, tuple(kind for kind, _ in reversed(asked)))


def places() -> list[tuple[Kind, tuple[str, ...]]]:
    """Return each kind with a file for each entry that something may be put into, and what."""
    found = {kind.pattern: kind for kind, _ in proposals() if kind.is_folder}
    return [(kind, tuple(one.name for one in kind.proposals)) for kind in found.values()]


def field_id(key: str) -> str:
    """Return the id that the field of a key has on the page."""
    return f"f-{slug(key)}"


def ids() -> tuple[str, ...]:
    """Return every id of a field on the page that comes from the data."""
    return tuple(field_id(key) for key in (*(row.key for row in rows()), *(kind.name for kind, _ in places())))


def named(*, sourced: bool = False, phased: bool = False) -> tuple[str, ...]:
    """Return the kinds whose proposals say where they stand, or choose a phase."""
    return tuple(p.name for _, p in proposals() if (sourced and p.is_sourced) or (phased and not p.under))


def spec(catalogue: Catalogue) -> str:
    """Return all that the script must know, as JSON, in the catalogue's language."""
    words = names.words(catalogue)
    kinds = {proposal.name: _kind(kind, proposal, words) for kind, proposal in proposals()}
    rules = [[script(rule.pattern.pattern), rule.word] for rule in TEXT_RULES]
    return json.dumps({"kinds": kinds, "rules": rules}, ensure_ascii=False, separators=(",", ":"))


def _kind(kind: Kind, proposal: Proposal, words: Wording) -> dict[str, Any]:
    own = dict(words).get(kind.room, {})
    fields = [(name, proposal.entry.model_fields[name]) for name in proposal.asked]
    return {
        "file": "" if kind.is_folder else f"{FOLDER}/{kind.pattern}",
        "at": kind.name,
        "under": proposal.under,
        "indent": 2 if proposal.under else 4,
        "prose": next(info.alias for name, info in fields if name == proposal.gist),
        "hasOrigin": proposal.is_sourced,
        "fields": [
            [info.alias, style(info), not info.is_required() and name not in proposal.must, shape.longest(info)]
            for name, info in fields
        ],
        "ends": [language.fill(line, **own) for line in proposal.ends],
    }


def script(pattern: str) -> str:
    """Return a pattern of Python's as JavaScript reads it, with the flag `u`."""

    def letters(match: re.Match[str]) -> str:
        inside = match[0] != r"\w"
        return match[0].replace(r"\w", LETTERS) if inside else f"[{LETTERS}]"

    return IN_CLASS.sub(letters, pattern)
