"""The engine's own faults as errors of Python's, so that one picture or page costs the others nothing.

What it refuses it says by an error of its own. Where it ends in the middle instead, that reaches Python as something
that is no `Exception`, and would end every command.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")
PANIC = "PanicException"


class EngineFault(Exception):
    """The engine ended in the middle of its work."""


def calm(work: Callable[[], Made]) -> Made:
    """Return what a piece of work of the engine's makes. Raises EngineFault, or what the engine says of a mistake."""
    try:
        return work()
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise EngineFault(str(error)) from None
