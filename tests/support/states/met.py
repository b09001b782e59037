"""Where two leaders' copies meet, and what the browser tells her of what it keeps, copies and has of the catalogue."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.engines.hardships import BLOCKED, LOCAL, SESSION
from tests.support.invented import BOX, ID, KEY, STAIRS, THEME
from tests.support.sites import FIXTURE, read
from tests.support.states.own import ASIDE, BOOKLET, LONG, MINE, booklet, file, noted, set_aside
from tests.support.states.table import opened, state
from tests.support.states.tools import interviewing

START = KEY.removesuffix("eget")
ITEM = next(item.id for item in read(FIXTURE).index.values() if item.title == BOX)
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false"
SHARES = "navigator.canShare = () => true; navigator.share = async () => {}"
# The scripts of the page at hand are no longer among what is kept, as they are when there is a new edition.
RENEWED = """async () => { for (const name of await caches.keys()) {
  const cache = await caches.open(name);
  for (const one of await cache.keys()) if (one.url.endsWith("/main.js")) await cache.delete(one);
} }"""


def written(note: str, at: int, **more: object) -> dict[str, object]:
    """Return a collaboration as version 1 kept it, with one item's note."""
    return {"om": {"at": 1, "name": "Skolestart"}, ITEM: {"at": at, "title": BOX, "note": note, **more}}


def keeping(page: Page, records: dict[str, object]) -> None:
    """Let the browser have kept a collaboration from before."""
    words = json.dumps({"version": 1, "collaborations": {"k-1": records}})
    for name, value in {"eget": words, "valgt": "k-1"}.items():
        page.add_init_script(f"sessionStorage[{json.dumps(START + name)}] ??= {json.dumps(value)}")


def coming(records: dict[str, object]) -> Path:
    """Return a file with the same collaboration as somebody else has it."""
    return file(json.dumps({"format": f"{ID}-eget", "version": 1, "collaborations": {"k-1": records}}))


@state
def both_arrive(page: Page, address: str) -> None:
    """A file in which another has written where she has, before it is taken in, with all that it changes."""
    keeping(page, written("Ring til Hanne.", 2))
    mine = opened(page, address + MINE, "katalog-collaborations")
    mine.locator("[data-del=fil]").set_input_files(coming(written(LONG, 3, done=True, day="2026-03-01")))
    mine.locator("[data-del=ankommet-ramme] summary").click()


@state
def both_on_the_overview(page: Page, address: str) -> None:
    """What came, and a note with two texts to choose between, on the overview."""
    both_arrive(page, address)
    page.locator("[data-del=flet]").click()
    expect(page.locator(".samarb .valg")).to_be_visible()


@state
def both_at_the_field(page: Page, address: str) -> None:
    """A note with two texts to choose between, where it is written."""
    both_on_the_overview(page, address)
    opened(page, address + THEME).locator(".tjek .valg").scroll_into_view_if_needed()


@state
def words_changed(page: Page, address: str) -> None:
    """An item whose words are others than when it was ticked."""
    keeping(page, written("", 2, done=True, day="2026-03-01", text="noget-andet"))
    opened(page, address + THEME)
    expect(page.locator(".note__aendret").first).to_be_visible()


@state
def nothing_is_kept(page: Page, address: str) -> None:
    """What stands in the way of keeping, told at the edge of the screen."""
    page.add_init_script(BLOCKED % LOCAL + BLOCKED % SESSION)
    opened(page, address + THEME).locator(".tjek input[type=checkbox]").last.check()
    expect(page.locator("katalog-place [data-del=hindring]")).to_be_visible()


@state
def reminded(page: Page, address: str) -> None:
    """Somebody who asked for it is told that it is time to save a file."""
    keeping(page, written("Ring til Hanne.", 2))
    for name, value in {"fil-mind": "ja", "fil-gemt": "2026-01-02"}.items():
        page.add_init_script(f"sessionStorage[{json.dumps(START + name)}] = {json.dumps(value)}")
    opened(page, address + MINE, ".samarb")
    expect(page.locator("[data-del=fil-ord]")).not_to_be_empty()


@state
def draft_waits(page: Page, address: str) -> None:
    """The dialog of a collaboration that was left with Escape while something was written in it."""
    page.add_init_script(SHARES)
    mine = opened(page, address + MINE, "katalog-collaborations")
    for words in ("Skolestart", ""):
        mine.locator("[data-del=nyt]").click()
        if words:
            mine.locator("#ret-navn").fill(words)
            page.keyboard.press("Escape")
    expect(mine.locator("[data-del=ret-kladde]")).to_be_visible()


