"""The owner's logo: a file in the data folder that may be shown, or what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

LARGEST = 200_000  # bytes; a logo is on every page
PNG = b"\x89PNG\r\n\x1a\n"
# What can run or fetch when somebody opens the file itself; on a page it is a picture and does neither.
ALIVE = re.compile(r"(script|foreignobject|iframe|object|embed|animate\w*|set|handler)$")
OUTWARD = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
Told = tuple[str, str]  # message and remedy


def _svg(content: bytes) -> Told | None:
    text = content.decode("utf-8", errors="replace")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return "Logoet har en DOCTYPE.", "Gem det igen som almindelig SVG, eller slet linjen med <!DOCTYPE."
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return "Logoet kan ikke læses som SVG.", "Gem det igen som SVG fra tegneprogrammet, eller brug en PNG."
    for part in root.iter():
        name = part.tag.rpartition("}")[2].casefold()
        names = {key.rpartition("}")[2].casefold(): value for key, value in part.attrib.items()}
        outward = any(key == "href" and not v.startswith(("#", "data:image/png")) for key, v in names.items())
        styled = OUTWARD.search(" ".join([*names.values(), part.text or ""]))
        if ALIVE.search(name) or outward or styled or any(key.startswith("on") for key in names):
            told = "Logoet indeholder mere end en tegning: kode, eller noget, der hentes udefra."
            return told, "Gem det igen som »almindelig« eller »optimeret« SVG, eller brug en PNG."
    return None


def wrong(path: Path) -> Told | None:
    """Return what keeps the file from being used as a logo (message and remedy, in Danish), or None."""
    if not path.is_file():
        return f"Logoets fil, {path.name}, findes ikke.", "Læg filen i samme mappe som katalog.yml, eller slet linjen."
    content = path.read_bytes()
    if len(content) > LARGEST:
        told = f"Logoet fylder {len(content) // 1000} kB; der er plads til {LARGEST // 1000}."
        return told, "Gem det mindre; det vises i en bjælke, der er et par centimeter høj."
    if path.suffix == ".png":
        return None if content.startswith(PNG) else ("Filen er ikke et PNG-billede.", "Gem den igen som PNG.")
    return _svg(content)
