"""All of `data/` as one frozen catalogue: loads the files, resolves the references, collects ALL problems.

Nothing here knows what a chapter is called: the table `FILES` says which file holds which model, and every entry is
found by walking the models.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros import inline, language, model, phases, reserved, shape, site_check, twins
from macros.folders import name_of
from macros.kind import FRONT, Kind, room_of
from macros.kinds import KINDS
from macros.kinds.tool.interview.kind import QuestionGroup
from macros.kinds.words.kind import Words
from macros.read import habits, refusal, refusals, source
from macros.read.document import Document, Path, Value
from macros.read.problems import Problem, in_order
from macros.read.spelling import did_you_mean, slug
from macros.site import Site, WrittenPage

WITH_PAGE = shape.kinds(model.Page)  # the kinds whose entries have a page each
CHECKLISTS = shape.keys_of(model.Checklist)  # the keys under which a checklist stands
WRITTEN_ID = re.compile(r"^[ \-]*[\"']?id[\"']?:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
Held = TypeVar("Held", bound=BaseModel)


FILES: tuple[Kind, ...] = (
    Kind(Site, "katalog.yml", 0, "katalogets navn, forsidens tekst, rækkefølge og menu", at=FRONT, required=True),
    *KINDS,
    Kind(WrittenPage, "sider/*.yml", 1000, "sider, der står for sig: om, privatliv, tilgængelighed", at="{id}.md"),
)

# Pages that are made from the data but belong to no single entry, by the name that `side:` uses: what is made of all
# kinds, then what lists one, those that are a kind's only page first.
MADE_OF_ALL = ("find", "indhold", "tjeklister", "samarbejder", "haefte", "foreslaa")
LISTS = {kind.overview: kind for kind in sorted(KINDS, key=lambda one: one.is_folder) if kind.overview}
OVERVIEWS = {name: f"{name}.md" for name in MADE_OF_ALL} | {name: kind.overview_page for name, kind in LISTS.items()}


def fits(value: Value, kind: Kind) -> bool:
    """Whether a file's outermost fields are those of a kind: none unknown, none that must be there missing."""
    if not isinstance(value, dict):
        return False
    models = shape.narrowed(shape.models_in(kind.model), value)
    must = {info.alias for cls in models for info in cls.model_fields.values() if info.is_required()}
    needed = must if len(models) == 1 else {"type"}
    return set(value) <= set(shape.keys(models)) and needed <= set(value)


def files_of(kind: Kind, data: FilePath) -> list[FilePath]:
    """Return the files of a kind in a data folder; what begins with a full stop is some program's own."""
    return sorted(p for p in data.glob(kind.pattern) if p.is_file() and not p.name.startswith("."))


def folders(data: str) -> str:
    """Return the folders that data files may lie in, as a Danish list; `data` is the name of the whole."""
    names = [f"{data}/", *(f"{data}/{kind.pattern.partition('/')[0]}" for kind in FILES if kind.is_folder)]
    return f"{', '.join(names[:-1])} eller {names[-1]}"


def served(page: str) -> str:
    """Return what the site calls a page: `x.md` and `x/index.md` are served at the same address."""
    return page.removesuffix(".md").removesuffix("/index")


