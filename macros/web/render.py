"""Catalogue -> Markdown, through our own Jinja environment.

Templates hold all markup. They get text that is inert already: every value is escaped for HTML *and* Markdown on its
way out (`inline.escape`), missing names are errors, and the indentation of a template never reaches Markdown (where
four spaces would mean code).
"""

from __future__ import annotations

import posixpath
import re
import textwrap
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros import inline, kept, kinds, language, model, shape
from macros.catalogue import OVERVIEWS, Catalogue, Placed, names, proposing, reserved, sources, texts, walk
from macros.catalogue.addresses import PDF_OF_ALL
from macros.kind import room_of
from macros.kinds.actions.kind import Actions
from macros.kinds.sources.kind import Source
from macros.kinds.tool.platform.kind import Element
from macros.marks import Use
from macros.read.spelling import slug
from macros.site import NOWHERE, Repository

TEMPLATES = (Path(__file__).parents[1] / "templates", kinds.FOLDER)  # what all pages share, and the kinds' own
MOST = {"most_items": 500, "most_entries": 5000}  # on one page: more is slow to tick, and no way in
WORDS_A_MINUTE = 180  # a calm reading speed for prose on a screen
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
BLANK_LINES = re.compile(r"\n{3,}")


def _finalize(value: Any) -> Any:
    """Make each printed value inert, unless it is markup of our own making."""
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else inline.escape(str(value))


def _join(values: Iterable[Any], between: str = "") -> Markup:
    """Return values as one, each inert: Jinja's own filter escapes for HTML alone where one of them is markup."""
    return Markup(between).join(Markup(_finalize(value)) for value in values)


