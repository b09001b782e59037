"""What is said of an answer to `make new` that cannot be used."""

from __future__ import annotations

import re

import pytest

from macros import shape
from macros.desk import new, start
from macros.desk.answers import QUESTIONS
from macros.site import Site
from tests.support.sites import ROOT
from tests.support.wrong import LINKS, OWN_TEXTS

GIVEN = {"NAVN": "Bro", "UDGIVER": "Nordby"}
FIELDS = {info.alias or name for cls in shape.all_models(Site) for name, info in cls.model_fields.items()}
# What there is to mend in a file, and not in an answer.
OF_FILES = re.compile(r"linje|\bfelt|katalog\.yml|yaml|anførselstegn|parentes[^er]|historik|\bdata\b|forklaring", re.I)
SLIPS = {**OWN_TEXTS, **{f"no address: {link}": link for link in LINKS}}
SLIPS |= {
    "too long": "m" * 400,
    "a sign nobody sees": "Et\x07ord",
    "only such a sign": "\x07",
    "one from a copy": "Et\u200bord",
    "a reference": "tema:x",
}
SLIPS |= {"a repository's own address": "https://example.org/n/b.git", "a part": "https://example.org/n/b/tree/main/x"}


@pytest.mark.parametrize("address", ["git@github.com:nordby/bro.git", "nordby: bro", "http://example.org/x"])
def test_a_repository_is_named_by_its_page(address: str) -> None:
    """Of any other address than https:// that is said, and nothing of how a file is written."""
    (found,) = start.judged(ROOT, "", {**GIVEN, "ARKIV": address, "VAERT": "github"})
    assert found.name == "ARKIV"
    assert "https://" in found.told
    assert "anførselstegn" not in found.told


@pytest.mark.parametrize("slip", SLIPS)
def test_what_is_told_is_told_of_the_answer(slip: str) -> None:
    """Whatever is wrong, and in whatever answer, no field and no line of a file that nobody has seen is spoken of."""
    answers = {question.name: SLIPS[slip] for question in QUESTIONS}
    found = start.judged(ROOT, "", answers)
    assert found
    for one in found:
        assert one.name in answers, one.told
        left = one.told.replace(SLIPS[slip], "")
        assert not OF_FILES.search(left), (one.name, one.told)
        assert not set(re.findall("»(.*?)«", left)) & FIELDS, (one.name, one.told)


def test_a_host_that_says_nothing_must_be_answered_for() -> None:
    """Without a terminal, too, it is not made up what runs on a host whose name does not say."""
    (found,) = start.judged(ROOT, "", {**GIVEN, "ARKIV": "https://git.example.org/nordby/bro"})
    assert found.name == "VAERT"
    assert all(host in found.told for host in ("github", "gitlab", "forgejo"))


@pytest.mark.parametrize("address", ["", "https://github.com/nordby/bro", "https://gitlab.nordby.dk/hr/bro"])
def test_what_a_host_runs_is_asked_only_when_its_name_does_not_say(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a repository, or where its address says what it is, nobody is asked, and a refused answer is let go."""
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked"))
    answers = {"NAVN": "Bro", "UDGIVER": "Nordby", "ARKIV": address, "VAERT": "svn"}
    new.ask(answers, ["VAERT"], lambda given: start.judged(ROOT, "", given))
    assert start.judged(ROOT, "", answers) == []
