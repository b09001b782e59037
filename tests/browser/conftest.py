"""A real Chromium on the built site, served under a sub-path as a project page is."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.engines import NAMES, Engines
from tests.support.engines.watched import Watched, watching
from tests.support.engines.window import Visit
from tests.support.sites import PREFIX

expect.set_options(timeout=20_000)  # how long a busy machine may take; what is there at once is not waited for


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server that answers like a static host: the site's own 404 page, no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def serving(site: Path, folder: Path) -> Iterator[str]:
    """Serve a built site under a sub-path while a test needs it, from a link in `folder`; yield its address."""
    (folder / PREFIX).symlink_to(site)
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{PREFIX}/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the built site under a sub-path; return its address."""
    yield from serving(site, tmp_path_factory.mktemp("served"))


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Return a maker of browser contexts; a test fails on errors, refused content and foreign requests in them."""
    wrong: list[str] = []
    made: list[BrowserContext] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: wrong.append(f"page error: {error}"))
        page.on("console", lambda m: wrong.append(f"console: {m.text}") if m.type in {"error", "warning"} else None)

    def make(**options: object) -> BrowserContext:
        new = browser.new_context(**options)  # type: ignore[arg-type]
        new.on("request", lambda r: None if r.url.startswith((address, "data:")) else wrong.append(f"foreign: {r.url}"))
        new.on("page", watch)
        made.append(new)
        return new

    yield make
    for one in made:
        one.close()
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    """Return a fresh desktop page."""
    return context(viewport={"width": 1440, "height": 900}).new_page()


@pytest.fixture(scope="session")
def engines(browser: Browser) -> Iterator[Engines]:
    """Return what starts each engine once."""
    made = Engines(browser)
    yield made
    made.close()


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Serve the built site and listen to its pages."""
    with watching(site, tmp_path_factory.mktemp("watched")) as made:
        yield made


@pytest.fixture(params=[NAMES[0], *(pytest.param(name, marks=pytest.mark.sweep) for name in NAMES[1:])])
def visits(request: pytest.FixtureRequest, engines: Engines, served: Watched) -> Iterator[Callable[[], Visit]]:
    """Return what begins a visit in an engine (in the sweep: in each); a test fails on errors and refused content."""
    engine, made, served.before = engines[request.param], [], ""

    def begin() -> Visit:
        made.append(engine.visit(served.empty))
        return made[-1]

    yield begin
    for one in made:
        one.close()
    told, served.wrong[:] = list(served.wrong), []
    assert not told, "\n".join(told)
