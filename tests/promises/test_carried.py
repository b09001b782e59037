"""Files and links that readers have saved and sent, made by former versions of the site, are taken in by this one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.promises.test_stored import RULES, kept_now, opened, read
from tests.support.browser import module
from tests.support.promises import Collaborations, Link, Record, carried, files, hers, links
from tests.support.sights import MINE

pytestmark = [pytest.mark.browser, pytest.mark.content]

SHARED = [link for link in links() if link.kind == "samarbejde"]
BOOKLETS = [link for link in links() if link.kind == "haefte"]
ANSWERS: dict[str, list[Link]] = defaultdict(list)
for answered in (link for link in links() if link.kind == "svar"):
    ANSWERS[answered.page].append(answered)


def named(link: Link) -> str:
    """Return a link's name for the report."""
    return link.name


def taken_in(page: Page, value: Any) -> None:
    """See what arrived shown first, take it in, and see that it is kept whole."""
    told = hers(read(page, "", value["collaborations"], value["version"]))
    expect(page.locator("[data-del=ankommet]")).to_be_visible()
    expect(page.locator("[data-del=fejl]")).to_be_hidden()
    expect(page.locator("[data-del=ankommet-liste] li")).to_have_count(sum(len(records) for records in told.values()))
    for records in told.values():
        if "om" in records:
            expect(page.locator("[data-del=ankommet-titel]")).to_contain_text(records["om"]["name"])
    page.locator("[data-del=flet]").click()
    assert kept_now(page) == told
    expect(page.locator("[data-del=besvaer]")).to_be_hidden()


@pytest.mark.parametrize("link", SHARED, ids=named)
def test_link_to_a_collaboration(link: Link, page: Page, address: str) -> None:
    """A link to a collaboration shows what it holds, and all of it is taken in."""
    opened(page, address + link.address)
    taken_in(page, link.value)


@pytest.mark.parametrize("file", files("json"), ids=lambda path: path.stem)
def test_file_of_collaborations(file: Path, page: Page, address: str) -> None:
    """A saved file shows what it holds, and all of it is taken in."""
    opened(page, address + MINE)
    page.locator("[data-del=fil]").set_input_files(file)
    taken_in(page, json.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("place", ANSWERS)
def test_links_with_answers(place: str, page: Page, address: str) -> None:
    """A leader's answer is told of when its link is opened, and taken in, so are the others when they are pasted."""
    first, *others = ANSWERS[place]
    opened(page, address + first.address)
    expect(page.locator("[data-del=ankommet-tekst]")).to_contain_text(first.value["name"])
    page.locator("[data-del=tag-imod]").click()
    page.locator("[data-del=indsat]").fill("\n".join(address + link.address for link in others))
    page.locator("[data-del=laeg-ind]").click()
    expect(page.locator("[data-del=deltagere] li")).to_have_count(len(ANSWERS[place]))
    answers_kept(page, [link.value for link in ANSWERS[place]])


def test_files_with_answers(context: Callable[..., BrowserContext], address: str) -> None:
    """A leader's answer saved as a file is taken in by the exercise it belongs to."""
    for file in files("txt"):
        words = file.read_text(encoding="utf-8")
        value = carried(words)[1]
        (place,) = [place for place, made in ANSWERS.items() if made[0].value["tool"] == value["tool"]]
        page = context().new_page()
        opened(page, address + place)
        page.locator("[data-del=filer]").set_input_files(file)
        expect(page.locator("[data-del=deltagere] li")).to_have_count(1)
        answers_kept(page, [value])


def answers_kept(page: Page, values: list[Any]) -> None:
    """See that answers are kept as they were given."""
    (records,) = kept_now(page).values()
    for value in values:
        record = records[f"svar.{value['tool']}.{value['answer']}"]
        assert [record["values"], record.get("name", "")] == [value["values"], value["name"]]


@pytest.mark.parametrize("link", BOOKLETS, ids=named)
def test_link_to_a_booklet(link: Link, page: Page, address: str) -> None:
    """A link to a booklet shows its title and parts, and becomes the reader's own when she says so."""
    page.goto(address + link.address)
    expect(page.locator("[data-del=ankommet-titel]")).to_contain_text(link.value["name"])
    expect(page.locator("[data-del=ankommet-liste] li")).to_have_count(len(link.value["ids"]))
    page.locator("[data-del=brug]").click()
    record = next(iter(kept_now(page).values()))["haefte"]
    assert [record.get(field, "") for field in ("name", "note", "ids")] == [
        link.value[field] for field in ("name", "note", "ids")
    ]


def test_files_and_links_carry_all_there_is(page: Page, address: str) -> None:
    """A frozen file holds each field and kind of record; links hold each kind but those that are hers alone."""
    page.goto(f"{address}404.html")
    fields, kinds = page.evaluate(RULES.replace("{}", module(page, "own/state.js")))
    private = page.evaluate("async name => [...(await import(name)).PRIVATE]", module(page, "own/state.js"))
    saved = [json.loads(file.read_text(encoding="utf-8")) for file in files("json")]
    whole, sent = (
        [read(page, "", one["collaborations"], one["version"]) for one in all_of]
        for all_of in (saved, [link.value for link in SHARED])
    )
    assert set(fields) == {field for _, one in records(whole) for field in one} - {"v", "both"}
    assert set(kinds) <= {key.partition(".")[0] for key, _ in records(whole)}
    assert set(kinds) & {key.partition(".")[0] for key, _ in records(sent)} == set(kinds) - set(private)
    assert {link.kind for link in links()} == {"samarbejde", "svar", "haefte"}


def records(found: list[Collaborations]) -> list[tuple[str, Record]]:
    """Return every key and record of some states."""
    return [item for made in found for records in made.values() for item in records.items()]
