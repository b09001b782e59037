"""Scripts, style sheets and the search's index stand in folders named after what stands in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import kept
from macros.web import sent
from tests.support.sites import ROOT, code

ASSETS = ROOT / "docs/assets"


@pytest.fixture(scope="module")
def ours() -> dict[str, bytes]:
    """Return our scripts and style sheets as they are sent."""
    return sent.code(ASSETS, {}, kept.Table(None, ""))


def test_no_change_keeps_the_name(ours: dict[str, bytes]) -> None:
    """Whatever is changed, added, removed or called otherwise, all of it gets a new folder; the same gets the same."""
    names = {sent.folder({**ours, name: content + b" "}) for name, content in ours.items()}
    names |= {sent.folder({key: value for key, value in ours.items() if key != name}) for name in ours}
    names |= {sent.folder({f"{key}x" if key == name else key: value for key, value in ours.items()}) for name in ours}
    assert len(names) == 3 * len(ours)
    assert sent.folder(ours) not in names
    assert sent.folder(ours) == sent.folder(dict(reversed(ours.items())))


def test_an_owners_colours_are_part_of_it(ours: dict[str, bytes]) -> None:
    """A style sheet that is made of the data stands among the others, and has its part in the name."""
    made = sent.code(ASSETS, {"css/farver.css": ".x { color: red; }"}, kept.Table(None, ""))
    assert made.keys() - ours.keys() == {"css/farver.css"}
    assert sent.folder(made) != sent.folder(ours)


def test_every_page_names_one_folder_of_code(site: Path) -> None:
    """A page's scripts and styles all come from the folder that is named after them, where nothing else lies."""
    folders = {path.parent for path in site.glob("assets/*/js")}
    assert folders == {code(site)}
    held = {path.relative_to(code(site)).as_posix(): path.read_bytes() for path in code(site).rglob("*.*")}
    assert f"{sent.ROOT}{code(site).name}/" == sent.folder(held)
    for page in site.rglob("*.html"):
        named = re.findall(r'(?:href|src)="[^"]*assets/([^"]+\.(?:js|css))"', page.read_text("utf-8"))
        assert {name.split("/")[0] for name in named if not name.startswith("papir/")} <= {code(site).name}, page


def test_style_sheets_lead_to_their_fonts(site: Path) -> None:
    """What a style sheet asks for stands where it asks for it."""
    found = 0
    for sheet in code(site).glob("css/*.css"):
        for name in re.findall(r"url\(\"?([^\")]+)\"?\)", sheet.read_text("utf-8")):
            found += 1
            assert name.startswith("data:") or (sheet.parent / name).resolve().is_file(), (sheet.name, name)
    assert found
