"""Two leaders' copies of a collaboration meet: nothing is lost, and where both wrote she chooses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_collaborations import MINE, create, ready
from tests.browser.test_print import printed
from tests.support.browser import module
from tests.support.invented import BOX, KEY, THEME
from tests.support.pdfs import bare

pytestmark = pytest.mark.browser


def shared(page: Page, address: str, name: str = "Udskrivning", signature: str = "") -> str:
    """Return a link to a collaboration, signed when a name is given."""
    ready(page, address + MINE).get_by_role("button", name=f"Del: {name}").click()
    link = page.get_by_role("textbox", name="Link", exact=True)
    before = link.input_value()
    if signature:
        page.get_by_label("Hvem er du for de andre?").fill(signature)
        page.get_by_label("Hvem er du for de andre?").blur()
        expect(link).not_to_have_value(before)
    made = link.input_value()
    page.get_by_role("button", name="Luk", exact=True).click()
    return made


def noted(page: Page, address: str, words: str) -> None:
    """Write a note to the first item of the theme."""
    item = ready(page, address + THEME).locator(".tjek").first
    item.locator("summary", has_text="Note").click()
    item.get_by_label("Note", exact=True).fill(words)
    item.get_by_label("Ansvarlig").focus()


def taken_in(page: Page, link: str) -> None:
    """Open a link and take in what it brings."""
    page.goto("about:blank")
    ready(page, link).locator("[data-del=flet]").click()


def two(context: Callable[..., BrowserContext], address: str) -> tuple[Page, Page]:
    """Return two leaders with the same collaboration: the second has it from the first."""
    one, other = context().new_page(), context().new_page()
    ready(one, address + MINE)
    create(one, "Udskrivning")
    expect(one.locator(".samarb h2")).to_have_text("Udskrivning")
    taken_in(other, shared(one, address))
    return one, other


def test_a_new_one_is_opened_and_comes_back(context: Callable[..., BrowserContext], address: str) -> None:
    """What is shared is opened where it arrives, and what is done there merges back into the first one's own."""
    one, other = two(context, address)
    expect(other.get_by_text("du arbejder nu i »Udskrivning«")).to_be_visible()
    ready(other, address + THEME).get_by_label(BOX, exact=True).check()
    noted(other, address, "Ring til Hanne")
    one.goto("about:blank")
    ready(one, shared(other, address))
    expect(one.locator("[data-del=ankommet-tal]")).to_contain_text("kommer der 1 ny note og 1 flueben.")
    expect(one.locator("[data-del=som-kopi]")).to_be_visible()
    one.get_by_role("button", name="Læg det ind i »Udskrivning«").click()
    expect(one.locator("[data-del=kommet-liste] li")).to_contain_text("Ring til Hanne")
    expect(one.locator(".samarb")).to_have_count(1)
    ready(one, address + THEME)
    expect(one.get_by_label(BOX, exact=True)).to_be_checked()
    one.locator("[data-del=fortryd]").first.click()
    expect(one.get_by_label(BOX, exact=True)).not_to_be_checked()


def test_taking_the_same_in_again_brings_nothing(context: Callable[..., BrowserContext], address: str) -> None:
    """What is here already is told as such, and there is nothing to press but to leave it."""
    one, other = two(context, address)
    other.goto("about:blank")
    ready(other, shared(one, address))
    expect(other.locator("[data-del=ankommet-tal]")).to_contain_text("Der er ikke noget nyt i det.")
    expect(other.locator("[data-del=flet]")).to_be_hidden()


@pytest.mark.parametrize("choice", ["Vælg denne: Bo", "Vælg denne: Ida", "Behold begge"])
def test_where_both_wrote_she_chooses(context: Callable[..., BrowserContext], address: str, choice: str) -> None:
    """Two notes to one item are both shown, signed, where they were written and on the overview, and she chooses."""
    one, other = two(context, address)
    noted(one, address, "Bo ringer")
    noted(other, address, "Ida ringer")
    one.goto("about:blank")
    ready(one, shared(other, address, signature="Hanne"))
    expect(one.locator("[data-del=ankommet-tal]")).to_contain_text("1 sted, hvor I begge har skrevet")
    expect(one.locator("[data-del=ankommet-liste]")).to_contain_text("dig »Bo ringer«, den anden »Ida ringer«")
    one.locator("[data-del=flet]").click()
    expect(one.locator(".samarb .valg")).to_contain_text("Ida ringer")
    assert not violations(one)
    item = ready(one, address + THEME).locator(".tjek").first
    expect(item.locator(".valg__hvem")).to_have_count(2)
    expect(item.locator(".valg")).to_contain_text("Hanne")
    assert not violations(one)
    item.get_by_role("button", name=choice).click()
    expect(item.locator(".valg")).to_have_count(0)
    both = r"Skrevet \d+\. \w+: Bo ringer\n\nHanne: Ida ringer"
    wanted = {"Vælg denne: Bo": "Bo ringer", "Vælg denne: Ida": "Ida ringer"}.get(choice, both)
    item.locator("summary", has_text="Note").click()
    expect(item.get_by_label("Note", exact=True)).to_have_value(re.compile(f"^{wanted}$"))
    one.locator("[data-del=fortryd]").first.click()
    expect(item.locator(".valg")).to_have_count(1)


