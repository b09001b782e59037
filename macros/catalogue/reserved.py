"""Ids that no entry may have, because the pages, the store or Windows use them for something else.

They are read where they are used: in the templates and scripts, and in the list of what the store keeps.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from macros import kinds, model, shape
from macros.catalogue import proposing
from macros.read.spelling import slug

ROOT = Path(__file__).resolve().parents[2]
PLACES = (("macros/templates", "*.j2"), ("macros/kinds", "*.j2"), ("overrides", "*.html"), ("docs/assets/js", "*.js"))
STORE = "docs/assets/js/own/fields.js"
WRITTEN = re.compile(r'\bid="([^"]+)"|\{ #((?:\{\{.*?\}\}|[^{}\s])+) \}|\.id = `([^`]+)`')
HOLE = re.compile(r"\{\{.*?\}\}|\$\{.*?\}")
FACETS = "macros/web/facets.py"
FACET = re.compile(r'\bfacet\("(\w+)"')
OF_ENTRY = re.compile(r"\bid\b|key")
KINDS = re.compile(r"\bKINDS = new Set\(\[(.*?)\]\)", re.DOTALL)
CONSTANT = r'\bconst {} = "([^"]+)"'
IN_EVERY_OBJECT = frozenset({"constructor"})  # the one name every object of JavaScript has that could be an id
WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
LISTED = frozenset(kind.overview for kind in kinds.KINDS if kind.overview and kind.is_folder)  # heads of overviews
REMEDY = "Giv punktet et andet id. Har det været udgivet, så skriv det gamle under »tidligere_id«."


@cache
def _written() -> tuple[str, ...]:
    """Return every id that a template or a script writes, with what it fills in still in it."""
    texts = (path.read_text("utf-8") for folder, ending in PLACES for path in sorted((ROOT / folder).rglob(ending)))
    found = (next(filter(None, match.groups())) for text in texts for match in WRITTEN.finditer(text))
    return tuple(dict.fromkeys(found))


@cache
def _whole() -> frozenset[str]:
    """Return the ids that stand whole in the templates, head a page that lists a kind, or are fields of proposals."""
    return LISTED | frozenset(proposing.ids()) | frozenset(name for name in _written() if not HOLE.search(name))


@cache
def of_phases(phases: tuple[str, ...]) -> frozenset[str]:
    """Return the ids that a page has of its phases: of the usual ones, and of these."""
    return frozenset(map(slug, (*model.PHASES, *phases)))


def of_pages() -> frozenset[str]:
    """Return the ids that stand whole in the templates, and those of the usual phases."""
    return _whole() | of_phases(())


@cache
def of_skeleton() -> frozenset[str]:
    """Return the ids that stand on every page, whatever it is of."""
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "overrides").rglob("*.html")))
    return frozenset(name for text in texts for name in filter(None, sum(WRITTEN.findall(text), ())) if "{" not in name)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the ids that are made of something: as a pattern with a group where that is an entry's own id."""
    facets = FACET.findall((ROOT / FACETS).read_text("utf-8"))
    others = "|".join([r"\d+", *facets, *map(slug, shape.kinds())])
    once = (name for name in _written() if len(HOLE.findall(name)) == 1 and HOLE.sub("", name))
    return tuple(
        re.compile(
            ("([a-z0-9-]+)" if OF_ENTRY.search(name) else f"(?:{others})").join(map(re.escape, HOLE.split(name)))
        )
        for name in once
    )


@cache
def _any_pattern() -> re.Pattern[str]:
    """Return the patterns as one, which is asked for every id there is."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _patterns()))


@cache
def of_store() -> frozenset[str]:
    """Return the names under which the store keeps what is no entry's."""
    text = (ROOT / STORE).read_text("utf-8")
    listed = KINDS.search(text)
    assert listed, "fields.js names the kinds of its records"
    return frozenset(_values(listed[1], text)) | IN_EVERY_OBJECT


def _values(listed: str, text: str) -> Iterator[str]:
    for item in re.findall(r'"[^"]+"|\w+', listed):
        constant = None if item.startswith('"') else re.search(CONSTANT.format(item), text)
        yield constant[1] if constant else item.strip('"')


def names() -> list[str]:
    """Return every id that is refused whatever else the catalogue holds."""
    return sorted(of_pages() | of_store() | WINDOWS)


def refusal(name: str, known: Collection[str], phases: tuple[str, ...] = ()) -> str:
    """Return why an id cannot be used beside the `known` ones in a catalogue of these phases, or an empty text."""
    if name in WINDOWS:
        return f"Id'et »{name}« kan ikke bruges: Windows kan ikke have en fil med det navn."
    if name in of_store():
        return f"Id'et »{name}« bruger siden selv til det, læserne gemmer."
    if name in _whole() or name in of_phases(phases):
        return f"Id'et »{name}« bruger siden selv, så et link til punktet ville føre et andet sted hen."
    return f"Id'et »{name}« bruger siden selv til noget andet." if _is_made(name, known) else ""


def _is_made(name: str, known: Collection[str]) -> bool:
    """Whether a page makes an id of something that there is."""
    if not _any_pattern().fullmatch(name):
        return False
    matches = (pattern.fullmatch(name) for pattern in _patterns())
    return any(match and (not match.groups() or match[1] in known) for match in matches)


def refuses_phase(phase: str) -> bool:
    """Whether a page has an id of its own that is the one it would make of a phase."""
    return slug(phase) in _whole() or _is_made(slug(phase), ())
