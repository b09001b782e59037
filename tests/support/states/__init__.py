"""States that a page can be in when it is used, each made as a reader comes to it: for axe, in all sizes and colours.

A state is a function of a fresh page and the site's address. What a page has when it is only opened is no state here.
"""

from __future__ import annotations

from tests.support.states import met, own, tools
from tests.support.states.table import STATES

__all__ = ["STATES", "met", "own", "tools"]
