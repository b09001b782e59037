"""A set of questions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.kind import Type
from macros.kinds.tool.kind import ToolBase
from macros.marks import NotFor, Use
from macros.model import Entry, Question, Role


class QuestionsTool(ToolBase):
    """A set of questions a group answers, with an introduction and (if any) roles."""

    type: Annotated[Literal["spørgsmål"], NotFor(Use.REPORT)] = Field(
        alias="type", description="Værktøjets type: spørgsmål."
    )
    background: tuple[Entry, ...] = Field((), alias="baggrund", description="Det, man skal vide først.")
    roles: tuple[Role, ...] = Field((), alias="roller", description="Roller, som spørgsmålene handler om.")
    questions: tuple[Question, ...] = Field(alias="spørgsmål", min_length=1, description="Spørgsmålene.")


TYPE = Type(QuestionsTool, order=50)
