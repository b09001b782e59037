"""A link or a file is taken in however it travelled, and told plainly when it cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_collaborations import MINE, create, ready
from tests.browser.test_gap import alive, answer_stairs
from tests.support.invented import BOX, ID, STAIRS, THEME

pytestmark = pytest.mark.browser

OUTLOOK = "https://eur03.safelinks.protection.outlook.com/?url={}&data=05%7C02%7C&reserved=0"
WITHOUT = "() => { delete globalThis.CompressionStream; delete globalThis.DecompressionStream; }"
SHEET = """() => { globalThis.sent = [];
  navigator.canShare = (given) => !given.files || given.files[0].type === 'text/plain';
  navigator.share = async (given) => { sent.push([given.url ?? '', given.files?.[0].name ?? '']); }; }"""


def shared(page: Page, address: str, name: str = "Sundhedshus") -> str:
    """Make a collaboration with a tick in it, and return the link to it."""
    ready(page, address + MINE)
    create(page, name, "Regionen\nByen")
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    ready(page, address + MINE).get_by_role("button", name=f"Del: {name}").click()
    return page.get_by_role("textbox", name="Link", exact=True).input_value()


def pasted(page: Page, words: str) -> None:
    """Paste something on the overview."""
    if page.locator("[data-del=indsat]").is_hidden():
        page.get_by_text("Sæt et link ind").click()
    page.get_by_label("Et link, eller hele mailen med det").fill(words)
    page.get_by_role("button", name="Se, hvad der er i det").click()


def test_a_pasted_mail_is_read(context: Callable[..., BrowserContext], address: str) -> None:
    """A mail with a wrapped link and one through Outlook is read, and all its collaborations are shown first."""
    links = [shared(context().new_page(), address, name) for name in ("Sundhedshus", "Nabohjælp")]
    wrapped = "\n> ".join(re.findall(".{1,70}", links[0]))
    page = ready(context().new_page(), address + MINE)
    pasted(page, f"Hej Ida\n\n> {wrapped}\n\nog\n<{OUTLOOK.format(quote(links[1], safe=''))}>\n\nHilsen Bo")
    expect(page.locator("[data-del=ankommet-titel]")).to_contain_text("Sundhedshus")
    expect(page.locator("[data-del=ankommet-titel]")).to_contain_text("Nabohjælp")
    expect(page.locator("[data-del=fejl]")).to_be_hidden()
    expect(page.locator("[data-del=indsat]")).to_have_value("")


def test_what_is_no_link_is_told(page: Page, address: str) -> None:
    """Text without a link, an empty link and another kind of link are each told, and nothing is lost."""
    ready(page, address + MINE)
    faults = {
        "Hej, se vedhæftede": "ikke noget link",
        f"{address}{MINE}#samarbejde=": "Der står intet efter",
        "#svar=abc": "ikke til et samarbejde",
    }
    for words, told in faults.items():
        pasted(page, words)
        expect(page.locator("[data-del=fejl]")).to_contain_text(told)
        expect(page.locator("[data-del=indsat]")).to_have_value(words)
        expect(page.locator("[data-del=ankommet]")).to_be_hidden()


@pytest.mark.parametrize("hash", ["#samarbejde=", "#samarbejde=%22"])
def test_an_empty_link_is_told(page: Page, address: str, hash: str) -> None:
    """A link that was cut at its equals sign, or is followed by what no link holds, says so."""
    ready(page, address + MINE + hash)
    expect(page.locator("[data-del=fejl]")).to_contain_text("Der står intet efter lighedstegnet")


@pytest.mark.parametrize("sign", ["%23", "%2523"])
def test_a_link_that_was_rewritten_finds_its_page(
    context: Callable[..., BrowserContext], address: str, sign: str
) -> None:
    """An address whose # was written otherwise leads from the page for what is missing to the right one."""
    link = shared(context().new_page(), address)
    page = context().new_page()
    lost = re.compile("%(25)?23")  # what a host answers with the page for what is missing
    page.route(lost, lambda route: route.fulfill(response=route.fetch(url=f"{address}404.html")))
    page.goto(link.replace("#", sign))
    expect(page.locator("[data-del=ankommet-titel]")).to_contain_text("Sundhedshus")
    page.goto(address + "404.html")
    expect(page.get_by_text("kan det være klippet over")).to_be_visible()


