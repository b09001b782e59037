"""The catalogue as data for other programs: `katalog.json`, and `feed.xml`, an Atom feed of what is new and changed.

`katalog.json` follows `schema/katalogdata.schema.json`; `version` grows when a field is renamed or removed, not when
one is added. The feed knows dates only from the data (`ændret` on an entry, `udgivet` in katalog.yml), so that the same
data makes the same feed on every machine, also where the history is not at hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from functools import cache
from xml.etree import ElementTree

from pydantic import BaseModel, ConfigDict, Field, JsonValue
from pydantic.fields import FieldInfo

from macros import inline, shape
from macros.catalogue import Catalogue, Placed, names, own_texts
from macros.catalogue.addresses import Addresses
from macros.marks import Use

VERSION = 1
ATOM = "http://www.w3.org/2005/Atom"
MOST_NEWS = 50


class InlineLink(BaseModel):
    """A link in one of an entry's texts."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    label: str = Field(alias="ord", description="Ordene, der er et link.")
    target: str = Field(alias="til", description="Adressen, eller hvad ordene henviser til, som slags:id.")


class Unit(BaseModel):
    """One entry."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str = Field(description="Fast navn. Ændres aldrig.")
    former: tuple[str, ...] = Field((), alias="tidligere_id", description="Navne, punktet har haft før.")
    kind: str = Field(alias="slags", description="Fx tema, punkt, tjek, kompetence eller værktøj.")
    title: str = Field(alias="titel", description="Overskriften, uden formatering.")
    text: str = Field("", alias="tekst", description="Teksten, uden formatering. Afsnit er skilt af et linjeskift.")
    fields: dict[str, JsonValue] = Field(
        {}, alias="felter", description="Alle andre tekster, henvisninger og links, under de navne de har i data."
    )
    links: tuple[InlineLink, ...] = Field((), description="Links i teksterne, i læserækkefølge.")
    page: str = Field(alias="side", description="Hvor punktet står på siden; hele adressen, når kataloget har en.")
    source: str | None = Field(None, alias="kilde", description="Id på kilden; mangler, når punktet er vores eget.")
    changed: dt.date | None = Field(None, alias="ændret", description="Dato for seneste ændring, læsere bør høre om.")


class Export(BaseModel):
    """The whole catalogue."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    version: int = Field(description="Formatets udgave.")
    title: str = Field(alias="titel", description="Katalogets navn.")
    owner: str = Field(alias="udgiver", description="Hvem der udgiver kataloget.")
    licence: str = Field(alias="licens", description="Vilkårene for at bruge indholdet; tomt uden vilkår.")
    units: tuple[Unit, ...] = Field(alias="punkter", description="Alle punkter i læserækkefølge.")


def _title(placed: Placed) -> str:
    return " ".join(placed.title.split())


