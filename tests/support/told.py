"""Every text of a catalogue that is told somewhere, with the place where it belongs: found by the models alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros import inline, shape
from macros.catalogue import FILES, Catalogue
from macros.site import Site, WrittenPage

ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href"}


@dataclass(frozen=True)
class Told:
    """A text, the field it stands in (as an editor knows it), and the path of the page it belongs on."""

    text: str
    field: str
    page: str


def parts(catalogue: Catalogue) -> Iterator[tuple[BaseModel, str]]:
    """Yield what each data file holds, and the path of the page that is made of it."""
    for kind in FILES:
        held = {FILES[0]: (catalogue.site,), FILES[-1]: catalogue.written}.get(kind, catalogue.held(kind.room))
        for part in held:
            yield part, kind.page.format(id=getattr(part, "id", ""))


def values(part: BaseModel, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Yield (path, field, value) of everything in a part of the data that is not made of parts itself."""
    for name, info in type(part).model_fields.items():
        value, at = getattr(part, name), f"{path} {info.alias or name}".strip()
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from values(one, at)
            else:
                yield at, info, one
    for phase, items in (part.__pydantic_extra__ or {}).items():
        for item in items:
            yield from values(item, f"{path} {phase}")


def texts(catalogue: Catalogue) -> list[Told]:
    """Return every paragraph that is told, as it looks on a page."""
    return [
        Told(" ".join(shape.plain(info, paragraph).split()), f"{type(part).__name__}: {path}", page)
        for part, page in parts(catalogue)
        for path, info, value in values(part)
        if isinstance(value, str) and shape.is_told(info)
        for paragraph in inline.paragraphs(value)
    ]


def own(part: BaseModel) -> Iterator[str]:
    """Yield every paragraph that is told in an entry and not in an entry inside it, as it looks on a page."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel) and not hasattr(one, "kind"):
                yield from own(one)
            elif isinstance(one, str) and shape.is_told(info):
                yield from (" ".join(shape.plain(info, paragraph).split()) for paragraph in inline.paragraphs(one))


def on_every_page(told: Told) -> bool:
    """Whether a text is the site's own and not an entry's: then it stands on some page, not on one we know."""
    return told.field.startswith(Site.__name__)


def on_paper(told: Told) -> bool:
    """Whether a text belongs in the PDFs: the site's own and the hand-written pages do not."""
    return not on_every_page(told) and not told.field.startswith(WrittenPage.__name__)


class Reader(HTMLParser):
    """Collects the text of a page, what its attributes say, where it leads, and the shape of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.said: list[str] = []
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.shape: list[str] = []
        self.ids: list[str] = []
        self.meta: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, its attributes' names and what they say."""
        self.shape.append(" ".join([tag, *(name for name, _ in attrs)]))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag == "meta":
            given = dict(attrs)
            self.meta.append((given.get("name") or "", given.get("content") or ""))
        self.said += [value or "" for _, value in attrs]
        self.addresses += [value or "" for name, value in attrs if name in ADDRESSES]
        self.links += [value or "" for name, value in attrs if tag == "a" and name == "href"]

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element."""
        self.shape.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """All the page's text on one line, without soft hyphens."""
        return " ".join("".join(self.words).replace("\xad", "").split())


def read(path: Path) -> Reader:
    """Return a page, read."""
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader


def head(page: Reader) -> str:
    """Return what a page says of itself to search engines."""
    return "".join(f" {value}" for name, value in page.meta if name == "description")
