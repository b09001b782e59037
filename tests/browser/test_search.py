"""The search: Danish words as leaders type them, and a dialog for every hand."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.catalogue import Catalogue
from tests.browser.test_axe import violations
from tests.support.invented import FREQUENT, INTERVIEW, STORE

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
        return page.evaluate(code, [f"{address}assets/js/search/language.js", name, list(given)])

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


def test_empty_box_offers_situations(page: Page, address: str, catalogue: Catalogue) -> None:
    """Before a word is typed the box offers situations, and the way to the finder."""
    situation = catalogue.of_kind("situation")[0]
    opened(page, address + "om/")
    expect(page.locator(".soeg__svar a").first).to_contain_text(situation.title)
    page.locator(".soeg__svar a").first.click()
    expect(page).to_have_url(re.compile(rf"/#{situation.id}$"))
    expect(page.locator(f"#{situation.id}")).to_have_attribute("open", "")


def test_opens_at_the_entry_and_marks_it(page: Page, address: str) -> None:
    """The entry an answer leads to is marked on its page, also when the reader is there already."""
    opened(page, address + "tjeklister/").fill("tågesignalet")
    page.keyboard.press("Enter")
    target = page.locator("main :target")
    expect(target).to_contain_text("tågesignalet")
    expect(target).to_have_css("outline-style", "solid")
    expect(page.locator("dialog.soeg")).to_be_hidden()


@pytest.mark.parametrize("query", ["modvilje", "udkiggen i sigte", "stryg fernis", "tågesignalet"])
@pytest.mark.parametrize("width", [390, 1440])
def test_stands_at_the_entry(context: Callable[..., BrowserContext], address: str, query: str, width: int) -> None:
    """With motion allowed too, the entry stands near the top when the page's scripts have added their parts."""
    page = context(viewport={"width": width, "height": 900}, reduced_motion="no-preference").new_page()
    opened(page, address + "om/").fill(query)
    expect(page.locator(".soeg__fund a").first).to_be_visible()
    with page.expect_navigation(wait_until="networkidle"):
        page.keyboard.press("Enter")
    top = page.locator(":target").evaluate("target => target.getBoundingClientRect().top")
    assert 0 <= top <= 300


def test_way_back_is_her_own_place(page: Page, address: str) -> None:
    """On the way back to a page with a place in its address the reader stands where she left it."""
    page.goto(f"{address}{INTERVIEW}#rolle-skriver", wait_until="networkidle")
    page.evaluate("() => { window.dispatchEvent(new Event('wheel')); scrollTo(0, 0); }")
    page.goto(address + "om/")
    page.go_back(wait_until="networkidle")
    assert page.evaluate("() => scrollY") < 200


def test_recent_searches(page: Page, address: str) -> None:
    """What was sought last is offered, kept in the window only, and can be forgotten."""
    opened(page, address).fill("tønder")
    page.locator(".soeg__svar a").first.click()
    opened(page, address + "om/")
    expect(page.get_by_role("button", name="tønder", exact=True)).to_be_visible()
    assert page.evaluate("() => localStorage.length") == 0
    page.get_by_role("button", name="Glem mine søgninger").click()
    expect(page.get_by_role("button", name="tønder", exact=True)).to_have_count(0)


def test_recent_searches_follow_her_choice(page: Page, address: str) -> None:
    """A reader who keeps her material on the computer finds her searches in the next window too."""
    page.goto(address)
    page.evaluate(f"() => localStorage.setItem('{PLACE}', 'her')")
    opened(page, address).fill("tønder")
    page.locator(".soeg__svar a").first.click()
    other = page.context.new_page()
    opened(other, address + "om/")
    expect(other.get_by_role("button", name="tønder", exact=True)).to_be_visible()


