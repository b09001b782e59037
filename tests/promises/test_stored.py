"""What readers keep in their browsers, as former versions of the site wrote it, is read by this one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from macros.catalogue import Catalogue
from tests.support.browser import module
from tests.support.promises import STORAGE, TEXTS, Collaborations, Stored, alive, hers, states, stepped, upgraded
from tests.support.sights import MINE, SPECIAL, UNSEEN, Seer
from tests.support.sites import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.content]

STATES = states()
PATIENCE = 20_000  # ms a page may take on a machine that does much else
RULES = "async () => { const s = await import('{}'); return [Object.keys(s.FIELDS), [...s.KINDS]] }"
KEPT = "() => [localStorage, sessionStorage].map(area => ({...area}))"
PUT = """([local, session]) => { localStorage.clear(); sessionStorage.clear();
  Object.assign(localStorage, local); Object.assign(sessionStorage, session) }"""
NAMES = re.compile(
    r'\b(?:keep|kept|set|drop)\((?:"(?:local|session)", |name, )?"(?!local"|session")(\w+)"'
    r"|(?<!BroadcastChannel\(`\$\{)prefix\(\)\}([\w:-]+)"  # what tabs say to each other is kept nowhere
)


READ = "async ([name, value]) => (await import(name)).checked(value)"


def read(page: Page, address: str, collaborations: Collaborations, version: int) -> Collaborations:
    """Return what this version of the site reads of a state, all of it."""
    if page.url == "about:blank":
        page.goto(f"{address}404.html")
    value = {"version": version, "collaborations": collaborations}
    found = page.evaluate(READ, [module(page, "own/state.js"), value])
    assert found["aside"] == []
    whole: Collaborations = found["state"]["collaborations"]
    assert words_in(whole) == words_in(collaborations)
    return whole


def words_in(collaborations: Collaborations) -> list[str]:
    """Return every text that stands in a state, sorted, whatever it is kept under."""
    found = []
    for one in (record for records in collaborations.values() for record in records.values()):
        found += [str(name) for name in one.get("parties", [])]
        found += [str(one[field]) for field in TEXTS if one.get(field) and not one.get("gone")]
    return sorted(found)


def put(page: Page, address: str, stored: Stored, current: str = "") -> None:
    """Let a browser have kept something; `current` is the collaboration to be in."""
    if page.url == "about:blank":
        page.goto(f"{address}404.html")
    page.evaluate(PUT, [stored.local, {**stored.session, f"{STORAGE}valgt": current or stored.current}])


def opened(page: Page, url: str) -> None:
    """Open a page and see that what was kept gave it no trouble."""
    page.goto(url)
    expect(page.locator("katalog-checklist:not(.venter)")).to_be_attached(timeout=PATIENCE)
    expect(page.locator("[data-del=besvaer]")).to_be_hidden()
    if page.url.endswith(MINE):
        page.locator("[data-del=arkiv]").check()


def shows(page: Page, sights: list[Any]) -> None:
    """See that a page shows all of something, now or when its scripts have come."""
    try:
        page.wait_for_function(f"sights => !({UNSEEN})(sights).length", arg=sights, timeout=PATIENCE)
    except Error:
        assert not page.evaluate(UNSEEN, sights)


def worked_in(collaborations: Collaborations) -> Iterator[str]:
    """Yield the collaborations of a state whose pages are opened: those neither deleted nor archived."""
    for name, records in collaborations.items():
        about = records.get("om", {})
        if not about.get("gone") and not about.get("archived"):
            yield name


@pytest.mark.parametrize("stored", STATES, ids=lambda one: one.name)
def test_everything_is_seen(
    stored: Stored, context: Callable[..., BrowserContext], address: str, catalogue: Catalogue
) -> None:
    """Each record of each collaboration stands where it belongs, and nothing kept is changed or set aside."""
    page = context(viewport={"width": 1440, "height": 900}, locale="da-DK").new_page()
    whole = read(page, address, stored.collaborations, stored.version)
    stamps = [stamp for records in whole.values() for one in records.values() for stamp in one["v"].values()]
    now = 1000 + max(moment for moment, *_ in stamps)
    page.clock.set_fixed_time(now / 1000)
    for name in worked_in(whole):
        put(page, address, stored, name)
        sights = sorted(Seer(catalogue, whole[name], now).sights(), key=lambda one: one.page)
        assert sights
        for place, there in groupby(sights, key=lambda one: one.page):
            opened(page, address + place)
            shows(page, list(there))
    session = {**stored.session, f"{STORAGE}valgt": name}
    session.pop(f"{STORAGE}fane", "")  # a tab's own name, which is kept there only while no page is open
    assert page.evaluate(KEPT) == [stored.local, session]


@pytest.mark.parametrize("stored", STATES, ids=lambda one: one.name)
def test_collaborations_and_choices(stored: Stored, page: Page, address: str) -> None:
    """The overview has every collaboration, its details can be mended, choices hold."""
    put(page, address, stored)
    opened(page, address + MINE)
    details(page, read(page, address, stored.collaborations, stored.version))
    choices(page, stored)


@pytest.mark.parametrize("stored", STATES, ids=lambda one: one.name)
def test_steps(stored: Stored, context: Callable[..., BrowserContext], address: str) -> None:
    """In each collaboration its own steps go forth and back, and leave the others as they were."""
    page = context().new_page()
    whole = read(page, address, stored.collaborations, stored.version)
    for name in worked_in(whole):
        page = context().new_page()
        put(page, address, stored, name)
        opened(page, address + MINE)
        forth_and_back(page, stored, {name: whole[name]})


def forth_and_back(page: Page, stored: Stored, there: Collaborations) -> None:
    """Make again and take back every step of a collaboration."""
    ((name, records),) = there.items()
    former = name if name in stored.collaborations else "uden-navn"
    undo, redo = (
        [{name: step[former]} for step in upgraded(stored.steps[way], former, records)] for way in ("undo", "redo")
    )

    def now() -> dict[str, Any]:
        return {key: one for key, one in kept_now(page)[name].items() if any(one.values())}

    def after(steps: list[Any]) -> dict[str, Any]:
        return {key: one for key, one in hers(stepped(there, steps))[name].items() if any(one.values())}

    press(page, "gentag", len(redo))
    assert now() == after(redo)
    press(page, "fortryd", len(redo))
    assert now() == after([])
    press(page, "fortryd", len(undo))
    assert now() == after(undo)
    expect(page.locator("[data-del=fortryd]")).to_be_disabled()
    expect(page.locator("[data-del=besvaer]")).to_be_hidden()


def press(page: Page, name: str, times: int) -> None:
    """Press a button of the checklists some times."""
    page.locator(f"[data-del={name}]").evaluate("(button, times) => { while (times--) button.click() }", times)


def kept_now(page: Page) -> dict[str, Any]:
    """Return what the reader has written, as it is kept now."""
    local, session = page.evaluate(KEPT)
    stored = Stored("", local, session)
    return hers(read(page, "", stored.collaborations, stored.version))


def details(page: Page, collaborations: Collaborations) -> None:
    """See that the overview has every collaboration but the deleted, and what its dialog holds of each."""
    about = {name: records.get("om", {}) for name, records in collaborations.items()}
    there = {name: one for name, one in about.items() if not one.get("gone")}
    expect(page.locator(".samarb")).to_have_count(len(there))
    for name, one in there.items():
        page.locator(f"[data-noegle='{name} ret']").click()
        wanted = {field: one.get(field, "") for field in ("name", "phase", "start", "end")}
        parties = [one for key, one in collaborations[name].items() if key.startswith("part.") and alive(one)]
        wanted["parties"] = "\n".join(party["name"] for party in sorted(parties, key=lambda party: party["place"]))
        shows(page, [[MINE, f"dialog[open] [name={field}]", "value", value] for field, value in wanted.items()])
        page.keyboard.press("Escape")


def choices(page: Page, stored: Stored) -> None:
    """See that colours, the key, recent searches and what was set aside are as they were left."""
    colours = stored.kept("farver")
    expect(page.locator(f"html[data-farver={colours}]" if colours else "html:not([data-farver])")).to_have_count(1)
    page.locator(".soeg-aabner").click()
    expect(page.locator("[data-genvej]")).to_be_checked(checked=stored.kept("genvej") != "fra")
    for query in json.loads(stored.kept("soegninger") or "[]"):
        expect(page.locator(".soeg__svar button", has_text=query)).to_be_visible()
    page.keyboard.press("Escape")
    words = "async name => (await import(name)).store().aside.map(one => one.words)"
    aside = page.evaluate(words, module(page, "store.js"))
    assert aside == stored.aside


def test_states_hold_all_that_can_be_kept(page: Page, address: str) -> None:
    """Each field and kind of record, and each name in the storage, that the scripts know is in a frozen state."""
    page.goto(f"{address}404.html")
    fields, kinds = page.evaluate(RULES.replace("{}", module(page, "own/state.js")))
    wholes = [read(page, address, one.collaborations, one.version) for one in STATES]
    records = [item for whole in wholes for made in whole.values() for item in made.items()]
    assert set(fields) == {field for _, one in records for field in one} - {"v", "both"}
    assert any("both" in one for _, one in records)
    assert set(kinds) <= {key.partition(".")[0] for key, _ in records}
    assert set(kinds) == set(SPECIAL)
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets/js").rglob("*.js"))
    named = {(one or other).rstrip(":") for one, other in NAMES.findall(sources)}
    assert {"eget", "sted"} < named
    frozen = {key.removeprefix(STORAGE) for one in STATES for key in (*one.local, *one.session)}
    assert not {name for name in named if not any(key.startswith(name) for key in frozen)}
