"""Text from the data is only text, also where a rule of the check would be gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import load
from macros.desk import formatter
from macros.read import source
from macros.read.lines import Fields
from tests.support.sites import FIXTURE, ROOT, copy_with_data, mkdocs_build

# No rule of the check for what texts may hold.
UNCHECKED = "from macros.catalogue import text_rules; text_rules.TEXT_RULES = ()"
TITLE = "T {{ 7 * 7 }} {% if %} {# x #} &ltiframe src=//x&gt <b>fed</b> 2 < 3 > 1"
ESCAPED = "T {{ 7 * 7 }} {% if %} {# x #} &amp;ltiframe src=//x&amp;gt &lt;b&gt;fed&lt;/b&gt; 2 &lt; 3 &gt; 1"


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site built without the check's rules, of a theme whose title is code of many kinds."""
    folder = tmp_path_factory.mktemp("unchecked")
    root = copy_with_data(FIXTURE, folder / "root")
    for path in (root / "data").rglob("*.yml"):
        path.write_text(retitled(path.read_text(encoding="utf-8")), encoding="utf-8")
    result = mkdocs_build(root, folder / "site", UNCHECKED)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


def retitled(text: str) -> str:
    """Return a file whose title is code."""
    lines = text.split("\n")
    return "\n".join(f"titel: '{TITLE}'" if line.startswith("titel:") else line for line in lines)


def test_no_title_is_run(unchecked: Path) -> None:
    """No page holds what a template in a title would have made, in its menu, head, contents or body."""
    for page in unchecked.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "T 49" not in text, page
        assert "<iframe" not in text, page
        assert "<b>fed" not in text, page


def test_titles_stand_whole_in_the_menu(unchecked: Path) -> None:
    """The menu, the head and the way to the next page show a title letter by letter as it was written."""
    for page in unchecked.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        assert f">{ESCAPED}</a>" in text, page
        assert ESCAPED in text.partition("</title>")[0], page


@pytest.mark.parametrize(
    "code", ["\\x02", "\\u0007", "\\L", "\\0", "\\N", "\\u202E", "\\uFFFE", "\\U0001FFFF", "\\u00AD"]
)
def test_a_coded_sign_that_cannot_be_seen_is_refused(code: str) -> None:
    """A control sign written as one of YAML's codes is told of at its own line, whatever text it stands in."""
    document, problems = source.read("temaer/x.yml", f'titel: "En\n  kode \\u00e6 {code} her"\n')
    assert document
    assert [(p.line, p.code) for p in problems] == [(2, "usynligt-tegn")]
    assert code in problems[0].message


def test_codes_for_visible_signs_are_read() -> None:
    """A code that stands for a letter, a hard space or a joined emoji is fine."""
    document, problems = source.read("x.yml", 'titel: "\\u00e6 \\_ \\U0001F469\\u200D\\U0001F467"')
    assert document
    assert not problems


@pytest.mark.parametrize("word", ["a(b", "*", "[x", "x", "for-", "to ord-deling", "sam.-men", "tal-4"])
def test_a_hyphenation_that_is_no_word_is_refused(word: str, tmp_path: Path) -> None:
    """`orddeling` holds words with hyphens where they divide; anything else is told of in Danish, at its line."""
    root = copy_with_data(FIXTURE, tmp_path / "root")
    path = root / "data/ord.yml"
    head, _, _ = path.read_text(encoding="utf-8").partition("\norddeling:")
    path.write_text(f'{head}\norddeling:\n  - "sam-arbejde"\n  - "{word}"\n', encoding="utf-8")
    loaded = load(root / "data", ROOT / "docs")
    assert [(p.line, p.code) for p in loaded.problems] == [(head.count("\n") + 4, "orddeling")]


@pytest.mark.parametrize("text", ["|", ">-", "ord ord\\n|\\nord", "a\\nid: x"])
@pytest.mark.parametrize("title", ["", "x"])
def test_the_form_holds_any_text(text: str, title: str) -> None:
    """A text that a block would make look like YAML's own signs is written in quotes, and its meaning kept."""
    written = f"titel: '{title}'\ntekst: \"{text}\"\n"
    made, told = formatter.canonical("temaer/x.yml", written)
    assert not told
    before, _ = source.read("x.yml", written, Fields(frozenset({"id"})))
    after, problems = source.read("x.yml", made, Fields(frozenset({"id"})))
    assert not problems
    assert before
    assert after
    assert before.value == after.value
    assert formatter.canonical("temaer/x.yml", made) == (made, [])
