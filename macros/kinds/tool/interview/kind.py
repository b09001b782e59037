"""An interview in turns, with questions under the elements of a platform."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.kind import Type
from macros.kinds.tool.kind import ToolBase
from macros.marks import NotBefore, NotFor, Sample, Use
from macros.model import Model, Question, Ref, Role


class QuestionGroup(Model):
    """Questions asked under one element of a platform."""

    heading: ClassVar[str] = "Gruppe af spørgsmål"

    element: Annotated[Ref, NotFor(Use.RELATED), Sample("element:id")] = Field(
        alias="element", description="Elementet, som element:id."
    )
    questions: tuple[Question, ...] = Field(alias="spørgsmål", min_length=1, description="Spørgsmålene.")


class InterviewTool(ToolBase):
    """An interview guide with roles taken in turn and questions grouped by element."""

    type: Annotated[Literal["interview"], NotFor(Use.REPORT)] = Field(
        alias="type", description="Værktøjets type: interview."
    )
    fewest: Annotated[int, Field(ge=2, le=10)] = Field(alias="mindst", description="Mindste antal deltagere.")
    most: Annotated[int, Field(ge=2, le=10), NotBefore("fewest")] = Field(
        alias="højst", description="Største antal deltagere."
    )
    per_interview: Annotated[int, Field(ge=1, le=240)] = Field(alias="minutter_pr_interview", description="Minutter.")
    roles: tuple[Role, ...] = Field(alias="roller", min_length=2, description="Rollerne, der skiftes mellem.")
    groups: tuple[QuestionGroup, ...] = Field(alias="grupper", min_length=1, description="Spørgsmål efter element.")


TYPE = Type(InterviewTool, order=30)
