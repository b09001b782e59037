"""What the models say of a place in a data file: which keys may stand there and how its text is written.

The formatter, the habits and the line doctor ask here, so none of them knows a field's name. The models never change
while a program runs and are asked about for every value, so the answers are remembered; they are tuples, for a list
that is remembered could be emptied by whoever got it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros import inline, model
from macros.kinds import TYPES
from macros.marks import LINK, Begins, For, Names, NotFor, Sample, Says, Sorts, Use
from macros.read.lines import Fields

Models = tuple[type[BaseModel], ...]


@cache
def models_in(annotation: Any) -> Models:
    """Return the model classes an annotation can hold, through Annotated, unions and tuples."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation,)
    if get_origin(annotation) is Literal:
        return ()
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        return tuple(found for part in get_args(annotation) for found in models_in(part))
    return ()


@cache
def inside(info: FieldInfo) -> Models:
    """Return the model classes a field can hold."""
    annotation: Any = info.annotation
    return models_in(annotation)


@cache
def all_models(annotation: Any) -> Models:
    """Return every model that a file of this kind is made of."""
    found: list[type[BaseModel]] = []
    waiting = list(models_in(annotation))
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.append(cls)
            held = [*cls.model_fields.values(), *filter(None, [open_field(cls)])]
            waiting += [inner for info in held for inner in inside(info)]
    return tuple(found)


@cache
def open_field(cls: type[BaseModel]) -> FieldInfo | None:
    """Return what may stand under any key of a model that takes the catalogue's own phases as keys."""
    if cls.model_config.get("extra") != "allow":
        return None
    extras = get_type_hints(cls, include_extras=True)["__pydantic_extra__"]
    return FieldInfo.from_annotation(get_args(extras)[1])


@cache
def fields_of(annotation: Any, phases: tuple[str, ...] = model.PHASES) -> Fields:
    """Return the fields of a kind of file, in a catalogue of these phases."""
    models = all_models(annotation)
    names = keys(models, phases)
    held = {key: fields(models, key) for key in names}
    texts = {key for key, infos in held.items() if not any(is_list(info) or inside(info) for info in infos)}
    codes = {key for key, infos in held.items() if all(style(info) == "code" for info in infos)}
    together = tuple(frozenset(keys((cls,), phases)) for cls in models)
    return Fields(frozenset(names), together, frozenset(texts), tuple(map(_must, models)), frozenset(codes))


