"""The page "Find inspiration": filters that combine, count, and stand in the address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.catalogue import Catalogue
from macros.web import facets

pytestmark = pytest.mark.browser


def ready(page: Page, url: str) -> Page:
    """Open the finder and wait until its filters are there."""
    page.goto(url)
    expect(page.locator("katalog-finder form")).to_be_visible()
    return page


def shown(page: Page) -> int:
    """Return how many entries are shown."""
    return page.locator(".find__liste > li:visible").count()


def in_sight(page: Page) -> None:
    """Check that the status is in the window and not under the header that stays at its top."""
    status = page.locator(".find__status [role=status]")
    expect(status).to_be_in_viewport(ratio=1)
    header, told = page.locator(".top").bounding_box(), status.bounding_box()
    assert header
    assert told
    assert told["y"] >= header["y"] + header["height"]


def told(page: Page) -> str:
    """Return what the live region says."""
    return page.locator(".find__status [role=status]").text_content() or ""


def expected(catalogue: Catalogue, **wanted: set[str]) -> int:
    """Return how many entries have one of the values wanted of each facet."""
    found = [f for group in facets.finder(catalogue).groups for f in group.found]
    return sum(all(set(f.values[name]) & values for name, values in wanted.items()) for f in found)


def test_everything_is_there(page: Page, address: str, catalogue: Catalogue) -> None:
    """Before a choice every entry is shown, and its number is told."""
    ready(page, address + "find/")
    total = facets.finder(catalogue).count
    assert shown(page) == total
    expect(page.locator(".find__status [role=status]")).to_have_text(f"Alle {total} vises")


def test_filters_combine(page: Page, address: str, catalogue: Catalogue) -> None:
    """Values of one filter widen, filters narrow each other; counts and live region tell the truth."""
    ready(page, address + "find/")
    page.get_by_role("checkbox", name=re.compile("^Før")).check()
    assert shown(page) == expected(catalogue, fase={"foer"})
    page.get_by_role("checkbox", name=re.compile("^Kun mig")).check()
    both = expected(catalogue, fase={"foer"}, sammen={"alene"})
    assert shown(page) == both
    page.get_by_role("checkbox", name=re.compile("^Efter")).check()
    wider = expected(catalogue, fase={"foer", "efter"}, sammen={"alene"})
    assert shown(page) == wider > both
    assert told(page).startswith(f"{wider} af ")


def test_counts_are_what_a_choice_gives(page: Page, address: str) -> None:
    """The number beside each choice is how many entries it leaves, with the other filters as they are."""
    ready(page, address + "find/?sammen=partnere&fase=under")
    labels = page.locator("fieldset label")
    for i in range(labels.count()):
        label = labels.nth(i)
        box = label.locator("input")
        name, count = str(box.get_attribute("name")), int(label.locator("small").text_content() or 0)
        wanted = {"fase": "under", "sammen": "partnere"} | {name: str(box.get_attribute("value"))}
        query = "&".join(f"{key}={value}" for key, value in wanted.items())
        if i % 5 == 0:
            other = page.context.new_page()
            assert shown(ready(other, f"{address}find/?{query}")) == count, query
            other.close()


def test_situation(page: Page, address: str, catalogue: Catalogue) -> None:
    """A situation leaves what it leads to."""
    ready(page, address + "find/").get_by_label("Hvad står du med?").select_option(index=1)
    first = catalogue.of_kind("situation")[0]
    assert shown(page) == expected(catalogue, situation={first.id}) > 0
    expect(page).to_have_url(f"{address}find/?situation={first.id}")


def test_situations_tell_what_they_give(page: Page, address: str, catalogue: Catalogue) -> None:
    """Each situation tells how many entries it leads to with the others; going through them is one step back."""
    ready(page, address + "find/?fase=foer")
    chooser = page.get_by_label("Hvad står du med?")
    first, second, third = catalogue.of_kind("situation")[:3]
    count = expected(catalogue, situation={second.id}, fase={"foer"})
    expect(chooser.locator("option").nth(2)).to_have_text(f"{second.title} ({count})")
    for situation in (first, third, second):
        chooser.select_option(situation.id)
    assert shown(page) == count
    page.go_back()
    expect(page).to_have_url(f"{address}find/?fase=foer")
    expect(chooser).to_have_value("")
    chooser.select_option(first.id)
    page.go_back()
    expect(page).to_have_url(f"{address}find/?fase=foer")


def test_everything_has_a_place_in_time(page: Page, address: str, catalogue: Catalogue) -> None:
    """The choices of time share out all entries; what has no time is a choice too."""
    facet = next(f for f in facets.finder(catalogue).facets if f.name == "tid")
    assert sum(option.count for option in facet.options) == facets.finder(catalogue).count
    ready(page, address + "find/?tid=uden")
    assert shown(page) == facet.options[-1].count


def test_every_kind_is_there(catalogue: Catalogue) -> None:
    """Every entry but the sources and the pages that only gather others is in the finder."""
    found = {f.placed.id for group in facets.finder(catalogue).groups for f in group.found}
    left = {placed.kind for placed in catalogue.index.values() if placed.id not in found}
    assert left == {"kilde", "kompetencer", "indsatser", "kurser"}


def test_result_comes_into_sight(page: Page, address: str) -> None:
    """A choice made far down the page brings the status into sight, and the focus stays on the choice."""
    ready(page, address + "find/")
    page.mouse.wheel(0, 3000)
    box = page.get_by_role("checkbox", name=re.compile("^Efter"))
    box.check()
    in_sight(page)
    expect(box).to_be_focused()


def test_folded_filters(page: Page, address: str) -> None:
    """Theme and kind are folded until they hold a choice; opened, they come into sight in the panel."""
    ready(page, address + "find/")
    more = page.locator(".find__flere")
    expect(more).not_to_have_attribute("open", "")
    more.locator("summary").click()
    expect(more.get_by_role("group", name="Tema")).to_be_in_viewport()
    ready(page, address + "find/?slags=kursus")
    expect(more).to_have_attribute("open", "")


def test_nothing_is_said_twice(page: Page, address: str) -> None:
    """An entry does not repeat the heading it stands under; elsewhere it says which page it is on."""
    ready(page, address + "find/")
    for kind in ("kompetence", "indsats", "kursus"):
        group = page.locator(".find__gruppe").filter(has=page.locator(f"#slags-{kind}"))
        facts = group.locator(".lille").all_text_contents()
        assert not [fact for fact in facts if not fact.endswith("min.")], kind
    viden = page.locator(".find__gruppe").filter(has=page.locator("#slags-belaeg"))
    assert viden.locator(".lille").count() == viden.locator("li").count()


def test_state_is_in_the_address(page: Page, address: str) -> None:
    """A shared address shows the same, Back and Forward go one choice at a time."""
    ready(page, address + "find/").get_by_role("checkbox", name=re.compile("^Før")).check()
    page.get_by_role("checkbox", name=re.compile("^Højst et kvarter")).check()
    expect(page).to_have_url(f"{address}find/?fase=foer&tid=kort")
    narrow = shown(page)
    other = page.context.new_page()
    assert shown(ready(other, page.url)) == narrow
    page.go_back()
    expect(page).to_have_url(f"{address}find/?fase=foer")
    expect(page.get_by_role("checkbox", name=re.compile("^Højst et kvarter"))).not_to_be_checked()
    assert shown(page) > narrow
    page.go_forward()
    expect(page.get_by_role("checkbox", name=re.compile("^Højst et kvarter"))).to_be_checked()
    assert shown(page) == narrow
    page.locator(".find__liste > li:visible a").first.click()
    page.go_back()
    expect(page.locator(".find__status [role=status]")).to_have_text(re.compile(f"^{narrow} af"))


def test_choices_can_be_taken_back(page: Page, address: str) -> None:
    """Each choice stands above the list as a button that removes it; one button removes all."""
    ready(page, address + "find/?fase=foer&sammen=alene&tid=kort")
    page.get_by_role("button", name="Fjern valget Kun mig").click()
    expect(page).to_have_url(f"{address}find/?fase=foer&tid=kort")
    expect(page.get_by_role("button", name="Fjern valget Højst et kvarter")).to_be_focused()
    page.get_by_role("button", name="Ryd alle valg").click()
    expect(page).to_have_url(f"{address}find/")
    expect(page.get_by_role("button", name="Ryd alle valg")).to_be_hidden()
    assert told(page).startswith("Alle ")


def test_nothing_fits(page: Page, address: str, catalogue: Catalogue) -> None:
    """When nothing fits it is said, and what to do."""
    courses, short = expected(catalogue, slags={"kursus"}), expected(catalogue, tid={"kort"})
    ready(page, address + "find/?slags=kursus&tid=kort")
    expect(page.locator(".find__status [role=status]")).to_contain_text("Fjern et af dem")
    expect(page.locator(".find__valgte button").first).to_contain_text(f"uden det: {courses}")
    expect(page.locator(".find__valgte button").last).to_contain_text(f"uden det: {short}")
    assert shown(page) == 0
    assert page.locator(".find__gruppe:visible").count() == 0


def test_unknown_values_are_ignored(page: Page, address: str) -> None:
    """An old or mistyped address shows everything it still can."""
    ready(page, address + "find/?fase=nixpille&situation=findes-ikke&x=1#slags-kursus")
    assert told(page).startswith("Alle ")


def test_without_scripts(context: Callable[..., BrowserContext], address: str, catalogue: Catalogue) -> None:
    """Without scripts everything is listed by kind, and no filter that would do nothing is shown."""
    page = context(java_script_enabled=False, viewport={"width": 390, "height": 800}).new_page()
    page.goto(address + "find/")
    assert shown(page) == facets.finder(catalogue).count
    expect(page.locator("katalog-finder form")).to_be_hidden()
    expect(page.locator(".find__status")).to_be_hidden()
    assert page.locator(".find__gruppe h2").count() == len(facets.finder(catalogue).groups)


def test_on_paper(page: Page, address: str) -> None:
    """Printed, what was chosen stands above the list; the filters are left out."""
    ready(page, address + "find/?fase=efter")
    page.emulate_media(media="print")
    expect(page.locator("katalog-finder form")).to_be_hidden()
    expect(page.locator(".find__valgte li")).to_be_visible()
    expect(page.locator(".find__kryds")).to_be_hidden()
    expect(page.locator(".find__adresse")).to_have_text(f"Listen med disse valg: {address}find/?fase=efter")
    assert shown(page) > 5


def test_narrow(context: Callable[..., BrowserContext], address: str, catalogue: Catalogue) -> None:
    """On a phone the filters are folded away and open by touch."""
    page = context(viewport={"width": 320, "height": 800}, has_touch=True).new_page()
    ready(page, address + "find/")
    expect(page.get_by_label("Hvad står du med?")).to_be_hidden()
    summary = page.locator(".find__valg summary").first
    summary.tap()
    page.get_by_text("Tema og slags").tap()
    page.get_by_role("checkbox", name=re.compile("^Kurser")).tap()
    courses = expected(catalogue, slags={"kursus"})
    expect(summary).to_have_text("Filtre (1 valgt)")
    page.get_by_role("button", name=f"Vis {courses}", exact=True).tap()
    expect(page.get_by_label("Hvad står du med?")).to_be_hidden()
    in_sight(page)
    assert shown(page) == courses
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
