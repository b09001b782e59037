"""The catalogue's icon, as a phone shows it: the owner's logo, or our own mark, on a tile of the bar's colour."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from macros.catalogue.colours import TOP
from macros.site import Site

SIDE = 512
INSET = 100  # a phone may cut the corners away: what is drawn stays within a circle of four fifths
OURS = "assets/img/favicon.svg"
KINDS = {".svg": "image/svg+xml", ".png": "image/png"}


def colour(site: Site) -> str:
    """Return the colour of the bar, for the tile and for what the device draws around the page."""
    return site.colours.top if site.colours and site.colours.top else TOP


def drawing(site: Site, data: Path, docs: Path) -> str:
    """Return the icon as SVG, with the logo's file inside it. Raises OSError when that cannot be read."""
    logo = data / site.logo if site.logo else docs / OURS
    address = f"data:{KINDS[logo.suffix]};base64,{b64encode(logo.read_bytes()).decode()}"
    room = SIDE - 2 * INSET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
        f'<rect width="{SIDE}" height="{SIDE}" fill="{colour(site)}"/>'
        f'<image x="{INSET}" y="{INSET}" width="{room}" height="{room}" href="{address}"/></svg>'
    )
