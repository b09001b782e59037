"""What a field is for is said where it is declared, and is what is made of it: each field of each model, each use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros import shape
from macros.catalogue import FILES, Catalogue, Placed, own_texts, references, texts, walk
from macros.catalogue.addresses import PDF_OF_ALL
from macros.data import export
from macros.desk import report
from macros.kind import FRONT
from macros.kinds import KINDS
from macros.marks import Use
from macros.paper.document import Paper
from macros.read.document import Path
from macros.web import finding, pages
from macros.web.render import Renderer, View
from tests.support.sites import BASE, FIXTURE, read

MARK = "kendemærke"  # stands nowhere else
CATALOGUE = read(FIXTURE)
Case = tuple[str, Any, Path, FieldInfo]  # the room, what a file of it holds, and a text in that


def put(value: Any, path: Path, text: str) -> Any:
    """Return a model with a text put at a path in it."""
    key, *rest = path
    if isinstance(value, tuple):
        return (
            tuple(put(one, tuple(rest), text) if i == key else one for i, one in enumerate(value))
            if rest
            else (
                *value[: int(key)],
                text,
                *value[int(key) + 1 :],
            )
        )
    named = {info.alias or name: name for name, info in type(value).model_fields.items()}
    if key not in named:  # a phase of a checklist
        extra = {**value.__pydantic_extra__, key: put(value.__pydantic_extra__[key], tuple(rest), text)}
        made = value.model_copy()
        object.__setattr__(made, "__pydantic_extra__", extra)
        return made
    held = getattr(value, named[str(key)])
    return value.model_copy(update={named[str(key)]: put(held, tuple(rest), text) if rest else text})


def cases() -> Iterator[Case]:
    """Yield one text of each field of each model that a kind's files are made of."""
    seen: set[int] = set()
    for kind in KINDS:
        for value in CATALOGUE.held(kind.room):
            for one in texts(value):
                if one.info and id(one.info) not in seen:
                    seen.add(id(one.info))
                    yield kind.room, value, one.path, one.info


CASES = list(cases())
every = pytest.mark.parametrize(
    ("room", "value", "path", "info"), CASES, ids=[f"{c[0]}: {' '.join(map(str, c[2]))}" for c in CASES]
)


def entry_of(value: Any, path: Path) -> Any:
    """Return the innermost entry that a path leads into, or None."""
    found = [(at, entry) for at, entry in walk(value) if path[: len(at)] == at]
    return max(found, key=lambda pair: len(pair[0]))[1] if found else None


def placed(value: Any, path: Path, text: str) -> Placed | None:
    """Return the entry that a text stands in, with another text there; None when it stands in none."""
    before = entry_of(value, path)
    after = entry_of(put(value, path, text), path)
    return replace(CATALOGUE.placed(before), entry=after) if before else None


def with_text(room: str, value: Any, path: Path, text: str) -> Catalogue:
    """Return the catalogue with another text at a path of what a file of a kind holds."""
    made = put(value, path, text)
    rooms = {**CATALOGUE.rooms, room: tuple(made if one is value else one for one in CATALOGUE.held(room))}
    entries = {entry.id: entry for _, entry in walk(made)}
    index = {key: replace(p, entry=entries.get(key, p.entry)) for key, p in CATALOGUE.index.items()}
    return replace(CATALOGUE, rooms=rooms, index=index)


def page_of(room: str, value: Any, catalogue: Catalogue) -> str:
    """Return the page that is made of what a file holds, as its template writes it."""
    (kind,) = (kind for kind in KINDS if kind.room == room)
    path, renderer = kind.page.format(id=getattr(value, "id", "")), Renderer(catalogue)
    if path == FRONT:
        return renderer.render("dele/forside.md.j2", path)
    return pages.body(renderer, pages.pages(catalogue)[path])


def test_every_field_is_tried() -> None:
    """No field that holds a text is left out, of any model that a kind is made of."""
    models = [cls for kind in FILES if kind.room for cls in shape.all_models(kind.model)]
    fields = {id(info) for cls in models for info in cls.model_fields.values() if shape.uses(info)}
    assert fields <= {id(info) for *_, info in CASES}


@every
def test_page_and_paper(room: str, value: Any, path: Path, info: FieldInfo) -> None:
    """A text that is told stands on its page and in the whole on paper; what is not told is no text to read there."""
    uses = shape.uses(info)
    assert ({Use.PAGE, Use.PAPER} <= uses) == shape.is_told(info)
    if Use.PAGE not in uses:
        return
    catalogue = with_text(room, value, path, MARK)
    assert MARK in page_of(room, value, catalogue)
    name = value.id if hasattr(value, "summary") else PDF_OF_ALL
    assert MARK in json.dumps(Paper(catalogue, BASE).document(name), ensure_ascii=False)


def quiet(entry: BaseModel) -> BaseModel:
    """Return an entry whose other texts leave room for one to be quoted."""
    return entry.model_copy(update=dict.fromkeys(export.leads(type(entry)), "Kort."))


@every
def test_search_and_excerpt(room: str, value: Any, path: Path, info: FieldInfo) -> None:
    """The words of a text are found, and its sentences quoted, when that is what its field is for."""
    here = placed(value, path, MARK)
    if here is None:
        return
    (kept,) = (one for one in own_texts(here.entry) if one.text == MARK)
    short = replace(here, entry=put(quiet(here.entry), kept.path, MARK))
    found = finding.record(short, ("", ""), "")
    if here.title == MARK and Use.SEARCH in shape.uses(info):  # of what has no title, its text is what it is called
        assert found.title == MARK
        return
    assert (MARK in f"{found.text} {found.rest}") == (Use.SEARCH in shape.uses(info))
    assert (MARK in found.text) == (Use.EXCERPT in shape.uses(info))


@every
def test_report_and_export(room: str, value: Any, path: Path, info: FieldInfo) -> None:
    """A change is told to who reviews it, and a text stands in katalog.json, when that is what the field is for."""
    here = placed(value, path, MARK)
    if here is None:
        return
    assert (MARK in report.texts(here).values()) == (Use.REPORT in shape.uses(info))
    unit = export.unit(replace(here, id="x"), CATALOGUE, BASE)
    told = [unit.title, unit.text, json.dumps(unit.fields, ensure_ascii=False)]
    assert any(MARK in text for text in told) == (Use.EXPORT in shape.uses(info))


@every
def test_related(room: str, value: Any, path: Path, info: FieldInfo) -> None:
    """A field that relates entries makes a reference of the entry's own; no other does by holding one."""
    here = placed(value, path, f"tema:{MARK}")
    if here is not None:
        assert (f"tema:{MARK}" in references(here.entry)) == (Use.RELATED in shape.uses(info))


@every
def test_reading(room: str, value: Any, path: Path, info: FieldInfo) -> None:
    """A long text makes its page longer to read, when it counts."""
    if not hasattr(value, "summary"):
        return
    catalogue = with_text(room, value, path, "ord " * 20_000)
    after = put(value, path, "ord " * 20_000)
    grown = View(Renderer(catalogue), FRONT).minutes(after) > View(Renderer(CATALOGUE), FRONT).minutes(value) + 50
    assert grown == (Use.READING in shape.uses(info))