def test_old_browsers_share_and_read(context: Callable[..., BrowserContext], address: str) -> None:
    """A browser that cannot pack and unpack by itself makes links and reads them."""
    old = context()
    old.add_init_script(f"({WITHOUT})()")
    link = shared(old.new_page(), address)
    assert "#samarbejde=" in link
    page = old.new_page()
    ready(page, link)
    expect(page.locator("[data-del=ankommet-titel]")).to_contain_text("Sundhedshus")
    answer = answer_stairs(old.new_page(), address, 3, "Siv")
    expect(alive(old.new_page(), answer, "katalog-gap").locator("[data-del=ankommet-tekst]")).to_contain_text("Siv")


def test_what_cannot_be_packed_is_told(browser: Browser, address: str) -> None:
    """Where part of the page does not come, sharing offers the file, and a link is told and stays in the address."""
    page = browser.new_page()  # the console tells of what does not come, too
    page.route("**/vendor/*.js", lambda route: route.abort())
    ready(page, address + MINE)
    create(page, "Sundhedshus")
    page.get_by_role("button", name="Del: Sundhedshus").click()
    expect(page.get_by_text("Din browser kan ikke lave links")).to_be_visible()
    expect(page.get_by_role("textbox", name="Link", exact=True)).to_be_hidden()
    with page.expect_download():
        page.get_by_role("dialog").get_by_role("button", name="Gem som fil").click()
    page.goto(address)
    ready(page, address + MINE + "#samarbejde=q1YqVrJSMDDQUVBKLElVslIqLU4tUtJRKkpNLFGyMqoFAA")
    expect(page.locator("[data-del=fejl]")).to_contain_text("ikke kunne hentes")
    assert "#samarbejde=" in page.url
    page.close()


def test_the_sheet_takes_a_short_link_and_a_long_file(page: Page, address: str) -> None:
    """Where the device has a sheet of apps it gets a short link, else the file, in a form that it takes."""
    page.add_init_script(f"({SHEET})()")
    shared(page, address)
    expect(page.get_by_text("kan sendes i en mail")).to_be_visible()
    page.get_by_role("button", name="Send med en app").click()
    page.get_by_role("button", name="Luk", exact=True).click()
    ready(page, address + THEME).locator("summary", has_text="Note").first.click()
    noise = " ".join(f"{n * n * 7919 % 99991:x}" for n in range(600))
    page.get_by_label("Note", exact=True).first.fill(noise)
    page.get_by_label("Ansvarlig").first.fill("Bo")
    page.get_by_label("Senest").first.focus()
    ready(page, address + MINE).get_by_role("button", name="Del: Sundhedshus").click()
    expect(page.get_by_text("send hellere filen")).to_be_visible()
    page.get_by_role("button", name="Send med en app").click()
    ((_, name),) = page.evaluate("() => sent")
    assert name.startswith("sundhedshus-")
    assert name.endswith(".txt")


def test_a_large_backup_and_an_old_programs_file_are_read(page: Page, address: str, tmp_path: Path) -> None:
    """A file of five million letters, and one saved again as Windows once wrote, are shown with their letters whole."""
    ready(page, address + MINE)
    records = ",".join(f'"p-{n}":{{"at":1,"note":"{"æ" * 20_000}"}}' for n in range(250))
    state = '{"format":"HERS","version":1,"collaborations":{"k-1":{"om":{"at":1,"name":"Ærø"}X}}}'.replace(
        "HERS", f"{ID}-eget"
    )
    large, old = tmp_path / "stor.json", tmp_path / "gammel.txt"
    large.write_text(state.replace("X", "," + records), encoding="utf-8")
    old.write_bytes(state.replace("X", "").encode("latin-1"))
    for file in (large, old):
        page.locator("[data-del=fil]").set_input_files(file)
        expect(page.locator("[data-del=ankommet-titel]")).to_contain_text("Ærø")
        expect(page.locator("[data-del=fejl]")).to_be_hidden()


def test_answers_in_a_whole_mail(context: Callable[..., BrowserContext], address: str) -> None:
    """The meeting takes in every answer of a mail, through Outlook too, with one message for the one that was cut."""
    links = [
        answer_stairs(context().new_page(), address, step, name)
        for step, name in ((2, "Hanne"), (4, "Ole"), (3, "Siv"))
    ]
    page = alive(context().new_page(), address + STAIRS, "katalog-gap")
    safe = OUTLOOK.format(quote(links[1], safe=""))
    page.get_by_label("Sæt svarene ind").fill(
        f"Hej!\nHer: <{links[0]}>.\nOg {safe} fra Ole.\nSiv: {links[2][:-7]}\nHilsen os"
    )
    page.get_by_role("button", name="Læg svarene ind").click()
    expect(page.locator("[data-del=modtaget] p")).to_have_count(3)
    expect(page.locator("[data-del=modtaget] p").last).to_contain_text("klippet over")
    expect(page.locator("[data-del=antal]")).to_have_text("2 svar er lagt ind.")
