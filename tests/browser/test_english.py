"""What a person does first, on a catalogue in English: every word that is said comes from the English file.

What is clicked and expected is taken from the catalogue and from the language's file, never written here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros import language
from macros.catalogue import Catalogue, Placed
from macros.catalogue.addresses import Addresses
from macros.kinds.words.kind import Words
from macros.language import Wording
from macros.web.pages import pages
from tests.browser.conftest import serving
from tests.support.browser import alive
from tests.test_language import leaves

pytestmark = pytest.mark.browser
ADDRESS = re.compile(r"\S*[:/]\S+|\S+/")
SIGNS = re.compile(r"[æøå»«]", re.IGNORECASE)


@pytest.fixture(scope="module")
def address(english_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site in English; return its address."""
    yield from serving(english_site, tmp_path_factory.mktemp("english"))


@pytest.fixture(scope="module")
def t() -> Wording:
    """Return the words of the English file."""
    return language.words("en")


@pytest.fixture(scope="module")
def only_danish() -> list[str]:
    """Return every text of the Danish file that is another in English, longest first, up to its first place."""
    english = dict(leaves(language.words("en")))
    texts = [re.split(r"[{|]", text)[0].strip() for path, text in leaves(language.words("da")) if english[path] != text]
    known = " ".join(english.values())
    return sorted({text for text in texts if len(text) > 3 and text not in known}, key=len, reverse=True)


def first(catalogue: Catalogue, kind: str) -> Placed:
    """Return the first entry of a kind."""
    return catalogue.of_kind(kind)[0]


def fill(text: str, **values: object) -> str:
    """Return a word with its places filled in."""
    return language.fill(text, **values)


def told(page: Page) -> str:
    """Return all that is on a page now, seen or only read aloud."""
    return str(
        page.evaluate(
            "() => document.body.textContent + [...document.querySelectorAll('[aria-label], [title]')]"
            ".map(one => ' ' + one.ariaLabel + ' ' + one.title).join('')"
        )
    )


