"""The tools a leader group uses together: interviews, run mode, the matrix, the drawing, a model's stages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.catalogue import Catalogue
from macros.kinds.tool.platform.kind import PlatformTool
from tests.browser.test_checklists import ready
from tests.browser.test_collaborations import MINE, create
from tests.browser.test_gap import alive
from tests.support.invented import (
    INTERVIEW,
    ITEMS,
    MATRIX,
    PLATFORM,
    PROCESS,
    QUESTIONS,
    THEME,
)

pytestmark = pytest.mark.browser


def plan(page: Page, address: str, names: list[str]) -> None:
    """Fill in who is with and let the roles be dealt."""
    alive(page, address + INTERVIEW, "katalog-interview")
    for number, name in enumerate(names, 1):
        page.get_by_label(f"Deltager {number}").fill(name)
    page.get_by_role("button", name="Fordel rollerne").click()


@pytest.mark.parametrize("count", [3, 4, 5])
def test_everyone_is_asked_once(page: Page, address: str, count: int) -> None:
    """In the rotation each is the focus person exactly once, and everybody has a role in every round."""
    names = ["Hanne", "Ole", "Siv", "Per", "Eva"][:count]
    plan(page, address, names)
    rows = page.locator("katalog-interview tbody tr")
    expect(rows).to_have_count(count)
    cells = [[cell.inner_text() for cell in row.locator("td").all()] for row in rows.all()]
    assert sorted(row[0] for row in cells) == sorted(names)
    assert sorted(row[1] for row in cells) == sorted(names)
    assert all(sorted(", ".join(row).split(", ")) == sorted(names) for row in cells)


def test_too_few_and_equal_names(page: Page, address: str) -> None:
    """Too few names, or two alike, are told, and nothing is planned."""
    plan(page, address, ["Hanne", "Ole"])
    expect(page.get_by_text("Skriv mindst 3 navne.")).to_be_visible()
    page.get_by_label("Deltager 3").fill("Ole")
    page.get_by_role("button", name="Fordel rollerne").click()
    expect(page.get_by_text("To deltagere har samme navn.")).to_be_visible()
    expect(page.locator("[data-del=plan]")).to_be_hidden()


def test_timer_survives(page: Page, address: str) -> None:
    """The countdown goes on over a reload and a sleep, tells at five minutes and at the end, and can be paused."""
    page.clock.install(time="2026-11-23T09:00:00")
    plan(page, address, ["Hanne", "Ole", "Siv"])
    page.clock.pause_at("2026-11-23T10:00:00")
    face = page.locator(".ur__tal")
    page.get_by_role("button", name="Start uret").click()
    page.clock.run_for(60_000)
    expect(face).to_have_text("29:00")
    page.reload()
    page.clock.run_for(1_000)
    expect(face).to_have_text("28:59")
    page.get_by_role("button", name="Hold pause").click()
    page.clock.fast_forward(600_000)
    expect(face).to_have_text("28:59")
    page.get_by_role("button", name="Fortsæt").click()
    page.clock.fast_forward(24 * 60_000)
    expect(page.locator(".ur__sagt")).to_have_text("Fem minutter tilbage.")
    page.clock.fast_forward(60 * 60_000)
    expect(page.locator(".ur__sagt")).to_have_text("Tiden er gået.")
    expect(face).to_have_text("0:00")
    page.get_by_role("button", name="Nulstil uret").click()
    expect(face).to_have_text("30:00")


def test_notes_are_handed_to_the_one_asked(context: Callable[..., BrowserContext], address: str) -> None:
    """The listener's notes belong to the round, and are copied as text for whoever was asked."""
    page = context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    plan(page, address, ["Hanne", "Ole", "Siv"])
    page.get_by_label("Stikord til Hanne på:").first.fill("Vil gerne dele data")
    page.get_by_label("Stikord til Hanne på:").first.blur()
    page.get_by_role("button", name="Kopiér stikordene").click()
    expect(page.get_by_text("Stikordene er kopieret.")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("Stikord til Hanne")
    assert "Vil gerne dele data" in copied
    page.get_by_role("button", name="Næste interview").click()
    expect(page.get_by_role("heading", name="Interview 2 af 3: Ole er fokusperson")).to_be_visible()
    expect(page.get_by_label("Stikord til Ole på:").first).to_have_value("")
    page.get_by_role("button", name="Forrige interview").click()
    expect(page.get_by_label("Stikord til Hanne på:").first).to_have_value("Vil gerne dele data")


def test_answers_for_each_party(page: Page, address: str) -> None:
    """Where the collaboration names its parties, each has a field under every question, and one is shared."""
    ready(page, address + MINE)
    create(page, "Ungeindsats", "Skolen\nJobcentret")
    ready(page, address + QUESTIONS)
    first = page.locator(".spoergsmaal > li").first
    for label, words in (("Svar fra Skolen", "Tid"), ("Svar fra Jobcentret", "Penge"), ("Det er vi enige om", "Mål")):
        first.get_by_label(label).fill(words)
        first.get_by_label(label).blur()
    page.reload()
    expect(page.locator(".spoergsmaal > li").first.get_by_label("Svar fra Jobcentret")).to_have_value("Penge")
    expect(page.locator("katalog-checklist [data-del=tal]")).to_have_text("1 af 6 er besvaret")


def test_matrix_leans(page: Page, address: str) -> None:
    """The matrix shows questions, concepts or both, and sums up where the group leans."""
    alive(page, address + MATRIX, "katalog-matrix")
    page.get_by_label("Som spørgsmål").check()
    expect(page.get_by_role("heading", name="Som begreber")).to_be_hidden()
    expect(page.get_by_role("heading", name="Som spørgsmål")).to_be_visible()
    page.get_by_label("Begge dele").check()
    expect(page.get_by_role("heading", name="Som begreber")).to_be_visible()
    for index, value in enumerate((1, 2, 5)):
        page.locator("[data-haelder]").nth(index).locator("input").nth(value - 1).check()
    pole = page.locator("[data-haelder] .skala__valg > span").first.inner_text()
    expect(page.locator("[data-del=samlet]")).to_have_text(f"I hælder mest mod {pole}: 2 af 3 dimensioner.")
    page.reload()
    expect(page.locator("[data-haelder]").first.locator("input").first).to_be_checked()


def test_stages_with_dates_and_gaps(page: Page, address: str) -> None:
    """A stage has own dates; leaving one out is possible and said to weaken the model, and so is jumping ahead."""
    alive(page, address + PROCESS, "katalog-stages")
    page.locator(".trin").nth(0).get_by_label("Fra", exact=True).fill("2027-01-04")
    page.locator(".trin").nth(0).get_by_label("Fra", exact=True).blur()
    expect(page.locator(".faser__liste li").first).to_contain_text("fra 4. januar 2027")
    page.locator(".trin").nth(1).get_by_label("Vi springer fasen over").check()
    expect(page.locator("[data-del=advarsel]")).to_contain_text("svækker modellen")
    expect(page.locator(".faser__liste li").nth(1)).to_contain_text("sprunget over")
    page.locator(".trin").nth(2).locator(".tjek input[type=checkbox]").first.check()
    expect(page.locator("[data-del=advarsel]")).to_contain_text("I er begyndt på")


def test_drawing_is_the_menu(page: Page, address: str, catalogue: Catalogue) -> None:
    """An element chosen in the drawing is shown alone with a place for notes; everything can be shown again."""
    (platform,) = (p.entry for p in catalogue.of_kind("værktøj") if isinstance(p.entry, PlatformTool))
    ready(page, address + PLATFORM)
    parts = page.locator(".punkt--nummer:visible")
    expect(parts).to_have_count(len(platform.elements))
    page.locator(".tegning a").nth(2).click()
    expect(parts).to_have_count(1)
    parts.get_by_label("Jeres svar").fill("Vi mangler et fælles mål")
    parts.get_by_label("Jeres svar").blur()
    page.get_by_role("button", name="Vis alle elementer").click()
    expect(parts).to_have_count(len(platform.elements))
    page.reload()
    expect(page.get_by_label("Jeres svar").filter(visible=True)).to_have_count(len(platform.elements))


def test_run_mode(page: Page, address: str) -> None:
    """One item at a time fills the screen; keys lead on, a tick there is a tick, and Esc returns to the same place."""
    ready(page, address + THEME)
    opener = page.get_by_role("button", name="Vis på storskærm, ét punkt ad gangen")
    page.wait_for_load_state("networkidle")  # what the scripts add above moves the page
    opener.scroll_into_view_if_needed()
    before = page.evaluate("() => scrollY")
    opener.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[data-del=hvor]")).to_have_text(f"1 af {ITEMS}")
    expect(dialog.get_by_role("timer")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(dialog.locator("[data-del=hvor]")).to_have_text(f"2 af {ITEMS}")
    expect(dialog.locator(".tjek")).to_have_count(1)
    title = dialog.locator(".tjek label").first.inner_text()
    dialog.locator(".tjek").get_by_role("checkbox").check()
    dialog.get_by_label("Note", exact=True).fill("På skærmen")
    dialog.get_by_label("Note", exact=True).blur()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    assert page.evaluate("() => scrollY") == before
    expect(page.locator(".forloeb .tjek")).to_have_count(ITEMS)
    expect(page.get_by_label(title, exact=True)).to_be_checked()
    page.reload()
    expect(page.get_by_label(title, exact=True)).to_be_checked()


def test_run_mode_of_an_interview_has_its_clock(page: Page, address: str) -> None:
    """In an interview run mode shows the clock, the question's number and the field of the one asked."""
    plan(page, address, ["Hanne", "Ole", "Siv"])
    page.get_by_role("button", name="Vis på storskærm, ét punkt ad gangen").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("timer")).to_be_visible()
    expect(dialog.get_by_label("Stikord til Hanne på:")).to_be_visible()
    dialog.get_by_role("button", name="Luk (Esc)").click()
    expect(page.locator("katalog-interview .ur")).to_be_visible()
