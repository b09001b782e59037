"""The site's colours and its motif as paper has them: read from the style sheets, so that there is one of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from macros.catalogue.colours import tokens
from macros.site import Site

STYLES = Path(__file__).resolve().parents[2] / "docs" / "assets" / "css"
MOTIF = Path(__file__).parents[1] / "templates" / "tegninger" / "motiv.j2"
COLOUR = re.compile(r"--([a-z-]+): (?:light-dark\()?(#[0-9a-f]{6})")
SHADE = re.compile(r'\[data-farve="(\w+)"\] \{\s*--tema: var\(--(\w+)\)')
MOTIF_STYLE = re.compile(r"\.motiv__\w+ \{[^}]*\}")
TOKEN = re.compile(r"var\(--([a-z-]+)\)")


def owned(site: Site) -> dict[str, str]:
    """Return the owner's own light colours by the name of the token each takes the place of."""
    return {name: light for name, (light, _) in tokens(site.colours).items()} if site.colours else {}


def colours(own: Mapping[str, str]) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return the light colours by name, and ink, tone and deep of each shade: the site's tokens, or the owner's."""
    css = (STYLES / "tokens.css").read_text(encoding="utf-8")
    named = dict(own)
    for name, colour in COLOUR.findall(css):
        named.setdefault(name, colour)
    shades = {
        shade: {"ink": named[name], "tone": named[f"{name}-tone"], "deep": named[f"{name}-dyb"]}
        for shade, name in SHADE.findall(css)
    }
    return named, shades


def motif(shade: Mapping[str, str], named: Mapping[str, str]) -> str:
    """Return the drawn motif as a whole SVG in the named colours, its water and houses in those of a shade."""
    drawing = re.sub(r"\{#.*?#\}", "", MOTIF.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
    css = (STYLES / "drawings.css").read_text(encoding="utf-8")
    rules = [TOKEN.sub(lambda found: named[found[1]], rule) for rule in MOTIF_STYLE.findall(css)]
    rules += [f".motiv__vand {{ fill: {shade['ink']}; }}", f".motiv__hus {{ fill: {shade['deep']}; }}"]
    rules.append(f".motiv__bolge {{ stroke: {shade['tone']}; stroke-opacity: .55; }}")
    opening, _, rest = drawing.partition(">")
    return f'{opening} xmlns="http://www.w3.org/2000/svg"><style>{" ".join(rules)}</style>{rest}'
