"""What the check accepts is accepted by the formatter and, in its form, by the schemas."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from macros.catalogue import Catalogue
from macros.desk import formatter
from tests.support.sites import ROOT
from tests.test_schema import read


def test_check_has_nothing_to_say(catalogue: Catalogue) -> None:
    """The check finds nothing to mend: had it, its own words would stand here."""
    assert catalogue.index


def test_every_file_can_be_put_into_form(folder: Path, tmp_path: Path) -> None:
    """The formatter takes every file, twice is once, and its kind's schema accepts what it writes."""
    for path in sorted(folder.rglob("*.yml")):
        made, problems = formatter.canonical(path.as_posix(), path.read_text(encoding="utf-8"))
        assert problems == []
        assert formatter.canonical(path.as_posix(), made) == (made, [])
        kind = formatter.kind_of(path.as_posix())
        assert kind
        rules = json.loads((ROOT / "schema" / kind.schema).read_text(encoding="utf-8"))
        target = tmp_path / path.name
        target.write_text(made, encoding="utf-8")
        wrong = jsonschema.Draft202012Validator(rules).iter_errors(read(target))
        assert [error.message for error in wrong] == [], path
