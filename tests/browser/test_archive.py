"""The zip for a shared drive: unpacked and opened from the disk, what readers do most works without a host."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from macros import archive
from tests.support.engines import Engines
from tests.support.engines.window import Tab
from tests.support.sites import FIXTURE, copy_with_data, once

pytestmark = pytest.mark.browser

ALIVE = "() => document.querySelector('.soeg-aabner[role=button]') !== null"
TICKED = "() => document.querySelector('.tjek input').checked"
WRITE = """(word) => { const field = document.querySelector('#soeg-felt'); field.value = word;
  field.dispatchEvent(new Event('input', { bubbles: true })); }"""


@pytest.fixture(scope="module")
def packed(shared_tmp: Path) -> Path:
    """Return the zip of the fixture catalogue."""
    folder = shared_tmp / "archive"

    def make() -> str:
        try:
            archive.make(copy_with_data(FIXTURE, folder / "root"))
        except archive.ArchiveError as error:
            return str(error)
        return ""

    once(folder, make)
    return next((folder / "root").glob(".zip/*.zip"))


@pytest.fixture(scope="module")
def folder(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the zip holds, unpacked."""
    place = tmp_path_factory.mktemp("fælles drev")
    with zipfile.ZipFile(packed) as held:
        held.extractall(place)
    return place / packed.stem


def opened(engines: Engines, engine: str, folder: Path) -> Tab:
    """Open the front page from the disk, and wait until it lives."""
    tab = engines[engine].visit((folder / "index.html").as_uri()).tab()
    return gone(tab, folder, "index.html")


def gone(tab: Tab, folder: Path, name: str) -> Tab:
    """Go to a page on the disk, and wait until it lives."""
    tab.go((folder / name).as_uri())
    tab.until(ALIVE)
    return tab


both = pytest.mark.parametrize("engine", ["chromium", "firefox"])


@both
def test_what_readers_do_most_works_from_a_disk(engines: Engines, folder: Path, engine: str) -> None:
    """Search leads to a page that is there, a tick stays over a reload, the finder and run mode answer."""
    tab = opened(engines, engine, folder)
    tab.press("Control", "k")
    tab.until("() => document.querySelector('dialog.soeg[open] .soeg__svar a') !== null")
    tab.ask(WRITE, "fyr")
    tab.until("() => document.querySelector('.soeg__svar mark') !== null")
    found = tab.ask("() => document.querySelector('.soeg__svar a').href")
    assert found.startswith(folder.as_uri())
    gone(tab, folder, found.removeprefix(f"{folder.as_uri()}/").partition("#")[0])
    gone(tab, folder, "tjeklister.html").click(".tjek input")
    tab.until(TICKED)
    tab.reload()
    tab.until(ALIVE)
    tab.until(TICKED)
    gone(tab, folder, "find.html").until("() => Boolean(document.querySelector('katalog-finder:not(.venter)'))")
    gone(tab, folder, "vaerktoejer/roret.html").click("katalog-run [data-del=aabn]")
    tab.until("() => Boolean(document.querySelector('dialog.koer[open]'))")


@both
def test_a_booklet_is_put_together_from_a_disk(engines: Engines, folder: Path, engine: str) -> None:
    """The booklet shows what stands on another page, though a browser lets it fetch none."""
    tab = opened(engines, engine, folder)
    gone(tab, folder, "haefte.html")
    shown = tab.ask(
        "async () => { const whole = Object.values(katalogSider).join('');"
        " const found = new DOMParser().parseFromString(whole, 'text/html');"
        " return [Object.keys(katalogSider), found.querySelectorAll('article').length]; }"
    )
    assert "find.html" in shown[0]
    assert shown[1] == len(shown[0])


@both
def test_it_says_where_it_lies(engines: Engines, folder: Path, engine: str) -> None:
    """The page of use offline says that it is read from a folder, and offers no button."""
    tab = gone(opened(engines, engine, folder), folder, "offline.html")
    tab.until("() => document.querySelector('katalog-offline [data-del=sagt]').textContent.includes('mappe')")
    assert tab.ask("() => document.querySelector('katalog-offline .handlinger').hidden")


def test_every_link_leads_to_a_file(folder: Path) -> None:
    """Each address on each page is a file of the folder, and none needs a host."""
    for page in folder.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#?:]+)["#?]', page.read_text("utf-8")):
            assert (page.parent / link).is_file(), (page.name, link)


def test_the_same_site_is_the_same_zip(folder: Path, packed: Path, tmp_path: Path) -> None:
    """Packed again, the folder is the same file to the byte."""
    archive.pack(folder, tmp_path / packed.name, packed.stem)
    assert (tmp_path / packed.name).read_bytes() == packed.read_bytes()
