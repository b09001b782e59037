"""Whoever comes with an anchor that is no longer on the page is led on to where its entry stands today."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from macros.catalogue import Placed
from macros.catalogue.addresses import Addresses
from tests.support.invented import THEME
from tests.support.sites import FIXTURE, read

pytestmark = pytest.mark.browser
CATALOGUE = read(FIXTURE)


def address_of(placed: Placed) -> str:
    """Return the address of the page that an entry stands on."""
    return Addresses.of(CATALOGUE.site).page(placed.page)


PAGES = {placed.id for placed in CATALOGUE.with_page()}
ELSEWHERE = [p for p in CATALOGUE.index.values() if p.id not in PAGES and address_of(p) not in {THEME, ""}]
ONE_A_PAGE = list({placed.page: placed for placed in ELSEWHERE}.values())


@pytest.mark.parametrize("placed", ONE_A_PAGE, ids=lambda placed: placed.id)
def test_an_entry_that_stands_elsewhere_is_found(page: Page, address: str, placed: Placed) -> None:
    """The page and the entry of today are in the address, and there is nothing to go back to on the way."""
    page.goto(f"{address}{THEME}#{placed.id}")
    expect(page).to_have_url(re.compile(rf"/{re.escape(address_of(placed))}#{placed.id}$"))


def test_a_part_of_an_entry_leads_to_the_entry(page: Page, address: str) -> None:
    """An anchor made from an entry's id leads to the entry."""
    placed = ELSEWHERE[0]
    page.goto(f"{address}{THEME}#om-{placed.id}")
    expect(page).to_have_url(re.compile(rf"#{placed.id}$"))


@pytest.mark.parametrize("anchor", ["ukendt-anker", "Æ", "x=y", ""])
def test_an_anchor_of_nothing_stays(page: Page, address: str, anchor: str) -> None:
    """An anchor that no entry has changes nothing."""
    page.goto(f"{address}{THEME}#{anchor}")
    page.wait_for_load_state("networkidle")
    assert page.url.partition("#")[0] == f"{address}{THEME}"
