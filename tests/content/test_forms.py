"""The issue forms ask for what our own catalogue has."""

from __future__ import annotations

import pytest
import yaml

from macros import proposal
from macros.catalogue import Catalogue
from tests.support.sites import ROOT

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))


@pytest.mark.parametrize("path", FORMS, ids=lambda p: p.stem)
def test_forms_and_fields_agree(path: object, catalogue: Catalogue) -> None:
    """Every field that a form asks for and the data needs is read, and no theme is offered that never was."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    labels = {part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"}
    read = [{marker, *(f.heading for f in fields)} for marker, (_, fields) in proposal.FORMS.items()]
    assert labels in read or not any(labels & known for known in read)
    for part in form["body"]:
        if part["type"] == "dropdown":
            known = {*catalogue.index, *catalogue.former, *catalogue.retired}
            assert set(part["attributes"]["options"]) <= known
