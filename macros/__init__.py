"""På tværs: data -> pages. Here only the macros that a page may call are registered."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Register the macros (called by mkdocs-macros-plugin; cheap, since other generators call it once a page)."""
    from macros import pages, pdf
    from macros.catalogue import load_cached
    from macros.render import Renderer

    root = Path(env.project_dir)

    def renderer() -> Renderer:
        loaded = load_cached(root / "data", root / "docs")
        if loaded.catalogue is None:
            raise ValueError(f"data/ har {len(loaded.problems)} fejl: kør python -m macros.check")
        pdfs = pdf.made(root / pdf.FOLDER, root / "data")
        return Renderer(loaded.catalogue, pages.repository(env.conf["extra"]), pdfs)

    def katalogside(path: str) -> str:
        made = renderer()
        return pages.body(made, pages.pages(made.catalogue)[path])

    def katalogdel(template: str, page: str) -> str:
        return renderer().render(f"dele/{template}.md.j2", page)

    env.macro(katalogside)
    env.macro(katalogdel)
