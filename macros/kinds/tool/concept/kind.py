"""A concept and its opposite."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.kind import Type
from macros.kinds.tool.kind import ToolBase
from macros.model import Entry


class ConceptTool(ToolBase):
    """A concept and its opposite."""

    type: Literal["begreb"] = Field(alias="type", description="begreb")
    sides: tuple[Entry, ...] = Field(alias="sider", min_length=2, description="Begrebet og dets modsætning.")


TYPE = Type(ConceptTool, order=10)
