"""An owner's colour that the check accepts can be read wherever the pages set text in it."""

from __future__ import annotations

import itertools
import re

import pytest

from macros.catalogue import colours
from macros.site import Colours
from tests.support.sites import ROOT

SURFACE = re.compile(r"--(papir|flade|dyb): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
SURFACES = SURFACE.findall((ROOT / "docs/assets/css/tokens.css").read_text(encoding="utf-8"))
SOME = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in itertools.product(range(0, 256, 51), repeat=3)]


def test_surfaces_are_known() -> None:
    """The style sheet names the surfaces that text stands on, each in light and dark."""
    assert {name for name, _, _ in SURFACES} == {"papir", "flade", "dyb"}


@pytest.mark.parametrize("shade", [shade for shade in Colours.model_fields if shade not in {"top", "mark"}])
def test_an_accepted_shade_is_read_on_every_surface(shade: str) -> None:
    """Ink of a shade has the contrast of WCAG AA on paper, on fields and in panels, in light and dark."""
    alias = str(Colours.model_fields[shade].alias or shade)
    accepted = 0
    for colour in SOME:
        made = Colours.model_validate({alias: colour})
        if list(colours.weak(made)):
            continue
        accepted += 1
        ink = colours.shade_tokens(colour)[""]
        for name, light, dark in SURFACES:
            assert colours.contrast(ink[0], light) >= colours.LEAST, (colour, name)
            assert colours.contrast(ink[1], dark) >= colours.LEAST, (colour, name)
    assert accepted > 20


def test_what_can_be_read_is_as_the_standard_says() -> None:
    """On white the lightest grey that WCAG 2.2 AA lets text have is enough, and the next is not."""
    assert colours.contrast("#767676", "#ffffff") >= colours.LEAST > colours.contrast("#777777", "#ffffff")
