"""A collaboration leaves as a file or a link and is taken in elsewhere: whole, asked for, and never with harm."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_collaborations import MINE, create, kept, ready
from tests.support.browser import module
from tests.support.invented import BOX, ID, KEY, STAIRS, THEME

pytestmark = pytest.mark.browser


def test_file_out_and_in(context: Callable[..., BrowserContext], address: str, tmp_path: Path) -> None:
    """What is saved as a file is taken in elsewhere after a preview, as a copy or merged, and can be undone."""
    one = context().new_page()
    ready(one, address + THEME).get_by_label(BOX, exact=True).check()
    ready(one, address + MINE)
    with one.expect_download() as download:
        one.get_by_role("button", name="Gem alle som fil").click()
    file = tmp_path / "mit.json"
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["format"] == f"{ID}-eget"
    two = context().new_page()
    ready(two, address + MINE).locator("[data-del=fil]").set_input_files(file)
    expect(two.locator("[data-del=ankommet-tal]")).to_contain_text("1 flueben")
    assert two.evaluate("k => sessionStorage[k] ?? null", KEY) is None
    two.locator("[data-del=flet]").click()
    expect(two.locator(".samarb")).to_have_count(1)
    two.locator("[data-del=fil]").set_input_files(file)
    expect(two.locator("[data-del=ankommet-tal]")).to_contain_text("Der er ikke noget nyt i det.")
    two.get_by_role("button", name="Læg det ind som nyt samarbejde").click()
    expect(two.locator(".samarb")).to_have_count(2)
    two.locator("[data-del=fortryd]").first.click()
    expect(two.locator(".samarb")).to_have_count(1)


def test_link_carries_a_collaboration(context: Callable[..., BrowserContext], address: str) -> None:
    """A link holds one collaboration in its fragment; opening it shows what it would change before anything is kept."""
    one = context().new_page()
    ready(one, address + MINE)
    create(one, "Sundhedshus", "Regionen\nByen")
    ready(one, address + THEME).get_by_label(BOX, exact=True).check()
    ready(one, address + MINE).get_by_role("button", name="Del: Sundhedshus").click()
    link = one.get_by_role("textbox", name="Link").input_value()
    assert "#samarbejde=" in link
    two = context().new_page()
    ready(two, link)
    expect(two.locator("[data-del=ankommet-titel]")).to_contain_text("Sundhedshus")
    two.get_by_role("button", name="Nej tak").click()
    assert "#" not in two.url
    expect(two.locator(".samarb")).to_have_count(0)
    two.goto(address)
    ready(two, link).locator("[data-del=flet]").click()
    expect(two.get_by_role("heading", name="Sundhedshus")).to_be_visible()
    expect(two.locator(".samarb__om")).to_contain_text("Regionen, Byen")


BAD = {  # HERS stands for the format that this catalogue's own files name
    "not JSON": ("{halv", "ikke gemt under Mine samarbejder"),
    "another program's": ('{"format": "andet"}', "ikke gemt fra dette katalog"),
    "newer": ('{"format": "HERS", "version": 9, "collaborations": {}}', "nyere udgave"),
    "wrong field": (
        '{"format":"HERS","version":1,"collaborations":{"a":{"x":{"at":1,"onclick":"alert(1)"}}}}',
        "a › x › onclick",
    ),
    "wrong value": (
        '{"format":"HERS","version":1,"collaborations":{"a":{"x":{"at":"nu"}}}}',
        "a › x › at",
    ),
    "hostile key": (
        '{"format":"HERS","version":1,"collaborations":{"__proto__":{"x":{"at":1}}}}',
        "beskadiget ved __proto__",
    ),
    "too large": ("x" * 32_000_001, "mere end 32 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused(page: Page, address: str, tmp_path: Path, name: str) -> None:
    """A bad, hostile, newer or too large file is refused with its reason, and what is kept is left as it was."""
    words, reason = BAD[name]
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    before = page.evaluate("k => sessionStorage[k]", KEY)
    file = tmp_path / "fil.json"
    file.write_text(words.replace("HERS", f"{ID}-eget"), encoding="utf-8")
    ready(page, address + MINE).locator("[data-del=fil]").set_input_files(file)
    expect(page.locator("[data-del=fejl]")).to_contain_text(reason)
    assert page.evaluate("k => sessionStorage[k]", KEY) == before


def test_a_link_leaves_private_answers_out(context: Callable[..., BrowserContext], address: str) -> None:
    """What a leader answered for herself does not travel with the collaboration; a file of her own has it."""
    one = context().new_page()
    ready(one, address + STAIRS)
    expect(one.locator("katalog-gap")).to_be_visible()
    one.locator("katalog-gap input[value='2']").check()
    one.get_by_label("Hvad skal ske?").fill("Ring")
    one.get_by_role("button", name="Tilføj aftalen").click()
    ready(one, address + MINE).get_by_role("button", name="Del: Samarbejde uden navn").click()
    two = context().new_page()
    ready(two, one.get_by_role("textbox", name="Link").input_value())
    two.locator("[data-del=flet]").click()
    (sent,), (there,) = kept(two).values(), kept(one).values()
    assert {key.split(".")[0] for key in sent} == {"aftale"}
    assert {key.split(".")[0] for key in there} == {"aftale", "mit"}


def test_bad_link_is_refused(page: Page, address: str) -> None:
    """A link that was cut off is told, and nothing is kept."""
    ready(page, address + MINE + "#samarbejde=q1ZKzs")
    expect(page.locator("[data-del=fejl]")).to_contain_text("klippet over")


DAYS = st.dates().map(lambda day: day.isoformat()).filter(lambda day: day >= "1000")
RECORD = st.fixed_dictionaries(
    {"at": st.integers(1, 4_000_000_000_000)},
    optional={
        "done": st.booleans(),
        "note": st.text(max_size=40),
        "due": DAYS,
        "parties": st.lists(st.text(max_size=9), max_size=3),
    },
)
KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,20}(\.[a-z0-9]{1,6})?", fullmatch=True)
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True)
STATES = st.dictionaries(IDS, st.dictionaries(KEYS, RECORD, max_size=4), max_size=3).map(
    lambda made: {"version": 1, "collaborations": made}
)


def test_round_trips(page: Page, address: str) -> None:
    """Whatever a state holds comes back the same from a file and from a link; importing it twice adds nothing."""
    page.goto(address + "om/")
    page.evaluate(
        """async (names) => {
        const all = await Promise.all(names.map(name => import(name)));
        const [carry, { fileText }, { fromFile }, { Known }, { checked }, { merge }, { compare }] = all;
        const known = new Known(["a", "b"]);
        window.trip = async (old) => { const { state: s } = checked(old);
          const { state: file } = fromFile(fileText(s));
          const { state: linked } = await carry.fromLink(await carry.packedState(s, known), known);
          const twice = compare(merge(s, file), linked);
          return [s, file, linked, twice.added.length + twice.changed.length] } }""",
        [
            module(page, f"own/{name}.js")
            for name in ("carry", "files", "reading", "numbers", "state", "merge", "compare")
        ],
    )

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(state=STATES)
    def holds(state: object) -> None:
        read, file, linked, news = page.evaluate("s => window.trip(s)", state)
        assert file == linked == read
        assert news == 0

    holds()
