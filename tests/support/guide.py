"""`python -m tests.support.guide`: write the parts of data/README.md that come from the models and the examples.

The field tables are those of the models; the examples are the kinds' own, the very files the tests read, with each
field's description as a comment above its first use.
"""

from __future__ import annotations

import re
import sys
from fnmatch import fnmatch
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from macros import shape
from macros.catalogue import FILES
from macros.data import examples
from macros.read import source
from macros.read.document import Document, Path
from tests.support import fields
from tests.support.sites import ROOT

README = ROOT / "data/README.md"
BEGIN, END = "<!-- eksempler: begynd -->", "<!-- eksempler: slut -->"
TABLE = re.compile(r"\| felt \| skal udfyldes \| hvad \|\n\|---\|---\|---\|\n(?:\|.*\n)*")
FILE_TABLE = re.compile(r"\| fil \| indhold \|\n\|---\|---\|\n(?:\|.*\n)*")
AFTER = "## Eksempler\n"


def declares(cls: type[BaseModel], key: str) -> tuple[type[BaseModel], str] | None:
    """Return the model that declares what `key` is in a model, and what is said of it there; None when nothing is."""
    found = [(name, info) for name, info in cls.model_fields.items() if (info.alias or name) == key]
    for name, info in found:
        held = next(one for one in cls.__mro__ if name in vars(one).get("__annotations__", {}))
        return (held, info.description) if info.description else None
    return None


def told(document: Document, root: Any) -> dict[int, str]:
    """Return what is said of the fields of a file, by the line that each is first written on.

    A field is its model's: what has the same name in another model is told of anew.
    """
    found: dict[int, str] = {}
    seen = set()
    for path, mark in sorted(document.keys.items(), key=lambda row: (row[1].line, row[1].column)):
        for cls in models_at(document.value, root, path[:-1]):
            said = declares(cls, str(path[-1]))
            if said and (said[0], path[-1]) not in seen:
                seen.add((said[0], path[-1]))
                found[mark.line] = said[1]
    return found


def models_at(value: Any, root: Any, path: Path) -> shape.Models:
    """Return the model of what stands at a path of a file."""
    models = shape.narrowed(shape.models_in(root), value)
    for part in path:
        value = value[part]
        models = shape.narrowed(shape.below(models, part), value) if isinstance(part, str) else models
    return models


def commented(name: str, path: FilePath) -> str:
    """Return an example with each field explained above its first use."""
    kind = next(kind for kind in FILES if fnmatch(name, kind.pattern))
    text = path.read_text(encoding="utf-8")
    document, _ = source.read(name, text)
    assert document
    words = told(document, kind.model)
    made: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if number in words:
            made.append(f"{' ' * (len(line) - len(line.lstrip()))}# {words[number]}")
        made.append(line)
    return "\n".join(made[1:])  # the first names the schema


def shown() -> str:
    """Return every example as a section of the guide."""
    parts = [
        f"### Eksempel: {name}\n\n```yaml\n{commented(name, path)}\n```"
        for name, path in examples.files().items()
        if path.suffix == ".yml"
    ]
    return "\n\n".join([BEGIN, *parts, END])


def file_table() -> str:
    """Return the table of the files there are."""
    return "\n".join(["| fil | indhold |", "|---|---|", *(f"| `{k.pattern}` | {k.description} |" for k in FILES)])


def written(text: str) -> str:
    """Return the guide's text with its tables and examples made anew."""
    text = FILE_TABLE.sub(lambda _: file_table() + "\n", text, count=1)
    text = TABLE.sub(lambda _: fields.shared_table() + "\n", text, count=1)
    for heading, cls in fields.KINDS.items():
        if f"### {heading}\n" not in text:
            text = text.replace(AFTER, f"### {heading}\n\n{fields.table([])}\n\n{AFTER}", 1)
        start = text.index(f"### {heading}\n")
        text = text[:start] + TABLE.sub(lambda _, c=cls: fields.table(fields.rows(c)) + "\n", text[start:], count=1)  # type: ignore[misc]
    before, _, rest = text.partition(BEGIN)
    return before + shown() + rest.partition(END)[2]


def main(argv: list[str]) -> int:
    """Write the guide anew, or with `--check` only tell whether it is stale; return the exit code."""
    before = README.read_text(encoding="utf-8")
    made = written(before)
    if "--check" not in argv:
        README.write_text(made, encoding="utf-8")
    elif made != before:
        print("data/README.md is not what the models and examples say: run make schema")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
