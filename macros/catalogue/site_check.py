"""What the check asks of `katalog.yml` and the hand-written pages beyond their fields, told in Danish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from macros import shape
from macros.catalogue import colours, logo, reserved
from macros.read.document import Path
from macros.read.spelling import did_you_mean, slug
from macros.site import Site, WrittenPage


@dataclass(frozen=True)
class Objection:
    """A mistake at a path of the file: what is wrong, how to mend it, its code and the corrected text."""

    path: Path
    message: str
    remedy: str
    code: str
    fix: str = ""


def _repeated(names: list[str]) -> Iterator[tuple[int, str]]:
    """Yield place and name of each name that has stood before."""
    seen: Counter[str] = Counter()
    for i, name in enumerate(names):
        if seen[name]:
            yield i, name
        seen[name] += 1


def _first(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield each name with its first place; that a list has it again is told of by itself."""
    yield from {name: i for i, name in reversed([*enumerate(names)])}.items()


def _phases(site: Site) -> Iterator[Objection]:
    if len(site.phases) == 1:
        told = "Der er kun én fase; en tjekliste deles i to til fem."
        yield Objection(("faser",), told, "Tilføj en fase, eller slet »faser«, så de er før, under og efter.", "faser")
    for i, name in _repeated([phase.id for phase in site.phases]):
        yield Objection(("faser", i, "id"), f"Fasen »{name}« står to gange.", "Slet den ene.", "faser")
    yield from _phase_anchors([phase.id for phase in site.phases])


def _phase_anchors(phases: list[str]) -> Iterator[Objection]:
    """Yield each phase that makes the same name in a link as another, or as something the pages have themselves."""
    first: dict[str, str] = {}
    remedy = "Giv fasen et andet ord, her og i tjeklisterne."
    for i, phase in enumerate(phases):
        other = first.setdefault(slug(phase), phase)
        if other != phase:
            told = f"Faserne »{other}« og »{phase}« bliver begge til »{slug(phase)}« i links."
            yield Objection(("faser", i, "id"), told, remedy, "faser")
        elif reserved.refuses_phase(phase):
            told = f"Fasen kan ikke hedde »{phase}«: »{slug(phase)}« bruger siderne selv i links."
            yield Objection(("faser", i, "id"), told, remedy, "faser")


def _names(site: Site) -> Iterator[Objection]:
    known = shape.kinds()
    for i, name in enumerate(site.names):
        if name.kind_name not in known:
            told = f"Der er ingen slags, der hedder »{name.kind_name}«.{did_you_mean(name.kind_name, known)}"
            yield Objection(("navne", i, "slags"), told, f"Vælg en af: {', '.join(known)}.", "ukendt-slags")
    for i, kind in _repeated([name.kind_name for name in site.names]):
        yield Objection(("navne", i, "slags"), f"Slagsen »{kind}« har fået navn to gange.", "Slet det ene.", "navne")


def _colours(site: Site) -> Iterator[Objection]:
    for one in colours.weak(site.colours) if site.colours else ():
        told = f"Farven kan ikke læses: kontrasten til {one.where} er {one.contrast:.1f}, og den skal være 4,5."
        told = told.replace(f"{one.contrast:.1f}", f"{one.contrast:.1f}".replace(".", ","))
        fix = f'{one.field}: "{one.instead}"'
        yield Objection(("farver", one.field), told, f"Brug {one.instead}, som ligner og kan læses.", "kontrast", fix)


def _logo(site: Site, folder: FilePath) -> Iterator[Objection]:
    if site.logo and (found := logo.wrong(folder / site.logo)):
        yield Objection(("logo",), *found, "logo")


def _language(site: Site, languages: tuple[str, ...]) -> Iterator[Objection]:
    if site.language not in languages:
        told = f"Siderne findes ikke på sproget »{site.language}«."
        yield Objection(("sprog",), told, f"Vælg et af: {', '.join(languages)}.", "sprog")


def of_site(site: Site, folder: FilePath, languages: tuple[str, ...]) -> Iterator[Objection]:
    """Yield what is wrong in `katalog.yml`; `folder` is the data folder, `languages` those the interface speaks."""
    yield from _language(site, languages)
    yield from _phases(site)
    yield from _names(site)
    yield from _colours(site)
    yield from _logo(site, folder)


def of_page(page: WrittenPage, taken: Callable[[str], bool]) -> Iterator[Objection]:
    """Yield what is wrong in a hand-written page; `taken` says whether the catalogue itself makes a page of a name."""
    if taken(page.id):
        told = f"Kataloget laver selv en side, der hedder »{page.id}«."
        yield Objection(("id",), told, "Giv siden et andet id, og kald filen det samme.", "sidenavn")
    if page.id in reserved.WINDOWS:
        told = f"En fil kan ikke hedde »{page.id}« på en computer med Windows."
        yield Objection(("id",), told, "Giv siden et andet id, og kald filen det samme.", "id-optaget")
    yield from _anchors(page)


def _anchors(page: WrittenPage) -> Iterator[Objection]:
    """Yield each name in the page's links that stands there twice, or that every page has itself."""
    own: list[tuple[Path, str]] = [(("id",), page.id)]
    own += [(("tidligere_id", i), name) for name, i in _first(page.former_ids)]
    for i, section in enumerate(page.sections):
        own.append((("afsnit", i, "id"), section.id))
        own += [(("afsnit", i, "tidligere_id", j), name) for name, j in _first(section.former_ids)]
    for i, name in _repeated([name for _, name in own]):
        yield Objection(own[i][0], f"Id'et »{name}« står to gange på siden.", "Ret det ene.", "dobbelt-id")
    for path, name in own[1:]:
        if name in reserved.of_skeleton():
            yield Objection(path, f"Id'et »{name}« bruger siden selv.", "Giv afsnittet et andet id.", "id-optaget")
