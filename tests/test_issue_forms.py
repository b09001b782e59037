"""The issue forms ask for what the page for proposals asks for."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from macros.catalogue import proposing
from macros.desk import issue_forms
from macros.read.spelling import slug

FORMS = {name: yaml.safe_load(text) for name, text in issue_forms.files().items()}


def test_the_forms_are_todays() -> None:
    """The forms in the repository are what `make schema` writes, and the one written by hand is there."""
    assert issue_forms.stale() == []
    assert {path.name for path in issue_forms.FOLDER.iterdir()} == {*FORMS, *issue_forms.BY_HAND}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_is_one_a_forge_can_show(form: dict[str, Any]) -> None:
    """A form has a name, a title and fields whose ids and labels are each its own."""
    assert form["name"].startswith("Foreslå ")
    assert form["title"].endswith(": ")
    for key in ("id", "label"):
        found = [field.get(key) or field["attributes"].get(key) for field in form["body"]]
        assert all(found)
        assert len(set(found)) == len(found), key


def test_each_proposal_has_a_form_that_asks_for_it() -> None:
    """Every field that is asked for is in its form, and must be filled in when the data cannot do without it."""
    assert len(FORMS) == len(proposing.proposals()) > 0
    for (kind, proposal), form in zip(proposing.proposals(), FORMS.values(), strict=True):
        asked = {field["id"]: field.get("validations", {}).get("required", False) for field in form["body"]}
        for name in proposal.asked:
            info = proposal.entry.model_fields[name]
            assert asked[slug(str(info.alias or name))] == (info.is_required() or name in proposal.must), name
        assert (kind.name in asked) == kind.is_folder