@cache
def environment() -> Environment:
    """Return the one Jinja environment for our templates: closed, escaped, strict; each is compiled once."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=kept.compiled(),
    )
    env.filters.update(join=_join, fill=language.fill, data=language.data, slug=slug)
    env.globals.update(pdf_of_all=PDF_OF_ALL, reserved=reserved.names(), proposing=proposing, **MOST)
    return env


@lru_cache(maxsize=1 << 16)
def _relative(page: str, folder: str) -> str:
    """Return the path of a page as seen from a folder."""
    return posixpath.relpath(page, folder or ".")


def _divide(word: str, divided: str) -> str:
    """Return `word` with soft hyphens where `divided` has hyphens; the case of `word` stays."""
    letters = iter(word)
    return "".join("\xad" if char == "-" else next(letters) for char in divided)


class Renderer:
    """Renders the pages of one catalogue."""

    def __init__(self, catalogue: Catalogue, pdfs: Mapping[str, int] | None = None, archive: str = "") -> None:
        self.catalogue = catalogue
        self.repository = catalogue.site.repository or NOWHERE
        self.pdfs, self.archive = pdfs or {}, archive
        self.env = environment()

    @cached_property
    def kinds(self) -> dict[str, tuple[str, str]]:
        """What each kind is called: one, and several."""
        return names.kinds(self.catalogue)

    def render(self, template: str, page: str, **context: Any) -> str:
        """Render a template as the Markdown of the page at path `page` (e.g. `temaer/x.md`).

        Raises jinja2.UndefinedError for a name the template should not have used.
        """
        view = View(self, page)
        text = self.env.get_template(template).render(
            view=view,
            catalogue=self.catalogue,
            site=self.catalogue.site,
            t=language.markup(names.code(self.catalogue)),
            phase_names=(phases := names.phases(self.catalogue)),
            phases=tuple(phases),
            **context,
        )
        return BLANK_LINES.sub("\n\n", INDENT.sub("", text)).strip() + "\n"


class View:
    """What a template may ask for while it renders one page."""

    def __init__(self, renderer: Renderer, page: str) -> None:
        self.page = page
        self._folder = posixpath.dirname(page)
        self._renderer = renderer
        self._catalogue = renderer.catalogue

    # text -----------------------------------------------------------------------------------------------------------

    def inline(self, text: str) -> Markup:
        """Return a data text as inline markup (the parent needs `markdown="span"` for links to work)."""
        return inline.render(text.replace("\n", " "), self._inline_link)

    def text(self, text: str, cls: str = "") -> Markup:
        """Return a data text as paragraphs."""
        attr = Markup(' class="{}"').format(cls) if cls else ""
        parts = [inline.render(part, self._inline_link) for part in inline.paragraphs(text)]
        return Markup("\n".join(f'<p markdown="span"{attr}>{part}</p>' for part in parts))

    def plain(self, text: str) -> str:
        """Return a data text without formatting marks, on one line."""
        return " ".join(inline.plain(text).split())

    # links ----------------------------------------------------------------------------------------------------------

    def href(self, target: str) -> Markup:
        """Return the relative `.md` address of a page (and anchor) from this page, for a Markdown link."""
        page, hash_, anchor = target.partition("#")
        return Markup(_relative(page, self._folder) + hash_ + anchor)

    def link(self, ref: str, label: str | None = None) -> Markup:
        """Return a Markdown link to `kind:id` or `side:name`, labelled with its title."""
        if ref.startswith("side:"):
            name = ref.removeprefix("side:")
            return self._markdown_link(self.side_path(name), label or self._side_title(name))
        placed = self._catalogue.find(ref)
        return self._markdown_link(placed.target, label or placed.title)

    def link_to(self, placed: Placed, label: str | None = None) -> Markup:
        """Return a Markdown link to a placed entry."""
        return self._markdown_link(placed.target, label or placed.title)

    def _markdown_link(self, target: str, label: str) -> Markup:
        text = label if isinstance(label, Markup) else inline.escape(label)
        return Markup(f"[{text}]({self.href(target)})")

    def _inline_link(self, target: str, label: str) -> Markup:
        if target.startswith("https://"):
            return Markup('<a href="{}">{}</a>').format(inline.escape(target), inline.escape(label))
        return self.link(target, label)

    def side_path(self, name: str) -> str:
        """Return the path of a page that `side:name` means."""
        return OVERVIEWS.get(name, f"{name}.md")

    def _side_title(self, name: str) -> str:
        written = self._catalogue.written_page(f"{name}.md")
        return written.title if written else name

    def footer(self) -> list[Markup]:
        """Return links to the hand-written pages that stand in the footer of every page."""
        return [self.link(f"side:{page.id}") for page in self._catalogue.written if page.in_footer]

    def pdf(self, name: str, label: str) -> Markup:
        """Return a Markdown link to a prebuilt PDF with its size, or nothing when this build has none of that name."""
        size = self._renderer.pdfs.get(name)
        if size is None:
            return Markup("")
        decimal = names.words(self._catalogue).language.decimal
        told = f"{size / 1e6:.1f} MB".replace(".", decimal) if size >= 1e6 else f"{max(1, round(size / 1000))} kB"
        return self._markdown_link(f"pdf/{name}.pdf", Markup("{} (PDF, {})").format(label, told))

    # what an entry is and where it comes from -------------------------------------------------------------------------

    def room(self, entry: Any) -> str:
        """Return the folder under `macros/kinds/` that an entry's model stands in."""
        return room_of(type(entry))

    def in_band(self, band: str) -> list[Placed]:
        """Return the entries whose pages a band of the front page lists, in reading order."""
        return [
            p for kind in kinds.KINDS if kind.front == band for p in self._catalogue.of_kind(kind.name) if not p.anchor
        ]

    def find(self, ref: str) -> Placed:
        """Return the placed entry of a reference or a bare id."""
        return self._catalogue.find(ref)

    def placed(self, entry: Any) -> Placed:
        """Return where an entry stands."""
        return self._catalogue.placed(entry)

    def kind_name(self, kind: str, *, many: bool = False) -> str:
        """Return what a kind is called on the site."""
        return self._renderer.kinds[kind][many]

    def own_name(self, kind: str, *, many: bool = True) -> str:
        """Return the catalogue's own name for several of a kind, or one; an empty text when it has the usual one."""
        return next(
            (name.many if many else name.one for name in self._catalogue.site.names if name.kind_name == kind), ""
        )

    def counted(self, kind: str, count: int) -> tuple[int, str]:
        """Return a number and what so many of a kind are called, to stand after it."""
        return count, self.kind_name(kind, many=count != 1).lower()

    def source(self, entry: Any) -> Placed | None:
        """Return the entry's source, or None when it is our own."""
        return self._catalogue.find(entry.source) if entry.source else None

    def sources_on(self, entry: Any) -> list[Placed]:
        """Return every source used on the page of `entry`, in order of first use."""
        return [self._catalogue.find(name) for name in sources(entry)]

    def has_own(self, entry: Any) -> bool:
        """Whether anything on the page of `entry` is our own addition."""
        return any(getattr(e, "origin", "kilde") == "egen" for _, e in walk(entry))

    def former(self, entry: Any) -> list[str]:
        """Return the former ids of an entry, or of a part of a page, that no page uses itself."""
        own = [] if hasattr(entry, "kind") else entry.former_ids  # a hand-written page's are checked by themselves
        return [old for old in entry.former_ids if old in own or not reserved.refusal(old, self._catalogue.index)]

    def edit_url(self, entry: Any) -> str:
        """Return the address that edits the entry where its file is kept, or an empty text."""
        placed = self._catalogue.placed(entry)
        return self._renderer.repository.edit(placed.file, placed.line)

    @property
    def repository(self) -> Repository:
        """Where the data files are kept."""
        return self._renderer.repository

    def see_also(self, entry: Any, room: int | None = None) -> list[Markup]:
        """Return links to all that an entry points at, then to what points at it, as far as there is `room`."""
        own = [self.link(ref) for ref in getattr(entry, "see", ())]
        left = None if room is None else max(0, room - len(own))
        return own + [self.link_to(placed) for placed in self.pointing_here(entry)[:left]]

    def pointing_here(self, entry: Any) -> list[Placed]:
        """Return the entries that point at this one and that it does not itself point at."""
        own = {ref.rpartition(":")[2] for ref in getattr(entry, "see", ())}
        return [p for p in self._catalogue.backlinks.get(entry.id, ()) if p.id not in own and p.id != entry.id]

    def uses_of(self, source: Source) -> list[Placed]:
        """Return the pages that use a source, in reading order."""
        return list(self._catalogue.by_source.get(source.id, ()))

    def inside(self, page: Placed) -> list[Placed]:
        """Return the entries that stand on the page of an entry, itself left out, in reading order."""
        return [p for p in self._catalogue.by_page[page.page] if p.id != page.id]

    def questions_about(self, element: Element) -> list[Placed]:
        """Return the interview questions asked about an element of a platform, in order."""
        groups = (g for p in self._catalogue.of_kind("værktøj") for g in getattr(p.entry, "groups", ()))
        return [self.placed(q) for g in groups if g.element == f"element:{element.id}" for q in g.questions]

    def item_count(self, checklist: model.Checklist) -> int:
        """Return how many items a checklist has."""
        return sum(len(items) for _, items in checklist.by_phase())

    def items_of_checklists(self) -> int:
        """Return how many items the checklists have in all: those of the page of checklists, and no other."""
        return sum(self.item_count(placed.entry.checklist) for placed in self._catalogue.checklists())

    def action_count(self, actions: Actions) -> int:
        """Return how many actions there are in all groups."""
        return sum(len(group.actions) for group in actions.groups)

    def wrap(self, text: str, width: int) -> list[str]:
        """Return a title in lines of at most `width` characters, for a label in a drawing; long words stay whole."""
        return textwrap.wrap(text, max(8, width), break_long_words=False)

    def hyphenated(self, title: str) -> Markup:
        """Return a title with soft hyphens in the words that `ord.yml` divides, so that none breaks a narrow page."""
        words, long = self._catalogue.hyphenation, self._catalogue.long_words
        if long:
            title = long.sub(lambda m: _divide(m.group(), words[(m.lastindex or 1) - 1]), title)
        return Markup("&shy;").join(inline.escape(part) for part in title.split("\xad"))

    def minutes(self, entry: Any) -> int:
        """Return how many minutes the entry's page takes to read, at least one."""
        read = (one.text for one in texts(entry) if one.info and Use.READING in shape.uses(one.info))
        words = sum(len(text.split()) for text in read)
        return max(1, round(words / WORDS_A_MINUTE))
