"""Data -> pages. Here only the macros that a page may call are registered."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

BEGAN = time.time()  # before any other module of ours is read (`kept` asks)


def define_env(env: Any) -> None:
    """Register the macros (called by mkdocs-macros-plugin; cheap, since other generators call it once a page)."""
    from macros import building

    root = Path(env.project_dir).resolve()

    def katalogside(path: str) -> str:
        return building.begun(root).body(path)

    def katalogdel(template: str, page: str) -> str:
        return building.begun(root).renderer.render(f"dele/{template}.md.j2", page)

    env.macro(katalogside)
    env.macro(katalogdel)
