"""What shows nothing: signs that cannot be seen, and texts that are made of nothing else."""

from __future__ import annotations

import re
import unicodedata

# What XML and HTML hold to be no text at all, what only steers how others are drawn, and letters that draw nothing.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    # Joined emoji are written with one, also after the code of one; nothing else is.
    + r"]|(?<![\u2190-\U0010ffff])(?<!\\u[0-9a-fA-F]{4})(?<!\\U[0-9a-fA-F]{8})\u200d"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"  # flags are written with these
)
# Signs of their own that are drawn as an empty room: of braille, of notes, of hieroglyphs, of a picture not there.
HOLLOW = frozenset("\u2800\ufffc\U0001d159\U00013441\U00013442")
# A space, a mark that changes the sign before it, what is no sign at all. What is not yet assigned may be an emoji of
# next year's.
NO_SIGN = frozenset({"Zs", "Zl", "Zp", "Mn", "Mc", "Me", "Cc", "Cf", "Co", "Cs"})


def shows(text: str) -> bool:
    """Whether a reader sees anything of a text."""
    return any(
        unicodedata.category(sign) not in NO_SIGN and sign not in HOLLOW and not INVISIBLE.match(sign) for sign in text
    )
