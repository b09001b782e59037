"""What a browser needs to keep the catalogue: a manifest with an icon, and a worker that knows every file."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from macros.catalogue import Catalogue, icon, logo
from macros.catalogue.addresses import ENDING
from macros.kind import FRONT
from macros.paper import icons
from macros.paper.engine import calm
from macros.web import device
from tests.support.sites import FIXTURE, ROOT

# What is asked for by its name, and what only other programs read.
NAMED = r"sw\.js|_headers|katalog\.json|feed\.xml|manifest\.webmanifest|sitemap\.xml(\.gz)?"
NOT_KEPT = re.compile(rf"{NAMED}|.*\.txt|.*\.pdf")


def listed(worker: bytes) -> dict[str, Any]:
    """Return the list that stands in a worker."""
    whole = re.search(r'\{"?version"?:"\w+".*?\}\}', worker.decode())
    assert whole
    return json.loads(re.sub(r"([{,])(version|files|papers):", r'\1"\2":', whole[0]))  # type: ignore[no-any-return]


def test_the_manifest_is_of_this_catalogue(site: Path, catalogue: Catalogue) -> None:
    """It says the catalogue's name, language and colour, begins on the front page, and its icons are there."""
    told = json.loads((site / device.MANIFEST).read_text("utf-8"))
    assert told["name"] == catalogue.site.title
    assert told["lang"] == catalogue.site.language
    assert told["theme_color"] == icon.colour(catalogue.site)
    assert (site / told["start_url"] / "index.html").is_file()
    assert told["icons"]
    assert all((site / one["src"]).is_file() for one in told["icons"])
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert 'http-equiv="refresh"' in text or f'{device.MANIFEST}"' in text, page


def test_it_begins_where_the_host_shows_a_page(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a host without folders the front page is a file."""
    monkeypatch.setenv(ENDING, "ja")
    assert json.loads(device.manifest(catalogue.site, "da", ()))["start_url"] == FRONT.replace(".md", ".html")


@pytest.mark.parametrize("logo", [True, False], ids=["logo", "ours"])
def test_the_icon_is_drawn_in_the_sizes_phones_ask_for(catalogue: Catalogue, tmp_path: Path, *, logo: bool) -> None:
    """Of the owner's logo, or our mark, a picture of each size is made, on a tile of the bar's colour and not empty."""
    about = catalogue.site if logo else catalogue.site.model_copy(update={"logo": None})
    drawing = icon.drawing(about, FIXTURE, ROOT / "docs")
    icons.make(drawing, tmp_path)
    for size, path in icons.made(tmp_path, drawing).items():
        with Image.open(path) as picture:
            seen = picture.convert("RGB")
        assert seen.size == (size, size)
        assert "#{:02x}{:02x}{:02x}".format(*seen.getpixel((1, 1))) == icon.colour(about)  # type: ignore[misc]
        assert len(seen.getcolors(1 << 20) or ()) > 2
    assert set(icons.made(tmp_path, drawing)) == set(icons.SIZES)
    assert not icons.made(tmp_path, drawing + " ")


def test_a_drawing_that_ends_the_engine_is_told_of(catalogue: Catalogue, tmp_path: Path) -> None:
    """A logo that is as thin as a hair is accepted, and the icon that cannot be drawn of it stops nothing."""
    (tmp_path / "tynd.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1"/>', "utf-8")
    assert logo.wrong(tmp_path / "tynd.svg") is None
    about = catalogue.site.model_copy(update={"logo": "tynd.svg"})
    with pytest.raises(icons.IconError, match="Gem logoet igen"):
        icons.make(icon.drawing(about, tmp_path, ROOT / "docs"), tmp_path / "pdf")


def test_only_the_engines_own_end_is_turned_into_an_error() -> None:
    """Whoever stops a command stops it, also while a page is set."""

    def stopped() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        calm(stopped)


def test_an_older_icon_does_not_stay(tmp_path: Path) -> None:
    """Drawn anew, an icon takes the place of the one before."""
    for colour in ("red", "blue"):
        icons.make(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="{colour}"/></svg>',
            tmp_path,
        )
    assert len(list(tmp_path.iterdir())) == len(icons.SIZES)


def test_the_worker_knows_every_file_that_pages_are_made_of(site: Path) -> None:
    """Each file of the site is in its list by the address it has, with its own sum; what no page needs is not."""
    files = listed((site / device.WORKER).read_bytes())["files"]
    there = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    needed = {name: path for name, path in there.items() if not NOT_KEPT.fullmatch(name)}
    assert files == {
        re.sub(r"(^|/)index\.html$", r"\1", name): hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in needed.items()
    }


def test_any_change_is_a_new_edition(site: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    """The same site has the same edition; a letter more in any page, and the worker is another."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    before = device.worker(copy, catalogue.site)
    assert before == (site / device.WORKER).read_bytes() == device.worker(copy, catalogue.site)
    page = copy / "404.html"
    page.write_text(page.read_text("utf-8") + " ", encoding="utf-8")
    after = device.worker(copy, catalogue.site)
    assert listed(after)["version"] != listed(before)["version"]


def test_a_site_of_files_is_kept_so(site: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where addresses name files the list does too."""
    monkeypatch.setenv(ENDING, "ja")
    assert "index.html" in listed(device.worker(site, catalogue.site))["files"]
