"""What is passed over to save time is only what would have found nothing."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from macros import inline, shape
from macros.catalogue import FILES as KINDS
from macros.catalogue import phases
from macros.catalogue.text_rules import SUSPECT, TEXT_RULES, TextRule
from macros.catalogue.walking import Text
from macros.desk.comments import comments
from macros.desk.texts import UNPRINTABLE
from macros.model import PHASES
from macros.read import parsing, plain, source, unseen, values
from tests.support.sites import FIXTURE, ROOT

NEVER, ALWAYS = re.compile(r"(?!)"), re.compile("")
FILES = [path.read_text("utf-8") for path in sorted(FIXTURE.rglob("*.yml"))]
THEMES = sorted(FIXTURE.rglob("temaer/*.yml"))
CASES = [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted((ROOT / "tests/broken").glob("*.yml"))]
LINES = sorted({line for case in CASES for line in case["skriv"].split("\n")})
PIECES = [
    "- ",
    "  ",
    "a: ",
    "b:",
    "\n",
    "x",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a",
    "*a",
    "!t",
    '"',
    "'",
    "#",
    " ",
    ">-",
    "? ",
    "•",
]
pieces = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
texts = st.one_of(pieces, st.lists(st.sampled_from(LINES), max_size=6).map("\n".join))


def _told(text: str) -> tuple[object, str]:
    """Return where reading stops, and the tree with the place of each part."""
    stop, node = parsing.composed(text)
    return stop, _shown(node) if node else ""


def _shown(node: yaml.Node) -> str:
    inside = [child for pair in node.value for child in pair] if isinstance(node, yaml.MappingNode) else node.value
    held = node.value if isinstance(node, yaml.ScalarNode) else [_shown(child) for child in inside]
    return f"{node.tag} {node.start_mark} {node.end_mark} {held}"


@settings(deadline=None)
@given(texts)
def test_a_text_is_read_once_as_it_is_read_twice(text: str) -> None:
    """Where no code can stand, the events tell nothing that the tree does not."""
    short = _told(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "CODE", ALWAYS)
        assert _told(text) == short


@pytest.mark.parametrize("deep", ["- " * 30 + "x", "[" * 30 + "]" * 30, "\n".join(" " * n + "a:" for n in range(30))])
def test_what_is_too_deep_is_found_without_its_events(deep: str) -> None:
    """A tree deeper than data can be is refused, whichever sign makes it deep."""
    stop, node = parsing.composed(deep)
    assert node is None
    assert stop
    assert stop.said == parsing.TOO_DEEP


@settings(deadline=None)
@given(texts)
def test_a_line_that_is_passed_over_holds_nothing_unseen(text: str) -> None:
    """A file that is not gone through line by line would have come out as it was."""
    lines = text.split("\n")
    short = unseen.cleaned("x.yml", lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unseen, "SUSPECT", ALWAYS)
        assert unseen.cleaned("x.yml", lines) == short


@settings(deadline=None)
@given(texts)
def test_a_word_that_is_passed_over_is_one_that_no_check_knows(text: str) -> None:
    """An id, a choice or a number reads the same when every check looks at it."""
    short = source.read("x.yml", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "WORD", NEVER)
        assert source.read("x.yml", text) == short


@pytest.mark.parametrize("text", FILES, ids=range(len(FILES)))
def test_a_whole_file_reads_the_same_the_long_way(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of the fixture is read the same with no shortcut at all."""
    short = source.read("x.yml", text)
    monkeypatch.setattr(parsing, "CODE", ALWAYS)
    monkeypatch.setattr(plain, "WORD", NEVER)
    monkeypatch.setattr(unseen, "SUSPECT", ALWAYS)
    monkeypatch.setattr(values, "CODED", ALWAYS)
    assert source.read("x.yml", text) == short


@settings(deadline=None, max_examples=50)
@given(texts)
def test_a_text_without_codes_holds_nothing_unseen(text: str) -> None:
    """A sign that cannot be seen is refused in every text that writes it as a code, and in no other."""
    short = source.read("x.yml", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(values, "CODED", ALWAYS)
        assert source.read("x.yml", text) == short


@settings(deadline=None)
@given(st.text("[]()*ab: \n"))
def test_a_text_that_is_passed_over_has_no_link_and_no_mark(text: str) -> None:
    """The links of a text are those that the whole search finds, and a text without its signs has no mark either."""
    assert list(Text((), text, None).links) == list(inline.links(text))
    assert inline.MARKED.search(text) or not inline.TOKEN.search(text)


@settings(deadline=None, max_examples=40)
@given(st.one_of(texts, st.sampled_from(FILES)))
def test_comments_above_all_values_are_found_as_those_among_them(text: str) -> None:
    """A comment added at the end, for which every value must be looked at, changes nothing of the others."""
    assume(source.read("x.yml", text)[1] == [] and yaml.compose(text, Loader=parsing.LOADER))
    found = comments(f"{text}\n# til sidst")
    assert [*comments(text), found[-1]] == found


def test_what_cannot_be_printed_is_never_passed_over() -> None:
    """Every sign that is written as a code is one that makes its text be searched for such."""
    assert not [sign for sign in map(chr, range(0x10000)) if UNPRINTABLE.match(sign) and sign.isprintable()]


@pytest.mark.parametrize("said", ["før", "først", "under"])
def test_phases_are_told_of_wherever_they_may_stand(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with phases is told, and put in order, the same when every model is looked through for them."""
    kind = next(kind for kind in KINDS if kind.pattern == "temaer/*.yml")
    models = shape.models_in(kind.model)
    rows = [yaml.load(path.read_text("utf-8").replace("før", said), yaml.BaseLoader) for path in THEMES]
    short = [(list(phases.errors(row, models, PHASES)), phases.in_order(row, models, PHASES)) for row in rows]
    monkeypatch.setattr(phases, "_hold", lambda _: True)
    assert [(list(phases.errors(row, models, PHASES)), phases.in_order(row, models, PHASES)) for row in rows] == short


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.code)
@settings(deadline=None, max_examples=10)
@given(st.data())
def test_what_a_rule_finds_has_a_sign_that_lets_it_look(rule: TextRule, data: st.DataObject) -> None:
    """No text that a rule would refuse is passed over before the rules are asked."""
    assert SUSPECT.search(data.draw(st.from_regex(rule.pattern)))
