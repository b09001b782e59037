"""Tools a group uses together; each type of tool is a room inside this one."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.kind import Kind
from macros.marks import Findable
from macros.model import Checklist, Page, Prose


class ToolBase(Page):
    """What every tool has: when to use it, how, and (if wanted) its own checklist."""

    kind: ClassVar[str] = "værktøj"
    findable: ClassVar[Findable] = Findable(order=20)

    how: tuple[Prose, ...] = Field(alias="sådan", min_length=1, description="Sådan bruger I det, skridt for skridt.")
    checklist: Checklist | None = Field(None, alias="tjekliste", description="Værktøjets egen tjekliste.")


KIND = Kind(
    root=ToolBase,
    pattern="vaerktoejer/*.yml",
    order=70,
    overview="vaerktoejer",
    menu=False,
    front="tools",
    description="ét værktøj pr. fil; `type` siger, hvilken slags",
)
