"""The JSON Schemas an editor's program reads are those of the models, in Danish, and accept what the check accepts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.catalogue import FILES
from macros.data import examples, schema
from tests.support.sites import ROOT

FOLDERS = ("tests/catalogue/data", "tests/small/data")
SHIPPED = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.yml"))]
SHIPPED += [path for path in examples.files().values() if path.suffix == ".yml"]


class Core(yaml.SafeLoader):
    """Reads YAML 1.2 as an editor's program does: a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, rule) for tag, rule in rules if tag != "tag:yaml.org,2002:timestamp"]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(path: Path) -> Any:
    """Return a file's value."""
    return yaml.load(path.read_text(encoding="utf-8"), Core)


def named(path: Path) -> Path:
    """Return the schema that a data file's first line names."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# yaml-language-server: $schema="), path
    return (path.parent / first.partition("=")[2]).resolve()


def test_in_step_with_the_models() -> None:
    """The schemas in the repository are what `make schema` writes today."""
    made = schema.files()
    assert {path.name for path in (ROOT / "schema").glob("*.json")} == set(made)
    for name, text in made.items():
        assert (ROOT / "schema" / name).read_text(encoding="utf-8") == text, f"{name}: run make schema"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_shipped_files_are_right(path: Path) -> None:
    """Every shipped data file names its schema in its first line, and the schema accepts it."""
    rules = json.loads(named(path).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    value = read(path)
    assert [error.message for error in jsonschema.Draft202012Validator(rules).iter_errors(value)] == []


def test_a_misspelt_key_is_marked() -> None:
    """What an editor would most often get wrong is refused by the schema too."""
    rules = json.loads((ROOT / "schema/tema.schema.json").read_text(encoding="utf-8"))
    value = read(ROOT / "macros/kinds/theme/example.yml")
    value["resume"] = value.pop("resumé")
    told = [error.message for error in jsonschema.Draft202012Validator(rules).iter_errors(value)]
    assert any("resume" in words for words in told)


def fields(node: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return every (key, field) anywhere in a schema."""
    if isinstance(node, list):
        return [found for one in node for found in fields(one)]
    if not isinstance(node, dict):
        return []
    own = list(node.get("properties", {}).items())
    return own + [found for value in node.values() for found in fields(value)]


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.schema)
def test_danish_help(kind: Any) -> None:
    """Each field has its Danish name and a description to show on hover."""
    found = fields(json.loads((ROOT / "schema" / kind.schema).read_text(encoding="utf-8")))
    assert found
    for key, field in found:
        assert field["title"] == key
        assert field.get("description"), key
