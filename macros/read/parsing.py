"""What YAML itself says of a text: where it stops reading, and where a part is named to be used again.

Works on the event stream, which shows a code before anything is expanded. Uses the C loader when it is there: eight
times faster than the pure one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from macros.read.document import Mark
from macros.read.problems import Said

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 24
TAG = "tag:yaml.org,2002:str"  # of no use to us: what a value is the models say
HARMLESS = 500  # levels that the C loader surely has room for
CODE = re.compile(r"(?:^|[\s\[{,:?-])[&*!]|[\x85\u2028\u2029]")  # a code where a text may begin, or an odd end of line
START = re.compile(r"^[ \t?:-]*", re.MULTILINE)
TOO_DEEP = Said(
    "Filen er dybere indrykket, end data kan være.",
    "Ret indrykningen, så hvert niveau kun er to mellemrum inde.",
    "dybde",
)


class _Composer(LOADER):  # type: ignore[misc, valid-type]
    """Makes a text into a tree without asking, node by node, which tag each would have been given."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        return TAG


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
    return composed(text)[0]


def composed(text: str) -> tuple[Stop | None, yaml.Node | None]:
    """Return the first place a text cannot be read past, or, when it has none, its tree (an empty one has none)."""
    try:
        if _has_no_code(text) and (node := yaml.compose(text, Loader=_Composer)) and not _is_deep(node):
            return None, node
    except yaml.YAMLError:
        pass  # the events say where
    try:
        if found := next(_refused(text), None):
            return found, None
        return None, yaml.compose(text, Loader=_Composer)
    except yaml.YAMLError as error:
        at, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        line, column = (at.line, at.column) if at else (0, 0)
        return Stop(line, column, start.line if start else line), None


def _has_no_code(text: str) -> bool:
    """Whether no sign in a text can begin an anchor, an alias or a tag, and its tree cannot be so deep as to do harm.

    Then it need not be gone through twice. A level begins with a bracket, or further in than the one around it.
    """
    if CODE.search(text):
        return False
    furthest = max(map(len, START.findall(text)))
    return text.count("[") + text.count("{") + 2 * furthest < HARMLESS


def _is_deep(node: yaml.Node) -> bool:
    """Whether a tree is deeper than data can be: gone through level by level, since most are shallow."""
    level = [node]
    for _ in range(DEEPEST):
        lists = [child for one in level if isinstance(one, yaml.SequenceNode) for child in one.value]
        pairs = [pair for one in level if isinstance(one, yaml.MappingNode) for pair in one.value]
        level = [*lists, *(child for pair in pairs for child in pair)]
    return any(not isinstance(one, yaml.ScalarNode) for one in level)


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
            if isinstance(event, yaml.AliasEvent):
                if anchor in named:
                    return named[anchor]
            elif anchor:
                named[anchor] = mark_of(event).line - 1
    except yaml.YAMLError:
        pass
    return None
