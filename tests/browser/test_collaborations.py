"""A leader runs several collaborations, shares them, takes others' in, and never loses anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.test_checklists import ready as checklists_ready
from tests.support.invented import BOX, KEY, THEME

pytestmark = pytest.mark.browser

MINE = "samarbejder/"


def ready(page: Page, url: str) -> Page:
    """Open a page and wait until what holds her own material is alive."""
    checklists_ready(page, url)
    if MINE in url:
        expect(page.locator("katalog-collaborations")).to_be_visible()
    return page


def create(page: Page, name: str, parties: str = "") -> None:
    """Make a collaboration on the overview page."""
    page.get_by_role("button", name="Nyt samarbejde").click()
    page.get_by_label("Navn", exact=True).fill(name)
    page.get_by_label("Parter, én på hver linje").fill(parties)
    page.get_by_role("button", name="Gem", exact=True).click()


def kept(page: Page) -> dict[str, dict[str, dict[str, object]]]:
    """Return what the window keeps, as {collaboration: {key: record}}."""
    made: dict[str, dict[str, dict[str, object]]] = page.evaluate(
        "k => JSON.parse(sessionStorage[k] ?? localStorage[k]).collaborations", KEY
    )
    return made


def test_three_at_once(page: Page, address: str) -> None:
    """Each collaboration has its own ticks, and any page switches between them."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    ready(page, address + MINE)
    create(page, "Unge med diabetes", "Hospitalet\nKommunen")
    create(page, "Fælles visitation")
    expect(page.locator(".samarb")).to_have_count(3)
    ready(page, address + THEME)
    expect(page.get_by_label(BOX, exact=True)).not_to_be_checked()
    page.get_by_label("Du arbejder i").select_option("Samarbejde uden navn")
    expect(page.get_by_label(BOX, exact=True)).to_be_checked()
    page.get_by_label("Du arbejder i").select_option("Unge med diabetes")
    expect(page.get_by_label(BOX, exact=True)).not_to_be_checked()
    page.reload()
    expect(page.get_by_label("Du arbejder i")).to_have_value(
        next(key for key, one in kept(page).items() if one.get("om", {}).get("name") == "Unge med diabetes")
    )


def test_overview_shows_how_far(page: Page, address: str) -> None:
    """The overview counts ticks by theme and phase, and lists what is open, noted and agreed."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    item = page.locator(".tjek").nth(1)
    item.locator("summary", has_text="Note").click()
    item.get_by_label("Note", exact=True).fill("Ring til Hanne")
    item.get_by_label("Ansvarlig").fill("Ole")
    item.get_by_label("Senest").fill("2027-03-09")
    item.get_by_role("button", name="Gør punktet til en aftale").click()
    expect(page.get_by_label("Hvad skal ske?")).to_be_focused()
    page.get_by_role("button", name="Tilføj aftalen").click()
    ready(page, address + MINE)
    card = page.locator(".samarb")
    expect(card.locator("tbody tr").first.locator("td").first).to_contain_text("1 af")
    card.locator("summary", has_text="Noter og svar").click()
    expect(card.locator("dd")).to_have_text("Ring til Hanne")
    expect(card.locator("[data-del=aftaler] li")).to_contain_text("Ole · senest 9. marts 2027")
    card.locator("summary", has_text="Åbne punkter").click()
    expect(card.locator("[data-del=aabne] li").first).to_contain_text("Ole · senest 9. marts 2027")


def test_rename_copy_archive_delete(page: Page, address: str) -> None:
    """A collaboration is renamed, copied, archived and deleted; deleting asks and can be undone."""
    ready(page, address + MINE)
    create(page, "Ungeindsats", "A\nB")
    page.get_by_role("button", name="Ret: Ungeindsats").click()
    page.get_by_label("Navn", exact=True).fill("Ungeindsatsen")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_role("heading", name="Ungeindsatsen", exact=True)).to_be_visible()
    page.get_by_role("button", name="Kopiér: Ungeindsatsen").click()
    expect(page.get_by_role("heading", name="Ungeindsatsen (kopi)")).to_be_visible()
    page.get_by_role("button", name="Arkivér: Ungeindsatsen (kopi)").click()
    expect(page.get_by_role("heading", name="Ungeindsatsen (kopi)")).to_be_hidden()
    page.get_by_label("Vis også arkiverede").check()
    expect(page.get_by_role("heading", name="Ungeindsatsen (kopi)")).to_be_visible()
    page.get_by_role("button", name="Slet: Ungeindsatsen", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Annullér").click()
    expect(page.get_by_role("heading", name="Ungeindsatsen", exact=True)).to_be_visible()
    page.get_by_role("button", name="Slet: Ungeindsatsen", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Slet", exact=True).click()
    expect(page.get_by_role("heading", name="Ungeindsatsen", exact=True)).to_have_count(0)
    page.locator("[data-del=fortryd]").first.click()
    expect(page.get_by_role("heading", name="Ungeindsatsen", exact=True)).to_be_visible()


def test_clear_everything(page: Page, address: str) -> None:
    """»Ryd alt« asks, offers a file first, and leaves nothing of ours in the browser but when it was done."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    page.get_by_role("button", name="På denne computer").click()
    ready(page, address + MINE).get_by_role("button", name="Ryd alt fra denne computer").click()
    with page.expect_download():
        page.get_by_role("dialog").get_by_role("button", name="Gem alt som fil først").click()
    page.get_by_role("dialog").get_by_role("button", name="Ryd alt", exact=True).click()
    expect(page.locator(".samarb")).to_have_count(0)
    left = page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert left == [KEY.removesuffix("eget") + "ryddet"]


