"""How the tests start their browser: the same way in the suite, in the benches and when one is sought."""

from __future__ import annotations

import time

from playwright.sync_api import Browser, Page, Playwright

from tests.support.elements import DEAD

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


WAIT = 20  # seconds; how long a busy machine may take to bring a page's scripts
PATIENCE = 60_000  # milliseconds; a busy machine needs many, but Playwright waits three minutes for one that ended


def start(playwright: Playwright, path: str | None) -> Browser:
    """Start the Chromium at `path`, or Playwright's own. Raises playwright's Error when it does not start."""
    return playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=PATIENCE)


def module(page: Page, name: str) -> str:
    """Return the address of one of our modules as the open page itself asks for it, so that both mean the same one."""
    return str(page.evaluate("name => new URL(name, document.querySelector('script[type=module]').src).href", name))


LIFELESS = """() => {
  const dead = [...document.querySelectorAll("DEAD")].map((one) => one.localName);
  const came = performance.getEntriesByType("resource").map(({ name, responseStatus, duration }) => (
    `${name.split("/js/").pop()} ${responseStatus} ${Math.round(duration)} ms`));
  return dead.length ? `without a script: ${dead.join(", ")}; what came: ${came.join(", ")}` : "";
}""".replace("DEAD", DEAD)


def alive(page: Page) -> None:
    """Wait until every element has its script. Raises AssertionError that tells which has none, and what came."""
    end = time.monotonic() + WAIT
    while told := page.evaluate(LIFELESS):
        assert time.monotonic() < end, told
        page.wait_for_timeout(30)
