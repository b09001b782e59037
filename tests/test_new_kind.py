"""A kind of content is one folder: dropped into a copy, it is found in all that is made of kinds."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.folders import CONTENT
from tests.support.pdfs import Pdf, bare
from tests.support.sites import FIXTURE, ROOT, copy_with_data, mkdocs_build, search_index

ROOM = ROOT / "tests/newkind"
FILE = "historier/stormnatten.yml"
TITLE = "Natten, da broen blev hejst"
LESSON = "Spørg, hvem der har nøglen"
TOLD = ("Broen kom ned igen før daggry.", "Det er altid én, man ikke tænkte på.")
ONE_PDF = """
import sys
from pathlib import Path
from macros.catalogue import load
from macros.paper.document import Paper
from macros.paper.press import Press
paper = Paper(load(Path("data"), Path("docs")).catalogue, "https://example.org/")
for name in ("stormnatten", "hele_kataloget"):
    Path(f"{name}.pdf").write_bytes(Press().make(name, paper.document(name)))
"""


def run(copy: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a copy."""
    env = {name: value for name, value in os.environ.items() if name != CONTENT}
    return subprocess.run([sys.executable, *command], cwd=copy, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the repository with the new kind's folder, and with one entry of it that is not in form yet."""
    root = copy_with_data(FIXTURE, tmp_path_factory.mktemp("kind") / "copy")
    for folder in ("tests/support", "tests/examples"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tests/__init__.py", root / "tests")
    shutil.copy(ROOT / "data/README.md", root / "data")
    git(root, "init", "-q")
    git(root, "add", "data")
    git(root, "commit", "-qm", "before")
    shutil.copytree(ROOM, root / "macros/kinds/story")
    text = (ROOM / "example.yml").read_text(encoding="utf-8").replace("../../../schema", "../../schema")
    (root / "data" / FILE).parent.mkdir()
    (root / "data" / FILE).write_text(text.replace(f'"{TITLE}"', f"'{TITLE}'"), encoding="utf-8")
    return root


def git(root: Path, *command: str) -> None:
    """Run git in a folder."""
    named = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", "-C", str(root), *named, *command], check=True, capture_output=True)


@pytest.fixture(scope="module")
def site(copy: Path) -> Path:
    """Return the built site of the copy."""
    done = mkdocs_build(copy, copy / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "site"


def page(site: Path, path: str) -> str:
    """Return a page on one line."""
    return " ".join((site / path / "index.html").read_text(encoding="utf-8").split())


def test_page(site: Path) -> None:
    """Its entries have pages with their texts, and the words of its folder."""
    text = page(site, "historier/stormnatten")
    assert all(told in text for told in (*TOLD, TITLE, LESSON, "Sådan gik det"))


@pytest.mark.parametrize("path", ["", "find", "indhold", "historier"])
def test_lists(site: Path, path: str) -> None:
    """The front page, the finder, the list of everything and its own overview lead to its page."""
    main = page(site, path).partition("<main")[2].partition("</main>")[0]
    assert "stormnatten/" in main
    assert TITLE in main


def test_menu(site: Path) -> None:
    """A group of the menu is named after it, on every page, though katalog.yml says nothing."""
    menu = re.findall(r"<nav.*?</nav>", page(site, "om"))
    assert any("Historier" in nav and TITLE in nav for nav in menu)


def test_finder_has_its_parts(site: Path) -> None:
    """The finder shows what stands inside it, under its own kind."""
    text = page(site, "find")
    assert 'id="slags-historie"' in text
    assert 'id="slags-erfaring"' in text
    assert LESSON in text


def test_finder_sorts_by_it(site: Path) -> None:
    """What its folder says may be sorted by, a field and its entries, are questions; all in it has the values."""
    text = page(site, "find")
    assert re.search(
        r'<legend[^>]*>Hvordan havde I det\?</legend> *<label><input[^>]*name="stemning" value="lettet"', text
    )
    assert "Vi var lettede" in text
    assert "Vi var trætte" not in text, "an answer that no entry has"
    assert re.search(r'name="historie" value="stormnatten"', text)
    entries = [item for item in re.findall(r"<li[^>]*>", text) if 'data-historie="stormnatten"' in item]
    assert len(entries) == 2
    assert all('data-stemning="lettet"' in item for item in entries)


def test_search_data_and_feed(site: Path) -> None:
    """The search index, katalog.json and the feed hold it."""
    index = search_index(site)
    assert {TITLE, LESSON} <= set(index["t"].split("\n"))
    units = json.loads((site / "katalog.json").read_text(encoding="utf-8"))["punkter"]
    (unit,) = (unit for unit in units if unit["id"] == "stormnatten")
    assert unit["slags"] == "historie"
    assert TOLD[0] in unit["felter"]["slutning"]
    assert TITLE in (site / "feed.xml").read_text(encoding="utf-8")


def test_proposals(site: Path) -> None:
    """Who proposes something may choose a part of it and the entry it belongs to, and is asked for its fields."""
    text = page(site, "foreslaa")
    assert '<option value="erfaring">En erfaring' in text
    assert f'<option value="data/{FILE}">{TITLE}' in text
    assert re.search(r'data-til="[^"]*erfaring[^"]*"><label for="f-eksempel"', text)
    (spec,) = re.findall(r'data-former="([^"]*)"', text)
    asked = json.loads(html.unescape(spec))["kinds"]["erfaring"]
    assert asked["at"] == "historie"
    assert [key for key, *_ in asked["fields"]] == ["titel", "tekst", "eksempel"]


def test_paper(copy: Path) -> None:
    """Its page is a PDF of its own and a chapter of the whole."""
    done = run(copy, "-c", ONE_PDF)
    assert done.returncode == 0, done.stderr
    for name in ("stormnatten", "hele_kataloget"):
        text = bare("".join(Pdf((copy / f"{name}.pdf").read_bytes()).pages))
        assert all(bare(told) in text for told in (*TOLD, "Sådan gik det"))


def test_schema_and_guide(copy: Path) -> None:
    """An editor's program gets its schema with examples, and the guide its fields, its file and its example."""
    assert run(copy, "-m", "macros.schema", "schema").returncode == 0
    made = json.loads((copy / "schema/historie.schema.json").read_text(encoding="utf-8"))
    assert made["title"] == "Historie"
    assert made["properties"]["slutning"]["examples"] == [TOLD[0]]
    done = run(copy, "-m", "tests.support.guide")
    assert done.returncode == 0, done.stderr
    guide = (copy / "data/README.md").read_text(encoding="utf-8")
    assert "### Historie\n" in guide
    assert "| `slutning` | ja | Hvordan det gik. |" in guide
    assert "| `historier/*.yml` | én historie pr. fil |" in guide
    assert "### Eksempel: historier/stormnatten.yml\n" in guide


def test_report(copy: Path) -> None:
    """Who reviews a change is told of it, by its own name and in words."""
    done = run(copy, "-m", "macros.report", "HEAD")
    assert f"Historie: {TITLE}" in done.stdout, done.stdout + done.stderr
    assert TOLD[0] in done.stdout


def test_formatter(copy: Path) -> None:
    """The formatter knows its file and its fields."""
    assert run(copy, "-m", "macros.form", f"data/{FILE}").returncode == 0
    expected = (ROOM / "example.yml").read_text(encoding="utf-8").replace("../../../schema", "../../schema")
    assert (copy / "data" / FILE).read_text(encoding="utf-8") == expected


def test_messages(copy: Path) -> None:
    """The check reads it, tells what is missing in it, and names its folder among those there are."""
    assert run(copy, "-m", "macros.check").returncode == 0
    path = copy / "data" / FILE
    text = path.read_text(encoding="utf-8")
    (copy / "data/fremmed.yml").write_text("x: 1\n", encoding="utf-8")
    path.write_text(text.replace("slutning:", "slutningen:"), encoding="utf-8")
    told = run(copy, "-m", "macros.check").stdout
    path.write_text(text.replace(f"slutning: >-\n  {TOLD[0]}\n", ""), encoding="utf-8")
    lacking = run(copy, "-m", "macros.check").stdout
    path.write_text(text, encoding="utf-8")
    (copy / "data/fremmed.yml").unlink()
    assert "»slutningen«" in told
    assert "Mente du »slutning«" in told or "slutning:" in told
    assert "data/historier" in told
    assert "Hvem holdt nøglen til sidst?" in lacking, "the sample that is declared with the field"
