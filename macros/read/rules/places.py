"""A line among the others: how far in it stands, and whether it begins an item. These rules move lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.read.levels import belongs, levels, run, taken
from macros.read.lines import KEY, Slip, Spot, changed, indent_of, level_of, name_in, start_of
from macros.read.problems import Said

TABS = "Brug mellemrum: to for hvert niveau."
TAB = Said("Linjen er rykket ind med tabulator.", TABS, "tabulator")
MORE_TABS = Said("Her er {} linjer rykket ind med tabulator.", TABS, "tabulator")
NOT_IN = Said(
    "Linjen hører til teksten ovenfor, men er ikke rykket lige så langt ind.",
    "Ryk den {} mellemrum ind, som resten af teksten.",
    "indrykning",
)
INDENT = Said(
    "Linjen er rykket {} mellemrum ind, men skal stå {} inde.",
    "Ret mellemrummene foran linjen, så den flugter med dem, den hører sammen med.",
    "indrykning",
)
EXTRA_DASH = Said(
    "Der skal ikke være bindestreg foran »{}«.",
    "Slet bindestregen, så linjen flugter med de andre felter.",
    "bindestreg-for-meget",
)
LOST_DASH = Said(
    "Her begynder et nyt punkt, men bindestregen foran »{}« mangler.",
    "Sæt bindestreg og mellemrum foran punktets første linje.",
    "bindestreg-mangler",
)


def _spaced(line: str, width: int) -> str:
    """Return a line with each tab of its indent as spaces."""
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].replace("\t", " " * width) + text


def tab(spot: Spot) -> Iterator[Slip]:
    """Lines that are indented with tabs; the first of them is told of."""
    lines, at = spot.lines, spot.at
    if not re.match(r"^ *\t", spot.line) or (at and re.match(r"^ *\t", lines[at - 1])):
        return
    tabbed = run(lines, at, r"^ *\t")
    said = MORE_TABS.of(len(tabbed)) if len(tabbed) > 1 else TAB
    wide = [[_spaced(line, width) for line in lines] for width in (2, 4)]
    tried = {indent_of(new[at]) for new in wide}
    for target in levels(lines, at):
        if target not in tried:
            shift = target - indent_of(wide[0][at])
            wide.append([" " * max(0, indent_of(x) + shift) + x.lstrip(" ") for x in wide[0]])
    for new in wide:
        mended = [new[n] if n in tabbed else line for n, line in enumerate(lines)]
        yield spot.slip(0, said, mended[at], mended)


def loose_text(spot: Spot) -> Iterator[Slip]:
    """A line of a block's text that is not indented as the rest of it."""
    lines, at = spot.lines, spot.at
    head = next((n for n in range(at - 1, -1, -1) if re.search(r"(?:: |- )[>|][+-]?\s*$", lines[n])), None)
    if head is None:
        return
    least = level_of(lines[head]) + 2
    inside = [indent_of(x) for x in lines[head + 1 : at] if x.strip()]
    if inside and min(inside) < least - 1:
        return
    target = inside[0] if inside else least
    loose = _loose(spot, target)
    if loose and loose[0] == at:
        mended = [" " * target + x.lstrip() if n in loose else x for n, x in enumerate(lines)]
        yield spot.slip(0, NOT_IN.of(target), mended[at], mended)


def _loose(spot: Spot, target: int) -> list[int]:
    """Return the lines from here on that are text less deep than an indent: neither a known field nor an item."""
    found = []
    for number in range(spot.at, len(spot.lines)):
        line = spot.lines[number]
        text = line.strip()
        known = name_in(re.sub(r"^(?:- +)*", "", text)) in spot.fields
        if text and (indent_of(line) >= target or known or text.startswith("- ")):
            break
        if text:
            found.append(number)
    return found


def indent(spot: Spot) -> Iterator[Slip]:
    """A field or an item that stands at no level, or at another than its own; what stands under it may go along."""
    line, now = spot.line, indent_of(spot.line)
    name = name_in(line[start_of(line) :])
    if not name and not _is_item(line):
        return
    for target in _likely(spot, name):
        if not taken(spot.lines, spot.at, target, name):
            fix = " " * target + line.lstrip()
            moved = (_moved(spot, target - now, end) for end in _ends(spot, target))
            for mended in (changed(spot.lines, spot.at, fix), *moved):
                yield spot.slip(0, INDENT.of(now, target), fix, mended)


def _likely(spot: Spot, name: str) -> Iterable[int]:
    """Return the indents a line may have meant, the likeliest first."""
    now, beside = indent_of(spot.line), start_of(spot.above)

    def order(target: int) -> tuple[bool, int, bool, int]:
        strange = not belongs(spot.lines, spot.at, target, name, spot.fields)
        return strange, abs(target - now), target != beside, target

    return sorted((x for x in levels(spot.lines, spot.at) if x != now), key=order)


def _ends(spot: Spot, target: int) -> Iterator[int]:
    """Yield where what goes along with a line to an indent may end.

    Before the next of its sort at that indent, with what is its own, or with all that is as deep as the line.
    """
    now, lines = indent_of(spot.line), spot.lines
    below = [n for n in range(spot.at + 1, len(lines)) if lines[n].strip()]
    item = _is_item(spot.line)
    alike = (n for n in below if indent_of(lines[n]) == target and _is_item(lines[n]) == item)
    above = (n for n in below if indent_of(lines[n]) < min(now, target))
    yield min(next(alike, len(lines)), next(above, len(lines)))
    least, dashed = now, item  # an item goes with the items beside it, a field with all of the list or fields under it
    if not item and below and indent_of(lines[below[0]]) > now:
        least, dashed = indent_of(lines[below[0]]), _is_item(lines[below[0]])
    strange = (n for n in below if indent_of(lines[n]) == least and _is_item(lines[n]) != dashed)
    less = (n for n in below if indent_of(lines[n]) < least)
    yield min(next(strange, len(lines)), next(less, len(lines)))
    yield next((n for n in below if indent_of(lines[n]) < now), len(lines))


def _is_item(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return line.lstrip().startswith("- ")


def _moved(spot: Spot, shift: int, end: int) -> list[str]:
    """Return the lines with the line and all up to another moved."""
    return [
        " " * max(0, indent_of(x) + shift) + x.lstrip() if spot.at <= n < end and x.strip() else x
        for n, x in enumerate(spot.lines)
    ]


def extra_dash(spot: Spot) -> Iterator[Slip]:
    """A dash before a field of an entry that has begun already."""
    match = re.match(rf"^( *)- +(({KEY}) *:(?: .*|))$", spot.line)
    if match and match[3] in spot.fields:
        for target in (len(match[1]), *levels(spot.lines, spot.at)):
            yield spot.mend(len(match[1]), EXTRA_DASH.of(match[3]), " " * target + match[2])


def missing_dash(spot: Spot) -> Iterator[Slip]:
    """The first entry of a list without its dash: the dash of the next one is where YAML stops."""
    text, deep = spot.line.strip(), indent_of(spot.line)
    name = name_in(spot.line.lstrip(" "))
    if (name or text == ">-") and spot.above.rstrip().endswith(":") and deep >= 2:
        yield spot.mend(deep, LOST_DASH.of(name or ">-"), f"{' ' * (deep - 2)}- {text}")
