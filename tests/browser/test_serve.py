"""`make serve` in a real browser: a save is seen; a fault is told on the page that was open, until it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.catalogue import load
from macros.kinds.theme.kind import Theme
from tests.support.serving import PATIENCE, Served, served
from tests.support.sites import FIXTURE, copy_with_data

pytestmark = pytest.mark.browser

NEW = "Noget helt nyt"
ENTRY_PAGE = f"""

_made = _entry_page


def _entry_page(placed: Placed) -> Page:
    from dataclasses import replace

    return replace(_made(placed), title="{NEW}")
"""


@dataclass(frozen=True)
class Open:
    """A running server with a theme's page open in a browser; `file` is the theme's data file."""

    server: Served
    page: Page
    root: Path
    file: str
    title: str
    address: str
    before: dict[Path, str] = field(default_factory=dict)

    def edit(self, name: str, old: str, new: str) -> None:
        """Put `new` in place of `old` in a file; without `old`, after all that stands there."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        self.before.setdefault(path, text)
        assert old in text
        path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")

    def mend(self) -> None:
        """Put every file back as it was."""
        for path, text in self.before.items():
            path.write_text(text, encoding="utf-8")
        self.before.clear()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the code beside the fixture catalogue's data; whoever edits it puts it back."""
    return copy_with_data(FIXTURE, tmp_path_factory.mktemp("serve") / "root")


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[Served]:
    """Return a server of the copy."""
    with served(root) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that refuses what the Content-Security-Policy refuses, and fails the test for it."""
    refused: list[str] = []
    context = browser.new_context()
    made = context.new_page()
    made.on("console", lambda m: refused.append(m.text) if "Content Security" in m.text else None)
    made.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    yield made
    expect.set_options(timeout=5000)
    context.close()
    assert not refused


@pytest.fixture
def opened(root: Path, server: Served, page: Page) -> Iterator[Open]:
    """Open a theme's page; what the test edits is put back, and the page seen as it was, when it ends."""
    catalogue = load(root / "data", root / "docs").catalogue
    assert catalogue
    theme = catalogue.placed(catalogue.all(Theme)[0])
    address = f"{server.address}{theme.page.removesuffix('.md')}/"
    page.goto(address)
    expect(page.locator("h1")).to_contain_text(theme.title)
    made = Open(server, page, root, theme.file, theme.title, address)
    yield made
    made.mend()
    expect(page.locator("h1")).to_have_text(re.compile(re.escape(theme.title)))


def test_a_title_is_seen_on_the_open_page(opened: Open) -> None:
    """A saved title stands in the heading and in the menu without anybody loading the page."""
    opened.edit(opened.file, opened.title, NEW)
    expect(opened.page.locator("h1")).to_contain_text(NEW)
    expect(opened.page.locator(".menu").first).to_contain_text(NEW)


def test_a_style_is_seen(opened: Open) -> None:
    """A saved style is in force on the open page."""
    opened.edit("docs/assets/css/base.css", "", "\nh1 { letter-spacing: 7px !important; }\n")
    expect(opened.page.locator("h1").first).to_have_css("letter-spacing", "7px")


def test_a_script_is_run(opened: Open) -> None:
    """A saved script runs on the open page."""
    opened.edit("docs/assets/js/early.js", "", f'\ndocument.documentElement.title = "{NEW}";\n')
    expect(opened.page.locator("html")).to_have_attribute("title", NEW)


def test_a_template_is_used(opened: Open) -> None:
    """A saved template of ours makes the open page anew."""
    opened.edit("macros/kinds/theme/page.md.j2", "", f"\n<p>{NEW}</p>\n")
    expect(opened.page.locator("article")).to_contain_text(NEW)


def test_an_override_is_used(opened: Open) -> None:
    """A saved skeleton makes the open page anew."""
    opened.edit("overrides/base.html", "</main>", f"<p>{NEW}</p></main>")
    expect(opened.page.locator("main")).to_contain_text(NEW)


def test_python_is_used(opened: Open) -> None:
    """Saved code is in force, on the same address."""
    opened.edit("macros/web/pages.py", "\n\ndef front_matter", f"{ENTRY_PAGE}\n\ndef front_matter")
    expect(opened.page).to_have_title(re.compile(NEW))


BROKEN = {
    "data": ("", "titel:", "titel titel:"),
    "template": ("macros/kinds/theme/page.md.j2", "{%", "{% bogus %}{%"),
    "unknown name": ("macros/kinds/theme/page.md.j2", "{{", "{{ view.intet() }}{{"),
    "skeleton": ("overrides/base.html", "{% block", "{% blok"),
    "word file": ("macros/words/da.yml", "\n", "\n]: [\n"),
    "syntax": ("macros/web/pages.py", "def ", "def def "),
    "import": ("macros/web/pages.py", "import json\n", "import findes_ikke\n"),
    "configuration": ("mkdocs.yml", "site_name:", "site_name: : :"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_broken_is_told_on_the_open_page_and_comes_back(opened: Open, kind: str) -> None:
    """A fault is told in Danish where the page stood, with its file and line; mended, the page stands there again."""
    name, old, new = BROKEN[kind]
    opened.edit(name or opened.file, old, new)
    told = opened.page.locator("main.fejlside")
    expect(told).to_contain_text("Sådan retter du det")
    expect(told.locator("h2").first).to_contain_text(name or opened.file)
    expect(told.locator("h2").first).to_contain_text("linje")
    expect(told.locator("pre").first).to_contain_text("^")
    opened.mend()
    expect(opened.page.locator("h1")).to_contain_text(opened.title)
    assert opened.page.url == opened.address


def test_the_page_of_faults_has_the_sites_styles(opened: Open) -> None:
    """The page of what is wrong is set in the site's letters."""
    letters = opened.page.locator("h1").evaluate("h => getComputedStyle(h).fontFamily")
    opened.edit(opened.file, "titel:", "titel titel:")
    heading = opened.page.locator("main.fejlside h1")
    expect(heading).to_be_visible()
    assert heading.evaluate("h => getComputedStyle(h).fontFamily") == letters


def test_starting_with_broken_data_tells_it_and_then_serves(root: Path, page: Page) -> None:
    """A server begun on broken data tells what is wrong, and serves the site once it is mended."""
    file = next(path for path in sorted((root / "data").glob("temaer/*.yml")))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("titel:", "titel titel:", 1), encoding="utf-8")
    with served(root) as server:
        page.goto(server.address)
        expect(page.locator("main.fejlside")).to_contain_text(file.name)
        file.write_text(text, encoding="utf-8")
        expect(page.locator("header.top")).to_be_visible()
