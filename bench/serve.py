"""How long it takes from a save to the new page in a browser: `python -m bench.serve [--many 250]` prints the table.

Measured in Chromium on a theme's page, on a copy of this catalogue as it is and grown to many chapters: the wall clock
from the write to the moment the page shows it, and the CPU of the server for it. Medians. Needs the system's chromium
or KATALOG_BROWSER, and free cores.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.grown import copied
from tests.support.browser import start
from tests.support.serving import Served, served

HELD = "mark => document.documentElement.innerText.includes(mark)"
STYLED = "mark => document.body && getComputedStyle(document.body).getPropertyValue('--maerke').includes(mark)"
TITLED = "mark => document.title.includes(mark)"
RUN = "mark => document.documentElement.title === mark"
ENTRY_PAGE = "macros/web/pages.py"
FIRST_TEXT = "\ntekst: >-\n  "


@dataclass(frozen=True)
class Save:
    """A kind of save: which file, what it does to the text, and how the page shows the mark it was given."""

    name: str
    file: str
    change: Callable[[str, str], str]
    shown: str = HELD


def saves(theme: str) -> tuple[Save, ...]:
    """Return every kind of save that is measured; `theme` is the data file of the page that is open."""
    return (
        Save("text", theme, lambda text, mark: text.replace(FIRST_TEXT, f"{FIRST_TEXT}{mark} ", 1)),
        Save("title (the menu too)", theme, lambda text, mark: text.replace('\ntitel: "', f'\ntitel: "{mark} ', 1)),
        Save("style", "docs/assets/css/base.css", lambda t, m: f'{t}\nbody {{ --maerke: "{m}"; }}\n', STYLED),
        Save("script", "docs/assets/js/early.js", lambda t, m: f'{t}\ndocument.documentElement.title = "{m}";\n', RUN),
        Save("template", "macros/kinds/theme/page.md.j2", lambda text, mark: f"{text}\n<p>{mark}</p>\n"),
        Save("skeleton", "overrides/base.html", lambda text, mark: text.replace("</main>", f"<p>{mark}</p></main>")),
        Save("broken data → told", theme, lambda text, mark: f"{text}\n{mark}: [\n"),
        Save(
            "Python",
            ENTRY_PAGE,
            lambda text, mark: text.replace('"title": self.title', f'"title": "{mark}"', 1),
            TITLED,
        ),
    )


def cpu(server: Served) -> float:
    """Return the seconds of CPU that the server has used."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def timed(page: Page, server: Served, act: Callable[[], object], shown: str, mark: str) -> tuple[float, float]:
    """Return wall clock and CPU seconds from an act to the page that shows the mark."""
    used, began = cpu(server), time.perf_counter()
    act()
    page.wait_for_function(shown, arg=mark, polling=10, timeout=120_000)
    return time.perf_counter() - began, cpu(server) - used


def measure(page: Page, server: Served, save: Save, rounds: int) -> list[tuple[float, float]]:
    """Return the times of a kind of save; after each the file is put back and the page waited for."""
    path = server.root / save.file
    text = path.read_text(encoding="utf-8")
    found = []
    for number in range(rounds):
        mark = f"maerke{number}{int(time.time())}"
        new = save.change(text, mark)
        assert new != text, save
        found.append(timed(page, server, lambda new=new: path.write_text(new, encoding="utf-8"), save.shown, mark))  # type: ignore[misc]
        path.write_text(text, encoding="utf-8")
        page.wait_for_function(f"mark => !({save.shown})(mark)", arg=mark, polling=10, timeout=120_000)
        time.sleep(0.3)
    return found


def row(name: str, found: list[tuple[float, float]]) -> str:
    """Return a row of the table."""
    wall, used = (statistics.median(column) for column in zip(*found, strict=True))
    return f"| {name} | {wall:.2f} | {used:.2f} |"


def bench(page: Page, root: Path, rounds: int) -> None:
    """Print the table for one catalogue."""
    theme = min((root / "data" / "temaer").glob("*.yml"))
    began = time.perf_counter()
    with served(root) as server:
        address = f"{server.address}temaer/{theme.stem}/"
        page.goto(address, timeout=120_000)
        print(f"| start → first page | {time.perf_counter() - began:.2f} | {cpu(server):.2f} |")
        for save in saves(theme.relative_to(root).as_posix()):
            print(row(save.name, measure(page, server, save, rounds)), flush=True)


def main() -> None:
    """Measure at today's size and grown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--many", type=int, default=250)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = start(playwright, os.environ.get("KATALOG_BROWSER") or shutil.which("chromium"))
        for name, chapters in (("today's size", 0), (f"{given.many} chapters", given.many)):
            print(f"\n| {name} | wall, s | CPU, s |\n|---|---|---|")
            bench(browser.new_page(), copied(Path(folder, name.replace(" ", "-"), "root"), chapters), given.rounds)
        browser.close()


if __name__ == "__main__":
    main()
