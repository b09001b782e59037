"""What a catalogue calls things on its pages: in the words of its language, or in its own where it has them."""

from __future__ import annotations

from collections.abc import Mapping

from macros import language
from macros.catalogue import Catalogue
from macros.language import Words

LANGUAGE = "da"  # of a catalogue that names none
OVERVIEW_OF = {"temaer": "tema", "vaerktoejer": "værktøj"}  # the kind that an overview lists
ID = "paa-tvaers"  # of a catalogue that names none: what its readers keep hangs on it


def code(catalogue: Catalogue) -> str:
    """Return the code of the catalogue's language."""
    return str(getattr(catalogue.site, "language", LANGUAGE))


def words(catalogue: Catalogue) -> Words:
    """Return the words of the catalogue's language."""
    return language.words(code(catalogue))


def identity(catalogue: Catalogue) -> str:
    """Return the catalogue's id, which names what its readers keep, save and share."""
    return str(getattr(catalogue.site, "id", ID))


def kinds(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Return what each kind of entry is called: one, and several."""
    found = {kind: (name.one, name.many) for kind, name in words(catalogue).kinds.items()}
    return found | {name.kind_name: (name.one, name.many) for name in getattr(catalogue.site, "names", ())}


def phases(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the phases in order, and what each is called."""
    return {name: str(title) for name, title in words(catalogue).phases.items()}


def titles(catalogue: Catalogue) -> dict[str, str]:
    """Return what each overview page is called: as the kind it is of, where it is of one kind, else by itself."""
    called = kinds(catalogue)
    told = words(catalogue).overviews
    return {name: called[OVERVIEW_OF[name]][1] if name in OVERVIEW_OF else page.title for name, page in told.items()}


def overviews(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Return title and description of each overview page that this catalogue has something for."""
    told = words(catalogue).overviews
    called = titles(catalogue)
    return {name: (called[name], page.about) for name, page in told.items() if name != "ord" or catalogue.words}
