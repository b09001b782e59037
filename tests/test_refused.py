"""What the check refuses because an output could not take it: each was once accepted, and stopped or harmed a build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.catalogue import load
from macros.web import pages
from macros.web.render import Renderer
from tests.support.sites import ROOT, SMALL

KATALOG = "katalog.yml"
THEME = "temaer/foerste-tema.yml"


def changed(folder: Path, file: str, before: str, after: str) -> Path:
    """Return a copy of the small catalogue with a text of one of its files in place of another."""
    data = folder / "data"
    shutil.copytree(SMALL, data)
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return data


@pytest.mark.parametrize(
    ("file", "before", "after", "code"),
    [
        (KATALOG, "udgiver:", 'adresse: "https://[x"\nudgiver:', "link"),
        (KATALOG, "udgiver:", 'adresse: "https://x.dk/?q=1#f"\nudgiver:', "link"),
        (KATALOG, "udgiver:", f'adresse: "https://x.dk/{"a" * 300}"\nudgiver:', "for-lang"),
        (KATALOG, "udgiver:", 'kontakt: "mailto:"\nudgiver:', "link"),
        (KATALOG, "udgiver:", 'kontakt: "https://x.dk/a b"\nudgiver:', "link"),
        (KATALOG, '"tema:*"', '"xyz:*"', "menu-slags"),
        (KATALOG, '"tema:*"', '"punkt:*"', "menu-slags"),
        (KATALOG, '"side:kilder"', '"side:ord"', "henvisning"),
        (KATALOG, '"side:kilder"', '"punkt:punkt-a"', "menu-slags"),
        (THEME, "farve:", "ændret: 86400\nfarve:", "dato"),
        (THEME, "farve:", "ændret: 9. marts 99999999999999999999\nfarve:", "dato"),
        (THEME, "farve:", "ændret: 31. november 2026\nfarve:", "dato"),
        (THEME, "5 < 7", "[ ](tema:andet-tema)", "link"),
    ],
)
def test_refused_at_its_line(file: str, before: str, after: str, code: str, tmp_path: Path) -> None:
    """What an output cannot take is told once, in the file it stands in, with what to do."""
    problems = load(changed(tmp_path, file, before, after), ROOT / "docs").problems
    assert [(problem.file, problem.code) for problem in problems] == [(f"data/{file}", code)]
    assert problems[0].remedy


def test_no_page_takes_the_place_of_the_one_that_says_there_is_none(tmp_path: Path) -> None:
    """Where addresses end in .html, a hand-written page of that name would be what every wrong address shows."""
    data = changed(tmp_path, THEME, "farve: mose", "farve: fjord")
    (data / "sider").mkdir(exist_ok=True)
    for path in (ROOT / "overrides").glob("[0-9]*.html"):
        text = f'id: "{path.stem}"\ntitel: "X"\nresumé: >-\n  Y.\ni_bunden: ja\n'
        (data / f"sider/{path.stem}.yml").write_text(text, encoding="utf-8")
        assert [problem.code for problem in load(data, ROOT / "docs").problems] == ["sidenavn"]


def test_two_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    """An entry whose page would be served where an overview is, is told of."""
    data = changed(tmp_path, THEME, "id: foerste-tema", "id: index")
    (data / THEME).rename(data / "temaer/index.yml")
    site = data / KATALOG
    site.write_text(site.read_text(encoding="utf-8").replace("foerste-tema", "index"), encoding="utf-8")
    assert "sidenavn" in {problem.code for problem in load(data, ROOT / "docs").problems}


def test_a_programs_own_files_are_left_alone(tmp_path: Path) -> None:
    """What begins with a full stop, a lock that leads nowhere and a folder named as a file stop nothing."""
    data = changed(tmp_path, THEME, "farve: mose", "farve: fjord")
    (data / "temaer/._x.yml").write_bytes(b"\x00\xff")
    (data / "temaer/.#foerste-tema.yml").symlink_to(data / "nowhere")
    (data / "temaer/foo.yml").mkdir()
    assert load(data, ROOT / "docs").problems == []


def test_a_slip_in_katalog_does_not_accuse_the_logo(tmp_path: Path) -> None:
    """When katalog.yml has a fault, the logo it names is not called a stranger too."""
    data = changed(tmp_path, KATALOG, "udgiver:", "logo: logo.svg\nudgivet: aldrig\nudgiver:")
    (data / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    assert [problem.code for problem in load(data, ROOT / "docs").problems] == ["dato"]


def test_an_address_is_no_markdown(tmp_path: Path) -> None:
    """Signs in a link's address that Markdown would act on reach the page as parts of the address and nothing else."""
    address = "https://a.dk/`b`*c*_d_[e](f)"
    data = changed(tmp_path, THEME, "5 < 7", f"[x]({address.replace('(', '%28').replace(')', '%29')}) 5 < 7")
    catalogue = load(data, ROOT / "docs").catalogue
    assert catalogue
    renderer = Renderer(catalogue)
    body = pages.body(renderer, pages.pages(catalogue)["temaer/foerste-tema.md"])
    href = body.partition('<a href="https')[2].partition('"')[0]
    assert href
    assert not set("`*[]") & set(href)
