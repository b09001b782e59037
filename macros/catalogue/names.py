"""What a catalogue calls things on its pages: in the words of its language, or in its own where it has them."""

from __future__ import annotations

from collections.abc import Mapping

from macros import language
from macros.catalogue import LISTS, OVERVIEWS, Catalogue
from macros.language import Wording


def code(catalogue: Catalogue) -> str:
    """Return the code of the catalogue's language."""
    return catalogue.site.language


def words(catalogue: Catalogue) -> Wording:
    """Return the words of the catalogue's language."""
    return language.words(code(catalogue))


def identity(catalogue: Catalogue) -> str:
    """Return the catalogue's id, which names what its readers keep, save and share."""
    return catalogue.site.id


def kinds(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Return what each kind of entry is called: one, and several."""
    found = {kind: (name.one, name.many) for kind, name in words(catalogue).kinds.items()}
    return found | {name.kind_name: (name.one, name.many) for name in catalogue.site.names}


def phases(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the phases in order, and what each is called."""
    if catalogue.site.phases:
        return {phase.id: phase.title for phase in catalogue.site.phases}
    return {name: str(title) for name, title in words(catalogue).phases.items()}


def titles(catalogue: Catalogue) -> dict[str, str]:
    """Return what each page that `side:` can name is called: an overview as the kind it is of, or by itself."""
    called = kinds(catalogue)
    told = words(catalogue).overviews
    lists = {name: kind.name for name, kind in LISTS.items() if kind.is_folder}
    usual = {name.many: called[kind][1] for kind, name in words(catalogue).kinds.items()}  # »Kilder« is such a title
    found = {
        name: called[lists[name]][1] if name in lists else usual.get(told[name].title, told[name].title)
        for name in OVERVIEWS
    }
    return {page.id: page.title for page in catalogue.written} | found


def overviews(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Return title and description of each overview page that this catalogue has something for."""
    t = words(catalogue)
    called = titles(catalogue)
    empty = {name for name, kind in LISTS.items() if not kind.is_folder and not catalogue.held(kind.room)}
    about = {name: t.overviews[name].about for name in OVERVIEWS if name not in empty}
    if catalogue.site.phases:
        about["tjeklister"] = t.own_phases.overview
    items = kinds(catalogue)["tjek"][1].lower()
    about["tjeklister"] = language.fill(about["tjeklister"], punkter=items)
    return {name: (called[name], text) for name, text in about.items()}
