"""Dimensions by two poles."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from macros.kind import Type
from macros.kinds.tool.kind import ToolBase
from macros.marks import Findable, NotFor, Use
from macros.model import LETTERS, Entry, Heading, Id, Model, Prose


class Pole(Model):
    """One end of the matrix: its name, when it fits, and what it costs."""

    heading: ClassVar[str] = "Pol"

    id: Annotated[Id, NotFor(Use.READING)] = Field(alias="id", description="Fast navn.")
    title: Heading = Field(alias="titel", description="Polens navn.")
    text: Prose = Field(alias="tekst", description="Hvad den er, hvornår den passer, og hvor den er sårbar.")


class Cell(Model):
    """What one dimension asks and says at one pole."""

    heading: ClassVar[str] = "Felt i matrix"

    question: Prose = Field(alias="spørgsmål", description="Spørgsmålet i feltet.")
    concept: Annotated[Prose, LETTERS] = Field(alias="begreb", description="Begrebet i feltet.")


class Dimension(Entry):
    """A row of the matrix, with a cell at each pole (first and second)."""

    kind: ClassVar[str] = "dimension"
    findable: ClassVar[Findable] = Findable(order=130, brief=True)

    first: Cell = Field(alias="første", description="Feltet ved første pol.")
    second: Cell = Field(alias="anden", description="Feltet ved anden pol.")


class MatrixTool(ToolBase):
    """Dimensions by two poles, once as questions, once as concepts."""

    type: Annotated[Literal["matrix"], NotFor(Use.REPORT)] = Field(alias="type", description="Værktøjets type: matrix.")
    poles: tuple[Pole, ...] = Field(alias="poler", min_length=2, max_length=2, description="De to poler.")
    dimensions: tuple[Dimension, ...] = Field(alias="dimensioner", min_length=1, description="Rækkerne.")


TYPE = Type(MatrixTool, order=60)
