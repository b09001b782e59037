"""Which files a data folder holds, which kind each is of, and the pages that are made of no single entry."""

from __future__ import annotations

from pathlib import Path

from macros import model, shape
from macros.folders import is_leftover
from macros.kind import FRONT, Kind
from macros.kinds import KINDS
from macros.read.document import Value
from macros.site import Site, WrittenPage

WITH_PAGE = shape.kinds(model.Page)  # the kinds whose entries have a page each

FILES: tuple[Kind, ...] = (
    Kind(Site, "katalog.yml", 0, "katalogets navn, forsidens tekst, rækkefølge og menu", at=FRONT, required=True),
    *KINDS,
    Kind(WrittenPage, "sider/*.yml", 1000, "sider, der står for sig: om, privatliv, tilgængelighed", at="{id}.md"),
)

# Pages that are made from the data but belong to no single entry, by the name that `side:` uses: what is made of all
# kinds, then what lists one, those that are a kind's only page first.
MADE_OF_ALL = ("find", "indhold", "tjeklister", "samarbejder", "haefte", "foreslaa", "gendan", "offline", "selvtest")
LISTS = {kind.overview: kind for kind in sorted(KINDS, key=lambda one: one.is_folder) if kind.overview}
OVERVIEWS = {name: f"{name}.md" for name in MADE_OF_ALL} | {name: kind.overview_page for name, kind in LISTS.items()}


def fits(value: Value, kind: Kind) -> bool:
    """Whether a file's outermost fields are those of a kind: none unknown, none that must be there missing."""
    if not isinstance(value, dict) or not value:
        return False
    models = shape.narrowed(shape.models_in(kind.model), value)
    must = {info.alias for cls in models for info in cls.model_fields.values() if info.is_required()}
    needed = must if len(models) == 1 else {"type"}
    return set(value) <= set(shape.keys(models)) and needed <= set(value)


def files_of(kind: Kind, data: Path) -> list[Path]:
    """Return the files of a kind in a data folder, without what is some program's own."""
    return sorted(p for p in data.glob(kind.pattern) if p.is_file() and not is_leftover(p.name))


def folders(data: str) -> str:
    """Return the folders that data files may lie in, as a Danish list; `data` is the name of the whole."""
    names = [f"{data}/", *(f"{data}/{kind.pattern.partition('/')[0]}" for kind in FILES if kind.is_folder)]
    return f"{', '.join(names[:-1])} eller {names[-1]}"


def served(page: str) -> str:
    """Return what the site calls a page: `x.md` and `x/index.md` are served at the same address."""
    return page.removesuffix(".md").removesuffix("/index")


def likely(value: Value) -> Kind | None:
    """Return the one kind whose fields a file's outermost fields are; None when none or several could be meant."""
    found = [kind for kind in FILES if fits(value, kind)]
    return found[0] if len(found) == 1 else None
