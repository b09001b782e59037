"""The owner's logo: a file in the data folder that may be shown, or what is wrong with it.

On a page it is a picture and can do nothing. Opened by itself it is a document on the site's own address, so it may
hold only what draws: the list below is SVG 2's shapes, text, paint and effects, and nothing that runs or fetches.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

LARGEST = 200_000  # bytes; a logo is on every page
PNG = re.compile(rb"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR.*IEND\xaeB`\x82", re.DOTALL)
SVG = "{http://www.w3.org/2000/svg}"
DRAWS = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "path", "rect",
        "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient",
        "stop", "pattern", "clipPath", "mask", "marker", "filter", "feBlend", "feColorMatrix", "feComposite",
        "feFlood", "feGaussianBlur", "feMerge", "feMergeNode", "feOffset", "feDropShadow",
    }
)  # fmt: skip
PROLOG = re.compile(r"^\s*(<\?xml [^?]*\?>)?")
OUTWARD = re.compile(
    r"\\|@|url\(\s*['\"]?(?!#)|image", re.IGNORECASE
)  # in styles: escapes, imports, pictures, addresses
Told = tuple[str, str]  # message and remedy
MORE = "Logoet indeholder mere end en tegning: kode, eller noget, der hentes udefra."
PLAIN = "Gem det igen som »almindelig« eller »optimeret« SVG, eller brug en PNG."


def _alive(part: ElementTree.Element) -> bool:
    """Whether an element can do more than draw, whatever its namespace says."""
    name = part.tag if isinstance(part.tag, str) else ""
    if name.removeprefix(SVG) not in DRAWS or not name.startswith(SVG):
        return True
    for key, value in part.attrib.items():
        bare = key.rpartition("}")[2].casefold()
        if bare.startswith("on") or bare == "base" or (bare in {"href", "src"} and not value.startswith("#")):
            return True
        if OUTWARD.search(value) and (bare == "style" or "url(" in value.casefold()):
            return True
    return bool(name == f"{SVG}style" and (OUTWARD.search("".join(part.itertext())) or len(part)))


def _svg(content: bytes) -> Told | None:
    text = content.decode("utf-8", errors="replace")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return "Logoet har en DOCTYPE.", "Gem det igen som almindelig SVG, eller slet linjen med <!DOCTYPE."
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        return "Logoet kan ikke læses som SVG.", "Gem det igen som SVG fra tegneprogrammet, eller brug en PNG."
    if root.tag != f"{SVG}svg" or "<?" in PROLOG.sub("", text) or any(map(_alive, root.iter())):
        return MORE, PLAIN
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
        return None if PNG.match(content) else ("Filen er ikke et PNG-billede.", "Gem den igen som PNG.")
    return _svg(content)