@state
def sharing_by_app(page: Page, address: str) -> None:
    """A collaboration too long for a link, on a device that has a sheet of apps."""
    page.add_init_script(SHARES)
    keeping(page, written("".join(chr(65 + (n * n + n // 7) % 57) for n in range(19_000)), 2))
    opened(page, address + MINE, ".samarb").locator("[data-handling=del]").click()
    expect(page.locator("[data-del=del-app]")).to_be_visible()


@state
def throwing_away(page: Page, address: str) -> None:
    """The question before what was set aside is thrown away."""
    set_aside(page, address)
    page.locator("[data-del=smid]").first.click()


@state
def nothing_aside(page: Page, address: str) -> None:
    """The page of what was set aside, with nothing on it."""
    opened(page, address + ASIDE, "katalog-restore")


@state
def set_aside_elsewhere(page: Page, address: str) -> None:
    """A page that tells that something was set aside, and leads to it."""
    set_aside(page, address)
    opened(page, address + THEME)
    expect(page.locator(".samarbejde [data-del=gendan]")).to_be_visible()


@state
def copied_by_hand(page: Page, address: str) -> None:
    """Minutes that the browser would not copy, to be copied by hand."""
    page.add_init_script(NO_CLIPBOARD)
    noted(page, address)
    page.locator(".tjek [data-del=aftale]").first.click()
    page.locator("katalog-agreements form .knap").first.click()
    page.locator("[data-del=referat]").click()
    expect(page.locator("katalog-agreements [data-del=tekst]")).to_be_visible()


@state
def answer_made(page: Page, address: str) -> None:
    """One leader's answer, made a link, with its code."""
    page.add_init_script(NO_CLIPBOARD)
    gap = opened(page, address + STAIRS, "katalog-gap").locator("katalog-gap")
    for question in gap.locator(".skala").all():
        question.locator("input").first.check()
    gap.locator("form > p > .knap").click()
    expect(gap.locator("[data-del=delt]")).to_be_visible()


@state
def booklet_link(page: Page, address: str) -> None:
    """A booklet's link that the browser would not copy."""
    page.add_init_script(NO_CLIPBOARD)
    booklet(page, address)
    page.locator("katalog-booklet [data-del=del]").click()
    expect(page.locator("katalog-booklet [data-del=link]")).to_be_visible()


@state
def booklet_arrived(page: Page, address: str) -> None:
    """A booklet that came by a link, before it is taken in."""
    booklet_link(page, address)
    link = page.locator("katalog-booklet [data-del=link]").input_value()
    page.goto("about:blank")
    opened(page, link, "katalog-booklet")
    expect(page.locator("katalog-booklet [data-del=ankommet]")).to_be_visible()


@state
def booklet_refused(page: Page, address: str) -> None:
    """A link to a booklet that was cut."""
    opened(page, f"{address}{BOOKLET}#haefte=x", "katalog-booklet")
    expect(page.locator("katalog-booklet [data-del=fejl]")).to_be_visible()


@state
def self_tested(page: Page, address: str) -> None:
    """What the browser can and cannot, and the answer as a text."""
    page.add_init_script(NO_CLIPBOARD)
    opened(page, address + "selvtest/", ".selvtest__svar li").locator("[data-del=kopier]").click()
    expect(page.locator("katalog-self-test [data-del=tekst]")).to_be_visible()


@state
def kept_on_the_device(page: Page, address: str) -> None:
    """The catalogue kept on the device."""
    opened(page, address + "offline/", "katalog-offline").locator("[data-del=gem]").click()
    expect(page.locator("katalog-offline [data-del=fjern]")).to_be_visible()


@state
def newer_edition(page: Page, address: str) -> None:
    """A page that is older than what is kept on the device."""
    kept_on_the_device(page, address)
    page.evaluate(RENEWED)
    opened(page, address + THEME)
    expect(page.locator(".udgave")).to_be_visible()


@state
def notes_handed_over(page: Page, address: str) -> None:
    """The listener's notes of an interview, which the browser would not copy."""
    page.add_init_script(NO_CLIPBOARD)
    interviewing(page, address)
    field = page.locator(".spoergsmaal textarea[id*=fokus]").first
    field.fill("Tid")
    field.blur()
    page.locator("katalog-interview [data-del=kopier]").click()
    expect(page.locator("katalog-interview [data-del=tekst]")).to_be_visible()


@state
def proposal_ready(page: Page, address: str) -> None:
    """A proposal with all it needs, its text, and the way to where it is put."""
    opened(page, address + "foreslaa/", "katalog-proposal")
    for field in page.locator("katalog-proposal form :is(input, textarea):visible").all():
        field.fill("https://example.org/" if field.get_attribute("type") == "url" else "Sejl med vinden")
    expect(page.locator("katalog-proposal [data-del=aabn]")).to_be_visible()
