"""Leaders answer each on a device of their own, and the answers meet: where they differ, and what that is over time."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_checklists import ready
from tests.support.invented import COMPETENCES, STAIRS

pytestmark = pytest.mark.browser


def alive(page: Page, url: str, element: str) -> Page:
    """Open a page and wait until one of its elements is alive."""
    ready(page, url)
    expect(page.locator(element)).to_be_visible()
    return page


def answer_stairs(page: Page, address: str, step: int, name: str) -> str:
    """Answer the staircase alone, and return the link."""
    alive(page, address + STAIRS, "katalog-gap")
    page.locator(f"katalog-gap input[value='{step}']").check()
    page.get_by_label("Dit navn (kan stå tomt)").fill(name)
    page.get_by_role("button", name="Lav mit svar som link").click()
    expect(page.locator("[data-del=kode]")).to_have_value(re.compile("#svar="))
    return page.locator("[data-del=kode]").input_value()


def code(values: dict[str, int], **changes: object) -> str:
    """Return the code of an answer to the staircase, as another device would have made it."""
    answer = {"version": 1, "tool": STAIRS.split("/")[1], "answer": "s-1", "name": "", "values": values, **changes}
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = packer.compress(json.dumps(answer).encode()) + packer.flush()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def test_separate_answers_meet(context: Callable[..., BrowserContext], address: str) -> None:
    """Answers made on their own devices meet on a third, whatever the order, and the same one twice counts once."""
    links = [answer_stairs(context().new_page(), address, step, name) for step, name in ((2, "Hanne"), (4, "Ole"))]
    said = []
    for order in (links, links[::-1]):
        page = alive(context().new_page(), address + STAIRS, "katalog-gap")
        page.get_by_label("Sæt svarene ind").fill("\n".join([*order, order[0]]))
        page.get_by_role("button", name="Læg svarene ind").click()
        expect(page.locator("[data-del=modtaget] p")).to_have_count(2)
        page.get_by_label("Sæt svarene ind").fill(order[0])
        page.get_by_role("button", name="Læg svarene ind").click()
        expect(page.locator("[data-del=modtaget]")).to_contain_text("var der i forvejen")
        expect(page.locator("[data-del=antal]")).to_have_text("2 svar er lagt ind.")
        said.append(page.locator("[data-del=forskelle]").inner_text())
    assert said[0] == said[1]
    assert "Fra 2 (Hanne) til 4 (Ole)" in said[0]


def test_answer_by_link_is_asked_for_first(context: Callable[..., BrowserContext], address: str) -> None:
    """A link with an answer takes nothing in before the meeting's leader says so."""
    link = answer_stairs(context().new_page(), address, 3, "Siv")
    page = alive(context().new_page(), link, "katalog-gap")
    expect(page.locator("[data-del=ankommet-tekst]")).to_contain_text("Siv")
    expect(page.locator("[data-del=antal]")).to_have_text("0 svar er lagt ind.")
    page.get_by_role("button", name="Læg svaret ind i mødet").click()
    expect(page.locator("[data-del=antal]")).to_have_text("1 svar er lagt ind.")
    assert "#" not in page.url


def test_bad_answers_are_told_apart(page: Page, address: str) -> None:
    """Broken, foreign, newer, hostile and surplus answers are each refused with their reason; the good are taken in."""
    alive(page, address + STAIRS, "katalog-gap")
    good = [code({"samlet": 1 + n % 5}, answer=f"s-{n}") for n in range(8)]
    bad = {
        code({"samlet": 9}): "klippet over",
        code({"samlet": 1}, tool="andet"): "anden øvelse",
        code({"samlet": 1}, version=2): "nyere udgave",
        code({"samlet": 1}, answer="<b>"): "klippet over",
        code({"samlet": 1}, answer="s-9", name="Niende"): "otte svar i forvejen",
    }
    page.get_by_label("Sæt svarene ind").fill("\n".join([*good, "Hej, her er hvadsomhelst", *bad]))
    page.get_by_role("button", name="Læg svarene ind").click()
    lines = page.locator("[data-del=modtaget] p")
    expect(lines).to_have_count(13)
    told = lines.all_inner_texts()
    assert Counter(reason for line in told for reason in set(bad.values()) if reason in line) == Counter(bad.values())
    expect(page.locator("[data-del=antal]")).to_have_text("8 svar er lagt ind.")


def test_widest_disagreement_first(page: Page, address: str) -> None:
    """The competences where leaders differ most come first, with their question and a way to an agreement."""
    alive(page, address + COMPETENCES, "katalog-gap")
    ids = [one.get_attribute("data-emne") or "" for one in page.locator("[data-emne]").all()]
    tool = page.locator("katalog-gap").get_attribute("data-forskel")
    first = dict.fromkeys(ids, 3)
    second = {**first, ids[4]: 5, ids[2]: 4}
    for number, values in enumerate((first, second)):
        page.get_by_label("Sæt svarene ind").fill(code(values, tool=tool, answer=f"s-{number}"))
        page.get_by_role("button", name="Læg svarene ind").click()
        expect(page.locator("[data-del=deltagere] li")).to_have_count(number + 1)
    titles = [page.locator(f"[data-emne={ids[n]}]").get_attribute("data-titel") or "" for n in (4, 2)]
    shown = page.locator(".forskelle__en h4")
    expect(shown.nth(0)).to_have_text(titles[0])
    expect(shown.nth(1)).to_have_text(titles[1])
    expect(page.locator(".forskelle__en").nth(2)).to_contain_text("I er enige")
    page.locator(".forskelle__en").first.get_by_role("button").click()
    expect(page.get_by_label("Hvad skal ske?")).to_have_value(f"{titles[0]}: ")


def test_measured_over_time(page: Page, address: str) -> None:
    """Dated measurements keep the wording answered then, are drawn as a line, and removing one can be undone."""
    page.clock.set_fixed_time("2026-03-01T10:00:00")
    alive(page, address + STAIRS, "katalog-gap")
    page.locator(".trappevalg input").nth(0).check()
    page.get_by_role("button", name="Gem som måling").click()
    page.clock.set_fixed_time("2026-09-01T10:00:00")
    page.locator(".trappevalg input").nth(2).check()
    page.get_by_role("button", name="Gem som måling").click()
    rows = page.locator(".maalinger li")
    expect(rows.nth(0)).to_contain_text("1. marts 2026: Trin 1.")
    expect(rows.nth(1)).to_contain_text("1. september 2026: Trin 3.")
    expect(page.locator(".kurve circle")).to_have_count(2)
    rows.nth(1).get_by_role("button").click()
    expect(rows).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Gør næste skridt til en aftale").click()
    assert page.get_by_label("Hvad skal ske?").input_value()
