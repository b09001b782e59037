"""`python -m macros.schema [FOLDER]`: JSON Schema of every kind of data file, made from the models.

An editor's program reads them through each file's first line (`# yaml-language-server: …`) and then completes keys,
explains them and marks what is wrong while one types. Titles are the keys' own names, descriptions those of the
models, examples come from the kinds' own (`macros.examples`). The check (`python -m macros.check`) stays the judge:
the schemas know no references, and read numbers and dates as the text they are.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from macros import language, model
from macros.catalogue import FILES, load
from macros.data import examples, export
from macros.kind import Kind

FOLDER = Path("schema")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = (str, int, float)
Examples = dict[tuple[str, str], Any]


def _models(value: Any) -> Iterator[BaseModel]:
    """Yield every model inside a value, itself first."""
    if isinstance(value, BaseModel):
        yield value
        value = [held for _, held in model.parts(value)]
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _models(one)


def known_values() -> Examples:
    """Return the first value of each (model, key) in the catalogue of examples; none when it cannot be read."""
    found: Examples = {}
    with tempfile.TemporaryDirectory() as folder:
        catalogue = load(examples.write(Path(folder)), Path("docs")).catalogue
    held = [catalogue.site, *catalogue.rooms.values(), catalogue.written] if catalogue else []
    for root in held:
        for one in _models(root):
            for name, info in type(one).model_fields.items():
                value = getattr(one, name)
                shown = list(value) if isinstance(value, tuple) and all(isinstance(v, PLAIN) for v in value) else value
                if shown and isinstance(shown, (*PLAIN, list)) and not isinstance(shown, bool):
                    found.setdefault((type(one).__name__, info.alias or name), shown)
    return found


def _danish(node: Any, name: str, known: Examples) -> Any:
    """Return a schema with Danish titles and examples, and without what pydantic says in English."""
    if isinstance(node, list):
        return [_danish(one, name, known) for one in node]
    if not isinstance(node, dict):
        return node
    left = ("title", "$defs", "properties")
    made = {key: _danish(value, name, known) for key, value in node.items() if key not in left}
    if "properties" in node:
        made.pop("description", None)  # the class's own, for developers
        made["properties"] = {key: _field(key, value, name, known) for key, value in node["properties"].items()}
    if "$defs" in node:
        made["$defs"] = {key: _danish(value, key, known) for key, value in node["$defs"].items()}
    match made.get("anyOf"):
        case [dict() as only, {"type": "null"}]:  # a field left out is not a field that says null
            made = {**only, **{key: value for key, value in made.items() if key != "anyOf"}}
    if made.get("format") == "date":
        made.pop("format")  # »9. marts 2027« is a date too
    return made


def _field(key: str, node: dict[str, Any], name: str, known: Examples) -> dict[str, Any]:
    made: dict[str, Any] = {"title": key, **_danish(node, name, known)}
    if made.get("default") is None:
        made.pop("default", None)
    if (name, key) in known:
        made["examples"] = [known[name, key]]
    return made


def schema(kind: Kind, known: Examples) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file."""
    made = TypeAdapter(kind.model).json_schema(by_alias=True)
    root = getattr(kind.model, "__name__", "")
    names = language.words("da").kinds  # what editors read is Danish in every catalogue
    kind_name = getattr(kind.model, "kind", "")
    title = names[kind_name].one if kind_name in names else kind.schema.partition(".")[0].capitalize()
    return {"$schema": DIALECT, "title": title, **_danish(made, root, known)}


def files() -> dict[str, str]:
    """Return every schema's text by its file name."""
    known = known_values()
    made = {kind.schema: schema(kind, known) for kind in FILES}
    whole = _danish(export.Export.model_json_schema(by_alias=True), "Export", known)
    made["katalogdata.schema.json"] = {"$schema": DIALECT, "title": "Kataloget som data", **whole}
    return {name: json.dumps(one, ensure_ascii=False, indent=1) + "\n" for name, one in made.items()}


def stale(folder: Path) -> list[str]:
    """Return the names of the schemas in a folder that are not what the models say today."""
    made = files()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def main(argv: list[str] | None = None) -> int:
    """Write the schemas to a folder (`schema/` when none is named), or with `--check` tell which are stale.

    Returns the exit code.
    """
    argv = sys.argv[1:] if argv is None else argv
    if argv == ["--check"]:
        for name in (old := stale(FOLDER)):
            print(f"schema/{name} is not what the models say: run make schema")
        return 1 if old else 0
    folder = Path(argv[0]) if argv else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    made = files()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(made)} skemaer er skrevet i {folder}/.")
    return 0
