"""What people may propose is made from the models: what a proposal lacks or may not hold is said once."""

from __future__ import annotations

import json
import re

import pytest

from macros import shape
from macros.catalogue import Catalogue, proposing
from macros.catalogue.text_rules import TEXT_RULES
from macros.kind import Proposal

SAMPLES = [
    "<b>",
    "&lt;",
    "{{ x }}",
    "[a] (https://x.dk)",
    "Ã¸",
    "010203-1234",
    "å.b@c.dk",
    "12 34 56 78",
    "tlf 12345678",
]


@pytest.mark.parametrize(("kind", "proposal"), proposing.proposals(), ids=lambda one: getattr(one, "name", ""))
def test_what_must_be_there_is_asked_for(kind: object, proposal: Proposal) -> None:
    """Each field that the model demands is asked for, or filled in by the form."""
    fields = proposal.entry.model_fields
    must = {info.alias for info in fields.values() if info.is_required()}
    asked = {fields[name].alias for name in proposal.asked}
    filled = {line.partition(":")[0] for line in proposal.ends} | {"id"}
    assert must <= asked | filled


def test_limits_are_the_models(catalogue: Catalogue) -> None:
    """How long a title may be, the page and its script have from the model."""
    spec = json.loads(proposing.spec(catalogue))
    for _, proposal in proposing.proposals():
        longest = {key: limit for key, _, _, limit in spec["kinds"][proposal.name]["fields"]}
        assert longest["titel"] == shape.longest(proposal.entry.model_fields["title"]) > 0


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.code)
def test_patterns_are_the_checks(rule: object) -> None:
    """A rule's pattern is the check's, but for what a letter is; both find the same."""
    pattern = getattr(rule, "pattern")  # noqa: B009
    script = proposing.script(pattern.pattern)
    assert r"\w" not in script
    back = script.replace(f"[{proposing.LETTERS}]", r"\w").replace(proposing.LETTERS, r"\w")
    assert [bool(re.search(back, text)) for text in SAMPLES] == [bool(pattern.search(text)) for text in SAMPLES]
    assert any(pattern.search(text) for text in SAMPLES)
