"""Whether each reference leads somewhere: in fields, in links of texts, in the menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros import folders, model, shape
from macros.catalogue.files import OVERVIEWS, WITH_PAGE
from macros.catalogue.gathered import Gathered, Missed
from macros.catalogue.ids import clash, place_of
from macros.catalogue.texts import judged, line_of
from macros.catalogue.walking import Pointer, Text, points, raw_texts
from macros.kind import Kind
from macros.read.document import Document, Path
from macros.read.problems import Problem
from macros.read.spelling import did_you_mean, slug
from macros.understand.refusal import outside

NEW_ID = " Har punktet fået et nyt id, så skriv det gamle under »tidligere_id« ved det."

# How `understand/filling.py` writes the name of something.
SOMETHING = re.compile(r"\b(?:id-paa-(?P<bare>\w+)|(?P<kind>\w+):id\b)")


def check(found: Gathered) -> None:
    """Refuse every reference that leads nowhere, and what no text may hold."""
    for read in found.every():
        for point in read.gist.points:
            _check_point(found, read.found, point)
        _check_texts(found, read.found, read.refused, read.gist.links)
    for kind, document in found.failed:
        _check_failed(found, kind, document)
    found.problems = [_with_name(found, _with_reference(found, problem)) for problem in found.problems]
    first: dict[str, Path] = {}
    for document, path, ref in _menu(found):
        _check_menu(found, document, path, ref)
        there = first.setdefault(ref, path)
        if there[:2] != path[:2]:  # twice in one list is told of by itself
            told = f"»{ref}« står allerede i menuen, i linje {document.mark(there).line}."
            found.refuse(document, path, told, "Slet den ene: menuen fører til hver side ét sted.", "gentaget")


def _check_point(found: Gathered, document: Document, point: Pointer) -> None:
    """Check what a field that names something else points at."""
    if said := _wrong(found, point.ref, bare=point.bare):
        found.missed.append(_missed(document.file, document.mark(point.path), point.ref, said))


def check_ref(found: Gathered, document: Document, path: Path, ref: str, quoted: str = "") -> None:
    """Take in a reference that leads nowhere; `quoted` is what to point at inside a longer text."""
    if said := _wrong(found, ref, bare=False):
        place = line_of(document, path, quoted) if quoted else document.mark(path)
        found.missed.append(_missed(document.file, place, ref, said))


def _missed(file: str, place: tuple[int, int], ref: str, said: tuple[str, ...]) -> Missed:
    return Missed(file, *place, ref.partition(":")[2] or ref, *said)


def _wrong(found: Gathered, ref: str, *, bare: bool) -> tuple[str, ...] | None:
    """Return what is wrong with a reference and how to mend it, or None; `bare`: an id was written alone."""
    kind, _, name = ref.partition(":")
    there, shown = found.index.get(name), name if bare else ref
    unread = name in found.unread or (found.blind and not there)  # it may stand in what could not be read
    if unread or (there and there.kind == kind) or (kind == "side" and name in found.sides):
        return None
    if name != name.strip() and not _wrong(found, tight := f"{kind}:{name.strip()}", bare=bare):
        return f"Der er mellemrum efter kolonet i »{shown}«.", f"Skriv »{tight}«."
    if kind == "side":
        told = f"Siden »{name}« findes ikke.{did_you_mean(name, found.sides)}"
        return told, f"Ret navnet, eller opret siden i {folders.shown(found.folder)}/sider/."
    if there and not bare:
        return f"»{shown}« findes ikke, men »{there.ref}« gør.", f"Skriv »{there.ref}«."
    return _once(found, kind, name, bare=bare) or _formless(found, ref) or _never(found, kind, shown, bare=bare)


def _formless(found: Gathered, ref: str) -> tuple[str, str] | None:
    """Return what is said of a reference that names no kind, and how to mend it, or None when it names one."""
    kind, colon, name = ref.partition(":")
    if kind in shape.kinds():
        return None
    if said := outside(ref):
        return said
    known = {p.id: p.ref for p in found.index.values()} | {side: f"side:{side}" for side in found.sides}
    meant = known.get(kind) if not colon else known.get(name.strip())
    if not colon:
        told = f"»{ref}« siger ikke, hvilken slags det er.{did_you_mean(ref, known) if not meant else ''}"
        return told, f"Skriv »{meant}«." if meant else "Skriv slags:id, fx tema:et-id, eller side:navn."
    told = f"Der er ingen slags, der hedder »{kind}«.{did_you_mean(kind, shape.kinds())}"
    return told, f"Skriv »{meant}«." if meant else "Skriv slags:id, fx tema:et-id, eller side:navn."


def _never(found: Gathered, kind: str, shown: str, *, bare: bool) -> tuple[str, str, str]:
    """Return what is said of a name that nothing has or had, and how to mend it."""
    known = [p.id if bare else p.ref for p in found.index.values() if not bare or p.kind == kind]
    told = f"Der er intet med navnet »{shown}«.{did_you_mean(shown, known)}"
    other = f"tilføj kilden i {folders.shown(found.folder)}/kilder.yml" if kind == "kilde" else "slet den"
    return told, f"Ret henvisningen, så den svarer til et id, der findes, eller {other}.", NEW_ID


def _once(found: Gathered, kind: str, name: str, *, bare: bool) -> tuple[str, str] | None:
    """Return what became of an id that something had once, and what to write instead, or None when nothing had it."""
    shown = name if bare else f"{kind}:{name}"
    now = found.former.get(name)
    if now and (not bare or now.kind == kind):
        right = now.id if bare else now.ref
        return f"»{shown}« hedder nu »{right}«.", f"Skriv »{right}«."
    gone = {one.id: one.title for one in found.site.retired} if found.site else {}
    if name not in gone:
        return None
    told = f"»{shown}« er udgået: det var »{gone[name]}«, og i katalog.yml står det under udgåede."
    return told, "Henvis til noget, der er i brug, eller slet henvisningen."


def _check_texts(
    found: Gathered, document: Document, problems: Iterable[Problem], links: Iterable[tuple[Path, str]]
) -> None:
    """Take in what the rules for texts refused in a file, and check the references written in its texts."""
    found.problems += problems
    for path, target in links:
        check_ref(found, document, path, target, target)


def _check_failed(found: Gathered, kind: Kind, document: Document) -> None:
    """Check what can be checked in a file that its model refused, so that all is told in one run."""
    seen: dict[str, tuple[Document, Path]] = {}
    raw = list(raw_texts(document.value, shape.models_in(kind.model)))
    for one, models in raw:
        if one.path[-1:] == ("id",) and any(hasattr(cls, "kind") for cls in models):
            other = found.index.get(one.text)
            there = place_of(found, other) if other else seen.get(one.text)
            if there and document.file not in found.copies:
                clash(found, one.text, there, (document, one.path))
            seen.setdefault(one.text, (document, one.path))
        elif one.info and _has_form(one):
            for point in points([one]):
                _check_point(found, document, point)
    _check_texts(found, document, *judged(document, [one for one, _ in raw]))


def _has_form(one: Text) -> bool:
    """Whether a text as it was read has the form of a reference or an id, and stands in a list where it should."""
    from macros.understand import refusals

    assert one.info
    form = re.compile(model.REF_PATTERN) if shape.is_reference(one.info) else refusals.ID
    return bool(form.fullmatch(one.text)) and isinstance(one.path[-1], int) == shape.is_list(one.info)


def _with_reference(found: Gathered, problem: Problem) -> Problem:
    """Return a problem of a bare id where a reference belongs with the reference it must have meant."""
    given = re.search("»(.+?)«", problem.message)
    written = given.group(1) if given and problem.code == "henvisning-form" else ""
    meant = found.index.get(slug(written.rpartition(":")[2])) if written else None
    if not meant:
        return problem
    line = found.lines[problem.file][problem.line - 1]
    fix = line.replace(written, meant.ref, 1)
    return replace(problem, remedy=f"Skriv »{meant.ref}«.", fix=fix)


def _with_name(found: Gathered, problem: Problem) -> Problem:
    """Return a problem of what is missing with names of what there is where its corrected text names something."""
    if problem.code not in {"mangler", "for-få"}:
        return problem
    return replace(problem, fix=SOMETHING.sub(lambda wanted: _something(found, wanted), problem.fix))


def _something(found: Gathered, wanted: re.Match[str]) -> str:
    """Return the id or reference of the first entry of a wanted kind; of any kind, that of a page."""
    bare, kind = wanted["bare"], wanted["bare"] or wanted["kind"]
    fits = [one for one in found.index.values() if one.kind == kind or (kind == "slags" and one.kind in WITH_PAGE)]
    if not fits:
        return "side:indhold" if kind == "slags" else wanted[0]
    return fits[0].id if bare else fits[0].ref


def _menu(found: Gathered) -> Iterator[tuple[Document, Path, str]]:
    """Yield each line of the menu with its place."""
    for read in found.loaded["katalog.yml"]:
        for i, group in enumerate(read.value.menu):
            for j, ref in enumerate(group.pages):
                yield read.found, ("menu", i, "sider", j), ref


def _check_menu(found: Gathered, document: Document, path: Path, ref: str) -> None:
    """Refuse a line of the menu that leads to no page: the menu leads to pages."""
    kind = ref.removesuffix(":*")
    if kind == ref:
        check_ref(found, document, path, ref)
        _check_page(found, document, path, ref)
    elif kind not in WITH_PAGE:
        told = f"»{ref}« er ikke en slags med sider.{did_you_mean(kind, WITH_PAGE)}"
        remedy = f"Skriv slagsen foran »:*«: {', '.join(WITH_PAGE)}."
        found.refuse(document, path, told, remedy, "menu-slags")


def _check_page(found: Gathered, document: Document, path: Path, ref: str) -> None:
    """Refuse an entry in the menu that has no page of its own."""
    placed = None if ref.startswith("side:") else found.index.get(ref.rpartition(":")[2])
    if placed and placed.anchor and placed.ref == ref:
        pages = [p.ref for p in found.index.values() if p.page == placed.page and not p.anchor]
        pages += [f"side:{name}" for name, page in OVERVIEWS.items() if page == placed.page]
        told = f"»{ref}« har ikke en side for sig, og menuen fører til sider."
        remedy = f"Skriv siden, det står på: {pages[0]}" if pages else "Slet linjen: det står på forsiden."
        found.refuse(document, path, told, remedy, "menu-slags")
