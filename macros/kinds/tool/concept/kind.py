"""A concept and its opposite."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.kind import Type
from macros.kinds.tool.kind import ToolBase
from macros.marks import NotFor, Use
from macros.model import Entry


class ConceptTool(ToolBase):
    """A concept and its opposite."""

    type: Annotated[Literal["begreb"], NotFor(Use.REPORT)] = Field(alias="type", description="Værktøjets type: begreb.")
    sides: tuple[Entry, ...] = Field(alias="sider", min_length=2, description="Begrebet og dets modsætning.")


TYPE = Type(ConceptTool, order=10)
