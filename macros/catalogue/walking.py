"""What stands in what a file holds: its entries, its ids, its texts, its references. Found by the models alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros import inline, shape
from macros.marks import Use
from macros.read.document import Path, Value


class Text(NamedTuple):
    """A text, its path in the file, and the field it stands in; None where it was read under an unknown key."""

    path: Path
    text: str
    info: FieldInfo | None

    @property
    def plain(self) -> str:
        """The text as it is read by who sees no style."""
        return shape.plain(self.info, self.text)

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        """Label and target of each link that is written in the text, where it is read with its marks."""
        if "](" not in self.text or (self.info and not shape.is_inline(self.info)):
            return iter(())  # most texts have none, and need not be searched
        return inline.links(self.text)


class Pointer(NamedTuple):
    """A reference and its path in the file; `bare`: its id was written alone, and the field says the kind."""

    path: Path
    ref: str
    bare: bool = False


@cache
def _fields(cls: type[BaseModel]) -> tuple[tuple[str, str, FieldInfo], ...]:
    """Return key, name and description of each field of a model: pydantic takes its time to say."""
    return tuple((info.alias or name, name, info) for name, info in cls.model_fields.items())


@cache
def _is_entry(cls: type[BaseModel]) -> bool:
    """Whether a model is one of entries: pydantic takes its time to say that a class has no such name."""
    return hasattr(cls, "kind")


@cache
def _has_id(cls: type[BaseModel]) -> bool:
    return "id" in cls.model_fields


def _held(value: BaseModel) -> Iterator[tuple[Path, FieldInfo | None, Any]]:
    """Yield (path, field, value) of each thing a model holds; what stands in a list by itself."""
    held: list[tuple[str, FieldInfo | None, Any]]
    held = [(key, info, getattr(value, name)) for key, name, info in _fields(type(value))]
    held += [(key, None, child) for key, child in (value.__pydantic_extra__ or {}).items()]
    for key, info, child in held:
        if child is None:
            continue
        if isinstance(child, tuple):
            yield from (((key, i), info, item) for i, item in enumerate(child))
        else:
            yield (key,), info, child


@cache
def _holders(cls: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return key and name of each field of a model that can hold models: few, and asked for at every entry."""
    return tuple((key, name) for key, name, info in _fields(cls) if shape.inside(info))


def _inside(value: BaseModel) -> Iterator[tuple[Path, BaseModel]]:
    """Yield (path, model) of each model that a model holds."""
    held = [(key, getattr(value, name)) for key, name in _holders(type(value))]
    for key, child in [*held, *(value.__pydantic_extra__ or {}).items()]:
        if isinstance(child, tuple):
            yield from (((key, i), item) for i, item in enumerate(child) if isinstance(item, BaseModel))
        elif isinstance(child, BaseModel):
            yield (key,), child


def texts(value: BaseModel, path: Path = (), *, own: bool = False) -> list[Text]:
    """Return every text in a value; its `own`: those that belong to it and not to an entry inside it."""
    found: list[Text] = []
    for at, info, item in _held(value):
        if isinstance(item, str):
            found.append(Text((*path, *at), item, info))
        elif isinstance(item, BaseModel) and not (own and _is_entry(type(item))):
            found += texts(item, (*path, *at), own=own)
    return found


def points(found: Iterable[Text]) -> Iterator[Pointer]:
    """Yield what each text that stands in a field which names something else points at."""
    for one in found:
        if one.info and shape.is_reference(one.info):
            yield Pointer(one.path, one.text)
        elif one.info and (kind := shape.names(one.info)):
            yield Pointer(one.path, f"{kind}:{one.text}", bare=True)


def own_texts(entry: BaseModel) -> list[Text]:
    """Return each text that belongs to the entry and not to an entry inside it."""
    return texts(entry, own=True)


def sources(entry: BaseModel) -> list[str]:
    """Return the ids of the sources that an entry and all inside it name, each once, in order of first use."""
    return list(dict.fromkeys(e.source for _, e in walk(entry) if getattr(e, "source", None)))


def references(entry: Any) -> Iterator[str]:
    """Yield every reference that an entry itself makes: in fields that relate entries, then by links in its texts."""
    own = own_texts(entry)
    yield from (one.text for one in own if one.info and Use.RELATED in shape.uses(one.info))
    for one in own:
        for _, target in one.links:
            if not target.startswith("https://"):
                yield target


def walk(value: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield (path, entry) of every entry in `value` (itself first): each model that has a kind and an id."""
    if _is_entry(type(value)) and _has_id(type(value)):
        yield path, value
    for at, item in _inside(value):
        yield from walk(item, (*path, *at))


def ids(value: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield (path, id) of everything in `value` that has an id."""
    if _has_id(type(value)):  # a phase may be called id, too
        yield (*path, "id"), getattr(value, "id")  # noqa: B009
    for at, item in _inside(value):
        yield from ids(item, (*path, *at))


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


def raw_texts(value: Value, models: shape.Models, path: Path = ()) -> Iterator[tuple[Text, shape.Models]]:
    """Yield every text of a file as it was read, and the models of what it stands in."""
    if isinstance(value, str):
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        infos = shape.fields(models, name)
        yield Text(path, value, infos[0] if infos else None), models
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from raw_texts(item, models, (*path, i))
    elif isinstance(value, dict):
        for key, child in value.items():
            here = shape.narrowed(models, value)
            below = shape.below(here, key)
            yield from raw_texts(child, below or here, (*path, key))
