"""Catalogue -> what a PDF is set from: plain values, ready for JSON. Knows no engine.

Every text becomes paragraphs of runs (`Runs`), so that nothing a person wrote is ever read as markup by the engine.
A reference becomes a label with either an id in the same document or an address on the site.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros import inline, language, model, shape
from macros.catalogue import Catalogue, Placed, names, references, walk
from macros.catalogue.addresses import PDF_OF_ALL, Addresses
from macros.kind import Kind, Whole, room_of
from macros.kinds import KINDS
from macros.kinds.sources.kind import Source, Sources
from macros.marks import Use
from macros.paper.drawn import colours, motif, owned

LONG_WORD = 12  # shorter words are never divided: the patterns leave too odd pieces of them

WORD = re.compile(r"[^\W\d_]+")

Segment = str | list[str]
Run = dict[str, Any]
Runs = list[list[Run]]


# To try all eight masks for the one that looks best takes three times as long, and any of them can be read.
QR: dict[str, Any] = {"error": "m", "mask": 3, "micro": False}


def qr(url: str) -> str:
    """Return the QR code of an address as an SVG (error correction M, a quiet zone of four modules)."""
    import segno  # here, since it brings more with it than most runs need

    out = io.BytesIO()
    segno.make(url, **QR).save(out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False)
    return out.getvalue().decode("utf-8")


def margins(head: str, number: str) -> str:
    """Return the style sheet that puts a text at the top left of every printed page, and its number at the foot.

    `number` is the word with the places `{n}` and `{alle}`: which page it is, and of how many.
    """
    counters = {"n": "counter(page)", "alle": "counter(pages)"}
    told = [counters[part] if i % 2 else _css(part) for i, part in enumerate(language.PLACE.split(number)) if part]
    return f"@page {{ @top-left {{ content: {_css(head)}; }} @bottom-right {{ content: {' '.join(told)}; }} }}\n"


def _css(text: str) -> str:
    """Return a text as CSS writes it."""
    return json.dumps(text, ensure_ascii=False)


class Paper:
    """Makes the documents of one catalogue; `base` is the site's address and ends with a slash."""

    def __init__(self, catalogue: Catalogue, base: str) -> None:
        self.catalogue = catalogue
        self.base = base.rstrip("/") + "/"
        self.addresses = Addresses.of(catalogue.site)
        self.words = names.words(catalogue)
        self.named, self.shades = colours(owned(catalogue.site))

    def url(self, placed: Placed) -> str:
        """Return the whole address of an entry on the site."""
        return self.base + self.addresses.entry(placed)

    def names(self) -> list[str]:
        """Return the name of every document: each entry with a page, in reading order, and last the whole."""
        return [placed.id for placed in self.catalogue.with_page()] + [PDF_OF_ALL]

    def document(self, name: str) -> dict[str, Any]:
        """Return all that the document `name` is set from. Raises KeyError when there is none of that name."""
        if name == PDF_OF_ALL:
            return self._whole()
        placed = self.catalogue.index[name]
        texts = Texts(self, {e.id for _, e in walk(placed.entry)}, [placed.entry])
        return {
            **self._frame(placed.entry.shade, texts, self.url(placed)),
            "title": placed.title,
            "kicker": self._kicker(placed),
            "minutes": placed.entry.minutes,
            "summary": texts.runs(placed.entry.summary),
            "whole": False,
            "chapters": [self._chapter(placed, texts)],
        }

    def _whole(self) -> dict[str, Any]:
        site, pages = self.catalogue.site, self.catalogue.with_page()
        extra = [(kind, part) for kind in KINDS if kind.whole for part in self.catalogue.held(kind.room)]
        told = [part for kind, part in extra]
        texts = Texts(self, set(self.catalogue.index), [*(p.entry for p in pages), *told, *self.catalogue.all(Sources)])
        chapters = [self._chapter(placed, texts) for placed in pages]
        for kind, part in extra:
            if kind.whole and any(walk(part)):  # nothing to set where no entry stands
                at = 0 if kind.whole.first else len(chapters)
                chapters.insert(at, self._extra(kind, kind.whole, part, texts))
        return {
            **self._frame("fjord", texts, self.base + self.addresses.page("index.md")),
            "title": site.title,
            "kicker": site.owner if site.owner != site.title else self.words.paper.whole,
            "minutes": None,
            "summary": texts.letters(site.tagline),
            "front": {"title": texts.letters(site.front.title), "text": texts.runs(site.front.text)},
            "whole": True,
            "chapters": chapters,
        }

    def _frame(self, shade: str, texts: Texts, url: str) -> dict[str, Any]:
        site = self.catalogue.site
        return {
            "words": {**self.words.plain(), "kinds": self._kinds()},
            "site": {"title": site.title, "tagline": site.tagline, "owner": site.owner},
            "url": url,
            "short": url.removeprefix("https://").rstrip("/"),
            "qr": qr(url),
            "motif": motif(self.shades[shade], self.named) if site.motif else "",
            "colours": self.named,
            "shade": self.shades[shade],
            "sources": [self._source(source, texts) for source in texts.sources],
            "own": texts.own,
        }

    def _kinds(self) -> dict[str, dict[str, str]]:
        return {kind: {"one": one, "many": many} for kind, (one, many) in names.kinds(self.catalogue).items()}

    def _chapter(self, placed: Placed, texts: Texts) -> dict[str, Any]:
        return {
            "room": room_of(type(placed.entry)),
            "kicker": self._kicker(placed),
            "shade": self.shades[placed.entry.shade],
            "entry": texts.value(placed.entry),
        }

    def _extra(self, kind: Kind, whole: Whole, part: BaseModel, texts: Texts) -> dict[str, Any]:
        """Return the chapter of what has no page of its own; without a title it has that of its overview."""
        entry = texts.value(part)
        if kind.overview:
            entry.setdefault("title", texts.letters(names.titles(self.catalogue)[kind.overview]))
        kicker = self.words.paper[whole.kicker]
        return {"room": kind.room, "kicker": kicker, "shade": self.shades["skifer"], "entry": entry}

    def _kicker(self, placed: Placed) -> str:
        same = self.catalogue.of_kind(placed.kind)
        one, _ = names.kinds(self.catalogue)[placed.kind]
        if len(same) == 1:
            return one
        return language.fill(self.words.entry.numbered, x=one, n=same.index(placed) + 1, alle=len(same))

    def _source(self, source: Source, texts: Texts) -> dict[str, Any]:
        about = [part for part in (source.author, source.year, source.publisher) if part]
        url = source.link or self.url(self.catalogue.placed(source))
        return {
            "id": source.id,
            "title": texts.letters(source.title),
            "about": texts.letters(" ".join(part.rstrip(".") + "." for part in about)),
            "note": texts.runs(source.note or ""),
            "url": url,
            "short": "" if not source.link else url.removeprefix("https://").removeprefix("www.").rstrip("/"),
        }