def test_keyboard(page: Page, address: str) -> None:
    """Arrows go through field and answers in a ring, Tab stays in the dialog, Escape gives the focus back."""
    link = alive(page, address + "om/").locator("main a").first
    link.focus()
    page.keyboard.press("/")
    field = page.get_by_label("Hvad leder du efter?")
    expect(field).to_be_focused()
    field.fill("kajen")
    expect(page.locator(".soeg__svar li").nth(4)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".soeg__svar a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".soeg__svar a").last).to_be_focused()
    for _ in range(30):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "() => document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert inside
    field.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_typing_goes_on_from_an_answer(page: Page, address: str) -> None:
    """A letter typed while an answer has the focus goes into the field."""
    field = opened(page, address)
    field.fill("tønder")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("e")
    expect(field).to_be_focused()
    expect(field).to_have_value("tøndere")


def test_answer_in_a_new_tab(page: Page, address: str) -> None:
    """An answer opened in a new tab leaves the dialog as it is."""
    opened(page, address).fill("tønder")
    with page.context.expect_page():
        page.locator(".soeg__fund a").first.click(modifiers=["ControlOrMeta"])
    expect(page.locator("dialog.soeg")).to_be_visible()


def test_slash_can_be_turned_off(page: Page, address: str) -> None:
    """The single-letter shortcut is off when the reader says so, on the next page too; Ctrl+K always works."""
    opened(page, address)
    page.get_by_label("åbner søgningen").uncheck()
    alive(page, address + "om/").keyboard.press("/")
    expect(page.locator("dialog.soeg")).to_be_hidden()
    opened(page, address + "om/")
    page.get_by_label("åbner søgningen").check()
    assert page.evaluate(f"() => localStorage.getItem('{SHORTCUT}')") is None


def test_slash_is_a_letter_in_a_field(page: Page, address: str) -> None:
    """Typing / in a field writes it."""
    field = opened(page, address)
    field.fill("")
    page.keyboard.type("før/efter")
    expect(field).to_have_value("før/efter")


def test_index_is_fetched_when_wanted(page: Page, address: str) -> None:
    """Neither index nor engine is fetched before the search is approached."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    alive(page, address)
    assert not [url for url in asked if "soegning.json" in url or "engine" in url]
    page.locator(".soeg-aabner").focus()
    opened(page, address)
    assert len([url for url in asked if "soegning.json" in url]) >= 1


def test_index_that_cannot_be_fetched(page: Page, address: str) -> None:
    """When the index fails the dialog says where else to look, and the next try may work."""
    page.route("**/soegning.json", lambda route: route.fulfill(status=200, body="{"))
    alive(page, address)
    page.evaluate("() => { console.warn = () => {} }")
    page.keyboard.press("Control+k")
    expect(page.locator("#soeg-antal")).to_contain_text("kunne ikke hentes")
    page.unroute("**/soegning.json")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.locator(".soeg__svar a").first).to_be_visible()


def test_hostile_words_are_text(page: Page, address: str) -> None:
    """What is typed or stored is never taken for markup."""
    field = opened(page, address)
    for query in (
        "<img src=x onerror=alert(1)>",
        '"',
        "\\",
        "((",
        "%",
        "å" * 300,
        "🙂",
        "a b c d e f g h i j k l m n o p",
    ):
        field.fill(query)
        expect(page.locator("#soeg-antal")).not_to_be_empty()
    assert page.locator("dialog img").count() == 0


@pytest.mark.parametrize("height", [200, 256])
def test_at_400_percent(context: Callable[..., BrowserContext], address: str, height: int) -> None:
    """On the small screen that a 400 % zoom leaves, every answer and the foot can be scrolled to below the field."""
    page = context(viewport={"width": 320, "height": height}).new_page()
    opened(page, address).fill("tønder")
    for part in (page.locator(".soeg__fund a").last, page.locator(".soeg__bund a")):
        part.scroll_into_view_if_needed()
        expect(part).to_be_in_viewport(ratio=0.4)
    expect(page.get_by_label("Hvad leder du efter?")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(context: Callable[..., BrowserContext], address: str, scheme: str, width: int) -> None:
    """The open dialog, empty, with answers and without, is free of findings and not wider than the screen."""
    page = context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    field = opened(page, address)
    for query in ("", FREQUENT, "xqzwvk"):
        field.fill(query)
        expect(page.locator(".soeg__svar li").first).to_be_visible()
        assert not violations(page), query
        assert page.evaluate("() => document.querySelector('dialog.soeg').scrollWidth") <= width


def test_by_touch(context: Callable[..., BrowserContext], address: str) -> None:
    """A finger opens the search, an answer, and closes it."""
    page = context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True).new_page()
    alive(page, address).locator(".soeg-aabner").tap()
    page.get_by_label("Hvad leder du efter?").fill("tålsomhed")
    page.locator(".soeg__svar a").first.tap()
    expect(page).to_have_url(re.compile("#taalsomhed$"))
    page.locator(".soeg-aabner").tap()
    page.get_by_role("button", name="Luk").tap()
    expect(page.locator("dialog.soeg")).to_be_hidden()
