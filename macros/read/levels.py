"""Where among the lines above a line may stand: the indents something begins at, and who stands there already."""

from __future__ import annotations

import re

from macros.read.lines import FIELD, Fields, Lines, block_texts, indent_of, name_in, start_of


def levels(lines: Lines, at: int) -> list[int]:
    """Return the indents at which something begins above a line, the nearest line's first."""
    found: list[int] = []
    top = 10_000
    texts = block_texts(lines)
    for number in range(at - 1, -1, -1):
        line = lines[number]
        if number in texts or not line.strip() or line.lstrip().startswith("#") or line.startswith("\t"):
            continue
        if indent_of(line) <= top:
            found += [column for column in (start_of(line), indent_of(line)) if column not in found]
            if FIELD.match(line) is None and line.rstrip().endswith(":"):
                found.append(start_of(line) + 2)
        top = min(top, indent_of(line))
    return found


def belongs(lines: Lines, at: int, indent: int, key: str, fields: Fields) -> bool:
    """Whether a field may stand with those already at an indent; yes when nothing is known of the fields."""
    beside = {key}
    for number in range(at - 1, -1, -1):
        line = lines[number]
        start = start_of(line)
        if not line.strip() or start > indent:
            continue
        name = name_in(line[start:])
        if start < indent or not name:
            break
        beside.add(name)
        if "-" in line[:start]:
            break
    return not fields.together or any(beside <= names for names in fields.together)


def taken(lines: Lines, at: int, indent: int, key: str) -> bool:
    """Whether a field of that name already stands in the mapping a line would join."""
    for line in reversed(lines[:at]):
        start = start_of(line)
        if not line.strip() or start > indent:
            continue
        if start < indent:
            return False
        if key and re.match(rf"{re.escape(key)} *:", line[start:]):
            return True
        if "-" in line[:start]:
            return False
    return False


def run(lines: Lines, at: int, pattern: str) -> list[int]:
    """Return the line and those right after it (empty ones let be) that begin alike."""
    found = []
    for number in range(at, len(lines)):
        if re.match(pattern, lines[number]):
            found.append(number)
        elif lines[number].strip():
            break
    return found


def first_of_list(lines: Lines, at: int) -> int | None:
    """Return the first line of the list that an item belongs to, when that line has lost its dash."""
    if not lines[at].lstrip().startswith("- "):
        return None
    for number in range(at - 1, -1, -1):
        head = lines[number].rstrip()
        if head.endswith(":") and FIELD.match(head) is None and indent_of(head) <= indent_of(lines[at]):
            first = next((n for n in range(number + 1, at) if lines[n].strip()), None)
            lost = first is not None and indent_of(lines[first]) == indent_of(lines[at]) + 2
            return first if lost else None
    return None
