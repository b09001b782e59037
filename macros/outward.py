"""Whether an address out of the catalogue can lead anywhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

OUTWARD = re.compile(r"https://[^\s\"'<>]+|mailto:[^\s\"'<>]+")
TORN = re.compile(r"%(?![0-9a-fA-F]{2})")  # the sign that begins a code in an address, and no code
HOST = re.compile(r"[0-9a-f.]*:[0-9a-f:.]*|\w[\w-]{0,62}(\.\w[\w-]{0,62})*\.?")  # a part has 63 signs at most


def leads(address: str) -> bool:
    """Whether an address can lead anywhere: a host with letters, a port that there is, codes that are whole."""
    if TORN.search(address):
        return False
    try:
        split = urlsplit(address)
        port = split.port
    except ValueError:
        return False
    if split.scheme == "mailto":
        return bool(re.search(r"\w", split.path + split.query))
    return port != 0 and bool(HOST.fullmatch(split.hostname or ""))
