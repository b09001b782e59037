"""What the server answers an address with."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass

HTML = "text/html"


@dataclass(frozen=True)
class Answer:
    """Status, media type and body; a `place` to go to instead makes it a redirect."""

    body: bytes = b""
    kind: str = HTML
    status: int = 200
    place: str = ""

    @property
    def header(self) -> str:
        """The media type as a header says it."""
        return f"{self.kind}; charset=utf-8" if self.kind.startswith("text/") else self.kind


def kind_of(name: str) -> str:
    """Return the media type of a file by its name."""
    if name.endswith((".js", ".mjs")):
        return "text/javascript"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