@cache
def leads(cls: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields that say in short what an entry is; the last says it shortest."""
    return tuple(name for name, info in cls.model_fields.items() if Use.EXCERPT in shape.uses(info))


def _lead(entry: BaseModel) -> str:
    """Return the name of the field that says shortest what an entry is."""
    return next((name for name in reversed(leads(type(entry))) if getattr(entry, name)), "")


def _text(placed: Placed) -> str:
    lead = _lead(placed.entry)
    return _plain(getattr(placed.entry, lead)) if lead else ""


def _fields(part: BaseModel, left_out: Collection[str] = ()) -> dict[str, JsonValue]:
    """Return what is told in a part of the data, by the keys an editor knows; an entry inside it is its own unit."""
    found: dict[str, JsonValue] = {}
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        made: JsonValue = [item for one in value if (item := _value(info, one))] if isinstance(value, tuple) else None
        made = made or _value(info, value)
        if made and name not in left_out:
            found[info.alias or name] = made
    return found


def _value(info: FieldInfo, value: object) -> JsonValue:
    if isinstance(value, BaseModel):
        return None if hasattr(value, "id") and hasattr(value, "kind") else _fields(value)
    if not isinstance(value, str):
        return None
    if Use.EXPORT not in shape.uses(info):
        return None
    return _plain(value) if shape.is_inline(info) else " ".join(value.split())


def _links(entry: BaseModel) -> Iterator[InlineLink]:
    """Yield each link in the texts of an entry that stand in the data; those of an entry inside it are its own."""
    told = (one for one in own_texts(entry) if one.info and Use.EXPORT in shape.uses(one.info))
    yield from (InlineLink(label=label, target=target) for one in told for label, target in one.links)


def _plain(text: str) -> str:
    return "\n".join(" ".join(inline.plain(part).split()) for part in inline.paragraphs(text))


def unit(placed: Placed, catalogue: Catalogue, base: str) -> Unit:
    """Return one entry as data; `base` as in `export`."""
    return Unit(
        id=placed.id,
        former=getattr(placed.entry, "former_ids", ()),
        kind=placed.kind,
        title=_title(placed),
        text=_text(placed),
        fields=_fields(placed.entry, {"title", _lead(placed.entry)}),
        links=tuple(_links(placed.entry)),
        page=base + Addresses.of(catalogue.site).entry(placed),
        source=getattr(placed.entry, "source", None),
        changed=getattr(placed.entry, "changed", None),
    )


def export(catalogue: Catalogue, base: str) -> Export:
    """Return the catalogue as data; `base` is the site's address with a slash at the end, or an empty text."""
    return _whole(catalogue, tuple(unit(placed, catalogue, base) for placed in catalogue.index.values()))


def _whole(catalogue: Catalogue, units: tuple[Unit, ...]) -> Export:
    site = catalogue.site
    licence = (site.licence.link or site.licence.title) if site.licence else ""
    return Export(version=VERSION, title=site.title, owner=site.owner, licence=licence, units=units)


def as_json(catalogue: Catalogue, base: str) -> str:
    """Return `katalog.json`: entry by entry, since all of them at once take ten times the room of their text."""
    units = [_json(unit(placed, catalogue, base)).replace("\n", "\n  ") for placed in catalogue.index.values()]
    before, none, after = _json(_whole(catalogue, ())).rpartition("[]")
    told = ",\n  ".join(units)
    return f"{before}[\n  {told}\n ]{after}\n" if units else f"{before}{none}{after}\n"


def _json(made: BaseModel) -> str:
    return made.model_dump_json(by_alias=True, exclude_defaults=True, indent=1)


def news(catalogue: Catalogue) -> list[tuple[dt.date, Placed]]:
    """Return (date, entry), the newest first: what was changed, and the pages since the catalogue was published."""
    published = catalogue.site.published
    found = []
    for placed in catalogue.index.values():
        day = getattr(placed.entry, "changed", None) or (published if not placed.anchor else None)
        if day:
            found.append((day, placed))
    return sorted(found, key=lambda row: row[0], reverse=True)[:MOST_NEWS]


def feed(catalogue: Catalogue, base: str) -> str:
    """Return the Atom feed (RFC 4287). An entry's id hangs on its permanent id, not on the page it stands on."""
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": names.words(catalogue).language.tag})
    rows, addresses = news(catalogue), Addresses.of(catalogue.site)
    _add(root, "id", f"{base}katalog.json")
    _add(root, "title", catalogue.site.title)
    _add(root, "subtitle", " ".join(catalogue.site.description.split()))
    _add(root, "updated", _moment(rows[0][0] if rows else dt.date(2026, 1, 1)))
    _add(root, "link", rel="self", href=f"{base}feed.xml", type="application/atom+xml")
    _add(root, "link", rel="alternate", href=base + addresses.page("index.md"), type="text/html")
    _add(_add(root, "author"), "name", catalogue.site.owner)
    for day, placed in rows:
        entry = _add(root, "entry")
        _add(entry, "id", f"{base}katalog.json#{placed.id}")
        _add(entry, "title", _title(placed))
        _add(entry, "updated", _moment(day))
        _add(entry, "link", rel="alternate", href=base + addresses.entry(placed), type="text/html")
        _add(entry, "category", term=placed.kind)
        _add(entry, "summary", _text(placed))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, name, attributes)
    made.text = text or None
    return made


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
