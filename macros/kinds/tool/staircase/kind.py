"""A staircase of maturity."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from macros.kind import Type
from macros.kinds.tool.kind import ToolBase
from macros.marks import Findable, NotBefore, NotFor, Use
from macros.model import Entry, Prose


class Step(Entry):
    """A step of a staircase: description, self-description, advice."""

    kind: ClassVar[str] = "trin"
    findable: ClassVar[Findable] = Findable(order=120, brief=True)

    self_description: Prose = Field(alias="selvbeskrivelse", description="Trinnet sagt af dem, der står på det.")
    advice: Prose = Field(alias="råd", description="Katalogets råd til næste skridt fra dette trin.")


class Advice(Entry):
    """What is advised on a run of steps."""

    kind: ClassVar[str] = "anbefaling"
    findable: ClassVar[Findable] = Findable(weight=0.9, order=150, brief=True)

    from_step: Annotated[int, Field(ge=1, le=20)] = Field(alias="fra", description="Første trin, som tal.")
    to_step: Annotated[int, Field(ge=1, le=20), NotBefore("from_step")] = Field(
        alias="til", description="Sidste trin, som tal."
    )


class StaircaseTool(ToolBase):
    """A staircase of maturity with advice for where one stands."""

    type: Annotated[Literal["trappe"], NotFor(Use.REPORT)] = Field(alias="type", description="Værktøjets type: trappe.")
    steps: tuple[Step, ...] = Field(alias="trin", min_length=2, description="Trinnene nedefra og op.")
    advice: tuple[Advice, ...] = Field(alias="anbefalinger", min_length=1, description="Råd efter hvor man står.")

    @field_validator("advice")
    @classmethod
    def _on_the_staircase(cls, value: tuple[Advice, ...], info: ValidationInfo) -> tuple[Advice, ...]:
        top = len(info.data["steps"]) if "steps" in info.data else 0
        for i, advice in enumerate(value):
            if top and advice.to_step > top:
                raise PydanticCustomError("no_step", "trin", {"at": (i, "til"), "given": advice.to_step, "top": top})
        return value


TYPE = Type(StaircaseTool, order=40)
