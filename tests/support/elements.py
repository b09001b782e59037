"""The elements there are, as the scripts themselves have them: `main.js` has the table."""

from __future__ import annotations

import re

from tests.support.sites import ROOT

SCRIPTS = ROOT / "docs/assets/js"


def table(name: str) -> list[str]:
    """Return the names in one of `main.js`'s lists. Raises AssertionError when there is none of that name."""
    found = re.search(rf"{name} = \[(.*?)\]", (SCRIPTS / "main.js").read_text("utf-8"), re.DOTALL)
    assert found, name
    return re.findall(r'"([a-z-]+)"', found[1])


NAMES = table("ELEMENTS")
WAITING = table("WAITING")  # brought when they have something to show
DEAD = (
    f":not({', '.join([':defined', *(f'katalog-{name}' for name in WAITING)])})"  # what should live, and does not yet
)


def asked_for() -> list[str]:
    """Return the paths, under the scripts, of what is fetched only when something on a page asks for it."""
    texts = {path: path.read_text("utf-8") for path in sorted(SCRIPTS.rglob("*.js"))}
    found = {
        (path.parent / name).resolve().relative_to(SCRIPTS).as_posix()
        for path, text in texts.items()
        for name in re.findall(r'later\(\(\) => import\("([^"]+)"\)', text)
    }
    brought = {name for text in texts.values() for name in re.findall(r'later\(\(\) => bring\("([^"]+)"\)', text)}
    return sorted(found | {f"elements/{name}.js" for name in {*brought, *WAITING}})
