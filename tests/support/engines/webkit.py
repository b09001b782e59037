"""WebKitGTK, by its own WebDriver on a screen that nobody sees: the engine of Safari, though not Safari itself."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK, WebKitGTKService
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.command import Command

from tests.support.engines import actions
from tests.support.engines.window import SIZE, ZONE, Engine, Tab, Visit
from tools.prepare import programs

PATIENCE = 180  # seconds for one answer, on a machine that does much else
SCRIPT = "const done = arguments[0]; {}.then((a) => done([true, a]), (e) => done([false, String(e)]))"


class WebKitTab(Tab):
    """A window of the one session; the session looks at one at a time."""

    def __init__(self, driver: WebKitGTK, handle: str) -> None:
        self._driver, self._handle = driver, handle

    def _here(self) -> WebKitGTK:
        self._driver.switch_to.window(self._handle)
        return self._driver

    def go(self, address: str) -> None:
        """Open an address."""
        self._here().get(address)

    def reload(self) -> None:
        """Load the page anew."""
        self._here().refresh()

    def back(self) -> None:
        """Go back."""
        self._here().back()

    def answer(self, expression: str) -> str:
        """Return what a promise comes to. Raises RuntimeError when it fails."""
        try:
            fine, told = self._here().execute_async_script(SCRIPT.replace("{}", expression))
        except WebDriverException as error:
            raise RuntimeError(error.msg) from error
        if not fine:
            raise RuntimeError(told)
        return str(told)

    def press_at(self, x: int, y: int) -> None:
        """Press the mouse."""
        self._here().execute(Command.W3C_ACTIONS, {"actions": actions.pressed(x, y)})

    def press(self, *keys: str) -> None:
        """Press keys together."""
        self._here().execute(Command.W3C_ACTIONS, {"actions": actions.struck(keys)})

    def hand(self, where: str, file: Path) -> None:
        """Choose a file."""
        self._here().find_element(By.CSS_SELECTOR, where).send_keys(str(file))

    def close(self) -> None:
        """Close the tab."""
        self._here().close()


class WebKitVisit(Visit):
    """New tabs in a browser that was made to forget: to start one takes too long for each visit."""

    def __init__(self, driver: WebKitGTK, empty: str) -> None:
        self._driver = driver
        driver.switch_to.window(driver.window_handles[0])
        driver.get(empty)
        driver.execute_script("localStorage.clear()")

    def tab(self) -> Tab:
        """Open a tab."""
        self._driver.switch_to.window(self._driver.window_handles[0])
        self._driver.switch_to.new_window("window")
        self._driver.set_window_rect(0, 0, *SIZE)
        return WebKitTab(self._driver, self._driver.current_window_handle)

    def close(self) -> None:
        """Close every tab but the one that keeps the browser alive."""
        for handle in self._driver.window_handles[1:]:
            self._driver.switch_to.window(handle)
            self._driver.close()
        self._driver.switch_to.window(self._driver.window_handles[0])


class WebKit(Engine):
    """A MiniBrowser under WebDriver."""

    name = "webkit"

    def __init__(self, driver: WebKitGTK) -> None:
        self._driver = driver

    def visit(self, empty: str) -> Visit:
        """Forget what was kept."""
        return WebKitVisit(self._driver, empty)


@contextmanager
def screen() -> Iterator[str]:
    """Start a screen that nobody sees, and return its name."""
    told, tells = os.pipe()
    command = [programs("webkit")[1], "-displayfd", str(tells), "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[tells], stderr=subprocess.DEVNULL)
    os.close(tells)
    try:
        with os.fdopen(told) as number:
            yield f":{number.readline().strip()}"
    finally:
        process.kill()
        process.wait()


@contextmanager
def started() -> Iterator[WebKit]:
    """Start a MiniBrowser. Raises WebDriverException when it does not start."""
    with screen() as display:
        # its sandbox wants what root and containers have not; the pages it opens are ours
        environment = {**os.environ, "DISPLAY": display, "TZ": ZONE, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        driver = WebKitGTK(service=WebKitGTKService(programs("webkit")[0], env=environment))
        driver.set_script_timeout(PATIENCE)
        try:
            yield WebKit(driver)
        finally:
            driver.quit()
