"""What a kind of content declares of itself: its files, its model, its pages, and its place in all that is made.

A kind is a room: the folder `macros/kinds/<kind>/` with `kind.py` (the models and one `KIND = Kind(...)`), its page,
its paper, its words and its example. `macros.kinds` finds the rooms; nothing else has a list of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Annotated, Any, Union, get_args

from pydantic import BaseModel, Discriminator, Tag

from macros.read.spelling import slug

FRONT = "index.md"
BANDS = ("themes", "tools", "further")  # of the front page, those that list pages


@dataclass(frozen=True)
class Whole:
    """How what has no page of its own stands in the PDF of the whole: under which word of `paper`, and where."""

    kicker: str
    first: bool = False


@dataclass(frozen=True)
class Proposal:
    """What people are asked when they propose an entry, and where what they write is put.

    `under`: the key of its list in the file, or nothing for the list of a phase that they choose.
    `asked`: the names of its fields, in the order of the data.
    `must`: those of them that the data may lack and a proposal may not.
    `gist`: the one that is shown as its text.
    `is_sourced`: whether they are asked where it stands.
    `ends`: the lines that end it, unasked; `{word}` in them is a word of its kind's room.
    """

    entry: type[BaseModel]
    under: str
    asked: tuple[str, ...]
    must: tuple[str, ...] = ()
    gist: str = "text"
    is_sourced: bool = False
    ends: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the kind of entry is called before the colon of a reference."""
        return str(vars(self.entry)["kind"])


@dataclass(frozen=True)
class Type:
    """One of several models that the files of a kind may hold, told apart by their field `type`."""

    root: type[BaseModel]
    order: int

    @property
    def name(self) -> str:
        """What `type` says in a file of it."""
        (name,) = get_args(self.root.model_fields["type"].annotation)
        return str(name)

    @property
    def room(self) -> str:
        """The folder of the type under `macros/kinds/`."""
        return room_of(self.root)


@dataclass(frozen=True)
class Kind:
    """A kind of data file, and the one place where it is said what is made of it.

    `pattern`: its files in the data folder; one for each entry when it ends in `*.yml`.
    `order`: its place in reading order.
    `description`: what its files hold, in the editors' guide.
    `at`: where its page stands, if not where its files do.
    `overview`: the name `side:` has for the page that lists it.
    `menu`: whether its pages stand in the menu when katalog.yml puts none of them there.
    `front`: the band of the front page (`BANDS`) that lists its pages.
    `whole`: see `Whole`.
    `proposals`: what people may propose for its files.
    `types`: found in the folders inside its own.
    """

    root: type[BaseModel]
    pattern: str
    order: int
    description: str
    at: str = ""
    required: bool = False
    overview: str = ""
    menu: bool = True
    front: str = "further"
    whole: Whole | None = None
    proposals: tuple[Proposal, ...] = ()
    types: tuple[Type, ...] = ()

    @property
    def name(self) -> str:
        """What the kind is called before the colon of a reference; nothing when its files hold no single entry."""
        return getattr(self.root, "kind", "")

    @property
    def room(self) -> str:
        """The folder of the kind under `macros/kinds/`; nothing for what belongs to the catalogue as such."""
        return room_of(self.root)

    @property
    def stem(self) -> str:
        """The name of its file, or of the folder of its files, without ending."""
        path = PurePosixPath(self.pattern)
        return path.parent.name if self.is_folder else path.stem

    @property
    def page(self) -> str:
        """The path of its page, or of its pages with `{id}` in it."""
        return self.at or (f"{self.stem}/{{id}}.md" if self.is_folder else f"{self.stem}.md")

    @property
    def is_folder(self) -> bool:
        """Whether there is one file per entry."""
        return self.pattern.endswith("*.yml")

    @property
    def schema(self) -> str:
        """The name of the kind's JSON Schema: after the file, or after the kind where there is a file for each."""
        return f"{slug((self.name or self.stem) if self.is_folder else self.stem)}.schema.json"

    @property
    def overview_page(self) -> str:
        """The path of the page that lists the kind: beside the pages it lists, or the kind's only page."""
        return f"{self.stem}/index.md" if self.is_folder else self.page

    @cached_property
    def model(self) -> Any:
        """What a file of the kind must be: its model, or one of its types."""
        if not self.types:
            return self.root
        models = tuple(Annotated[kind.root, Tag(kind.name)] for kind in self.types)
        return Annotated[Union[models], Discriminator(self._type)]  # noqa: UP007 — made at run time

    def _type(self, value: Any) -> str | None:
        found = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
        return found if isinstance(found, str) and found in {kind.name for kind in self.types} else None


def room_of(cls: type[BaseModel]) -> str:
    """Return the folder under `macros/kinds/` that a model stands in, or nothing."""
    _, found, room = cls.__module__.removesuffix(".kind").partition("macros.kinds.")
    return room.replace(".", "/") if found else ""