def test_cleared_in_another_tab(context: Callable[..., BrowserContext], address: str) -> None:
    """When another tab clears everything, this one says so and goes on working."""
    made = context()
    one, two = ready(made.new_page(), address + THEME), made.new_page()
    one.get_by_label(BOX, exact=True).check()
    one.get_by_role("button", name="På denne computer").click()
    ready(two, address + MINE).get_by_role("button", name="Ryd alt fra denne computer").click()
    two.get_by_role("dialog").get_by_role("button", name="Ryd alt", exact=True).click()
    expect(one.get_by_role("alert")).to_contain_text("ryddet i en anden fane")


def test_retired_and_changed(page: Page, address: str) -> None:
    """What belongs to a retired item is kept and shown; a tick on a text changed since is told."""
    ready(page, address + THEME).get_by_label(BOX, exact=True).check()
    page.evaluate(
        """k => { const s = JSON.parse(sessionStorage[k]); const [c] = Object.values(s.collaborations);
        c['et-gammelt-punkt'] = {done: true, title: 'Et gammelt punkt'};
        for (const r of Object.values(c)) if (r.text) r.text = 'andet'; sessionStorage[k] = JSON.stringify(s) }""",
        KEY,
    )
    ready(page, address + THEME)
    expect(page.get_by_text("Teksten er ændret, siden I satte flueben.").first).to_be_visible()
    page.get_by_role("button", name="Det er stadig gjort").click()
    expect(page.get_by_text("Teksten er ændret, siden I satte flueben.").first).to_be_hidden()
    ready(page, address + MINE).locator("summary", has_text="Udgåede punkter").click()
    expect(page.get_by_text("Dette punkt er udgået: Et gammelt punkt")).to_be_visible()


def test_agreements_leave_as_text_sheet_and_calendar(
    context: Callable[..., BrowserContext], address: str, tmp_path: Path
) -> None:
    """Agreements are copied as minutes, saved as a sheet that runs no formula, and as calendar dates."""
    page = context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    ready(page, address + THEME)
    for what, who, due in (("=SUM(A1) i budgettet; hurtigt", "Ole", "2027-01-05"), ("Ring, og hør", "", "")):
        page.get_by_label("Hvad skal ske?").fill(what)
        page.get_by_label("Hvem gør det?").fill(who)
        page.get_by_label("Hvornår senest?").fill(due)
        page.get_by_role("button", name="Tilføj aftalen").click()
    page.get_by_role("button", name="Kopiér referat").click()
    expect(page.get_by_text("Referatet er kopieret.")).to_be_visible()
    minutes = page.evaluate("() => navigator.clipboard.readText()")
    assert "[ ] Ring, og hør" in minutes
    assert "Ole – senest 5. januar 2027" in minutes
    with page.expect_download() as sheet:
        page.get_by_role("button", name="Hent som regneark (CSV)").click()
    rows = Path(sheet.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert rows[1] == '"\'=SUM(A1) i budgettet; hurtigt";"Ole";"2027-01-05";"nej"'
    with page.expect_download() as dates:
        page.get_by_role("button", name="Hent datoer til kalenderen (.ics)").click()
    lines = Path(dates.value.path()).read_bytes().decode().split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20270105" in lines
    assert "SUMMARY:=SUM(A1) i budgettet\\; hurtigt (Ole)" in lines
    assert all(len(line.encode()) <= 75 for line in lines)


def test_a_tick_follows_a_renamed_item(page: Page, address: str) -> None:
    """What hung on an item's former id is found on its present one, on its own page and on the overview."""
    ready(page, address + THEME)
    name = page.locator(".tjek").first.get_attribute("id") or ""
    label = page.locator(".tjek label").first.inner_text()
    page.evaluate(
        """k => { sessionStorage[k] = JSON.stringify({version: 1, collaborations: {'uden-navn':
        {'det-gamle-navn': {at: 5, done: true, day: '2026-01-02', title: 'Før', note: 'Husk'}}}}) }""",
        KEY,
    )

    def renamed(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace(f'id="{name}"', f'id="{name}" data-tidligere="det-gamle-navn"', 1)
        route.fulfill(response=answer, body=body)

    page.route(f"**/{THEME}", renamed)
    ready(page, address + THEME)
    expect(page.get_by_label(label, exact=True)).to_be_checked()
    expect(page.locator(".tjek").first.get_by_label("Note", exact=True)).to_have_value("Husk")
    page.locator(".tjek input[type=checkbox]").nth(1).check()
    (records,) = kept(page).values()
    assert set(records) >= {name, "det-gamle-navn"}
    assert records["det-gamle-navn"]["gone"] is True