def likely(value: Value) -> Kind | None:
    """Return the one kind whose fields a file's outermost fields are; None when none or several could be meant."""
    found = [kind for kind in FILES if fits(value, kind)]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Placed:
    """An entry with its place: in the data (file, line) and on the site (page, anchor)."""

    entry: Any
    kind: str
    id: str
    page: str
    anchor: str
    file: str
    line: int
    parent: Placed | None = None
    phase: str = ""

    @property
    def ref(self) -> str:
        """The entry's reference, `kind:id`."""
        return f"{self.kind}:{self.id}"

    @cached_property
    def title(self) -> str:
        """What the entry is called in a link or a list."""
        return inline.plain(getattr(self.entry, "title", "") or self.entry.text)

    @cached_property
    def references(self) -> tuple[str, ...]:
        """Every reference that the entry itself makes."""
        return tuple(references(self.entry))

    @property
    def target(self) -> str:
        """Page and anchor as one address, relative to the site's root."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


@dataclass(frozen=True, repr=False)  # what prints its variables (the macros plugin does) must not print all of `data/`
class Catalogue:
    """Everything in `data/`, validated, in reading order."""

    site: Site
    written: tuple[WrittenPage, ...] = ()
    rooms: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    index: dict[str, Placed] = field(default_factory=dict)
    sides: frozenset[str] = frozenset()

    def held(self, room: str) -> tuple[Any, ...]:
        """Return what the files of a kind hold, in reading order; `room` is the kind's folder under `macros/kinds/`."""
        return self.rooms.get(room, ())

    def all(self, root: type[Held]) -> tuple[Held, ...]:
        """Return what the files of the kind with the model `root` hold, in reading order."""
        return self.held(room_of(root))

    def one(self, root: type[Held]) -> Held | None:
        """Return what the one file of a kind holds, or None when there is no such file."""
        return next(iter(self.all(root)), None)

    def find(self, ref: str) -> Placed:
        """Return what `kind:id` (or a bare id) points at. Raises KeyError; a checked catalogue never does."""
        return self.index[ref.rpartition(":")[2]]

    def placed(self, entry: Any) -> Placed:
        """Return the place of an entry."""
        return self.index[entry.id]

    @cached_property
    def backlinks(self) -> dict[str, tuple[Placed, ...]]:
        """For each id, the entries that point at it, in reading order, each once."""
        found: dict[str, dict[str, Placed]] = defaultdict(dict)
        for placed in self.index.values():
            for ref in placed.references:
                if not ref.startswith("side:"):
                    found[ref.rpartition(":")[2]][placed.id] = placed
        return {key: tuple(value.values()) for key, value in found.items()}

    @cached_property
    def former(self) -> dict[str, str]:
        """Each former id and the id that has taken its place."""
        return {old: p.id for p in self.index.values() for old in getattr(p.entry, "former_ids", ())}

    @cached_property
    def retired(self) -> dict[str, str]:
        """Each id that is out of use for good and the last title of its entry."""
        return {gone.id: gone.title for gone in self.site.retired}

    @cached_property
    def by_kind(self) -> dict[str, tuple[Placed, ...]]:
        """For each kind, its entries in reading order."""
        return _grouped((p.kind, p) for p in self.index.values())

    @cached_property
    def by_page(self) -> dict[str, tuple[Placed, ...]]:
        """For each page, the entries that stand on it, in reading order."""
        return _grouped((p.page, p) for p in self.index.values())

    @cached_property
    def by_source(self) -> dict[str, tuple[Placed, ...]]:
        """For each source, the pages that use it, in reading order."""
        return _grouped((source, p) for p in self.with_page() for source in sources(p.entry))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each theme, from 1."""
        return {theme.id: number for number, theme in enumerate(self.of_kind("tema"), 1)}

    @cached_property
    def ways(self) -> dict[str, frozenset[str]]:
        """For each situation, its own id and the ids of the entries it leads to."""
        return {
            p.id: frozenset((p.id, *(self.find(w.ref).id for w in p.entry.ways if not w.ref.startswith("side:"))))
            for p in self.of_kind("situation")
        }

    @cached_property
    def hyphenation(self) -> tuple[str, ...]:
        """The words that may be divided, with a hyphen at each joint."""
        words = self.one(Words)
        return words.hyphenation if words else ()

    def written_page(self, path: str) -> WrittenPage | None:
        """Return the hand-written page at a path of the site (`om.md`), or None."""
        return next((page for page in self.written if f"{page.id}.md" == path), None)

    def with_page(self) -> tuple[Placed, ...]:
        """Every entry that has a page of its own, in reading order."""
        return self._with_page

    @cached_property
    def _with_page(self) -> tuple[Placed, ...]:
        return tuple(p for p in self.index.values() if not p.anchor)

    def of_kind(self, kind: str) -> tuple[Placed, ...]:
        """Every entry of one kind, in reading order."""
        return self.by_kind.get(kind, ())

    def checklists(self) -> tuple[Placed, ...]:
        """Every page that has a checklist, in reading order."""
        return tuple(p for p in self.with_page() if getattr(p.entry, "checklist", None))


def _grouped(rows: Iterable[tuple[str, Placed]]) -> dict[str, tuple[Placed, ...]]:
    found: dict[str, list[Placed]] = defaultdict(list)
    for key, placed in rows:
        found[key].append(placed)
    return {key: tuple(placed) for key, placed in found.items()}


def sources(entry: BaseModel) -> list[str]:
    """Return the ids of the sources that an entry and all inside it name, each once, in order of first use."""
    return list(dict.fromkeys(e.source for _, e in walk(entry) if getattr(e, "source", None)))


def references(entry: Any) -> Iterator[str]:
    """Yield every reference that an entry itself makes: `se`, `veje`, and links in its texts."""
    yield from getattr(entry, "see", ())
    for way in getattr(entry, "ways", ()):
        yield way.ref
    for _, text in own_texts(entry):
        for _, target in inline.links(text):
            if not target.startswith(("https://", "mailto:")):
                yield target


def own_texts(entry: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield (path, text) of each text that belongs to the entry and not to an entry inside it."""
    for key, value in model.parts(entry):
        at = (*path, key)
        for i, item in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            here = at if i is None else (*at, i)
            if isinstance(item, str):
                yield here, item
            elif isinstance(item, BaseModel) and not hasattr(type(item), "kind"):
                yield from own_texts(item, here)


