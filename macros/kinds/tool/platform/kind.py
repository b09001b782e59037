"""A platform drawn from its elements."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.kind import Type
from macros.kinds.tool.kind import ToolBase
from macros.marks import Findable, NotFor, Use
from macros.model import Entry


class Element(Entry):
    """One element of a platform; `plads` says where it stands in the drawing."""

    kind: ClassVar[str] = "element"
    findable: ClassVar[Findable] = Findable(order=110, brief=True)

    spot: Literal["hængsel", "midte", "bund"] = Field(
        alias="plads", description="Hvor elementet står i tegningen: hængsel (yderst), midte eller bund."
    )


class PlatformTool(ToolBase):
    """A model of the conditions for leadership, drawn from its elements."""

    type: Annotated[Literal["platform"], NotFor(Use.REPORT)] = Field(
        alias="type", description="Værktøjets type: platform."
    )
    elements: tuple[Element, ...] = Field(alias="elementer", min_length=2, description="Elementerne i rækkefølge.")


TYPE = Type(PlatformTool, order=20)
