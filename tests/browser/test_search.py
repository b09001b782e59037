"""The search: Danish words as leaders type them, and a dialog for every hand."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.browser import module
from tests.support.invented import FREQUENT, STORE

pytestmark = pytest.mark.browser

SHORTCUT, PLACE = f"{STORE}:genvej", f"{STORE}:sted"


def alive(page: Page, url: str) -> Page:
    """Open a page and wait until its search is there."""
    page.goto(url)
    expect(page.locator(".soeg-aabner[role=button]")).to_be_visible()
    return page


def opened(page: Page, url: str) -> Locator:
    """Open a page and its search; return the field."""
    alive(page, url).keyboard.press("Control+k")
    field = page.get_by_label("Hvad leder du efter?")
    expect(field).to_be_focused()
    expect(page.locator(".soeg__svar section").first).to_be_visible()
    return field


def answers(page: Page, address: str) -> list[str]:
    """Return the addresses (under the site's root) of the answers that stand in the dialog."""
    found = page.locator(".soeg__fund a").evaluate_all("all => all.map(a => a.href)")
    return [href.removeprefix(address) for href in found]


@pytest.fixture
def language(page: Page, address: str) -> Callable[..., object]:
    """Return a function that asks one of the language part's own functions, without a page's search around it."""
    alive(page, address)

    def ask(name: str, *given: object) -> object:
        code = """async ([url, name, given]) => {
          const language = await import(url);
          const known = (words) => (word) => words.includes(word);
          const made = given.map((x) => (x?.word ? language.form(x.word) : x?.known ? known(x.known) : x));
          return language[name](...made);
        }"""
        return page.evaluate(code, [module(page, "search/language.js"), name, list(given)])

    return ask


def test_compounds_are_split(language: Callable[..., object]) -> None:
    """A compound is split into known words, with a linking s or e or none, and not when one end is unknown."""
    known = {"known": ["leder", "samarbejd", "samarbejde", "model", "borger", "rejse", "tid", "plan", "rolle"]}
    assert language("parts", "ledersamarbejdsmodel", known) == ["leder", "samarbejd", "model"]
    assert language("parts", "borgerrejse", known) == ["borger", "rejse"]
    assert language("parts", "tidsplan", known) == ["tid", "plan"]
    assert language("parts", "rollefordeling", known) == []


def test_likeness_has_its_order(language: Callable[..., object]) -> None:
    """The word itself is most like, then its inflections, its root, a compound that holds it; others are not alike."""

    def like(sought: str, known: str, half: bool = False) -> float:
        return float(str(language("likeness", {"word": sought}, {"word": known}, half)))

    order = [like("evaluering", w) for w in ("evaluering", "evalueringen", "evaluere", "evalueringskultur", "kultur")]
    assert order == sorted(order, reverse=True)
    assert order[0] == 1
    assert order[-1] == 0
    assert like("faserne", "faser") > 0.9 > like("læger", "læg") > 0
    assert like("før", "for") < like("for", "før") == 1
    assert like("tids", "tidsplan", half=True) > like("tids", "tidsplan")


def test_slips(language: Callable[..., object]) -> None:
    """A letter lost, added, changed or two swapped is one slip; short words and other first letters are no slips."""
    assert language("slips", "mandat", "mandat", 2) == 0
    assert [language("slips", "mandat", other, 2) for other in ("madat", "manddat", "mandad", "madnat")] == [1, 1, 1, 1]
    near = [language("nearness", {"word": a}, {"word": b}, False) for a, b in (("tilid", "tillid"), ("mod", "mad"))]
    assert near[0] != 0
    assert near[1] == 0
    assert language("nearness", {"word": "barsel"}, {"word": "varsel"}, False) == 0


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("tonder", "toender-i-"),
        ("toender", "toender-i-"),
        ("TØNDER", "toender-i-"),
        ("talsomhed", "taalsomhed"),
        ("vind", "vindrosen"),
        ("mod", "mod-paa-dybt-vand"),
        ("efter", "tjeklister/#efter"),
        ("før", "tjeklister/#foer"),
        ("kickoff", "foerste-tur"),
        ("litteratur", "kilder"),
        ('"begge havne"', "en-klokke-for-begge"),
        ("taage signal", "aftal-taagesignal"),
        ("  lejderen?! ", "lejderen"),
        ("nav. uden stjerner", "navigation"),
        ("SOLAS", "solas"),
        ("skuden", "skud"),
    ],
)
def test_spellings(page: Page, address: str, query: str, anchor: str) -> None:
    """Letters without æøå, small words that are names, signs and spaces, joined and split words find their entry."""
    opened(page, address).fill(query)
    assert any(anchor in found for found in answers(page, address)[:3]), answers(page, address)[:3]


