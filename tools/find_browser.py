"""`python -m tools.find_browser`: print the path of a Chromium that starts, launched once as the tests launch it.

Tried in turn: $KATALOG_BROWSER (and then no other), those that are installed, Playwright's own download. Exit 1, with
the reason in plain words, when none starts.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

from playwright.sync_api import Error, Playwright, sync_playwright

from tests.support.browser import start
from tools.prepare import installed_browsers

PLAYWRIGHT = [sys.executable, "-m", "playwright"]
# the most telling first: the loader's words, the program's own, Playwright's
REASONS = (
    (re.compile(r"error while loading shared libraries: ([^\s:]+)"), "the library {} is missing"),
    (re.compile(r"(missing dependencies)"), "libraries of the system are missing"),
    (re.compile(r"\[err\] (.+)"), "{}"),
    (re.compile(r"launch: (?:Failed to launch: )?(?!Target page)(.+)"), "{}"),
    (re.compile(r"launch: (Target page)"), "it ended at once and did not say why"),
    (re.compile(r"(.+)"), "{}"),
)


def _say(told: str) -> None:
    print(told, file=sys.stderr)


def why(said: str) -> str:
    """Return in a line why a program did not start, from what was said of it."""
    return next(
        (told.format(found[1]) for pattern, told in REASONS if (found := pattern.search(said))), "no reason given"
    )


def _starts(playwright: Playwright, path: str) -> bool:
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        if asked.returncode:  # asked first: of a program that ends at once, Playwright may not notice that it did
            _say(f"The browser {path} does not start: {why(asked.stderr or asked.stdout)}")
            return False
        start(playwright, path).close()
    except (Error, OSError) as error:
        _say(f"The browser {path} does not start: {why(str(error))}")
        return False
    return True


def _download() -> bool:
    """Let Playwright fetch its own Chromium; as root on Linux with the libraries it needs."""
    _say("No installed browser will do: Playwright fetches one, more than 100 MB …")
    libraries = ["--with-deps"] if sys.platform == "linux" and os.getuid() == 0 else []
    command = [*PLAYWRIGHT, "install", *libraries, "chromium"]
    fetched = subprocess.run(command, capture_output=True, text=True, check=False)
    if fetched.returncode:
        _say(f"Playwright could not fetch it: {why(fetched.stderr or fetched.stdout)}")
    return fetched.returncode == 0


def find() -> str | None:
    """Return the path of a browser that starts, or None when none does; why, has then been said."""
    with sync_playwright() as playwright:
        for path in installed_browsers():
            if _starts(playwright, path):
                return path
        if os.environ.get("KATALOG_BROWSER"):
            return None
        own = playwright.chromium.executable_path
        if (os.path.exists(own) or _download()) and _starts(playwright, own):
            return own
    return None


def main() -> int:
    """Print the path of a browser that starts; return 1 when none does."""
    driver = subprocess.run([*PLAYWRIGHT, "--version"], capture_output=True, text=True, check=False)
    if driver.returncode:  # asked first: when its own program does not start, Playwright's words say nothing of it
        _say(f"The program that drives the browser does not start: {why(driver.stderr or driver.stdout)}")
        return 1
    if path := find():
        print(path)
        return 0
    _say("The tests need a Chromium or Chrome: install one, or name one with KATALOG_BROWSER=/path/to/it make test")
    return 1


if __name__ == "__main__":
    sys.exit(main())
