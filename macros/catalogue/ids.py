"""Whether each id means one thing, on the site, on its page, in what readers keep, and for good."""

from __future__ import annotations

from macros.catalogue import reserved, twins
from macros.catalogue.files import served
from macros.catalogue.gathered import Gathered
from macros.catalogue.held import Placed
from macros.catalogue.reading import Read
from macros.folders import shown
from macros.read.document import Document, Path
from macros.site import Site, WrittenPage


def place(found: Gathered) -> None:
    """Give every entry its place in the index, in reading order; refuse an id or an address that is taken."""
    for copy, file in found.ages.copies(found.pages):  # told of once, and not at every id in it
        found.copies.add(copy)
        found.refuse(found.documents[copy], ("id",), *twins.COPY.of(found.pages[copy], file))
    for read in found.ordered():
        if read.found.file not in found.copies:
            for path, placed in read.placed.items():
                _take(found, read.found, (*path, "id"), placed)


def _take(found: Gathered, document: Document, path: Path, placed: Placed) -> None:
    if other := found.index.get(placed.id):
        if clash(found, placed.id, place_of(found, other), (document, path)):
            found.index[placed.id] = placed
        return
    if not placed.anchor and (page := served(placed.page)) in found.served:
        told = f"Id'et »{placed.id}« giver siden en adresse, som {found.served[page]} har."
        found.refuse(document, path, told, "Giv det nye punkt et andet id, og kald filen det samme.", "sidenavn")
    elif not placed.anchor:
        found.served[page] = f"»{placed.id}«"
    found.index[placed.id] = placed


def place_of(found: Gathered, placed: Placed) -> tuple[Document, Path]:
    """Return the document of an entry and the path of its id there."""
    document = found.documents[placed.file]
    return document, (*document.ids.get(placed.line, ()), "id")


def clash(found: Gathered, name: str, there: tuple[Document, Path], here: tuple[Document, Path]) -> bool:
    """Refuse an id that stands in two places, where it is newer; return whether that is the first of the two."""
    one, other = (
        twins.Holder(document.file, document.mark(path, key=True).line, found.pages.get(document.file, ""))
        for document, path in (there, here)
    )
    old = found.ages.older(name, one, other)
    at, seen = (there, other) if old is other else (here, one)
    said = twins.TAKEN if old else twins.TWICE
    found.refuse(*at, *said.of(name, f"i {shown(seen.file)}, linje {seen.line}"))
    return at is there


def check(found: Gathered) -> None:
    """Refuse an id that is used again, or that the page, the store or Windows uses itself."""
    _check_former(found)
    for read in found.every():
        if not isinstance(read.value, (Site, WrittenPage)):
            _check_dividing(found, read)
            _check_reserved(found, read)
    for read in found.loaded["katalog.yml"]:
        _check_retired(found, read.found, read.value)


def _check_former(found: Gathered) -> None:
    """Refuse a former id that is in use again."""
    former: dict[str, Placed] = {}
    for read in found.ordered():
        for path, placed in read.placed.items():
            if found.index.get(placed.id) is not placed:  # an id that is taken is told of by itself
                continue
            for i, old in enumerate(getattr(placed.entry, "former_ids", ())):
                if old == placed.id:
                    told = f"Punktet hedder »{old}« nu, så det er ikke et tidligere id."
                    found.refuse(read.found, (*path, "tidligere_id", i), told, "Slet det her.", "genbrugt-id")
                elif old in found.index or former.get(old, placed) is not placed:
                    told = f"Det tidligere id »{old}« er i brug igen."
                    remedy = "Et id må aldrig genbruges til noget andet. Giv det nye punkt et andet id."
                    found.refuse(read.found, (*path, "tidligere_id", i), told, remedy, "genbrugt-id")
                former[old] = placed


def _check_reserved(found: Gathered, read: Read) -> None:
    """Refuse an id that is somebody else's; what only divides a page has one, too."""
    phases = tuple(phase.id for phase in found.site.phases) if found.site else ()
    known = {*found.index, *read.dividing.values()} if read.dividing else found.index
    for path, name in read.ids.items():
        if said := reserved.refusal(name, known, phases):
            found.refuse(read.found, path, said, reserved.REMEDY, "id-optaget")


def _check_dividing(found: Gathered, read: Read) -> None:
    """Refuse an id of what only divides a page when something else on it has the id, or had it once."""
    lines = {placed.id: placed.line for placed in read.placed.values()}
    lines |= {old: p.line for p in read.placed.values() for old in getattr(p.entry, "former_ids", ())}
    for path, name in read.dividing.items():
        line = read.lines[path]
        if lines.setdefault(name, line) != line:
            found.refuse(read.found, path, *twins.TWICE.of(name, f"på samme side, i linje {lines[name]}"))


def _check_retired(found: Gathered, document: Document, site: Site) -> None:
    """Refuse a retired id that is in use, or that another entry carries on."""
    former = {old for p in found.index.values() for old in getattr(p.entry, "former_ids", ())}
    seen: set[str] = set()
    for i, gone in enumerate(site.retired):
        if gone.id in found.index or gone.id in former or gone.id in seen:
            where = found.index.get(gone.id)
            used = f"er i brug i {shown(where.file)}, linje {where.line}" if where else "er ført videre eller nævnt før"
            told = f"Id'et »{gone.id}« står som udgået, men {used}."
            remedy = "Slet det her, hvis punktet lever videre. Er det et nyt punkt, så giv det et andet id."
            found.refuse(document, ("udgåede", i, "id"), told, remedy, "udgået-i-brug")
        seen.add(gone.id)
