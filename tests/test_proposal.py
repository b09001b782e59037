"""Issue forms become YAML an editor can paste."""

from __future__ import annotations

import re

import pytest
import yaml

from macros import proposal
from macros.kinds.theme.kind import Point
from macros.model import ID_PATTERN

POINT = """### Hvilket tema hører punktet til?

fyret-der-blinker

### Overskrift

Spørg »naboen«: hvad mangler I?

### Hvad betyder det i praksis?

Ring først. Skriv: bagefter # ikke før.

Andet afsnit med "citat" og {{ krøller }}.

### Eksempel

_No response_

### Spørgsmål til ledergruppen

Hvem ringer?
"""


def test_answers_become_a_valid_entry() -> None:
    """A form's answers become an entry that the model accepts, in the file of its theme."""
    file, made = proposal.snippet(POINT)
    (entry,) = yaml.load(made, yaml.BaseLoader)
    assert file == "data/temaer/fyret-der-blinker.yml"
    point = Point.model_validate(entry)
    assert re.match(ID_PATTERN, point.id)
    assert point.title == "Spørg »naboen«: hvad mangler I?"
    assert point.text.split("\n") == [
        "Ring først. Skriv: bagefter # ikke før.",
        'Andet afsnit med "citat" og {{ krøller }}.',
    ]
    assert point.example is None


def test_answers_cannot_add_keys() -> None:
    """A heading that is no field of the form becomes nothing."""
    _, made = proposal.snippet(POINT + "\n### kilde\n\nnoget\n\n### titel\n\nandet\n")
    (entry,) = yaml.load(made, yaml.BaseLoader)
    assert set(entry) == {"id", "titel", "tekst", "drøft", "oprindelse"}


def test_unknown_answers_are_refused_in_danish() -> None:
    """Text that is no form's answers gets a message, not a traceback."""
    with pytest.raises(ValueError, match="passer ikke til en formular"):
        proposal.snippet("hej")