def test_quotes_are_exact(page: Page, address: str) -> None:
    """Words in quotes stand in every answer, in that order."""
    field = opened(page, address)
    field.fill('"begge havne"')
    exact = page.locator(".soeg__svar li").count()
    field.fill("begge havne")
    assert 0 < exact < page.locator(".soeg__svar li").count()


def test_nothing_is_shown_twice(page: Page, address: str) -> None:
    """No answer leads where another does."""
    field = opened(page, address)
    for query in (FREQUENT, "kajen", "skuden", "tønder", "færge"):
        field.fill(query)
        found = answers(page, address)
        assert len(set(found)) == len(found) > 3


def test_answers_tell_what_they_are(page: Page, address: str) -> None:
    """An answer shows its kind and chapter, marks the word found, and quotes the sentence that holds it."""
    opened(page, address).fill("tågesignalet")
    first = page.locator(".soeg__svar li").first
    expect(first.locator(".soeg__slags")).to_have_text("Tjekpunkt · Færgen")
    expect(first.locator(".soeg__titel mark")).to_have_text("tågesignalet")
    page.get_by_label("Hvad leder du efter?").fill("modvilje")
    expect(page.locator(".soeg__fund .soeg__ogsaa").first).to_have_text("Findes også på ordet »modvilje«")


def test_count_is_told(page: Page, address: str) -> None:
    """How many answers there are stands in a live region, and in numbers that are true."""
    opened(page, address).fill("tønder")
    count = page.locator(".soeg__fund li").count()
    expect(page.locator("#soeg-antal")).to_have_text(f"{count} svar")
    expect(page.locator("#soeg-antal")).to_have_role("status")


def test_all_answers_can_be_seen(page: Page, address: str) -> None:
    """Where there are many answers the best are shown with the true number, and the rest are one press away."""
    opened(page, address).fill(FREQUENT)
    expect(page.locator("#soeg-antal")).to_have_text(re.compile(r"^De 15 bedste af \d+ svar$"))
    total = int(re.findall(r"\d+", page.locator("#soeg-antal").text_content() or "")[1])
    assert page.locator(".soeg__fund li").count() == 15
    page.get_by_role("button", name="Vis alle").click()
    expect(page.locator(".soeg__fund li")).to_have_count(total)
    expect(page.locator("#soeg-antal")).to_have_text(f"{total} svar")
    expect(page.locator(".soeg__fund a:focus")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("tågesignlet", "Viser svar på »tågesignalet«. "),
        ("havnefest", "Ingen sikre svar. "),
        ('"færgen har trossen"', "Det står ikke ordret i titler og første linjer. "),
        ("xylofon", "Intet svar på »xylofon«."),
    ],
)
def test_says_what_it_answers(page: Page, address: str, query: str, said: str) -> None:
    """An answer to something else than what was written is never shown as if it were the right one."""
    opened(page, address).fill(query)
    expect(page.locator("#soeg-antal")).to_contain_text(said)


def test_never_a_dead_end(page: Page, address: str) -> None:
    """Where nothing answers, the nearest words stand as buttons and give answers; where none is near, situations do."""
    field = opened(page, address)
    field.fill("xejlplaxx")
    offered = page.locator(".soeg__ord button")
    expect(offered.first).to_be_visible()
    word = offered.first.text_content()
    offered.first.click()
    expect(field).to_have_value(word or "")
    expect(page.locator(".soeg__fund a").first).to_be_visible()
    field.fill("xqzwvk")
    expect(page.locator("#soeg-antal")).to_have_text("Intet svar på »xqzwvk«.")
    expect(page.locator(".soeg__svar a").first).to_be_visible()


def test_word_below_the_quoted_lines(page: Page, address: str) -> None:
    """An answer found by a word that stands further down in its text says so, since it can mark nothing."""
    opened(page, address).fill("krusningen")
    expect(page.locator(".soeg__ogsaa", has_text="længere inde i teksten").first).to_be_visible()
