"""YAML text -> plain values with the place of each of them.

Every scalar is read as the text it is (`12:30`, `no` and `010` stay as written); pydantic converts where the model
asks for a number, a date or a choice. Anchors, aliases and tags are refused, so a small file cannot become a large one.
"""

from __future__ import annotations

from macros.read import mend, unseen
from macros.read.document import Document, normal
from macros.read.lines import Fields
from macros.read.problems import Problem, Said
from macros.read.values import Reader

EMPTY = Said("Filen er tom.", "Udfyld filen, eller slet den.", "tom-fil")
NO_FIELDS = Fields()


def read(file: str, text: str, fields: Fields = NO_FIELDS) -> tuple[Document | None, list[Problem]]:
    """Read one file's text; `fields` are those it may hold, for telling a field from a text.

    Returns the document and every problem found on the way. A mistake that is understood is mended in memory and read
    on from; the document is None when what follows cannot be trusted. Never raises on bad input.
    """
    text = normal(text)
    if half := unseen.half_merge(file, text.split("\n")):
        return None, [half]
    lines, strange = unseen.cleaned(file, text.split("\n"))
    mended, problems = mend.mended(file, lines, fields)
    problems = [*strange, *problems]
    if mended is None or mended.node is None:
        empty = [] if mended is None else [Problem(file, 1, 1, *EMPTY)]
        return None, [*problems, *empty]
    reader = Reader(file, mended.text, fields)
    document = reader.document(mended.node)
    return document, [*problems, *reader.problems]