class Texts:
    """Turns the values of one document into plain ones; knows which ids and sources stand in that document."""

    def __init__(self, paper: Paper, inside: set[str], parts: list[BaseModel]) -> None:
        self.paper, self.catalogue = paper, paper.catalogue
        entries = [entry for part in parts for _, entry in walk(part)]
        used = {getattr(entry, "source", None) for entry in entries}
        linked = {ref.rpartition(":")[2] for entry in entries for ref in references(entry)}
        listed = {entry.id for entry in entries if isinstance(entry, Source)}
        self.sources = [
            s for part in self.catalogue.all(Sources) for s in part.sources if s.id in used | linked | listed
        ]
        self.own = any(getattr(entry, "origin", "") == "egen" for entry in entries)
        self.inside = inside | {source.id for source in self.sources}

    def value(self, part: BaseModel) -> dict[str, Any]:
        """Return a model as a dictionary of plain values: texts as `Runs`, references resolved, dates in ISO."""
        if isinstance(part, model.Checklist):
            called, lists = names.phases(self.catalogue), part.by_phase()
            return {"phases": [[called[phase], [self.value(item) for item in items]] for phase, items in lists]}
        found = {name: self._field(info, getattr(part, name)) for name, info in type(part).model_fields.items()}
        if source := getattr(part, "source", None):
            found["source"] = self.reference(f"kilde:{source}")
        if hasattr(part, "origin"):
            found["own"] = part.origin == "egen"
        return found

    def _field(self, info: FieldInfo, value: Any) -> Any:
        if isinstance(value, tuple):
            return [self._field(info, item) for item in value]
        if isinstance(value, BaseModel):
            return self.value(value)
        if isinstance(value, dt.date):
            return value.isoformat()
        return self._text(info, value) if isinstance(value, str) else value

    def _text(self, info: FieldInfo, value: str) -> Any:
        if shape.is_reference(info):
            return self.reference(value)
        if Use.PAPER not in shape.uses(info):
            return value
        return self.runs(value) if shape.is_inline(info) else self.letters(value)

    def reference(self, ref: str, label: str = "") -> dict[str, Any]:
        """Return what `kind:id` or `side:name` leads to: a label, and an id in this document or an address."""
        kind, _, name = ref.rpartition(":")
        if kind == "side":
            title = names.titles(self.catalogue).get(name, name)
            return {"label": label or title, "url": self.paper.base + self.paper.addresses.side(name)}
        placed = self.catalogue.find(ref)
        if placed.id not in self.inside:
            return {"label": label or placed.title, "url": self.paper.url(placed)}
        found = {"label": label or placed.title, "id": placed.id}
        if kind == "kilde":
            found["number"] = str(1 + [source.id for source in self.sources].index(placed.id))
        return found

    def runs(self, text: str) -> Runs:
        """Return a data text as paragraphs of runs: bold, italic, links; long words ready to be divided."""
        return [list(self._runs(part)) for part in inline.paragraphs(text)]

    def letters(self, text: str) -> Runs:
        """Return a text that is read without marks as a paragraph of one run."""
        return [list(self._run(text))]

    def _runs(self, text: str) -> Iterator[Run]:
        at = 0
        for match in inline.TOKEN.finditer(text):
            yield from self._run(text[at : match.start()])
            at = match.end()
            if match.group("bold"):
                yield from self._run(match.group("bold"), style="bold")
            elif match.group("italic"):
                yield from self._run(match.group("italic"), style="italic")
            else:
                yield from self._link(match.group("label"), match.group("target"))
        yield from self._run(text[at:])

    def _run(self, text: str, **more: str) -> Iterator[Run]:
        if text:
            yield {"text": list(self._segments(text)), **more}

    def _link(self, label: str, target: str) -> Iterator[Run]:
        if target.startswith("https://"):
            yield from self._run(label, url=target)
        else:
            found = self.reference(target)
            yield from self._run(label, **{key: found[key] for key in ("id", "url") if key in found})

    def _segments(self, text: str) -> Iterator[Segment]:
        """Yield the text, with each word that may be divided on its own: as its parts, or whole for the patterns."""
        at = 0
        for match in WORD.finditer(text):
            word = match.group()
            parts = self._parts(word)
            if len(parts) > 1 or len(word) >= LONG_WORD:
                if text[at : match.start()]:
                    yield text[at : match.start()]
                yield parts
                at = match.end()
        if text[at:]:
            yield text[at:]

    def _parts(self, word: str) -> list[str]:
        """Return the parts `ord.yml` divides a word into; the case of the word stays."""
        parts, at = [], 0
        lengths = self._divided.get(word.casefold(), [])
        for length in lengths if sum(lengths) == len(word) else [len(word)]:
            parts.append(word[at : at + length])
            at += length
        return parts

    @cached_property
    def _divided(self) -> dict[str, list[int]]:
        return {
            word.replace("-", "").casefold(): [len(part) for part in word.split("-")]
            for word in self.catalogue.hyphenation
        }


def plain(runs: Runs) -> str:
    """Return the text of runs without styles and links, its paragraphs apart by a space."""
    return " ".join(
        "".join(s if isinstance(s, str) else "".join(s) for run in paragraph for s in run["text"]) for paragraph in runs
    )