def _must(cls: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that must stand in a mapping of a model."""
    return tuple(info.alias or name for name, info in cls.model_fields.items() if info.is_required())


def narrowed(models: Models, value: Any) -> Models:
    """Return the models that `value` may be: of a union told apart by `type`, only the one it names."""
    kind = value.get("type") if isinstance(value, dict) else None
    chosen = TYPES.get(kind) if isinstance(kind, str) else None
    return (chosen,) if chosen in models else models


@cache
def fields(models: Models, key: str) -> tuple[FieldInfo, ...]:
    """Return the fields that `key` names in any of the models."""
    named = [info for cls in models for name, info in cls.model_fields.items() if (info.alias or name) == key]
    return tuple(named or filter(None, map(open_field, models)))


@cache
def below(models: Models, key: str) -> Models:
    """Return the models of what stands in the field `key` of any of the models."""
    return tuple(cls for info in fields(models, key) for cls in inside(info))


@cache
def keys(models: Models, phases: tuple[str, ...] = model.PHASES) -> tuple[str, ...]:
    """Return every key that may stand in a mapping of one of the models, in the models' order."""
    found = [info.alias or name for cls in models for name, info in cls.model_fields.items()]
    return tuple(dict.fromkeys([*found, *(phases if any(map(open_field, models)) else ())]))


def _parts(annotation: Any) -> Iterable[Any]:
    """Yield an annotation and all it is made of; what stands inside a model is that model's own."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)


def _style(annotation: Any) -> str:
    parts = list(_parts(annotation))
    if model.BLOCK in [p for p in parts if isinstance(p, str)]:
        return "block"
    pattern = any(getattr(p, "pattern", None) for p in parts)
    if pattern or any(p in (int, bool, dt.date) or get_origin(p) is Literal for p in parts):
        return "code"
    return "name"


@cache
def style(info: FieldInfo) -> str:
    """Return how a field's text is written: `block` (prose), `name` (quoted) or `code` (id, choice, number, date)."""
    if model.BLOCK in [m for m in info.metadata if isinstance(m, str)]:
        return "block"
    if any(getattr(m, "pattern", None) for m in info.metadata):
        return "code"
    return _style(info.annotation)


@cache
def is_inline(info: FieldInfo) -> bool:
    """Whether a field's text is read with its marks: bold, italic, links. Else it is letters, everywhere."""
    return style(info) == "block" and model.LETTERS not in _marks(info)


def plain(info: FieldInfo | None, text: str) -> str:
    """Return a field's text as it is read by who sees no style: without its marks, where it is read with them."""
    return inline.plain(text) if info is None or is_inline(info) else text


@cache
def is_list(info: FieldInfo) -> bool:
    """Whether a field holds a list."""
    return any(get_origin(part) is tuple for part in _parts(info.annotation))


@cache
def choices(info: FieldInfo) -> tuple[str, ...]:
    """Return the words a field of fixed choices may hold."""
    found = [part for part in _parts(info.annotation) if get_origin(part) is Literal]
    return tuple(str(word) for part in found for word in get_args(part))


@cache
def says(info: FieldInfo) -> Says | None:
    """Return what is told of a text in the field that has not the form it must have."""
    return next((part for part in _marks(info) if isinstance(part, Says)), None)


@cache
def sample(info: FieldInfo) -> str:
    """Return what may stand in a field, as the nearest to it says, or its first choice; nothing when neither does."""
    declared = [mark.text for mark in _marks(info) if isinstance(mark, Sample)]
    return next(iter((*declared[::-1], *choices(info))), "")


@cache
def is_phase(info: FieldInfo) -> bool:
    """Whether a field holds phases of the collaboration."""
    return model.PHASE in [part for part in _marks(info) if isinstance(part, str)]


@cache
def is_reference(info: FieldInfo) -> bool:
    """Whether a field holds references to entries, as `kind:id`."""
    return any(getattr(part, "pattern", None) == model.REF_PATTERN for part in _marks(info))


@cache
def _marks(info: FieldInfo) -> tuple[Any, ...]:
    return (*_parts(info.annotation), *info.metadata)


@cache
def is_told(info: FieldInfo) -> bool:
    """Whether a field holds a text that is told where its entry stands: no code, no address, no word aside."""
    marks = _marks(info)
    return str in marks and style(info) != "code" and model.ASIDE not in marks and LINK not in marks


@cache
def uses(info: FieldInfo) -> frozenset[Use]:
    """Return what a field is for: what its type says, with what is said where it is declared."""
    marks = _marks(info)
    found = {Use.REPORT, Use.READING} if str in marks or choices(info) else set()
    if is_told(info):
        found |= {Use.PAGE, Use.PAPER, Use.SEARCH, Use.EXPORT}
    if is_reference(info):
        found |= {Use.EXPORT, Use.RELATED}
    if is_link(info):
        found |= {Use.EXPORT}
    also = {mark.use for mark in marks if isinstance(mark, For)}
    return frozenset((found | also) - {mark.use for mark in marks if isinstance(mark, NotFor)})


@cache
def longest(info: FieldInfo) -> int:
    """Return how many letters a field's text may have at most, or 0 where no limit is set."""
    limits = [limit for mark in _marks(info) if (limit := getattr(mark, "max_length", None))]
    return min(limits, default=0)


@cache
def names(info: FieldInfo) -> str:
    """Return the kind of entry whose id a field holds, or nothing."""
    return next((mark.kind for mark in _marks(info) if isinstance(mark, Names)), "")


@cache
def sorts(info: FieldInfo) -> Sorts | None:
    """Return how the finder sorts by a field, or None when it does not."""
    return next((mark for mark in _marks(info) if isinstance(mark, Sorts)), None)


@cache
def is_about_words(info: FieldInfo) -> bool:
    """Whether a field only says what words mean or how they are divided."""
    return model.ABOUT_WORDS in _marks(info)


@cache
def is_link(info: FieldInfo) -> bool:
    """Whether a field holds an address."""
    return LINK in _marks(info)


@cache
def begins(info: FieldInfo) -> tuple[str, ...]:
    """Return what a link in the field may begin with."""
    return next((mark.ways for mark in _marks(info) if isinstance(mark, Begins)), ())


@cache
def is_set(info: FieldInfo) -> bool:
    """Whether a field lists what is named and not told (references, choices, ids, words to be found by): each once."""
    return is_list(info) and not inside(info) and not is_told(info)


@cache
def keys_of(cls: type[BaseModel]) -> frozenset[str]:
    """Return the keys, of any model, that a model stands under."""
    found = [info for one in _every() for info in one.model_fields.items() if cls in inside(info[1])]
    return frozenset(info.alias or name for name, info in found)


def _every() -> Iterator[type[BaseModel]]:
    """Yield every model there is."""
    waiting: list[type[BaseModel]] = [model.Model]
    while waiting:
        cls = waiting.pop()
        waiting += cls.__subclasses__()
        yield cls


@cache
def kinds(under: type[BaseModel] = model.Model) -> tuple[str, ...]:
    """Return the names of every kind of entry, or of those whose model is made from `under`."""
    names = {getattr(cls, "kind", None) for cls in _every() if issubclass(cls, under) and cls is not under}
    return tuple(sorted(name for name in names if isinstance(name, str)))
