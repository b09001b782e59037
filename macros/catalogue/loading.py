"""All of `data/` as one frozen catalogue: reads the files, asks each check, and collects ALL problems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from macros import kept, language, model
from macros.catalogue import astray, earlier, ids, missed, phases, references, site_check, synonyms
from macros.catalogue.files import FILES, files_of, folders, likely
from macros.catalogue.gathered import Gathered
from macros.catalogue.held import Catalogue
from macros.catalogue.reading import Read, Reads
from macros.folders import is_leftover, shown
from macros.kind import Kind
from macros.read import encodings
from macros.read.document import Document
from macros.read.problems import Problem, Said, in_order
from macros.site import Site
from macros.understand import refusal

WRITTEN_ID = re.compile(r"^[ \-]*[\"']?id[\"']?:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
WRONG_FOLDER = Said(
    "Filen ligger i en forkert mappe: felterne passer til en anden slags indhold.",
    "Flyt den til {}/{}.",
    "forkert-mappe",
)
PICTURES = {".svg", ".png"}
NO_LOGO = "Billedet bliver ikke brugt: katalog.yml nævner det ikke."
NOT_READ = "Filen bliver ikke læst, for den ligger i en forkert mappe."
OTHER_NAME = Said(
    "Id'et »{0}« og filnavnet »{1}« er ikke ens.",
    "Kald filen {0}.yml, eller ret id'et, hvis det aldrig har været brugt.",
    "filnavn",
)


class _Loader:
    """Reads the files of a data folder into what is `found`; `before` is what an earlier load read, `table` a run."""

    def __init__(self, data: FilePath, docs: FilePath, before: Reads, table: kept.Table, *, light: bool) -> None:
        self.found = Gathered(data, docs)
        self.before, self.reads, self.table, self.light = before, Reads(), table, light

    def load(self) -> None:
        """Read every file, then check what only all of them together can tell."""
        found = self.found
        if problem := astray.problem(found.data, found.folder):
            found.problems.append(problem)
            return
        taken: set[FilePath] = set()
        for kind in FILES:
            paths = files_of(kind, found.data)
            taken.update(paths)
            if kind.required and not paths:
                said = Said("Filen mangler.", "Opret filen.", "fil-mangler")
                found.problems.append(Problem(f"{found.folder}/{kind.pattern}", 1, 1, *said))
            for path in paths:
                self.load_file(kind, path)
        self.strangers(taken)
        found.sides |= {read.value.id for read in found.loaded["sider/*.yml"]}
        if not (found.data / "ord.yml").is_file():
            found.sides -= {"ord"}  # the glossary's page is made only when there is one
        ids.place(found)
        references.check(found)
        self.check_site()
        ids.check(found)
        synonyms.check(found)
        missed.tell(found)

    def name(self, path: FilePath) -> str:
        return f"{self.found.folder}/{path.relative_to(self.found.data).as_posix()}"

    def check_site(self) -> None:
        """Check what is the owner's: katalog.yml and the hand-written pages."""
        found = self.found
        for read in found.loaded["katalog.yml"]:
            found.told(read.found, site_check.of_site(read.value, found.data, language.known()))
            for page in found.loaded["sider/*.yml"]:
                found.told(page.found, site_check.of_page(page.value, found.own_pages.__contains__))

    def strangers(self, taken: set[FilePath]) -> None:
        """Refuse every file that no row of FILES would read: it would be lost without a word."""
        for path in sorted(self.found.data.rglob("*")):
            if (
                path.is_file()
                and path not in taken
                and path.name not in {"README.md", self.logo()}
                and not is_leftover(path.name)
                and not (self.unnamed_logo() and path.suffix in PICTURES)
            ):
                message, remedy = self.stranger(path)
                self.found.problems.append(Problem(self.name(path), 1, 1, message, remedy, "fremmed-fil"))

    def logo(self) -> str | None:
        """Return the name of the logo's file, also when katalog.yml has other faults; no other picture may lie here."""
        found = next(
            (document.value for name, document in self.found.documents.items() if name.endswith("/katalog.yml")), None
        )
        return str(found.get("logo")) if isinstance(found, dict) else None

    def unnamed_logo(self) -> bool:
        """Whether katalog.yml could not be read, so that nobody knows what the logo's file is called."""
        document = self.found.documents.get(f"{self.found.folder}/katalog.yml")
        return document is None or not isinstance(document.value, dict)

    def stranger(self, path: FilePath) -> tuple[str, str]:
        """Return what keeps a file from being read, and how to mend it."""
        folder, stem = shown(self.found.folder), path.name.split(".")[0]
        ending = path.name[len(stem) :]
        if ending != ".yml" and re.fullmatch(r"(?i)\.(ya?ml|txt)(\.(ya?ml|txt))?|", ending):
            ends = f"ender på {ending}" if ending else "har ingen endelse"
            remedy = f"Kald den {stem}.yml. Filer med indhold ender på .yml."
            if ending.casefold() == ".txt":
                remedy = f"Læg den uden for {folder}/. Er det indhold, så kald den {stem}.yml."
            return f"Filen {ends} og bliver ikke læst.", remedy
        if path.suffix in PICTURES and path.parent == self.found.data:
            return NO_LOGO, f"Skriv »logo: {path.name}« i katalog.yml, hvis det er jeres logo, eller slet filen."
        if ending == ".yml":
            from macros.read import source

            document, _ = source.read(self.name(path), path.read_bytes().decode("utf-8", errors="replace"))
            if document and (kind := likely(document.value)):
                return NOT_READ, f"Flyt den til {folder}/{kind.pattern.replace('*.yml', path.name)}."
        return (
            "Filen bliver ikke læst: navn eller mappe passer ikke til en slags indhold.",
            f"Filer med indhold ender på .yml og ligger i {folders(folder)}. Flyt eller omdøb den.",
        )

    def load_file(self, kind: Kind, path: FilePath) -> None:
        """Take in a file, or what keeps it from being read."""
        found, name = self.found, self.name(path)
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            refused = encodings.refused(error.object)
            found.blind = True
            found.unread.update([*WRITTEN_ID.findall(refused.text), path.stem])
            line = error.object[: error.start].count(b"\n") + 1
            found.problems.append(Problem(name, line, 1, *refused.said))
            return
        found.lines.texts[name] = text
        read = self.read(kind, name, text)
        found.problems += read.problems
        if read.problems:  # entries may be lost in what could not be read
            found.unread.update(WRITTEN_ID.findall(text))
            found.faulty.add(name)
        if kind.model is Site:
            found.phases = phases.declared(read.document.value if read.document else None)
        if read.document is not None:
            self.take(read, read.document, path, text)
        else:
            found.blind = True
            found.unread.update([path.stem] * kind.is_folder)

    def take(self, read: Read, document: Document, path: FilePath, text: str) -> None:
        """Take in a file that could be read."""
        found, kind, name = self.found, read.kind, document.file
        if read.other:
            found.unread.update({path.stem, *WRITTEN_ID.findall(text)})
            where = read.other.pattern.replace("*.yml", path.name)
            found.problems.append(Problem(name, 1, 1, *WRONG_FOLDER.of(shown(found.folder), where)))
            return
        found.documents[name] = document
        found.blind |= not isinstance(document.value, dict)  # its text holds no fields, or none that can be told
        if kind.is_folder and isinstance(document.value, dict):
            found.pages[name] = str(document.value.get("id", ""))
        if read.errors:
            from macros.understand import refusals  # here, as in `reading`: most runs have nothing to refuse

            known = found.phases or model.PHASES
            told = refusals.problems(read.errors, document, kind.model, self.sources(), known)
            found.problems += [p for p in told if p.line not in read.hidden or p.code != refusal.EMPTY]
            found.failed.append((kind, document))
            found.faulty.add(name)
            found.unread.update(WRITTEN_ID.findall(text) + [path.stem] * kind.is_folder)
            return
        found.loaded[kind.pattern].append(read)
        for empty in read.empties:
            mark, said = document.mark(empty, key=True), refusal.empty(str(empty[-1]))
            if mark.line not in read.hidden:
                found.problems.append(Problem(name, mark.line, mark.column, said.message, said.remedy, said.code))
        if kind.is_folder and read.value.id != path.stem:
            found.unread.add(path.stem)
            if not path.with_name(f"{read.value.id}.yml").is_file():  # else it is told of as a copy
                found.refuse(document, ("id",), *OTHER_NAME.of(read.value.id, path.name))

    def read(self, kind: Kind, name: str, text: str) -> Read:
        """Return what a file's text says by itself, from the last load when it is the same text."""
        key = (kind.pattern, name, text, self.found.phases)
        asked = earlier.FileText(kind, name, text, self.found.phases)
        self.reads[key] = self.before.get(key) or earlier.read(self.table, asked, light=self.light)
        return self.reads[key]

    def sources(self) -> dict[str, str]:
        """Return the ids and titles of the sources read so far."""
        read = self.found.one("kilder.yml")
        return {one.id: one.title for one in read.sources} if read else {}

    def result(self) -> Catalogue | None:
        """Return the catalogue, or None when there is something to mend."""
        found, site = self.found, self.found.site
        if found.problems or site is None:
            return None
        written = tuple(read.value for read in found.loaded["sider/*.yml"])
        return Catalogue(site=site, written=written, rooms=found.rooms(), index=found.index, sides=found.sides)