def test_equal_names_are_told_apart(context: Callable[..., BrowserContext], address: str) -> None:
    """Another's collaboration of the same name is told of, kept apart, and called by its day or number."""
    one, other = context().new_page(), context().new_page()
    for page in (one, other):
        ready(page, address + MINE)
        create(page, "Udskrivning")
        expect(page.locator(".samarb h2")).to_have_text("Udskrivning")
    other.goto("about:blank")
    link = shared(one, address)
    ready(other, link)
    expect(other.locator("[data-del=ankommet-tal]")).to_contain_text(
        "et andet samarbejde, der også hedder »Udskrivning«"
    )
    other.locator("[data-del=flet]").click()
    headings = other.locator(".samarb h2")
    expect(headings).to_have_count(2)
    assert len(set(headings.all_inner_texts())) == 2
    options = other.get_by_label("Du arbejder i").locator("option")
    assert len(set(options.all_inner_texts())) == options.count()


def test_a_copy_is_the_one_she_works_in(context: Callable[..., BrowserContext], address: str) -> None:
    """Taken in as a copy it is opened and said to be, and »Fortryd« takes it away, also after a reload."""
    one, other = two(context, address)
    noted(other, address, "Ring til Hanne")
    one.goto("about:blank")
    ready(one, shared(other, address)).locator("[data-del=som-kopi]").click()
    expect(one.get_by_text("du arbejder nu i »Udskrivning (kopi)«")).to_be_visible()
    expect(one.get_by_label("Du arbejder i").locator("option:checked")).to_have_text("Udskrivning (kopi)")
    ready(one, address + THEME).locator("[data-del=fortryd]").first.click()
    expect(one.get_by_label("Du arbejder i").locator("option", has_text="kopi")).to_have_count(0)


def test_an_agreement_that_both_wrote_is_chosen_where_it_stands(page: Page, address: str) -> None:
    """Two texts of an agreement are shown in the list of the page too, and one of them is chosen there."""
    agreement = {"what": "Ring mandag", "who": "Bo", "v": {"what": [5, "a"], "who": [5, "a"]}}
    others = {"both": {"what": [{"value": "Ring tirsdag", "v": [4, "b"]}]}, "created": 1}
    state = {"version": 2, "collaborations": {"k-1": {"aftale.a-1": {**agreement, **others}}}}
    page.goto(address + "om/")
    page.evaluate("([k, v]) => { sessionStorage[k] = v }", [KEY, json.dumps(state)])
    box = ready(page, address + THEME).locator(".aftaler__liste .valg")
    expect(box).to_contain_text("Ring tirsdag")
    assert not violations(page)
    box.get_by_role("button", name="Begge").click()
    expect(page.locator(".aftaler__liste label")).to_contain_text(re.compile(r": Ring tirsdag / .*: Ring mandag"))
    expect(box).to_have_count(0)


def test_nothing_unchosen_is_left_out_of_what_she_takes_with_her(page: Page, address: str) -> None:
    """Every text of a field is on paper, once, and in the spreadsheet, unless it is blank."""
    texts = [{"value": "Notat et", "v": [4, "b"]}, {"value": "Notat to", "v": [3, "c"]}]
    said = [{"value": "Ring tirsdag", "v": [4, "b"]}]
    page.goto(address + "om/")
    item = ready(page, address + THEME).locator(".tjek").first.get_attribute("id")
    records = {
        str(item): {"note": "Notat nul", "title": "Det", "v": {"note": [5, "a"]}, "both": {"note": texts}},
        "aftale.a-1": {"what": "Ring mandag", "v": {"what": [5, "a"]}, "both": {"what": said}, "created": 1},
    }
    state = {"version": 2, "collaborations": {"k-1": records}}
    page.goto(address + "om/")
    page.evaluate("([k, v]) => { sessionStorage[k] = v }", [KEY, json.dumps(state)])
    expect(ready(page, address + THEME).locator(f"#{item} .valg blockquote")).to_have_count(3)
    expect(page.locator(".aftaler__liste .valg")).to_have_count(1)
    every = ["Notat nul", "Notat et", "Notat to", "Ring tirsdag"]
    own = bare("".join(printed(page).pages))
    assert [own.count(bare(words)) for words in every] == [1] * 4
    with page.expect_download() as download:
        page.locator("[data-del=regneark]").click()
    assert "Ring mandag / Ring tirsdag" in Path(download.value.path()).read_text(encoding="utf-8")
    page.evaluate("() => document.body.classList.add('blank')")
    blank = bare("".join(printed(page).pages))
    assert not [words for words in every if bare(words) in blank]


def test_no_kind_of_record_is_told_by_its_key(page: Page, address: str) -> None:
    """Whatever kind of record arrives, the page of collaborations has words for it."""
    ready(page, address + MINE)
    kinds = page.evaluate("async (name) => [...(await import(name)).KINDS]", module(page, "./own/fields.js"))
    words = page.locator("katalog-collaborations [data-del=ord]")
    assert len(kinds) > 5
    for kind in set(kinds) - {"om"}:
        assert any(words.get_attribute(f"data-{name}-{kind}") for name in ("emne", "slags")), kind
