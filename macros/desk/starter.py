"""What still stands as `make new` wrote it: an example, which readers take for the owner's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from pydantic.fields import FieldInfo

from macros import shape
from macros.catalogue import Loaded, files_of
from macros.catalogue.files import FILES
from macros.catalogue.walking import own_texts, raw_texts, texts, walk
from macros.desk.start import START
from macros.folders import shown
from macros.read import source
from macros.site import Site, WrittenPage

TOLD = "{} er stadig eksempler fra »make new«: {}. Skriv jeres egne, eller slet dem."


def _is_prose(info: FieldInfo) -> bool:
    """Whether a field's text is told and long enough to be nobody else's by chance, as a heading may be."""
    return shape.is_told(info) and shape.style(info) == "block"


def _written(language: str) -> frozenset[str]:
    """Return every text of the start in a language."""
    found: set[str] = set()
    for kind in FILES:
        for path in files_of(kind, START / language):
            document, _ = source.read(path.name, path.read_text(encoding="utf-8"))
            rows = raw_texts(document.value, shape.models_in(kind.model)) if document else ()
            found |= {one.text.strip() for one, _ in rows if one.info and _is_prose(one.info)}
    return frozenset(found)


def _own(value: Any) -> Iterator[str]:
    """Yield the texts of a file that its owner is to write; what stands below the opening of a page may be true."""
    own = texts(value) if isinstance(value, Site | WrittenPage) else chain(*(own_texts(one) for _, one in walk(value)))
    for one in own:
        if one.info and _is_prose(one.info) and not (isinstance(value, WrittenPage) and one.path != ("tekst",)):
            yield one.text


def remarks(loaded: Loaded) -> list[str]:
    """Return one remark on all texts that are still those of the start, by file; none where there are none."""
    site = next((read.value for read in loaded.reads.values() if isinstance(read.value, Site)), None)
    if site is None or not (START / site.language).is_dir():
        return []
    start = _written(site.language)
    kept = Counter(
        read.found.file
        for read in loaded.reads.values()
        if read.value is not None
        for text in _own(read.value)
        if text in start
    )
    if not kept:
        return []
    count = kept.total()
    where = ", ".join(f"{shown(file)} ({number})" for file, number in sorted(kept.items()))
    return [TOLD.format("1 tekst" if count == 1 else f"{count} tekster", where)]
