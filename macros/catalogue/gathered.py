"""What a load has gathered so far: files, values, entries by id, and all that is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from macros import model
from macros.catalogue import phases
from macros.catalogue.files import FILES, OVERVIEWS, served
from macros.catalogue.held import Placed
from macros.catalogue.reading import Read
from macros.catalogue.site_check import Objection
from macros.catalogue.twins import Ages
from macros.folders import name_of
from macros.kind import FRONT, Kind
from macros.read.document import Document, Path
from macros.read.problems import Problem
from macros.site import Site

NOT_FOUND = "404"  # the page that a host answers with when there is none: the skeleton makes it


class Missed(NamedTuple):
    """A reference that leads nowhere: where it stands, the id it names, what is said, and more where several do."""

    file: str
    line: int
    column: int
    name: str
    message: str
    remedy: str
    if_several: str = ""


class Lines(Mapping[str, list[str]]):
    """The lines of each file, for quotation: few are asked for, and the texts are there in any case."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._last: tuple[str, list[str]] = ("", [])  # who asks for one line asks for the next

    def __getitem__(self, file: str) -> list[str]:
        text = self.texts[file]
        if self._last[0] is not text:
            self._last = text, text.split("\n")
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


class Gathered:
    """The state of a load; each part of it is filled by the module that is named after it."""

    def __init__(self, data: FilePath, docs: FilePath) -> None:
        self.data = data
        self.folder = name_of(data)
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        self.lines = Lines()
        self.phases: phases.Phases | None = model.PHASES
        self.loaded: dict[str, list[Read]] = defaultdict(list)
        self.index: dict[str, Placed] = {}
        self.failed: list[tuple[Kind, Document]] = []  # readable, but not what the model asks for
        self.missed: list[Missed] = []  # references that lead nowhere
        self.pages: dict[str, str] = {}  # the id of the page that a file makes
        self.copies: set[str] = set()  # files that are a copy of another
        self.blind = False  # whether a file could not be read at all: nobody knows what stood in it
        self.faulty: set[str] = set()  # files that more may be missing from than is told
        self.unread: set[str] = set()  # ids in files that could not be read: no second message for pointing at them
        made = {FilePath(kind.page).stem for kind in FILES if "{" not in kind.page}
        in_docs = {p.relative_to(docs).with_suffix("").as_posix() for p in docs.rglob("*.md")}
        # a hand-written page may not take these names
        self.own_pages = frozenset(OVERVIEWS) | in_docs | made | {NOT_FOUND}
        self.sides = frozenset(OVERVIEWS) | in_docs
        self.served = {served(page): "en side, kataloget selv laver," for page in (*OVERVIEWS.values(), FRONT)}

    def refuse(self, document: Document, path: Path, message: str, remedy: str, code: str) -> None:
        """Take in a problem at a path of a file."""
        mark = document.mark(path)
        self.problems.append(Problem(document.file, mark.line, mark.column, message, remedy, code))

    def told(self, document: Document, said: Iterable[Objection]) -> None:
        """Take in what is wrong in a file."""
        for one in said:
            mark = document.mark(one.path)
            problem = Problem(document.file, mark.line, mark.column, one.message, one.remedy, one.code, one.fix)
            self.problems.append(problem)

    @cached_property
    def former(self) -> dict[str, Placed]:
        """What has had another id once, by that id; asked for when every entry has its place."""
        return {old: placed for placed in self.index.values() for old in getattr(placed.entry, "former_ids", ())}

    @cached_property
    def ages(self) -> Ages:
        """What knows which of two is older; asked for when all files are read."""
        site = self.site
        return Ages(self.data, self.lines, {*site.theme_order, *site.tool_order} if site else ())

    @property
    def site(self) -> Site | None:
        """What katalog.yml holds, when it could be read."""
        found: Site | None = self.one("katalog.yml")
        return found

    def one(self, pattern: str) -> Any:
        """Return what the one file of a kind holds, or None."""
        rows = self.loaded[pattern]
        return rows[0].value if rows else None

    def every(self) -> Iterator[Read]:
        """Yield each file that is what its model asks for."""
        for reads in list(self.loaded.values()):
            yield from reads

    def ordered(self) -> Iterator[Read]:
        """Yield the loaded files in reading order: as katalog.yml says, then by name."""
        site = self.site
        wanted = [*(site.theme_order if site else ()), *(site.tool_order if site else ())]
        place = {name: wanted.index(name) for name in wanted}
        for kind in FILES:
            rows = self.loaded[kind.pattern]
            if kind.is_folder:
                rows = sorted(rows, key=lambda row: place.get(row.value.id, len(place)))
            yield from rows

    def rooms(self) -> dict[str, tuple[Any, ...]]:
        """Return what the files of each kind hold, by its room."""
        found: dict[str, list[Any]] = defaultdict(list)
        for read in self.ordered():
            if read.kind.room:
                found[read.kind.room].append(read.value)
        return {room: tuple(values) for room, values in found.items()}
