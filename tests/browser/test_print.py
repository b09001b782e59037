"""The browser's own print of a page: whole, readable, with the reader's own or blank."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.catalogue import Catalogue
from tests.browser.test_checklists import ready
from tests.browser.test_collaborations import MINE, create
from tests.support.invented import BOX, INTERVIEW, PROCESS, STAIRS, THEME
from tests.support.kinds import KINDS
from tests.support.pdfs import Pdf, bare
from tests.support.sites import BASE

pytestmark = pytest.mark.browser

# Marks at the first and last sign of everything that must not be divided, and at each heading and what follows it.
MARK = """() => {
  const mark = (element, text, first) => {
    const spot = document.createElement("span");
    spot.className = "maerke";
    spot.textContent = ` @@${text}@@ `;
    if (first) element.prepend(spot); else element.append(spot);
  };
  const shown = (e) => e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0;
  const whole = ".tjek, .spoergsmaal > li, .droeft, .eksempel, .matrix tr > :last-child, .note__papir:not(:empty)";
  let n = 0;
  for (const element of document.querySelectorAll(whole)) {
    if (!shown(element)) continue;
    mark(element.querySelector("label, .spm, .maerkat") ?? element, `S${n}`, true);
    mark([...element.querySelectorAll("p, dd")].filter(shown).at(-1) ?? element, `E${n}`, false);
    n += 1;
  }
  for (const heading of document.querySelectorAll("article :is(h1, h2, h3, h4, legend, caption)")) {
    if (!shown(heading)) continue;
    const after = [...document.querySelectorAll("article :is(p, li, td, label, dt, figure)")]
      .find((e) => heading.compareDocumentPosition(e) & 4 && !heading.contains(e) && shown(e) && e.textContent.trim());
    if (!after) continue;
    mark(heading, `S${n}`, false);
    mark(after, `E${n}`, true);
    n += 1;
  }
  const push = document.createElement("div");
  push.className = "skub";
  document.querySelector("article").prepend(push);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".maerke { font: 2px monospace; letter-spacing: 1px; } .skub { height: var(--skub, 0); }");
  document.adoptedStyleSheets.push(sheet);
  return n;
}"""
WORKED = [THEME, INTERVIEW, STAIRS, PROCESS]
EVERY = range(30)  # steps of 8 mm: together nearly a page
SOME = EVERY[4::10]


def printed(page: Page, background: bool = True) -> Pdf:
    """Print the page as the browser does, on the paper the style sheet asks for."""
    return Pdf(page.pdf(prefer_css_page_size=True, print_background=background))


@pytest.mark.parametrize("offsets", [SOME, pytest.param(EVERY, marks=pytest.mark.sweep)], ids=["some", "every"])
@pytest.mark.parametrize("path", WORKED)
def test_nothing_is_cut_or_left_behind(page: Page, address: str, path: str, offsets: Sequence[int]) -> None:
    """However far the content is pushed down, no item is divided and no heading ends a page."""
    ready(page, address + path)
    page.emulate_media(media="print")
    count = page.evaluate(MARK)
    assert count > 20
    wrong = []
    for offset in offsets:
        page.evaluate("mm => document.documentElement.style.setProperty('--skub', mm + 'mm')", offset * 8)
        where: dict[str, int] = {}
        for number, text in enumerate(printed(page).pages):
            where |= dict.fromkeys(re.findall(r"@@([SE]\d+)@@", bare(text)), number)
        missing = {f"{side}{n}" for side in "SE" for n in range(count)} - set(where)
        assert not missing, "a mark did not reach the paper"
        wrong += [(offset, n) for n in range(count) if where[f"S{n}"] != where[f"E{n}"]]
    assert not wrong


def test_every_kind_of_page(page: Page, address: str, catalogue: Catalogue) -> None:
    """Each page prints on A4 with its head, page numbers, address and nothing of the site's furniture."""
    for path in KINDS:
        if path in ("", "404.html"):
            continue
        page.goto(address + path)
        made = printed(page)
        title = page.locator("h1").inner_text().replace("\u00ad", "")
        for number, (text, sheet) in enumerate(zip(made.pages, made.document, strict=True), 1):
            assert sorted(round(side) for side in sheet.get_size()) == [595, 842], path
            assert f"Side {number} af {len(made.pages)}" in text, path
            assert catalogue.site.title in text, path
        words = bare("".join(made.pages))
        assert bare(title) in words, path
        assert bare(f"{BASE}{path}".removeprefix("https://")) in words, path
        assert bare("Gå til indholdet") not in words, path
        assert bare("Link hertil") not in words, path
        assert "\ufffd" not in words, path


