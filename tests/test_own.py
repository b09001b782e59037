"""What is an owner's own: colours, logo, repository, address, hand-written pages."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from macros.catalogue import colours, logo
from macros.folders import data_folder, site_address
from macros.site import HOSTS, NOWHERE, Colours, Repository

NAMES = [info.alias or name for name, info in Colours.model_fields.items()]
SOME = ["#000000", "#17607a", "#b3261e", "#2b6640", "#7a5200", "#7f7f7f", "#f2a33a", "#ffffff", "#00ffcc"]


def test_contrast_of_wcag() -> None:
    """Contrast is WCAG's: black on white 21, #767676 on white just over 4.5, and the order does not matter."""
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert 4.5 < colours.contrast("#767676", "#ffffff") < 4.6
    assert colours.contrast("#17607a", "#fbfaf6") == colours.contrast("#fbfaf6", "#17607a")


@pytest.mark.parametrize(("name", "colour"), list(itertools.product(NAMES, SOME)))
def test_what_passes_can_be_read(name: str, colour: str) -> None:
    """A colour is told of as weak, with one that is not; or its tints keep the contrast in light and dark."""
    own = Colours.model_validate({name: colour})
    told = list(colours.weak(own))
    if told:
        assert not list(colours.weak(Colours.model_validate({name: told[0].instead})))
        return
    made = colours.tokens(own)
    base = {"top": "havn", "mærke": "rav", "rav": "gul"}.get(name, name)
    for mode in (0, 1):
        if base == "havn":
            assert colours.contrast(made["havn"][mode], colours.ON_TOP) >= colours.LEAST
        elif base != "rav":
            for other in (colours.PAPER[mode], made[f"{base}-tone"][mode]):
                assert colours.contrast(made[base][mode], other) >= colours.LEAST
            assert colours.contrast(made[f"{base}-dyb"][mode], colours.ON_TOP) >= colours.LEAST


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="x()"/>',
        '<a href="https://evil.example"><path/></a>',
        "<style>@import url(https://evil.example/x.css);</style>",
        "<foreignObject><p/></foreignObject>",
        "<style>a{fill:u\\72l(https://evil.example)}</style>",
        '<style>a{background:image-set("https://evil.example/x.png")}</style>',
        '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://evil.example"/>',
        '<form xmlns="http://www.w3.org/1999/xhtml" action="javascript:alert(1)"><input type="submit"/></form>',
        '<g xml:base="https://evil.example/"><use href="#a"/></g>',
        '<?xml-stylesheet href="#a"?><path/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<image href="https://evil.example/x.png"/>',
    ],
)
def test_logo_is_a_drawing(inside: str, tmp_path: Path) -> None:
    """An SVG that can run or fetch is refused; the file may be opened by itself, on the site's own address."""
    path = tmp_path / "logo.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', encoding="utf-8")
    assert logo.wrong(path)
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(#a)" d="M0 0h1"/></svg>', encoding="utf-8")
    assert logo.wrong(path) is None


def test_logo_that_is_none(tmp_path: Path) -> None:
    """A file that is missing, too large, no picture or an XML bomb is told of."""
    path = tmp_path / "logo.svg"
    assert logo.wrong(path)
    for content in (b"x" * (logo.LARGEST + 1), b"no drawing", b"<!DOCTYPE x [<!ENTITY a 'b'>]><svg/>", b"<html/>"):
        path.write_bytes(content)
        assert logo.wrong(path)
    picture = tmp_path / "logo.png"
    for content in (b"GIF89a", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>"):
        picture.write_bytes(content)
        assert logo.wrong(picture)


def test_what_is_proposed_for_two_weak_colours_can_be_taken_at_once() -> None:
    """A mark is judged on the bar that is proposed: whoever takes both is told of nothing more."""
    given = Colours.model_validate({"mærke": "#8a6a00", "top": "#8a9fd0"})
    proposed = {one.field: one.instead for one in colours.weak(given)}
    assert list(proposed) == ["top", "mærke"]
    assert list(colours.weak(Colours.model_validate(proposed))) == []


@pytest.mark.parametrize("host", HOSTS)
def test_each_host_has_its_addresses(host: str) -> None:
    """An edit link leads into the owner's own host, branch and folder, also when the folder has another name there."""
    kept = Repository.model_validate(
        {
            "adresse": "https://git.example.org/kommune/katalog/",
            "type": host,
            "gren": "hoved",
            "mappe": "indhold/data",
        }
    )
    edit = kept.edit("data/temaer/x.yml", 12)
    assert edit.startswith("https://git.example.org/kommune/katalog/")
    assert "/hoved/indhold/data/temaer/x.yml" in edit
    assert edit.startswith(kept.edit_base)
    assert kept.issues.startswith(kept.address)
    assert "//" not in kept.issues.removeprefix("https://")
    assert not any([NOWHERE.edit("data/x.yml", 1), NOWHERE.edit_base, NOWHERE.issues])


def test_folder_and_address_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """KATALOG_DATA names another folder, absolute or beside the code; KATALOG_URL goes before katalog.yml."""
    monkeypatch.delenv("KATALOG_DATA", raising=False)
    monkeypatch.delenv("KATALOG_URL", raising=False)
    assert data_folder(tmp_path) == tmp_path / "data"
    assert site_address("https://a.example") == "https://a.example/"
    assert site_address("") == ""
    monkeypatch.setenv("KATALOG_DATA", "../indhold")
    monkeypatch.setenv("KATALOG_URL", "http://intranet/katalog")
    assert data_folder(tmp_path) == tmp_path / "../indhold"
    assert site_address("https://a.example") == "http://intranet/katalog/"