def test_no_danish_word_is_seen(page: Page, address: str, english: Catalogue, only_danish: list[str]) -> None:
    """With its scripts running, no page shows or says a word of the Danish file."""
    seen = {}
    for path in ["", *(Addresses().page(path) for path in pages(english))]:
        page.goto(address + path)
        alive(page)
        expect(page.locator("html")).to_have_attribute("lang", "en-GB")
        text = ADDRESS.sub(" ", " ".join(told(page).split()))
        found = [word for word in only_danish if word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
        if found or SIGNS.search(text):
            seen[path] = found or SIGNS.findall(text)
    assert seen == {}


def test_no_sideways_scrolling(context: Callable[..., BrowserContext], address: str, english: Catalogue) -> None:
    """No page is wider than a narrow screen, and each has one main heading."""
    page = context(viewport={"width": 320, "height": 800}).new_page()
    for path in ["", *(Addresses().page(path) for path in pages(english))]:
        page.goto(address + path)
        expect(page.locator("h1")).to_have_count(1)
        over = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path


def test_works_without_javascript(
    context: Callable[..., BrowserContext], address: str, english: Catalogue, t: Wording
) -> None:
    """Without scripts the menu opens, boxes tick, and the search leads to everything listed."""
    page = context(java_script_enabled=False, viewport={"width": 390, "height": 800}).new_page()
    item = first(english, "tjek")
    page.goto(address + Addresses().page(item.page))
    page.get_by_text(t.menu.open, exact=True).click()
    expect(page.locator(".menu__alt").get_by_role("link", name=t.kinds.kilde.many)).to_be_visible()
    page.get_by_text(t.menu.open, exact=True).click()
    page.get_by_label(item.title, exact=True).check()
    page.get_by_role("link", name=t.search.open).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(t.overviews.find.title)


def test_keyboard_reaches_the_content(page: Page, address: str, english: Catalogue, t: Wording) -> None:
    """The first stop leads past the menu to the content."""
    page.goto(address + Addresses().page(first(english, "tema").page))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(t.page.skip)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def opened(page: Page, t: Wording) -> Locator:
    """Open the search once its script is there; return its field."""
    expect(page.get_by_role("button", name=t.search.open)).to_be_visible()
    page.keyboard.press("Control+k")
    field = page.get_by_label(t.search.ask)
    expect(field).to_be_focused()
    return field


def other_forms(word: str) -> list[str]:
    """Return a word as somebody might type it: another inflection, a slip, the American spelling."""
    return [word, f"{word}s", word[:-2] + word[-1] + word[-2]]


def test_search_finds_in_english(page: Page, address: str, english: Catalogue, t: Wording) -> None:
    """An entry is found on its title, inflected or misspelt, and on what everyday words mean."""
    page.goto(address)
    field = opened(page, t)
    words = english.one(Words)
    assert words
    term = words.terms[0]
    for query in [*other_forms(term.title.lower()), *(word for row in words.synonyms for word in row.words)]:
        field.fill(query)
        expect(page.locator(".soeg__svar a").first).to_contain_text(term.title)
    expect(page.locator(".soeg__slags").first).to_contain_text(t.kinds.begreb.one)


def test_search_says_when_nothing_is_found(page: Page, address: str, t: Wording) -> None:
    """A query without an answer is told so, in English quotes; an empty one with what to do."""
    page.goto(address)
    field = opened(page, t)
    expect(page.locator("#soeg-antal")).to_have_text(t.search.said.tom)
    field.fill("xqzwvk")
    expect(page.locator("#soeg-antal")).to_have_text(fill(t.search.said.ingen, q="xqzwvk"))


def test_colours_are_told(page: Page, address: str, t: Wording) -> None:
    """The colour button says what is chosen, and what is stored has the catalogue's id."""
    page.goto(address)
    for choice in ("lys", "moerk"):
        page.locator("katalog-colour-choice button").click()
        expect(page.locator("katalog-colour-choice button")).to_have_attribute("title", t.colours.said[choice])
    keys = page.evaluate("() => Object.keys(localStorage)")
    assert [key.partition(":")[0] for key in keys] == ["the-bridge"]


def test_progress_and_dates_are_english(page: Page, address: str, english: Catalogue, t: Wording) -> None:
    """A tick is counted, undone, and an agreement's date is written as the English write it."""
    item = first(english, "tjek")
    page.goto(address + Addresses().page(item.page))
    page.get_by_label(item.title, exact=True).check()
    expect(page.locator("[data-del=tal]").first).to_have_text(
        re.compile(re.escape(fill(t.checklist.count.tekst, n=1, alle=3)))
    )
    page.get_by_role("button", name=t.checklist.undo).first.click()
    expect(page.get_by_label(item.title, exact=True)).not_to_be_checked()
    page.get_by_label(t.agreements.what).fill("Ask Ann")
    page.get_by_label(t.agreements.due).fill("2027-03-09")
    page.get_by_role("button", name=t.agreements.add).click()
    expect(page.locator("[data-del=hvem]").first).to_have_text(fill(t.agreements.said.senest, x="9 March 2027"))


def test_files_are_english(page: Page, address: str, english: Catalogue, t: Wording) -> None:
    """A spreadsheet has English names and commas, a calendar and a saved file the catalogue's id."""
    page.goto(address + Addresses().page(first(english, "tema").page))
    page.get_by_label(t.agreements.what).fill("Ask Ann")
    page.get_by_label(t.agreements.due).fill("2027-03-09")
    page.get_by_role("button", name=t.agreements.add).click()
    with page.expect_download() as down:
        page.get_by_role("button", name=t.agreements.csv).click()
    assert down.value.suggested_filename.endswith("-agreements.csv")
    columns = ",".join(f'"{name}"' for name in t.agreements.said.kolonner.split("|"))
    assert columns in Path(down.value.path()).read_text(encoding="utf-8-sig")
    with page.expect_download() as down:
        page.get_by_role("button", name=t.agreements.ics).click()
    assert "@the-bridge\n" in Path(down.value.path()).read_text(encoding="utf-8").replace("\r\n", "\n")
    page.goto(address + "samarbejder/")
    with page.expect_download() as down:
        page.get_by_role("button", name=t.collaborations.save_all).click()
    assert down.value.suggested_filename.startswith("the-bridge-")
    assert json.loads(Path(down.value.path()).read_text(encoding="utf-8"))["format"] == "the-bridge-eget"


def test_link_is_copied(context: Callable[..., BrowserContext], address: str, english: Catalogue, t: Wording) -> None:
    """The link at an entry says that it has been copied."""
    page = context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    point = first(english, "punkt")
    page.goto(address + Addresses().page(point.page), wait_until="networkidle")
    entry = page.locator(f"#{point.id}")
    entry.get_by_role("link", name=t.entry.link).click()
    expect(entry.get_by_role("status")).to_have_text(t.entry.copied)
