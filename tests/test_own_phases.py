"""A catalogue with phases of its own is told of in texts that do not name the usual three."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import language
from macros.catalogue import Catalogue, load, names
from macros.site import Phase
from macros.web import finding, pages
from macros.web.render import Renderer
from tests.support.sites import FIXTURE, ROOT


def usual(catalogue: Catalogue) -> list[str]:
    """Return the texts that name the usual phases, up to their first place."""
    t = names.words(catalogue)
    texts = [t.overviews.tjeklister.about, t.front.checklists, t.theme.checklist, t.checklists.intro, t.search.phase]
    return [max(language.PLACE.split(text)[::2], key=len).strip() for text in texts]


def told(catalogue: Catalogue, folder: Path) -> str:
    """Return all that stands on the pages of a catalogue, the front page too, and in its index."""
    pages.write(catalogue, folder)
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]
    texts.append(Renderer(catalogue).render("dele/forside.md.j2", "index.md"))
    return " ".join([*texts, *(record.text for record in finding.records(catalogue))])


@pytest.mark.parametrize("own", [True, False])
def test_texts_follow_the_phases(tmp_path: Path, own: bool) -> None:
    """The usual texts stand where the phases are the usual, and none of them where they are not."""
    loaded = load(FIXTURE, ROOT / "docs").catalogue
    assert loaded
    given = tuple(Phase(id=key, titel=f"Fase {n}") for n, key in enumerate(names.phases(loaded), 1))
    site = loaded.site.model_copy(update={"phases": given if own else ()})
    object.__setattr__(loaded, "site", site)
    text = told(loaded, tmp_path)
    assert [word in text for word in usual(loaded)] == [not own] * len(usual(loaded))
