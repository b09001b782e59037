"""An owner's colours: contrast, the tints made from each, and the style sheet that puts them in the house's tokens.

Contrast is that of WCAG 2.2 (relative luminance, success criterion 1.4.3). An owner names one colour; its dark form,
its quiet field and its deep field are made from it, so that every pair the pages use keeps the contrast of the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.site import Colours

LEAST = 4.5  # WCAG 2.2 AA for text
PAPER = ("#fbfaf6", "#10191c")  # what text stands on, light and dark (--papir)
PANEL = ("#eef1ec", "#1c2c32")  # and in panels (--dyb); --flade lies between the two
ON_TOP = "#f3efe4"  # the text on the bar and on deep fields (--paa-havn)
ON_MARK = "#14262b"  # the text on what is marked
TOP = "#0f3b46"  # the bar, when the owner has not changed it (--havn)
WHITE, BLACK = "#ffffff", "#000000"
STEP = 0.02
Pair = tuple[str, str]  # a token's value in light and in dark


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, part: float) -> str:
    """Return `colour` with `part` (0 to 1) of `other` in it."""
    mixed = (round(a + (b - a) * part) for a, b in zip(_channels(colour), _channels(other), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def shade_tokens(colour: str) -> dict[str, Pair]:
    """Return ink (""), field ("-tone") and deep field ("-dyb") of a shade, each in light and dark."""
    tone = (mix(colour, WHITE, 0.88), mix(colour, PAPER[1], 0.78))
    return {
        "": (colour, toward(colour, WHITE, PAPER[1], PANEL[1], tone[1])),
        "-tone": tone,
        "-dyb": (mix(colour, BLACK, 0.22), toward(mix(colour, BLACK, 0.4), BLACK, ON_TOP)),
    }


def toward(colour: str, end: str, *others: str) -> str:
    """Return the colour, moved toward `end` only as far as its contrast with each of the others asks."""
    part = 0.0
    made = colour
    while part < 1 and min(contrast(made, other) for other in others) < LEAST:
        part += STEP
        made = mix(colour, end, min(part, 1))
    return made


@dataclass(frozen=True)
class Weak:
    """A colour that cannot be read: its field, the contrast it has and where, and the nearest that has enough."""

    field: str
    contrast: float
    where: str
    instead: str


def _named(colours: Colours) -> dict[str, str]:
    """Return the colours the owner gave, by the field's name in the data."""
    fields = type(colours).model_fields
    return {info.alias or name: value for name, info in fields.items() if (value := getattr(colours, name))}


def tokens(colours: Colours) -> dict[str, Pair]:
    """Return the tokens the owner's colours replace, by name without dashes, in light and dark."""
    found: dict[str, Pair] = {}
    for name, colour in _named(colours).items():
        if name == "top":
            found["havn"] = (colour, mix(colour, BLACK, 0.3))
        elif name == "mærke":
            found["rav"] = (colour, colour)
        else:
            base = "gul" if name == "rav" else name  # the shade rav is drawn with the token gul
            found.update({f"{base}{ending}": pair for ending, pair in shade_tokens(colour).items()})
    return found


def _pairs(name: str, colour: str, colours: Colours) -> Iterator[tuple[str, str, str]]:
    """Yield (colour, what it stands on or under, what that is called) for each pair the pages make with a colour."""
    if name == "top":
        yield colour, ON_TOP, "den lyse tekst på bjælken"
    elif name == "mærke":
        yield colour, colours.top or TOP, "bjælken"
        yield colour, ON_MARK, "den mørke tekst på det, der er valgt"
    else:
        made = shade_tokens(colour)
        yield colour, PAPER[0], "papiret"
        yield colour, PANEL[0], "den grå flade"
        yield colour, made["-tone"][0], "sin egen lyse flade"
        yield made["-dyb"][0], ON_TOP, "den lyse tekst på den dybe flade"


def _fault(name: str, colour: str, colours: Colours) -> tuple[float, str] | None:
    """Return the contrast that is too low, and with what; None when all are enough."""
    found = ((contrast(one, other), where) for one, other, where in _pairs(name, colour, colours))
    return next((pair for pair in found if pair[0] < LEAST), None)


def _instead(name: str, colour: str, colours: Colours) -> str:
    """Return the nearest colour of the same tone that can be read."""
    end = WHITE if name == "mærke" else BLACK
    steps = (mix(colour, end, count * STEP) for count in range(round(1 / STEP) + 1))
    return next((made for made in steps if not _fault(name, made, colours)), end)


def weak(colours: Colours) -> Iterator[Weak]:
    """Yield each colour whose contrast is below WCAG 2.2 AA where the pages put text on it or set text in it.

    The bar comes first, and what stands on it is judged on the bar that is proposed, so that all can be taken at once.
    """
    for name, colour in sorted(_named(colours).items(), key=lambda one: one[0] != "top"):
        if found := _fault(name, colour, colours):
            instead = _instead(name, colour, colours)
            yield Weak(name, *found, instead)
            colours = colours.model_copy(update={"top": instead}) if name == "top" else colours


def style_sheet(colours: Colours) -> str:
    """Return the style sheet that puts the owner's colours in place of the house's."""
    rows = [f"  --{name}: light-dark({light}, {dark});" for name, (light, dark) in tokens(colours).items()]
    plain = [f"  --{name}: {light};" for name, (light, _) in tokens(colours).items()]
    both = ["@supports (color: light-dark(#000, #fff)) {", ":root {", *rows, "}", "}"]
    return "\n".join([":root {", *plain, "}", *both, ""])
