"""`python -m macros.proposal FILE`: turn the answers of a GitHub issue form into a ready YAML entry.

The form's answers arrive as Markdown: a heading for each field and the answer under it. Only the fields below are
read; everything else is left out, so nothing a stranger writes becomes a key of its own.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.read.spelling import slug

NO_ANSWER = "_No response_"
WIDTH = 100


@dataclass(frozen=True)
class Field:
    """A field of a form: its heading there, its key in the data, and how it is written (navn, tekst or id)."""

    heading: str
    key: str
    style: str


# One form each: the heading that tells it apart, the file its entry belongs in, and its fields in the data's order.
FORMS: Mapping[str, tuple[str, tuple[Field, ...]]] = {
    "Hvilket tema hører punktet til?": (
        "data/temaer/{}.yml",
        (
            Field("Overskrift", "titel", "navn"),
            Field("Hvad betyder det i praksis?", "tekst", "tekst"),
            Field("Eksempel", "eksempel", "tekst"),
            Field("Spørgsmål til ledergruppen", "drøft", "tekst"),
        ),
    ),
    "Kursets navn": (
        "data/kurser.yml",
        (
            Field("Kursets navn", "titel", "navn"),
            Field("Kurset i én sætning", "resumé", "tekst"),
            Field("Form", "form", "navn"),
            Field("Varighed", "varighed", "navn"),
            Field("Målgruppe", "målgruppe", "tekst"),
            Field("Hvad laver man?", "tekst", "tekst"),
        ),
    ),
    "Kildens titel": (
        "data/kilder.yml",
        (
            Field("Kildens titel", "titel", "navn"),
            Field("Forfatter", "forfatter", "navn"),
            Field("År", "år", "navn"),
            Field("Udgiver", "udgiver", "navn"),
            Field("Link", "link", "navn"),
            Field("Hvad skal vi bruge den til?", "note", "tekst"),
        ),
    ),
}


def answers(body: str) -> dict[str, str]:
    """Return the answers of a form by their headings; fields left empty are left out."""
    parts = re.split(r"^### (.+?)\s*$", body.replace("\r\n", "\n"), flags=re.MULTILINE)
    found = {heading.strip(): text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}
    return {heading: text for heading, text in found.items() if text and text != NO_ANSWER}


def _quoted(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _folded(text: str, indent: str) -> str:
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    wrapped = ["\n".join(textwrap.wrap(part, WIDTH - len(indent), break_long_words=False)) for part in parts]
    lines = "\n\n".join(wrapped).split("\n")
    return ">-\n" + "\n".join(f"{indent}{line}" if line else "" for line in lines)


def snippet(body: str) -> tuple[str, str]:
    """Return (file, YAML entry) for a form's answers.

    Raises ValueError, told in Danish, when the answers are of no form we know or the first field is missing.
    """
    given = answers(body)
    for marker, (file, fields) in FORMS.items():
        if marker not in given:
            continue
        name = fields[0].heading
        if name not in given:
            raise ValueError(f"Feltet »{name}« er tomt. Udfyld det, og prøv igen.")
        lines = [f"- id: {slug(given[name])[:60].strip('-')}"]
        for field in fields:
            if field.heading in given:
                text = given[field.heading]
                value = _folded(text, "    ") if field.style == "tekst" else _quoted(text)
                lines.append(f"  {field.key}: {value}")
        if file.startswith("data/temaer"):
            lines.append("  oprindelse: egen")
        return file.format(slug(given[marker])), "\n".join(lines) + "\n"
    raise ValueError("Svarene passer ikke til en formular. Brug en af formularerne under »New issue«.")


def main(argv: list[str]) -> int:
    """Print the YAML for the form's answers in a file (`-` reads standard input); return the exit code."""
    if len(argv) != 1:
        print("Brug: python -m macros.proposal FIL (eller - for at læse fra tastaturet)")
        return 2
    body = sys.stdin.read() if argv[0] == "-" else Path(argv[0]).read_text(encoding="utf-8")
    try:
        file, made = snippet(body)
    except ValueError as error:
        print(error)
        return 1
    print(f"Sæt dette ind i {file}, og ret id, kilde og indrykning til:\n\n{made}", end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
