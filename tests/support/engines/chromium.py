"""Chromium, as Playwright drives it in the rest of the suite."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.support.engines.window import SIZE, ZONE, Engine, Tab, Visit


class ChromiumTab(Tab):
    """A page of Playwright's."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, address: str) -> None:
        """Open an address."""
        self.page.goto(address)

    def reload(self) -> None:
        """Load the page anew."""
        self.page.reload()

    def back(self) -> None:
        """Go back."""
        self.page.go_back()

    def answer(self, expression: str) -> str:
        """Return what a promise comes to. Raises RuntimeError when it fails."""
        try:
            return str(self.page.evaluate(expression))
        except Error as error:
            raise RuntimeError(error.message) from error

    def press_at(self, x: int, y: int) -> None:
        """Press the mouse."""
        self.page.mouse.click(x, y)

    def press(self, *keys: str) -> None:
        """Press keys together."""
        self.page.keyboard.press("+".join(keys))

    def hand(self, where: str, file: Path) -> None:
        """Choose a file."""
        self.page.locator(where).set_input_files(file)

    def close(self) -> None:
        """Close the tab."""
        self.page.close()


class ChromiumVisit(Visit):
    """A context of Playwright's."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context

    def tab(self) -> Tab:
        """Open a tab."""
        return ChromiumTab(self.context.new_page())

    def close(self) -> None:
        """Close the context."""
        self.context.close()


class Chromium(Engine):
    """The browser that the suite has running."""

    name = "chromium"

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    def visit(self, empty: str) -> Visit:
        """Make a new context."""
        width, height = SIZE
        return ChromiumVisit(
            self.browser.new_context(viewport={"width": width, "height": height}, timezone_id=ZONE, locale="da-DK")
        )
