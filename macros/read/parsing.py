"""What YAML itself says of a text: where it stops reading, and where a part is named to be used again.

Works on the event stream, which shows a code before anything is expanded. Uses the C loader when it is there: eight
times faster than the pure one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from macros.read.document import Mark
from macros.read.problems import Said

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 24
TOO_DEEP = Said(
    "Filen er dybere indrykket, end data kan være.",
    "Ret indrykningen, så hvert niveau kun er to mellemrum inde.",
    "dybde",
)


@dataclass(frozen=True)
class Stop:
    """Where YAML stops reading (line and column from 0), where what it was in the middle of began, and a final word.

    What is `said` ends the reading: no mended line would help.
    """

    line: int
    column: int
    start: int
    said: Said | None = None


def mark_of(thing: yaml.Node | yaml.Event) -> Mark:
    """Return where a node or event begins."""
    begin = thing.start_mark
    return Mark(begin.line + 1, begin.column + 1) if begin else Mark(1, 1)


def stop(text: str) -> Stop | None:
    """Return the first place a text cannot be read past: bad YAML, too deep, or an anchor, an alias or a tag."""
    try:
        if found := next(_refused(text), None):
            return found
        yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        at, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        line, column = (at.line, at.column) if at else (0, 0)
        return Stop(line, column, start.line if start else line)
    return None


def _refused(text: str) -> Iterator[Stop]:
    """Yield a stop at each event that YAML reads and a data file must not hold."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        mark = mark_of(event)
        line, column = mark.line - 1, mark.column - 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield Stop(line, column, 0, TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            yield Stop(line, column, line)


def named_part(text: str) -> int | None:
    """Return the line (from 0) where a text names a part that it uses again; None when it does no such thing."""
    named: dict[str, int] = {}
    try:
        for event in yaml.parse(text, Loader=LOADER):
            anchor = getattr(event, "anchor", None)
            if isinstance(event, yaml.AliasEvent) and anchor in named:
                return named[anchor]
            if anchor:
                named[anchor] = mark_of(event).line - 1
    except yaml.YAMLError:
        pass
    return None