def walk(value: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield (path, entry) of every entry in `value` (itself first): each model that has a kind and an id."""
    if hasattr(type(value), "kind") and "id" in type(value).model_fields:
        yield path, value
    for key, child in model.parts(value):
        at = (*path, key)
        for i, item in enumerate(child) if isinstance(child, tuple) else [(None, child)]:
            if isinstance(item, BaseModel):
                yield from walk(item, at if i is None else (*at, i))


def ids(value: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield (path, id) of everything in `value` that has an id."""
    if "id" in type(value).model_fields:  # a phase may be called id, too
        yield (*path, "id"), getattr(value, "id")  # noqa: B009
    for key, child in model.parts(value):
        at = (*path, key)
        for i, item in enumerate(child) if isinstance(child, tuple) else [(None, child)]:
            if isinstance(item, BaseModel):
                yield from ids(item, at if i is None else (*at, i))


class _Loader:
    """Collects files, values and problems; `result` is a catalogue when there is nothing to mend."""

    def __init__(self, data: FilePath, docs: FilePath, before: Reads) -> None:
        self.data, self.docs = data, docs
        self.folder = name_of(data)
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        self.lines: dict[str, list[str]] = {}
        self.before, self.reads = before, Reads()
        self.phases: phases.Phases | None = model.PHASES
        self.loaded: dict[str, list[Read]] = defaultdict(list)
        self.index: dict[str, Placed] = {}
        self.failed: list[tuple[Kind, Document]] = []  # readable, but not what the model asks for
        self.pages: dict[str, str] = {}  # the id of the page that a file makes
        self.copies: set[str] = set()  # files that are a copy of another
        self.unread: set[str] = set()  # ids in files that could not be read: no second message for pointing at them
        made = {FilePath(kind.page).stem for kind in FILES if "{" not in kind.page}
        in_docs = {p.relative_to(docs).with_suffix("").as_posix() for p in docs.rglob("*.md")}
        self.own_pages = frozenset(OVERVIEWS) | in_docs | made  # a hand-written page may not take these names
        self.sides = frozenset(OVERVIEWS) | in_docs
        self.served = {served(page): "en side, kataloget selv laver," for page in (*OVERVIEWS.values(), FRONT)}

    def name(self, path: FilePath) -> str:
        return f"{self.folder}/{path.relative_to(self.data).as_posix()}"

    def refuse(self, document: Document, path: Path, message: str, remedy: str, code: str) -> None:
        mark = document.mark(path)
        self.problems.append(Problem(document.file, mark.line, mark.column, message, remedy, code))

    def load(self) -> None:
        taken: set[FilePath] = set()
        for kind in FILES:
            paths = files_of(kind, self.data)
            taken.update(paths)
            if kind.required and not paths:
                self.problems.append(
                    Problem(f"{self.folder}/{kind.pattern}", 1, 1, "Filen mangler.", "Opret filen.", "fil-mangler")
                )
            for path in paths:
                self.load_file(kind, path)
        self.strangers(taken)
        self.sides |= {read.value.id for read in self.loaded["sider/*.yml"]}
        if not (self.data / "ord.yml").is_file():
            self.sides -= {"ord"}  # the glossary's page is made only when there is one
        self.place()
        self.resolve()

    def strangers(self, taken: set[FilePath]) -> None:
        """Refuse every file that no row of FILES would read: it would be lost without a word."""
        for path in sorted(self.data.rglob("*")):
            if (
                path.is_file()
                and path not in taken
                and path.name not in {"README.md", self.logo()}
                and not path.name.startswith(".")
            ):
                message, remedy = self.stranger(path)
                self.problems.append(Problem(self.name(path), 1, 1, message, remedy, "fremmed-fil"))

    def logo(self) -> str | None:
        """Return the name of the logo's file, also when katalog.yml has other faults; no other picture may lie here."""
        found = next(
            (document.value for name, document in self.documents.items() if name.endswith("/katalog.yml")), None
        )
        return str(found.get("logo")) if isinstance(found, dict) else None

    def stranger(self, path: FilePath) -> tuple[str, str]:
        """Return what keeps a file from being read, and how to mend it."""
        stem = path.name.split(".")[0]
        ending = path.name[len(stem) :]
        if ending != ".yml" and re.fullmatch(r"(?i)\.(ya?ml|txt)(\.(ya?ml|txt))?|", ending):
            shown = f"ender på {ending}" if ending else "har ingen endelse"
            return f"Filen {shown} og bliver ikke læst.", f"Kald den {stem}.yml. Filer med indhold ender på .yml."
        if ending == ".yml":
            text = path.read_bytes().decode("utf-8", errors="replace")
            document, _ = source.read(self.name(path), text)
            kind = likely(document.value) if document else None
            if kind:
                where = kind.pattern.replace("*.yml", path.name)
                return (
                    "Filen bliver ikke læst, for den ligger i en forkert mappe.",
                    f"Flyt den til {self.folder}/{where}.",
                )
        return (
            "Filen bliver ikke læst: navn eller mappe passer ikke til en slags indhold.",
            f"Filer med indhold ender på .yml og ligger i {folders(self.folder)}. Flyt eller omdøb den.",
        )

    def load_file(self, kind: Kind, path: FilePath) -> None:
        name = self.name(path)
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            self.unread.update(WRITTEN_ID.findall(error.object.decode("utf-8", errors="replace")))
            line = error.object[: error.start].count(b"\n") + 1
            self.problems.append(
                Problem(
                    name,
                    line,
                    1,
                    "Et tegn i linjen er gemt i en gammel tegnkodning.",
                    "Gem filen som UTF-8, og skriv æ, ø og å igen i linjen.",
                    "tegnkodning",
                )
            )
            return
        self.lines[name] = text.split("\n")
        read = self.read(kind, name, text)
        self.problems += read.problems
        if read.problems:  # entries may be lost in what could not be read
            self.unread.update(WRITTEN_ID.findall(text))
        document = read.document
        if kind.model is Site:
            self.phases = phases.declared(document.value if document else None)
        if document is None:
            return
        if read.other:
            self.unread.update({path.stem, *WRITTEN_ID.findall(text)})
            where = read.other.pattern.replace("*.yml", path.name)
            told = "Filen ligger i en forkert mappe: felterne passer til en anden slags indhold."
            self.problems.append(Problem(name, 1, 1, told, f"Flyt den til {self.folder}/{where}.", "forkert-mappe"))
            return
        self.documents[name] = document
        if kind.is_folder and isinstance(document.value, dict):
            self.pages[name] = str(document.value.get("id", ""))
        if read.errors:
            known = self.phases or model.PHASES
            self.problems += refusals.problems(read.errors, document, kind.model, self.sources(), known)
            self.failed.append((kind, document))
            self.unread.update(WRITTEN_ID.findall(text) + [path.stem] * kind.is_folder)
            return
        value = read.value
        self.loaded[kind.pattern].append(read)
        for empty in read.empties:
            mark, said = document.mark(empty, key=True), refusal.empty(str(empty[-1]))
            self.problems.append(Problem(name, mark.line, mark.column, said.message, said.remedy, said.code))
        if kind.is_folder and value.id != path.stem:
            self.unread.add(path.stem)
            if path.with_name(f"{value.id}.yml").is_file():  # told of as a copy
                return
            self.refuse(
                document,
                ("id",),
                f"Id'et »{value.id}« og filnavnet »{path.name}« er ikke ens.",
                f"Kald filen {value.id}.yml, eller ret id'et, hvis det aldrig har været brugt.",
                "filnavn",
            )

    def read(self, kind: Kind, name: str, text: str) -> Read:
        """Return what a file's text says by itself, from the last load when it is the same text."""
        key = (kind.pattern, name, text, self.phases)
        self.reads[key] = self.before.get(key) or Read.of(kind, name, text, self.phases)
        return self.reads[key]

    def sources(self) -> dict[str, str]:
        """Return the ids and titles of the sources read so far."""
        read = self.one("kilder.yml")
        return {source.id: source.title for source in read.sources} if read else {}

    def ordered(self) -> Iterator[Read]:
        """Yield the loaded files in reading order: as katalog.yml says, then by name."""
        site = self.one("katalog.yml")
        wanted = [*(site.theme_order if site else ()), *(site.tool_order if site else ())]
        place = {name: wanted.index(name) for name in wanted}
        for kind in FILES:
            rows = self.loaded[kind.pattern]
            if kind.is_folder:
                rows = sorted(rows, key=lambda row: place.get(row.value.id, len(place)))
            yield from rows

    def one(self, pattern: str) -> Any:
        rows = self.loaded[pattern]
        return rows[0].value if rows else None

    def place(self) -> None:
        self.refuse_copies()
        for read in self.ordered():
            if read.found.file not in self.copies:
                for path, placed in read.placed.items():
                    self.take(read.found, (*path, "id"), placed)

    @cached_property
    def ages(self) -> twins.Ages:
        site = self.one("katalog.yml")
        return twins.Ages(self.data, self.lines, {*site.theme_order, *site.tool_order} if site else ())

    def refuse_copies(self) -> None:
        """Tell of each file that is a copy of another, once and not at every id in it."""
        for copy, file in self.ages.copies(self.pages):
            self.copies.add(copy)
            self.refuse(self.documents[copy], ("id",), *twins.COPY.of(self.pages[copy], file))

    def clash(self, name: str, there: tuple[Document, Path], here: tuple[Document, Path]) -> bool:
        """Refuse an id that stands in two places, where it is newer; return whether that is the first of the two."""
        one, other = (
            twins.Holder(document.file, document.mark(path, key=True).line, self.pages.get(document.file, ""))
            for document, path in (there, here)
        )
        old = self.ages.older(name, one, other)
        at, seen = (there, other) if old is other else (here, one)
        said = twins.TAKEN if old else twins.TWICE
        self.refuse(*at, *said.of(name, f"i {seen.file}, linje {seen.line}"))
        return at is there

    def take(self, document: Document, path: Path, placed: Placed) -> None:
        if other := self.index.get(placed.id):
            there = (self.documents[other.file], (*self.path_of(other), "id"))
            if self.clash(placed.id, there, (document, path)):
                self.index[placed.id] = placed
            return
        if not placed.anchor and (page := served(placed.page)) in self.served:
            told = f"Id'et »{placed.id}« giver siden en adresse, som {self.served[page]} har."
            self.refuse(document, path, told, "Giv det nye punkt et andet id, og kald filen det samme.", "sidenavn")
        elif not placed.anchor:
            self.served[page] = f"»{placed.id}«"
        self.index[placed.id] = placed

    def resolve(self) -> None:
        former: dict[str, Placed] = {}
        for placed in self.index.values():
            document = self.documents[placed.file]
            base = self.path_of(placed)
            for i, old in enumerate(getattr(placed.entry, "former_ids", ())):
                if old in self.index or old in former:
                    self.refuse(
                        document,
                        (*base, "tidligere_id", i),
                        f"Det tidligere id »{old}« er i brug igen.",
                        "Et id må aldrig genbruges til noget andet. Giv det nye punkt et andet id.",
                        "genbrugt-id",
                    )
                former[old] = placed
            if getattr(placed.entry, "source", None):
                self.check_ref(document, (*base, "kilde"), f"kilde:{placed.entry.source}", bare=True)
            for i, ref in enumerate(getattr(placed.entry, "see", ())):
                self.check_ref(document, (*base, "se", i), ref)
            for i, way in enumerate(getattr(placed.entry, "ways", ())):
                self.check_ref(document, (*base, "veje", i, "til"), way.ref)
        for read in (read for reads in self.loaded.values() for read in reads):
            self.check_texts(read.found, *read.texts)
            for i, group in enumerate(getattr(read.value, "groups", ())):
                if isinstance(group, QuestionGroup):
                    self.check_ref(read.found, ("grupper", i, "element"), group.element)
        for kind, document in self.failed:
            self.check_failed(kind, document)
        self.problems = [self.with_reference(problem) for problem in self.problems]
        self.check_site()
        self.check_ids()
        for read in self.loaded["ord.yml"]:
            self.check_synonyms(read.found, read.value)

    def path_of(self, placed: Placed) -> Path:
        """Return the path of an entry in its document (its id's key knows)."""
        return self.documents[placed.file].ids.get(placed.line, ())

    def check_ref(self, document: Document, path: Path, ref: str, *, bare: bool = False, quoted: str = "") -> None:
        """Refuse a reference that leads nowhere; `quoted` is what to point at inside a longer text."""

        def refuse(message: str, remedy: str) -> None:
            line, column = line_of(document, path, quoted) if quoted else astuple(document.mark(path))
            self.problems.append(Problem(document.file, line, column, message, remedy, "henvisning"))

        kind, _, name = ref.partition(":")
        shown = name if bare else ref
        if kind == "side":
            if name not in self.sides and name not in self.unread:
                refuse(
                    f"Siden »{name}« findes ikke.{did_you_mean(name, self.sides)}",
                    f"Ret navnet, eller opret siden i {self.folder}/sider/.",
                )
            return
        found = self.index.get(name)
        if name in self.unread:
            return
        if found and found.kind == kind:
            return
        if found and not bare:
            refuse(f"»{shown}« findes ikke, men »{found.ref}« gør.", f"Skriv »{found.ref}«.")
            return
        known = [p.id if bare else p.ref for p in self.index.values() if not bare or p.kind == kind]
        refuse(
            f"Der er intet med navnet »{shown}«.{did_you_mean(shown, known)}",
            "Ret henvisningen, så den svarer til et id, der findes.",
        )

    def check_failed(self, kind: Kind, document: Document) -> None:
        """Check what can be checked in a file that its model refused, so that all is told in one run."""
        seen: dict[str, tuple[Document, Path]] = {}
        texts: list[tuple[Path, str]] = []
        for path, text, models in raw_texts(document.value, shape.models_in(kind.model)):
            name = next((part for part in reversed(path) if isinstance(part, str)), "")
            if name == "id" and any(hasattr(cls, "kind") for cls in models):
                other = self.index.get(text)
                there = (self.documents[other.file], (*self.path_of(other), "id")) if other else seen.get(text)
                if there and document.file not in self.copies:
                    self.clash(text, there, (document, path))
                seen.setdefault(text, (document, path))
            elif name == "se" and re.fullmatch(model.REF_PATTERN, text) and isinstance(path[-1], int):
                self.check_ref(document, path, text)
            elif name == "kilde" and refusals.ID.fullmatch(text):
                self.check_ref(document, path, f"kilde:{text}", bare=True)
            texts.append((path, text))
        self.check_texts(document, *judged(document, texts))

    def with_reference(self, problem: Problem) -> Problem:
        """Return a problem of a bare id where a reference belongs with the reference it must have meant."""
        given = re.search("»(.+?)«", problem.message)
        written = given.group(1) if given and problem.code == "henvisning-form" else ""
        found = self.index.get(slug(written.rpartition(":")[2])) if written else None
        if not found:
            return problem
        line = self.lines[problem.file][problem.line - 1]
        fix = line.replace(written, found.ref, 1)
        return replace(problem, remedy=f"Skriv »{found.ref}«.", fix=fix)

    def check_texts(self, document: Document, problems: list[Problem], links: list[tuple[Path, str]]) -> None:
        """Take in what the rules for texts refused in a file, and check the references written in its texts."""
        self.problems += problems
        for path, target in links:
            self.check_ref(document, path, target, quoted=target)

    def check_ids(self) -> None:
        """Refuse an id that the page, the store or Windows uses itself; what only divides a page has one, too."""
        site = self.one("katalog.yml")
        phases = [phase.id for phase in site.phases] if site else []
        for read in (read for reads in self.loaded.values() for read in reads):
            if not isinstance(read.value, (Site, WrittenPage)):
                dividing = read.dividing
                self.check_dividing(read)
                known = {*self.index, *dividing.values()} if dividing else self.index
                for path, name in ids(read.value):
                    if said := reserved.refusal(name, known, phases):
                        self.refuse(read.found, path, said, reserved.REMEDY, "id-optaget")

    def check_dividing(self, read: Read) -> None:
        """Refuse an id of what only divides a page when something else on it has the id, or had it once."""
        lines = {placed.id: placed.line for placed in read.placed.values()}
        lines |= {old: p.line for p in read.placed.values() for old in getattr(p.entry, "former_ids", ())}
        for path, name in read.dividing.items():
            line = read.found.mark(path, key=True).line
            if lines.setdefault(name, line) != line:
                self.refuse(read.found, path, *twins.TWICE.of(name, f"på samme side, i linje {lines[name]}"))

    def check_site(self) -> None:
        rows = self.loaded["katalog.yml"]
        if not rows:
            return
        document, site = rows[0].found, rows[0].value
        for key, names, kind in (("temaer", site.theme_order, "tema"), ("værktøjer", site.tool_order, "værktøj")):
            for i, name in enumerate(names):
                self.check_ref(document, (key, i), f"{kind}:{name}", bare=True)
        self.check_retired(document, site)
        self.told(document, site_check.of_site(site, self.data, language.known()))
        for read in self.loaded["sider/*.yml"]:
            self.told(read.found, site_check.of_page(read.value, self.own_pages.__contains__))
        for i, group in enumerate(site.menu):
            for j, ref in enumerate(group.pages):
                here, kind = ("menu", i, "sider", j), ref.removesuffix(":*")
                if kind == ref:
                    self.check_ref(document, here, ref)
                    self.check_menu(document, here, ref)
                elif kind not in WITH_PAGE:
                    told = f"»{ref}« er ikke en slags med sider.{did_you_mean(kind, WITH_PAGE)}"
                    remedy = f"Skriv slagsen foran »:*«: {', '.join(WITH_PAGE)}."
                    self.refuse(document, here, told, remedy, "menu-slags")

    def check_menu(self, document: Document, path: Path, ref: str) -> None:
        """Refuse an entry in the menu that has no page of its own: the menu leads to pages."""
        placed = None if ref.startswith("side:") else self.index.get(ref.rpartition(":")[2])
        if placed and placed.anchor and placed.ref == ref:
            pages = [p.ref for p in self.index.values() if p.page == placed.page and not p.anchor]
            pages += [f"side:{name}" for name, page in OVERVIEWS.items() if page == placed.page]
            told = f"»{ref}« har ikke en side for sig, og menuen fører til sider."
            remedy = f"Skriv siden, det står på: {pages[0]}" if pages else "Slet linjen: det står på forsiden."
            self.refuse(document, path, told, remedy, "menu-slags")

    def told(self, document: Document, said: Iterable[site_check.Said]) -> None:
        """Take in what is wrong in a file."""
        for one in said:
            mark = document.mark(one.path)
            problem = Problem(document.file, mark.line, mark.column, one.message, one.remedy, one.code, one.fix)
            self.problems.append(problem)

    def check_retired(self, document: Document, site: Site) -> None:
        """Refuse a retired id that is in use, or that another entry carries on."""
        former = {old for p in self.index.values() for old in getattr(p.entry, "former_ids", ())}
        seen: set[str] = set()
        for i, gone in enumerate(site.retired):
            if gone.id in self.index or gone.id in former or gone.id in seen:
                where = self.index.get(gone.id)
                used = f"er i brug i {where.file}, linje {where.line}" if where else "er ført videre eller nævnt før"
                told = f"Id'et »{gone.id}« står som udgået, men {used}."
                remedy = "Slet det her, hvis punktet lever videre. Er det et nyt punkt, så giv det et andet id."
                self.refuse(document, ("udgåede", i, "id"), told, remedy, "udgået-i-brug")
            seen.add(gone.id)

    def check_synonyms(self, document: Document, words: Words) -> None:
        """Refuse an everyday word that is several, and a meaning whose words stand nowhere else in the catalogue."""
        known = Vocabulary(word for reads in self.loaded.values() for read in reads for word in read.words)
        unread = self.failed or self.unread  # what stands there may be what is meant
        seen: set[str] = set()
        for i, row in enumerate(words.synonyms):
            for j, word in enumerate(row.words):
                here = ("synonymer", i, "ord", j)
                if " " in word:
                    told = f"»{word}« er flere ord, og søgningen slår ét ord op ad gangen."
                    remedy = "Skriv det ord, der siger mest, eller skriv vendingen som søgeord ved et punkt."
                    self.refuse(document, here, told, remedy, "synonym-flere-ord")
                elif word.casefold() in seen:
                    remedy = "Slet det ene, og saml det, ordet betyder, ved det andet."
                    self.refuse(document, here, f"Ordet »{word}« står to gange.", remedy, "synonym-to-gange")
                seen.add(word.casefold())
            for j, meaning in enumerate(row.means):
                here = ("synonymer", i, "betyder", j)
                if re.fullmatch(model.REF_PATTERN, meaning):
                    self.check_ref(document, here, meaning)
                    continue
                for word in [] if unread else re.findall(r"\w{3,}", meaning.casefold()):
                    if not known.holds(word):
                        told = f"»{meaning}« fører ingen steder hen: »{word}« står ikke i kataloget."
                        remedy = "Skriv et ord fra en titel eller et søgeord, eller slags:id på det, der skal findes."
                        self.refuse(document, here, told + did_you_mean(word, known.words), remedy, "synonym-ukendt")
                        break

    def result(self) -> Catalogue | None:
        if self.problems:
            return None

        return Catalogue(
            site=self.one("katalog.yml"),
            written=tuple(read.value for read in self.loaded["sider/*.yml"]),
            rooms=self.rooms(),
            index=self.index,
            sides=self.sides,
        )

    def rooms(self) -> dict[str, tuple[Any, ...]]:
        """Return what the files of each kind hold, by its room."""
        found: dict[str, list[Any]] = defaultdict(list)
        for read in self.ordered():
            if read.kind.room:
                found[read.kind.room].append(read.value)
        return {room: tuple(values) for room, values in found.items()}


@dataclass(frozen=True)
class Read:
    """What one file's text says by itself: what was read, whether it is as its model asks, its texts, its words."""

    kind: Kind
    document: Document | None
    problems: tuple[Problem, ...] = ()
    other: Kind | None = None  # the kind whose fields these are, when it is not this one
    value: Any = None
    errors: tuple[ErrorDetails, ...] = ()

    @classmethod
    def of(cls, kind: Kind, name: str, text: str, known: phases.Phases | None) -> Read:
        """Return what the text of the file `name` says. Never raises on bad input.

        `known` are the catalogue's phases; None when they could not be read, and then none is told of as wrong.
        """
        spelt = known or model.PHASES
        document, problems = source.read(name, text, shape.fields_of(kind.model, spelt))
        if document is None:
            return cls(kind, None, tuple(problems))
        document = habits.understood(document, kind.model, spelt)
        other = likely(document.value)
        if other and other != kind and not fits(document.value, kind):
            return cls(kind, document, tuple(problems), other)
        models = shape.models_in(kind.model)
        wrong = tuple(phases.errors(document.value, models, known)) if known else ()
        ordered = phases.in_order(document.value, models, known) if known else document.value
        try:
            value = TypeAdapter(kind.model).validate_python(ordered)
        except ValidationError as error:
            return cls(kind, document, tuple(problems), errors=(*error.errors(), *wrong))
        return cls(kind, document, tuple(problems), value=None if wrong else value, errors=wrong)

    @property
    def found(self) -> Document:
        """The document of a file that could be read."""
        assert self.document
        return self.document

    @cached_property
    def placed(self) -> dict[Path, Placed]:
        """Every entry of the file with its place, by its path."""
        found: dict[Path, Placed] = {}
        page = self.kind.page.format(id=getattr(self.value, "id", ""))
        for path, entry in walk(self.value):
            found[path] = Placed(
                entry,
                entry.kind,
                entry.id,
                page,
                "" if isinstance(entry, model.Page) else entry.id,
                self.found.file,
                self.found.mark((*path, "id"), key=True).line,
                next((found[path[:i]] for i in range(len(path) - 1, -1, -1) if path[:i] in found), None),
                next((str(part) for above, part in pairwise(path) if above in CHECKLISTS), ""),
            )
        return found

    @cached_property
    def dividing(self) -> dict[Path, str]:
        """Each id, by its path, of what is no entry and only divides the page: a group, a pole."""
        return {path: name for path, name in ids(self.value) if path[:-1] not in self.placed}

    @cached_property
    def empties(self) -> tuple[Path, ...]:
        """The path of each field that is written without a value."""
        return tuple(empties(self.found.value))

    @cached_property
    def texts(self) -> tuple[list[Problem], list[tuple[Path, str]]]:
        """What the rules for texts refuse in the file, and the references written in its texts."""
        return judged(self.found, all_texts(self.value))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the file's texts, those left out that only say what words mean or how they are divided."""
        texts = (text for path, text in all_texts(self.value) if path[0] not in {"synonymer", "orddeling"})
        return frozenset(word for text in texts for word in re.findall(r"\w{3,}", text.casefold()))


Reads = dict[tuple[str, str, str, phases.Phases | None], Read]  # by kind, name, text and phases


def judged(document: Document, texts: Iterable[tuple[Path, str]]) -> tuple[list[Problem], list[tuple[Path, str]]]:
    """Return what the rules for texts refuse in the texts of a file, and (path, reference) of each written in them."""
    problems: list[Problem] = []
    references: list[tuple[Path, str]] = []
    for path, text in texts:
        for rule in TEXT_RULES:
            if path and path[-1] in {"link", "kontakt", "adresse"}:
                continue
            if match := rule.pattern.search(text):
                line, column = line_of(document, path, match.group())
                told = rule.message.format(match.group().strip())
                problems.append(Problem(document.file, line, column, told, rule.remedy, rule.code, secret=rule.secret))
        for label, target in inline.links(text):
            if not inline.HREF.match(target):
                line, column = line_of(document, path, target or label)
                told = f"Linket »{label}« fører ikke til en adresse, der kan bruges."
                remedy = "Skriv https://…, mailto:… eller et punkt som slags:id i den runde parentes."
                problems.append(Problem(document.file, line, column, told, remedy, "link"))
            elif not target.startswith(("https://", "mailto:")):
                references.append((path, target))
            if not label.strip():
                line, column = line_of(document, path, f"[{label}]")
                told, remedy = (
                    "Linket har ingen tekst, så ingen kan se det.",
                    "Skriv, hvad linket fører til, mellem [ og ].",
                )
                problems.append(Problem(document.file, line, column, told, remedy, "link"))
    return problems, references


def line_of(document: Document, path: Path, text: str) -> tuple[int, int]:
    """Return line and column (from 1) of a text inside the value at `path`."""
    mark = document.mark(path)
    first = text.split("\n")[0][:40]
    for number, line in enumerate(document.lines()[mark.line - 1 :], mark.line):
        if first in line:
            return number, line.index(first) + 1
    return mark.line, mark.column


@dataclass(frozen=True)
class TextRule:
    """What no text in the data may hold; `{}` in the message is what was found."""

    code: str
    pattern: re.Pattern[str]
    message: str
    remedy: str
    secret: bool = False


TEXT_RULES: tuple[TextRule, ...] = (
    TextRule(
        "html",
        re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});"),
        "Teksten indeholder HTML: »{}«.",
        "Slet koden. Fed skrift skrives **sådan**, kursiv *sådan*, og tegn skrives, som de er.",
    ),
    TextRule(
        "jinja",
        re.compile(r"\{\{|\}\}|\{%|%\}|\{#"),
        "Teksten indeholder skabelonkode: »{}«.",
        "Slet de krøllede parenteser. Data er kun tekst.",
    ),
    TextRule(
        "link-med-mellemrum",
        re.compile(r"\]\s+\((?:https?://|mailto:|[a-zæøå]+:[a-z0-9-]+\))"),
        "Der er mellemrum mellem linkets tekst og adresse, så det ikke bliver et link.",
        "Slet mellemrummet mellem ] og (.",
    ),
    TextRule(
        "ødelagte-bogstaver",
        re.compile("Ã[\\u00a0-\\u00bf\\u02dc\\u2020\\u2026]|â€[\\u0080-\\uffff]|\\ufffd"),
        "Et bogstav er gået i stykker, da teksten blev kopieret: »{}«.",
        "Skriv ordet igen med rigtige æ, ø og å.",
    ),
    TextRule(
        "cpr",
        re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)"),
        "Teksten indeholder noget, der ligner et CPR-nummer.",
        "Slet det, og sig det til den, der har ansvar for persondata: nummeret står allerede i forslagets historik.",
        secret=True,
    ),
    TextRule(
        "mailadresse",
        re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+"),
        "Teksten indeholder en mailadresse.",
        "Slet den. Kataloget har ingen private kontaktoplysninger; brug et link til en side i stedet.",
        secret=True,
    ),
    TextRule(
        "telefonnummer",
        re.compile(
            r"(?<![\d.,])(?:\+45 ?)?\d{2} \d{2} \d{2} \d{2}(?![\d.,]\d)|\+45 ?\d{8}|(?i:tlf\.?:? ?)\d{4} ?\d{4}"
        ),
        "Teksten indeholder et telefonnummer.",
        "Slet det. Kataloget har ingen private kontaktoplysninger; brug et link til en side i stedet.",
        secret=True,
    ),
)


