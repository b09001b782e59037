"""Whoever fears Git fills in a form, sees the entry as it will look, and gets YAML that the check accepts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.catalogue import load
from tests.support.sites import FIXTURE, ROOT

pytestmark = pytest.mark.browser

PAGE = "foreslaa/"
WORDS = 'Spørg: "hvem" ringer # ikke før?\n\nAndet afsnit – 50 % af os, »citat« og *stjerner*, for langt til en linje.'
KINDS = {
    "punkt": ("data/temaer/faergen-til-holmen.yml", "opmærksomhedspunkter:", {"tekst": WORDS, "eksempel": WORDS}),
    "tjek": ("data/temaer/faergen-til-holmen.yml", "  efter:", {"tekst": WORDS}),
    "kursus": (
        "data/kurser.yml",
        "kurser:",
        {
            "resumé": WORDS,
            "form": "Workshop: kort",
            "varighed": "1-2 dage",
            "målgruppe": "Ledere",
            "udbytte": WORDS,
            "tekst": WORDS,
        },
    ),
    "kilde": ("data/kilder.yml", "kilder:", {"år": "2024", "link": "https://example.org/a", "note": WORDS}),
}


def form(page: Page, address: str) -> Page:
    """Open the form and wait until it is alive."""
    page.goto(address + PAGE)
    expect(page.locator("katalog-proposal")).to_be_visible()
    return page


def fill(page: Page, kind: str, values: dict[str, str]) -> None:
    """Choose a kind and fill in its fields by their names."""
    page.get_by_label("Hvad vil du foreslå?").select_option(kind)
    for name, value in values.items():
        page.locator(f"katalog-proposal [name='{name}']").fill(value)


def put_in(text: str, key: str, made: str) -> str:
    """Return a file's text with an entry as the last under a key."""
    lines = text.split("\n")
    start = lines.index(key)
    depth = len(key) - len(key.lstrip())
    rest = range(start + 1, len(lines))
    end = next((i for i in rest if lines[i].strip() and len(lines[i]) - len(lines[i].lstrip()) <= depth), len(lines))
    return "\n".join([*lines[:end], *made.rstrip("\n").split("\n"), *lines[end:]])


@pytest.mark.parametrize("kind", KINDS)
def test_the_yaml_passes_the_check(page: Page, address: str, tmp_path: Path, kind: str) -> None:
    """What the form writes is put where it says, and the catalogue's own check finds nothing wrong."""
    file, key, values = KINDS[kind]
    form(page, address)
    fill(page, kind, {"titel": 'Find båden: "igen"', **values})
    made = page.get_by_label("Til at sætte ind i filen").input_value()
    assert key.strip().rstrip(":") in page.locator("[data-del=hvor]").inner_text() or kind == "tjek"
    if kind == "tjek":
        page.get_by_label("Hvornår?").select_option("efter")
        made = page.get_by_label("Til at sætte ind i filen").input_value()
    assert file in page.locator("[data-del=hvor]").inner_text()
    shutil.copytree(FIXTURE, tmp_path / "data")
    target = tmp_path / file
    target.write_text(put_in(target.read_text(encoding="utf-8"), key, made), encoding="utf-8")
    loaded = load(tmp_path / "data", ROOT / "docs")
    assert not loaded.problems
    assert loaded.catalogue
    entry = loaded.catalogue.index["find-baaden-igen"].entry
    assert entry.title == 'Find båden: "igen"'
    prose = entry.note if kind == "kilde" else entry.text
    assert prose.split("\n")[0] == 'Spørg: "hvem" ringer # ikke før?'


def test_preview_and_what_is_missing(page: Page, address: str) -> None:
    """The entry is shown as it will stand, as text only; what stands in the way is told, all at once."""
    form(page, address)
    expect(page.locator(".forslag__mangler li")).to_have_text(
        ["Skriv en overskrift.", "Skriv, hvad det betyder i praksis."]
    )
    fill(page, "punkt", {"titel": "<b>Fed</b>", "tekst": "Ring 12 34 56 78", "drøft": "Hvem?"})
    expect(page.locator(".forslag__syn h3")).to_have_text("<b>Fed</b>")
    expect(page.locator(".forslag__syn .droeft")).to_contain_text("Hvem?")
    expect(page.locator(".forslag__mangler li")).to_have_text(
        [re.compile("Skriv ren tekst"), re.compile("Lad CPR-numre, telefonnumre")]
    )
    expect(page.get_by_role("button", name="Kopiér teksten")).to_be_disabled()
    expect(page.get_by_label("Til at sætte ind i filen")).to_have_value("")


def test_a_taken_id_gets_a_number(page: Page, address: str) -> None:
    """A title that another entry has leads to an id of its own."""
    form(page, address)
    fill(page, "punkt", {"titel": "Hvem har trossen?", "tekst": "Tekst."})
    assert "- id: hvem-har-trossen-2\n" in page.get_by_label("Til at sætte ind i filen").input_value()
