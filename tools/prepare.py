"""`python3 tools/prepare.py [--tests] [--engines]`: see to it that this machine has what the Makefile needs.

As root on Debian it installs what is missing. Anybody else is told of every missing piece at once, and of the one
command that brings them; of the other engines (`--engines`) too, but the tests go on without those. Runs on the
machine's own Python, also one too old for the rest, and needs no package.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
APPLE = "/Applications/{0}.app/Contents/MacOS/{0}"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    APPLE.format("Google Chrome"),
    APPLE.format("Chromium"),
)
DOWNLOADED = (".cache/ms-playwright", "Library/Caches/ms-playwright")  # where Playwright keeps its browsers, at home
BROWSER_LIBRARIES = ("libnss3.so", "libgbm.so.1", "libatk-1.0.so.0")  # without them no downloaded browser starts


# what the tests look for to try the site in other engines than Chromium: names of the program, Debian's package
ENGINES = {
    "firefox": ((("firefox-esr", "firefox"), "firefox-esr"),),
    "webkit": ((("WebKitWebDriver",), "webkit2gtk-driver"), (("Xvfb",), "xvfb")),
}


class Missing(NamedTuple):
    """A piece this machine lacks, what it is for, and the Debian package that brings it (None when none does)."""

    piece: str
    use: str
    package: str | None


def installed_browsers() -> list[str]:
    """Return the paths of the browsers to try: the one named in KATALOG_BROWSER alone, or all that are installed."""
    named = os.environ.get("KATALOG_BROWSER")
    return [path for name in ([named] if named else BROWSERS) if (path := shutil.which(name))]


def programs(engine: str) -> list[str]:
    """Return the paths of the programs an engine is driven with, those that are installed."""
    wanted = [names for names, _ in ENGINES[engine]]
    found = [next(filter(None, map(shutil.which, names)), None) for names in wanted]
    return [path for path in found if path]


def missing_engines(engines: Iterable[str] = tuple(ENGINES)) -> list[Missing]:
    """Return what this machine lacks to try the site in other engines too."""
    wanted = [(engine, names, package) for engine in engines for names, package in ENGINES[engine]]
    return [
        Missing(names[0], f"the tests in {engine}", package)
        for engine, names, package in wanted
        if not any(map(shutil.which, names))
    ]


def has_library(name: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_apt() -> bool:
    """Tell whether this is Debian or one of its kin."""
    return bool(shutil.which("apt-get"))


def packages_chromium() -> bool:
    """Tell whether the system's packages hold a Chromium; Ubuntu's do not."""
    release = Path("/etc/os-release")
    lines = release.read_text(encoding="utf-8").splitlines() if release.exists() else []
    return has_apt() and not any("ubuntu" in line for line in lines if line.startswith(("ID=", "ID_LIKE=")))


def _python() -> list[Missing]:
    found = []
    if sys.version_info < OLDEST:  # older ones run this file to be told so
        version = ".".join(map(str, sys.version_info[:3]))
        found.append(Missing(f"Python 3.11 or newer (this is {version})", "everything", None))
    if importlib.util.find_spec("ensurepip") is None and not (ROOT / ".venv/bin/python").exists():
        usual = os.path.realpath(sys.executable) == os.path.realpath(shutil.which("python3") or "")
        name = "python3-venv" if usual else f"python3.{sys.version_info[1]}-venv"
        found.append(Missing("Python's venv module", "everything", name))
    return found


def _browser() -> list[Missing]:
    if installed_browsers():
        return []
    if named := os.environ.get("KATALOG_BROWSER"):
        return [Missing(f"the browser that KATALOG_BROWSER names ({named})", "the tests", None)]
    if not packages_chromium() or any((Path.home() / folder).exists() for folder in DOWNLOADED):
        return []
    may_download = os.getuid() != 0 and all(map(has_library, BROWSER_LIBRARIES))
    return [] if may_download else [Missing("a browser", "the tests", "chromium")]


def missing(tests: bool) -> list[Missing]:
    """Return what this machine lacks to run the site or, with `tests`, also to test it."""
    found = _python()
    if tests and sys.platform == "linux" and not has_library("libatomic.so.1"):
        found.append(Missing("the library libatomic", "the program that drives the browser", "libatomic1"))
    return found + (_browser() if tests else [])


def install(packages: list[str]) -> int:
    """Install Debian packages, saying what takes the time; return 0, or 1 and say what apt said."""
    print(f"Fetching {', '.join(packages)} with apt-get: this may take a minute …", file=sys.stderr)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wanted = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], wanted):
        done = subprocess.run(
            command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if done.returncode:
            print(f"{done.stdout.strip()}\n{' '.join(command)} failed: what it said stands above.", file=sys.stderr)
            return 1
    return 0


def told(found: list[Missing]) -> str:
    """Return what is missing and what brings it, in plain words."""
    lines = ["This machine lacks:", *(f"  - {one.piece}, for {one.use}" for one in found)]
    packages = [one.package for one in found if one.package]
    if packages and has_apt():
        lines.append("This command brings it:" if len(packages) == len(found) else "This command brings some of it:")
        lines.append(f"  sudo apt-get install --no-install-recommends {' '.join(packages)}")
    elif packages:
        lines.append(f"Install what your system calls {', '.join(packages)} (the names are Debian's).")
    if any("Python 3" in one.piece for one in found):
        lines.append("Have you a newer Python too, name it: make PYTHON=python3.12 …")
    if "chromium" in packages:
        lines.append("Have you a Chromium or Chrome elsewhere, name it: KATALOG_BROWSER=/path/to/it make test")
    return "\n".join(lines)


def which() -> str:
    """Return a line of the engines beside Chromium that are installed, and of those that are not."""
    lacking = {engine for engine in ENGINES if missing_engines([engine])}
    return ", ".join(f"no {engine}" if engine in lacking else programs(engine)[0] for engine in ENGINES)


def bring(found: list[Missing]) -> bool:
    """Install what is missing where that can be done unasked, else tell of it; return whether nothing is missing."""
    packages = [one.package for one in found if one.package]
    if found and len(packages) == len(found) and has_apt() and os.getuid() == 0:
        return install(packages) == 0
    if found:
        print(told(found), file=sys.stderr)
    return not found


def main() -> int:
    """Bring or name what is missing; return 0 when nothing that is needed is missing any longer."""
    parser = argparse.ArgumentParser(description="Bring or name what this machine lacks.")
    parser.add_argument("--tests", action="store_true", help="also what the tests need")
    parser.add_argument("--engines", action="store_true", help="also the other engines, which the tests can do without")
    parser.add_argument("--which", action="store_true", help="only print which other engines are installed")
    asked = parser.parse_args()
    if asked.which:
        print(which())
        return 0
    ready = bring(missing(asked.tests))
    if ready and asked.engines and not bring(missing_engines()):
        print("The tests go on without.", file=sys.stderr)
    return 0 if ready else 1


if __name__ == "__main__":
    sys.exit(main())
