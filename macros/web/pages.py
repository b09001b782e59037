"""Catalogue -> the pages of the site and its menu. Knows no MkDocs.

`python -m macros.pages FOLDER` writes the finished Markdown to disk, so that any Markdown site generator can build
the same catalogue.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import inline, kinds
from macros.catalogue import LISTS, OVERVIEWS, Catalogue, Placed, load_cached, names
from macros.catalogue.addresses import PDF_OF_ALL
from macros.folders import data_folder
from macros.paper import press as pdf
from macros.site import WrittenPage
from macros.web import facets
from macros.web.render import Renderer


@dataclass(frozen=True)
class SitePage:
    """A generated page: where it stands, what it is called, and the call that renders its body."""

    path: str
    title: str
    description: str
    template: str
    id: str = ""
    shade: str = ""

    @property
    def meta(self) -> dict[str, str]:
        """What the skeleton may ask of the page: the fields of its front matter."""
        fields = {"title": self.title, "description": self.description, "farve": self.shade, "id": self.id}
        return {key: value for key, value in fields.items() if value}

    @property
    def call(self) -> str:
        """The body as a macro call: the macros plugin turns it into Markdown."""
        return f'{{{{ katalogside("{self.path}") }}}}'


def pages(catalogue: Catalogue) -> dict[str, SitePage]:
    """Return every generated page by its path."""
    found = [_entry_page(placed) for placed in catalogue.with_page()]
    found += [_written_page(page) for page in catalogue.written]
    found += [
        SitePage(OVERVIEWS[name], *told, template=_overview(name)) for name, told in names.overviews(catalogue).items()
    ]
    return {page.path: page for page in found}


def _overview(name: str) -> str:
    """Return the template of an overview: of all kinds, of the pages of one, or a kind's only page."""
    kind = LISTS.get(name)
    if not kind:
        return f"{name}.md.j2"
    return "oversigt.md.j2" if kind.is_folder else f"{kind.room}/page.md.j2"


def _entry_page(placed: Placed) -> SitePage:
    entry = placed.entry
    return SitePage(
        placed.page,
        placed.title,
        " ".join(inline.plain(entry.summary).split()),
        f"{kinds.named(placed.kind).room}/page.md.j2",
        placed.id,
        entry.shade,
    )


def _written_page(page: WrittenPage) -> SitePage:
    return SitePage(f"{page.id}.md", page.title, " ".join(page.summary.split()), "side.md.j2", shade=page.shade)


def front_matter(page: SitePage) -> str:
    """Return the page's front matter as YAML (every value a quoted JSON string, which is valid YAML)."""
    rows = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in page.meta.items()]
    return "\n".join(["---", *rows, "---", "", ""])


def body(renderer: Renderer, page: SitePage) -> str:
    """Return the page's Markdown."""
    entry = renderer.catalogue.index[page.id].entry if page.id else None
    entry = entry or renderer.catalogue.written_page(page.path)
    context: dict[str, Any] = {}
    if page.template == "find.md.j2":
        context["finder"] = facets.finder(renderer.catalogue)
    if page.template == "offline.md.j2":
        context |= {"papers": _papers(renderer), "titles": names.titles(renderer.catalogue), "zip": renderer.archive}
    kind = next((one for one in LISTS.values() if one.overview_page == page.path), None)
    return renderer.render(page.template, page.path, entry=entry, kind=kind, **context)


def _papers(renderer: Renderer) -> list[tuple[str, str]]:
    """Return path and title of each PDF there is, that of the whole first."""
    whole = str(names.words(renderer.catalogue).paper.whole)
    titled = {PDF_OF_ALL: whole, **{placed.id: placed.title for placed in renderer.catalogue.with_page()}}
    return [(f"pdf/{name}.pdf", title) for name, title in titled.items() if name in renderer.pdfs]


@dataclass(frozen=True)
class MenuItem:
    """A page in the menu."""

    title: str
    path: str


def menu(catalogue: Catalogue, title_of: Callable[[str], str]) -> Iterator[tuple[str, list[MenuItem]]]:
    """Yield (heading, items) of the menu; `title_of` names a hand-written page by its path.

    `kind:*` in the data stands for every page of that kind that no other line of the menu names, in reading order.
    """
    refs = [ref for group in catalogue.site.menu for ref in group.pages]
    named = {ref.rpartition(":")[2] for ref in refs if not ref.startswith("side:")}
    titles = names.titles(catalogue)
    for group in catalogue.site.menu:
        items: list[MenuItem] = []
        for ref in group.pages:
            kind, _, name = ref.partition(":")
            if name == "*":
                rest = [p for p in catalogue.of_kind(kind) if not p.anchor and p.id not in named]
                items += [MenuItem(p.title, p.page) for p in rest]
            elif kind == "side":
                path = OVERVIEWS.get(name, f"{name}.md")
                items.append(MenuItem(titles[name] if name in titles else title_of(path), path))
            else:
                placed = catalogue.find(ref)
                items.append(MenuItem(placed.title, placed.page))
        yield group.title, items
    yield from _unnamed(catalogue, named)


def _unnamed(catalogue: Catalogue, named: set[str]) -> Iterator[tuple[str, list[MenuItem]]]:
    """Yield a group of each kind that asks for a place in the menu and has none in katalog.yml."""
    refs = {ref for group in catalogue.site.menu for ref in group.pages}
    for kind in kinds.KINDS:
        placed = [p for p in catalogue.of_kind(kind.name) if not p.anchor]
        if kind.menu and placed and not refs & {f"{kind.name}:*", f"side:{kind.overview}", *(p.ref for p in placed)}:
            yield names.kinds(catalogue)[kind.name][1], [MenuItem(p.title, p.page) for p in placed if p.id not in named]


def write(catalogue: Catalogue, folder: Path, pdfs: Mapping[str, int] | None = None) -> int:
    """Write every generated page to `folder`, with links to the PDFs there are (name and size); return how many."""
    renderer = Renderer(catalogue, pdfs)
    for page in pages(catalogue).values():
        target = folder / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(front_matter(page) + body(renderer, page), encoding="utf-8")
    return len(pages(catalogue))


def main(argv: list[str] | None = None) -> int:
    """Write the pages of this repository's catalogue to the folder named; return the exit code."""
    argv = sys.argv[1:] if argv is None else argv
    data = data_folder(Path("."))
    loaded = load_cached(data, Path("docs"))
    if not loaded.catalogue or len(argv) != 1:
        print("Brug: python -m macros.pages MAPPE (og data uden fejl, se python -m macros.check)")
        return 1
    print(f"{write(loaded.catalogue, Path(argv[0]), pdf.made(Path(pdf.FOLDER), data))} sider er skrevet.")
    return 0
