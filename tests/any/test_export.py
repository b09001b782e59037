"""Any catalogue as data: katalog.json by its schema, and a feed other programs can follow."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema

from macros.catalogue import Catalogue
from tests.support.sites import BASE, ROOT

ATOM = "{http://www.w3.org/2005/Atom}"


def test_data_follows_its_schema(site: Path, catalogue: Catalogue) -> None:
    """katalog.json has every entry once, in order, and its schema accepts it and refuses what it does not know."""
    made = json.loads((site / "katalog.json").read_text(encoding="utf-8"))
    rules = jsonschema.Draft202012Validator(
        json.loads((ROOT / "schema/katalogdata.schema.json").read_text(encoding="utf-8"))
    )
    assert [error.message for error in rules.iter_errors(made)] == []
    assert [unit["id"] for unit in made["punkter"]] == list(catalogue.index)
    assert list(rules.iter_errors({**made, "nyt": 1}))


def test_every_address_is_there(site: Path) -> None:
    """Each entry's page and anchor are in the built site."""
    made = json.loads((site / "katalog.json").read_text(encoding="utf-8"))
    for unit in made["punkter"]:
        path, _, anchor = unit["side"].removeprefix(BASE).partition("#")
        page = (site / (path if path.endswith(".html") else f"{path}index.html")).read_text(encoding="utf-8")
        assert not anchor or re.search(rf'id="?{re.escape(anchor)}[" >]', page), unit["side"]


def test_texts_are_plain(site: Path) -> None:
    """No mark of formatting reaches the data."""
    made = json.loads((site / "katalog.json").read_text(encoding="utf-8"))
    for unit in made["punkter"]:
        assert not re.search(r"\*\*|\]\(|&shy;|\u00ad", unit["titel"] + unit.get("tekst", "")), unit["id"]


def test_feed(site: Path, catalogue: Catalogue) -> None:
    """The feed is well-formed, newest first, with whole addresses and ids that hang on the permanent ids."""
    root = ElementTree.fromstring((site / "feed.xml").read_text(encoding="utf-8"))
    entries = root.findall(f"{ATOM}entry")
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert not days or root.findtext(f"{ATOM}updated") == days[0]
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry, name in zip(entries, ids, strict=True):
        assert name.rpartition("#")[2] in catalogue.index
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href", "").startswith(BASE)
    head = (site / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml"' in head