class Vocabulary:
    """The words of a catalogue, in order both ways, so that a word is looked up and not sought through them all."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.forward = sorted(self.words)
        self.backward = sorted(word[::-1] for word in self.words)

    def holds(self, word: str) -> bool:
        """Whether a word, an inflection of it (or it of one), or a compound with it at an end, is among them."""
        stems = (word[:length] for length in range(max(4, len(word) - 3), len(word)))
        return (
            _any_begins(self.forward, word)
            or (len(word) >= 5 and _any_begins(self.backward, word[::-1]))
            or any(stem in self.words for stem in stems)
        )


def _any_begins(words: list[str], beginning: str) -> bool:
    at = bisect.bisect_left(words, beginning)
    return at < len(words) and words[at].startswith(beginning)


def empties(value: Value, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each field that is written without a value."""
    if isinstance(value, dict):
        for key, child in value.items():
            if child is None:
                yield (*path, key)
            else:
                yield from empties(child, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from empties(item, (*path, i))


def raw_texts(value: Value, models: shape.Models, path: Path = ()) -> Iterator[tuple[Path, str, shape.Models]]:
    """Yield (path, text, what it stands in) of every text of a file as it was read."""
    if isinstance(value, str):
        yield path, value, models
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from raw_texts(item, models, (*path, i))
    elif isinstance(value, dict):
        for key, child in value.items():
            here = shape.narrowed(models, value)
            below = shape.below(here, key)
            yield from raw_texts(child, below or here, (*path, key))


def all_texts(value: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield (path, text) of every text in a file."""
    for key, child in model.parts(value):
        at = (*path, key)
        for i, item in enumerate(child) if isinstance(child, tuple) else [(None, child)]:
            here = at if i is None else (*at, i)
            if isinstance(item, str):
                yield here, item
            elif isinstance(item, BaseModel):
                yield from all_texts(item, here)


@dataclass(frozen=True)
class Loaded:
    """The outcome of a load: a catalogue, or the problems that stand in its way (and the lines to quote)."""

    catalogue: Catalogue | None
    problems: list[Problem]
    lines: dict[str, list[str]]
    reads: Reads = field(default_factory=dict)


def load(data: FilePath, docs: FilePath, before: Reads | None = None) -> Loaded:
    """Load a data folder. Never raises on bad data: every problem is in the result, in order, each once.

    `before` is what an earlier load read: a file whose text is the same is not read again.
    """
    loader = _Loader(data, docs, before or {})
    loader.load()
    return Loaded(loader.result(), in_order(loader.problems), loader.lines, loader.reads)


_cache: dict[FilePath, tuple[tuple[tuple[str, int, int], ...], Loaded]] = {}


def load_cached(data: FilePath, docs: FilePath) -> Loaded:
    """Load a data folder, again only when a file has changed (a page build asks many times)."""
    state = tuple(
        (str(p), p.stat().st_mtime_ns, p.stat().st_size)
        for folder, pattern in ((data, "*"), (docs, "*.md"))
        for p in sorted(folder.rglob(pattern))
        if p.is_file()
    )
    if data not in _cache or _cache[data][0] != state:
        _cache[data] = (state, load(data, docs, _cache[data][1].reads if data in _cache else None))
    return _cache[data][1]
