"""Issue forms become YAML an editor can paste."""

from __future__ import annotations

import re

import pytest
import yaml

from macros import proposal
from macros.catalogue import Catalogue
from macros.model import ID_PATTERN, Point
from tests.support.sites import ROOT

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
POINT = """### Hvilket tema hører punktet til?

kultur-og-organisering

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
    assert file == "data/temaer/kultur-og-organisering.yml"
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


@pytest.mark.parametrize("path", FORMS, ids=lambda p: p.stem)
def test_forms_and_fields_agree(path: object, catalogue: Catalogue) -> None:
    """Every field that a form asks for and the data needs is read, and the themes offered are the catalogue's."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    labels = {part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"}
    read = [{marker, *(f.heading for f in fields)} for marker, (_, fields) in proposal.FORMS.items()]
    assert labels in read or not any(labels & known for known in read)
    for part in form["body"]:
        if part["type"] == "dropdown":
            assert part["attributes"]["options"] == [theme.id for theme in catalogue.themes]