def test_own_or_blank(page: Page, address: str) -> None:
    """The reader's notes, names, dates and agreements are printed, or left out with room to write, as she chooses."""
    page.add_init_script("window.print = () => { document.title = 'printed' }")
    ready(page, address + MINE)
    create(page, "Ungeindsats", "")
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    item = page.locator(".tjek").nth(1)
    item.locator("summary", has_text="Note").click()
    for label, value in (("Note", "Ring til Hanne"), ("Ansvarlig", "Ole"), ("Senest", "2027-03-09")):
        item.get_by_label(label, exact=True).fill(value)
        item.get_by_label(label, exact=True).blur()
    page.get_by_label("Hvad skal ske?").fill("Mødes igen")
    page.get_by_role("button", name="Tilføj aftalen").click()
    page.locator("katalog-paper summary").click()
    page.get_by_role("button", name="Med det, jeg har skrevet").click()
    expect(page).to_have_title("printed")
    own = bare("".join(printed(page).pages))
    for words in ("Ring til Hanne", "Ansvarlig: Ole · Senest 9. marts 2027", "Mødes igen", "Ungeindsats"):
        assert bare(words) in own
    page.locator("katalog-paper summary").click()
    page.get_by_role("button", name="Blank, med plads til at skrive").click()
    blank = bare("".join(printed(page).pages))
    for words in ("Ring til Hanne", "Ansvarlig: Ole", "Mødes igen"):
        assert bare(words) not in blank
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator("body")).not_to_have_class("blank")


def test_no_heading_floats_on_paper(page: Page, address: str) -> None:
    """A heading that floats is left at the end of a page, whatever the style sheet asks for what follows it."""
    for path in WORKED:
        page.emulate_media(media="screen")
        ready(page, address + path).emulate_media(media="print")
        floats = page.locator("article :is(h1, h2, h3, h4, legend, caption)").evaluate_all(
            "all => all.filter((one) => getComputedStyle(one).float !== 'none').map((one) => one.textContent)"
        )
        assert not floats, path


def test_what_was_typed_just_before_is_printed(page: Page, address: str) -> None:
    """Printing waits for no rest: what stands in a field is on paper at once."""
    item = ready(page, address + THEME).locator(".tjek").first
    item.locator("summary", has_text="Note").click()
    item.get_by_label("Note", exact=True).press_sequentially("Spørg Bo")
    assert bare("Spørg Bo") in bare("".join(printed(page).pages))


def test_dark_prints_light_and_closed_prints_open(context: Callable[..., BrowserContext], address: str) -> None:
    """In dark colours the paper is white, and what is folded away on the screen stands on it."""
    page = context(color_scheme="dark", java_script_enabled=False).new_page()
    page.goto(address)
    folded = page.locator(".situationer .indhold p").last.text_content() or ""
    assert bare(folded.strip())[:60] in bare("".join(printed(page).pages))
    page.emulate_media(media="print")
    assert page.locator("body").evaluate("b => getComputedStyle(b).backgroundColor") == "rgb(255, 255, 255)"


def test_ticks_show_without_background(page: Page, address: str) -> None:
    """With background graphics off a tick differs from an open box."""
    ready(page, address + THEME)
    page.get_by_label(BOX, exact=True).check()
    page.emulate_media(media="print")
    border = "e => getComputedStyle(e, '::after').borderBottomWidth"
    assert page.get_by_label(BOX, exact=True).evaluate(border) != "0px"
    other = page.locator(".tjek input[type=checkbox]").nth(1)
    assert other.evaluate("e => getComputedStyle(e, '::after').content") == "none"
