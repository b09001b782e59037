"""What finds, shows and asks: the search, the menu, run mode, the exercises, the finder, the form for proposals."""

from __future__ import annotations

import base64
import json
import zlib

from playwright.sync_api import Page, expect

from tests.support.invented import COURSES, FREQUENT, INTERVIEW, MATRIX, PLATFORM, PROCESS, STAIRS, THEME
from tests.support.states.table import opened, state


def answer(number: int) -> str:
    """Return the code of a leader's answer to the staircase."""
    made = {"version": 1, "tool": STAIRS.split("/")[1], "answer": f"s-{number}", "name": f"Leder {number}"}
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = packer.compress(json.dumps({**made, "values": {"samlet": 1 + number % 5}}).encode()) + packer.flush()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@state
def clock_running(page: Page, address: str) -> None:
    """The clock of an interview, running."""
    interviewing(page, address)
    page.locator("katalog-interview katalog-timer [data-del=start]").click()


@state
def on_the_big_screen(page: Page, address: str) -> None:
    """Run mode, at an item that is neither the first nor the last."""
    opened(page, address + THEME).locator("katalog-run [data-del=aabn]").click()
    page.locator("katalog-run [data-del=frem]").click()


@state
def interviewing(page: Page, address: str) -> None:
    """An interview with its roles dealt."""
    opened(page, address + INTERVIEW, "katalog-interview")
    for number, name in enumerate(("Hanne", "Ole", "Siv"), 1):
        page.locator(f"#deltager-{number}").fill(name)
    page.locator("katalog-interview form button:not([type])").click()
    expect(page.locator("katalog-interview tbody tr")).to_have_count(3)


@state
def searching(page: Page, address: str) -> None:
    """The search, empty."""
    page.goto(address)
    page.locator(".soeg-aabner[role=button]").click()
    expect(page.locator("#soeg-felt")).to_be_focused()


@state
def found(page: Page, address: str) -> None:
    """The search, with answers."""
    searching(page, address)
    page.locator("#soeg-felt").fill(FREQUENT)
    expect(page.locator(".soeg__svar li").first).to_be_visible()


@state
def not_found(page: Page, address: str) -> None:
    """The search, without an answer."""
    searching(page, address)
    page.locator("#soeg-felt").fill("xqzwvk")
    expect(page.locator("#soeg-antal")).to_contain_text("xqzwvk")


@state
def menu_open(page: Page, address: str) -> None:
    """The menu, open."""
    page.goto(address + COURSES)
    page.locator(".menu__smal > summary:visible, .menu__bred summary:visible").first.click()


@state
def paper_menu_open(page: Page, address: str) -> None:
    """The choice of prints, open."""
    opened(page, address + THEME, "katalog-paper").locator("katalog-paper summary").click()


@state
def four_leaders(page: Page, address: str) -> None:
    """Four leaders' answers, drawn, and a paste that was refused."""
    opened(page, address + STAIRS, "katalog-gap")
    page.locator("[data-del=indsat]").fill(" ".join([*map(answer, range(4)), "x"]))
    page.locator("[data-del=laeg-ind]").click()
    expect(page.locator(".forskelle circle").first).to_be_visible()


@state
def answer_arrived(page: Page, address: str) -> None:
    """An answer that came by a link, before it is taken in."""
    opened(page, f"{address}{STAIRS}#svar={answer(1)}", "katalog-gap")
    expect(page.locator("[data-del=ankommet]")).to_be_visible()


@state
def measured(page: Page, address: str) -> None:
    """Two measurements on the staircase, with their curve."""
    opened(page, address + STAIRS, "katalog-gap")
    for number in (0, 2):
        page.locator(".trappevalg input").nth(number).check()
        page.locator("[data-del=maal]").click()
    expect(page.locator(".kurve circle")).to_have_count(2)


@state
def leaning(page: Page, address: str) -> None:
    """The matrix, with a lean chosen and drawn."""
    opened(page, address + MATRIX, "katalog-matrix").locator("[data-haelder] input").first.check()


@state
def stage_left_out(page: Page, address: str) -> None:
    """A process with a stage left out, and what that means."""
    opened(page, address + PROCESS, "katalog-stages").locator("[id^=skipped-]").first.check()
    expect(page.locator("katalog-stages [data-del=advarsel]")).not_to_be_empty()


@state
def part_of_a_drawing(page: Page, address: str) -> None:
    """A drawing with one of its parts chosen."""
    opened(page, address + PLATFORM).locator(".tegning a").first.click()


@state
def filtered(page: Page, address: str) -> None:
    """The finder, with filters open and chosen."""
    opened(page, address + "find/?fase=foer&sammen=alene", "katalog-finder")
    page.evaluate("() => { for (const one of document.querySelectorAll('.find__valg details')) one.open = true }")


@state
def proposing(page: Page, address: str) -> None:
    """A proposal with its picture, and what it lacks."""
    opened(page, address + "foreslaa/", "katalog-proposal").locator("[name=titel]:visible").fill("Et punkt")
    expect(page.locator("katalog-proposal [data-del=mangler] li").first).to_be_visible()


@state
def nothing_left(page: Page, address: str) -> None:
    """The finder, with filters that nothing fits."""
    opened(page, address + "find/?slags=kursus&tid=kort", "katalog-finder")


@state
def nothing_proposed(page: Page, address: str) -> None:
    """The form for proposals, empty."""
    opened(page, address + "foreslaa/", "katalog-proposal")
