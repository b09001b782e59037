"""`python -m tests.support.guide`: write the parts of data/README.md that come from the models and the examples.

The field tables are those of the models; the examples are the kinds' own, the very files the tests read, with each
field's description as a comment above its first use.
"""

from __future__ import annotations

import re
import sys
from fnmatch import fnmatch
from pathlib import Path

from macros import shape
from macros.catalogue import FILES
from macros.data import examples
from tests.support import fields
from tests.support.sites import ROOT

README = ROOT / "data/README.md"
BEGIN, END = "<!-- eksempler: begynd -->", "<!-- eksempler: slut -->"
TABLE = re.compile(r"\| felt \| skal udfyldes \| hvad \|\n\|---\|---\|---\|\n(?:\|.*\n)*")
FILE_TABLE = re.compile(r"\| fil \| indhold \|\n\|---\|---\|\n(?:\|.*\n)*")
AFTER = "## Eksempler\n"
KEY = re.compile(r"^( *)(?:- )?([a-zæøå_]+):(?: |$)")


def told(name: str) -> dict[str, str]:
    """Return what each field of the kind of file that a name is of is, by its key."""
    kind = next(kind for kind in FILES if fnmatch(name, kind.pattern))
    infos = [(i.alias or n, i) for cls in shape.all_models(kind.model) for n, i in cls.model_fields.items()]
    return {key: info.description or "" for key, info in reversed(infos)}


def commented(name: str, path: Path) -> str:
    """Return an example with each field explained above its first use; texts of several lines are left alone."""
    words = told(name)
    made: list[str] = []
    inside = -1  # the depth of the text that the lines belong to
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:  # the first names the schema
        depth = len(line) - len(line.lstrip())
        if inside >= 0 and (depth > inside or not line):
            made.append(line)
            continue
        inside = depth if line.endswith(">-") else -1
        found = KEY.match(line)
        if found and words.get(found[2]):
            made.append(f"{found[1]}# {words.pop(found[2])}")
        made.append(line)
    return "\n".join(made)


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