@dataclass(frozen=True)
class Loaded:
    """The outcome of a load: a catalogue, or the problems that stand in its way (and the lines to quote)."""

    catalogue: Catalogue | None
    problems: list[Problem]
    lines: Mapping[str, list[str]]
    reads: Reads = field(default_factory=dict)


def load(
    data: FilePath, docs: FilePath, before: Reads | None = None, root: FilePath | None = None, *, light: bool = False
) -> Loaded:
    """Load a data folder. Never raises on bad data: every problem is in the result, in order, each once.

    `before` is what an earlier load read: a file whose text is the same is not read again. What is read is kept for the
    next run in the repository at `root`, when there is nothing before it. A `light` one keeps no places of values in
    memory, and reads a file again when it must tell of one.
    """
    loader = _Loader(data, docs, before or {}, kept.Table(None if before else root, "read"), light=light)
    loader.load()
    loader.table.save()
    return Loaded(loader.result(), in_order(loader.found.problems), loader.found.lines, loader.reads)


_cache: dict[FilePath, tuple[tuple[tuple[str, int, int], ...], Loaded]] = {}


def load_cached(data: FilePath, docs: FilePath, root: FilePath | None = None) -> Loaded:
    """Load a data folder as `load` does, again only when a file has changed (a page build asks many times)."""
    state = tuple(
        (str(p), p.stat().st_mtime_ns, p.stat().st_size)
        for folder, pattern in ((data, "*"), (docs, "*.md"))
        for p in sorted(folder.rglob(pattern))
        if p.is_file()
    )
    if data not in _cache or _cache[data][0] != state:
        _cache[data] = (state, load(data, docs, _cache[data][1].reads if data in _cache else None, root))
    return _cache[data][1]
