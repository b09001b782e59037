"""The catalogue kept on the device: only when she asks, whole, renewed in one piece, and gone when she says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.catalogue import Catalogue
from macros.catalogue.addresses import PDF_OF_ALL
from macros.paper import press
from tests.support.hosting import Host, next_edition
from tests.support.kinds import every_page
from tests.support.sites import FIXTURE, built_once, copy_with_data

pytestmark = pytest.mark.browser

NEW = "ny udgave"
KEPT = "caches.keys()"
LISTEN = "window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.violatedDirective));"
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"
PAPER = f"pdf/{PDF_OF_ALL}.pdf"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of the fixture catalogue with a PDF."""
    folder = tmp_path_factory.mktemp("device")
    root = copy_with_data(FIXTURE, folder / "root")
    (root / press.FOLDER).mkdir()
    (root / press.FOLDER / f"{PDF_OF_ALL}.pdf").write_bytes(b"%PDF-1.7\n%the whole")
    return built_once(folder, root)


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """Serve the site."""
    made = Host(site)
    yield made
    made.go()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser that has kept nothing yet; a test fails on errors of scripts and on refused content."""
    wrong: list[str] = []
    made = browser.new_context()
    made.add_init_script(LISTEN)
    made.on("weberror", lambda error: wrong.append(str(error.error)))
    yield made
    for page in made.pages:
        wrong += page.evaluate("window.refused") if page.url.startswith("http") else []
    made.close()
    assert not wrong, "\n".join(wrong)


def page_of(context: BrowserContext, address: str) -> Page:
    """Open an address in a new tab."""
    page = context.new_page()
    page.goto(address)
    return page


@pytest.fixture
def kept(context: BrowserContext, host: Host) -> Page:
    """Return the page on which she has just asked for the catalogue to be kept."""
    page = page_of(context, f"{host.address}offline/")
    page.locator("[data-del=gem]").click()
    expect(page.locator("[data-del=fjern]")).to_be_visible()
    expect(page.locator("katalog-offline [data-del=sagt]")).to_contain_text("virker uden net")
    return page


def test_nothing_is_kept_before_she_asks(context: BrowserContext, host: Host) -> None:
    """Whatever pages she reads, no worker is registered, nothing lies in a cache, and its list is not fetched."""
    page = page_of(context, host.address)
    for name in ("offline/", "tjeklister/", ""):
        page.goto(host.address + name)
        expect(page.locator(".soeg-aabner[role=button]")).to_be_visible()
    assert page.evaluate(REGISTERED) == 0
    assert page.evaluate(KEPT) == []
    assert "sw.js" not in host.asked


def test_every_page_stands_without_the_net(kept: Page, host: Host, site: Path) -> None:
    """With the host gone, each page that was built is shown with all its styles and scripts, at its own address."""
    host.go()
    missing: list[str] = []
    left = "net::ERR_ABORTED"  # what was on its way when the next page was asked for
    kept.on("requestfailed", lambda one: None if one.failure == left else missing.append(one.url))
    for name in every_page(site):
        if name == "404.html":
            continue
        answer = kept.goto(host.address + name)
        assert answer
        assert answer.status == 200, name
        expect(kept.locator("main h1").first, name).to_be_visible()
        assert kept.evaluate("[...document.styleSheets].every((s) => s.cssRules.length)"), name
    assert not [url for url in missing if not url.endswith("sw.js")]


def test_she_works_without_the_net(kept: Page, host: Host) -> None:
    """With the host gone she searches, ticks, loads the page again and finds her tick; a choice in an address works."""
    host.go()
    kept.goto(f"{host.address}tjeklister/")
    box = kept.locator(".tjek input").first
    box.check()
    kept.reload()
    expect(box).to_be_checked()
    kept.keyboard.press("Control+k")
    kept.locator("#soeg-felt").fill("fyr")
    expect(kept.locator(".soeg__svar mark").first).to_be_visible()
    kept.goto(f"{host.address}find/?slags=tema")
    expect(kept.locator("katalog-finder")).to_be_visible()


def test_addresses_are_answered_as_a_host_does(kept: Page, host: Host) -> None:
    """Without the net a folder is found without its slash, a page by its file, and what is nowhere is said to be so."""
    host.go()
    kept.goto(f"{host.address}tjeklister")
    assert kept.url == f"{host.address}tjeklister/"
    kept.goto(f"{host.address}tjeklister/index.html")
    expect(kept.locator("katalog-checklist")).to_be_visible()
    answer = kept.goto(f"{host.address}findes/slet/ikke/")
    assert answer
    assert answer.status == 404
    expect(kept.locator("main a").first).to_be_visible()


def test_a_slow_net_is_not_waited_for(kept: Page, host: Host) -> None:
    """While the host does not answer, the kept page is shown."""
    host.held.clear()
    kept.goto(f"{host.address}tjeklister/")
    expect(kept.locator("katalog-checklist")).to_be_visible()


def test_a_paper_she_chooses_is_kept(kept: Page, host: Host) -> None:
    """A PDF is on the device when she has ticked it and not before, and no more when she has taken the tick away."""
    box = kept.locator(f"input[value='{PAPER}']")
    fetched = f"fetch('../{PAPER}').then((a) => a.text(), () => '')"
    box.check()
    expect(kept.locator("katalog-offline [data-del=sagt]")).to_contain_text("ligger nu på enheden")
    host.go()
    assert "%the whole" in kept.evaluate(fetched)
    kept.reload()
    expect(box).to_be_checked()
    box.uncheck()
    expect(kept.locator("katalog-offline [data-del=sagt]")).to_contain_text("er fjernet fra enheden")
    assert not [name for name in kept.evaluate(KEPT) if name.endswith(":pdf")]


def test_it_is_taken_away_whole(kept: Page, host: Host) -> None:
    """»Fjern igen« leaves neither worker nor cache; what she has written stays."""
    kept.locator(f"input[value='{PAPER}']").check()
    expect(kept.locator("katalog-offline [data-del=sagt]")).to_contain_text("ligger nu på enheden")
    kept.evaluate("localStorage.setItem('hendes', 'ord')")
    kept.locator("[data-del=fjern]").click()
    expect(kept.locator("[data-del=gem]")).to_be_focused()
    assert kept.evaluate(KEPT) == []
    kept.goto(f"{host.address}tjeklister/")
    assert kept.evaluate(REGISTERED) == 0
    assert kept.evaluate(KEPT) == []
    assert kept.evaluate("localStorage.getItem('hendes')") == "ord"


def test_another_catalogue_of_the_host_is_let_alone(kept: Page) -> None:
    """What another catalogue, or another program, keeps on the same host stays when this one goes."""
    others = ["katalog:/et/andet/:1", "noget-helt-andet"]
    kept.evaluate("names => Promise.all(names.map((name) => caches.open(name)))", others)
    kept.locator("[data-del=fjern]").click()
    expect(kept.locator("[data-del=gem]")).to_be_visible()
    assert kept.evaluate(KEPT) == others


@pytest.fixture
def published(site: Path, tmp_path: Path, catalogue: Catalogue, host: Host) -> Callable[[], None]:
    """Return what puts the next edition in the place of the one that is served."""

    def publish() -> None:
        host.folder = next_edition(site, tmp_path / "next", catalogue.site, NEW)

    return publish


def test_a_new_edition_is_told_and_comes_whole(
    kept: Page, context: BrowserContext, host: Host, published: Callable[[], None]
) -> None:
    """A page of the old edition says that there is a new one, and loads it; a page of the new one says nothing."""
    kept.goto(f"{host.address}tjeklister/")
    before = kept.evaluate(KEPT)
    published()
    host.asked.clear()
    fresh = page_of(context, f"{host.address}om/")
    while NEW not in (fresh.locator("h1").first.text_content() or ""):  # a busy host may be too slow for the new page
        fresh.reload()
    bar = kept.locator(".udgave")
    expect(bar).to_be_visible()
    expect(fresh.locator(".udgave")).to_be_hidden()
    assert not [path for path in host.asked if path.endswith((".woff2", "soegning.json"))]  # which are the same
    after = kept.evaluate(KEPT)
    assert len(after) == 1
    assert after != before
    host.go()
    bar.get_by_role("button").click()
    expect(kept.locator("h1").first).to_contain_text(NEW)
    expect(kept.locator(".udgave")).to_be_hidden()


def test_half_an_edition_is_never_kept(kept: Page, host: Host, published: Callable[[], None]) -> None:
    """While a host shows files of two editions the old one stays whole, and says nothing of the new."""
    before = kept.evaluate(KEPT)
    published()
    wrong = host.folder / "indhold/index.html"
    wrong.write_text(wrong.read_text("utf-8").replace(NEW, "halv"), encoding="utf-8")
    kept.goto(f"{host.address}tjeklister/")
    kept.evaluate(
        """async () => { const registration = await navigator.serviceWorker.getRegistration();
        await registration.update().catch(() => {});
        const worker = registration.installing;
        if (worker) await new Promise((done) => worker.addEventListener("statechange", done)); }"""
    )
    expect(kept.locator(".udgave")).to_be_hidden()
    assert kept.evaluate(KEPT) == before
    host.go()
    kept.goto(f"{host.address}indhold/")
    expect(kept.locator("h1").first).not_to_contain_text(NEW)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("Object.defineProperty(window, 'isSecureContext', { value: false })", "https"),
        ("delete Navigator.prototype.serviceWorker", "Denne browser kan ikke gemme kataloget"),
        ("delete window.caches", "Denne browser kan ikke gemme kataloget"),
    ],
)
def test_what_cannot_be_kept_is_said(context: BrowserContext, host: Host, missing: str, said: str) -> None:
    """Without https, workers or caches the page says which, offers no button, and reads on."""
    context.add_init_script(missing)
    page = page_of(context, f"{host.address}offline/")
    expect(page.locator("katalog-offline [data-del=sagt]")).to_contain_text(said)
    expect(page.locator("[data-del=gem]")).to_be_hidden()
    page.goto(f"{host.address}tjeklister/")
    expect(page.locator("katalog-checklist")).to_be_visible()


def test_what_fails_is_said_and_leaves_nothing(context: BrowserContext, host: Host, site: Path) -> None:
    """When the catalogue cannot be fetched whole, that is told, and neither worker nor cache stays."""
    page = page_of(context, f"{host.address}offline/")
    expect(page.locator("[data-del=gem]")).to_be_visible()
    host.folder = host.folder / "temaer"  # the rest of the site is gone
    page.locator("[data-del=gem]").click()
    expect(page.locator("katalog-offline [data-del=sagt]")).to_contain_text("intet er gemt")
    assert page.evaluate(REGISTERED) == 0
    assert page.evaluate(KEPT) == []
    assert site.is_dir()
