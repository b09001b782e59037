"""What we tell editors and developers is true."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from macros.catalogue import FILES
from macros.data import examples
from macros.read import source
from macros.read.document import Path
from tests.support import guide
from tests.support.fields import KINDS, rows, shared_table, table
from tests.support.sites import ROOT

README = (ROOT / "data/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", KINDS)
def test_field_list_matches_the_model(name: str) -> None:
    """The editors' guide names each field of a kind, whether it must be filled in, and what it means."""
    assert f"### {name}\n\n{table(rows(KINDS[name]))}\n" in README


def test_shared_fields_match_the_model() -> None:
    """The guide's list of the fields every entry has is the model's."""
    assert shared_table() in README


def test_guide_is_in_step() -> None:
    """The guide's tables and examples are today's; `python -m tests.support.guide` writes them."""
    assert guide.written(README) == README


@pytest.mark.parametrize("name", [name for name in examples.files() if name.endswith(".yml")])
def test_comments_change_nothing(name: str) -> None:
    """An example in the guide means the same as the file it comes from, and explains every field it uses."""
    path = examples.files()[name]
    shown = guide.commented(name, path)
    text = path.read_text(encoding="utf-8")
    assert yaml.load(shown, yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader)
    assert shown.count("# ") > text.count("# ") + 2


def holder(value: Any, path: Path) -> BaseModel:
    """Return what stands at a path of a file that has become what its model asks for."""
    for part in path:
        if isinstance(part, int):
            value = value[part]
        else:
            named = {info.alias or name: name for name, info in type(value).model_fields.items()}
            value = getattr(value, named[part]) if part in named else value.__pydantic_extra__[part]
    assert isinstance(value, BaseModel)
    return value


@pytest.mark.parametrize("name", [name for name in examples.files() if name.endswith(".yml")])
def test_comments_are_of_the_model_they_stand_in(name: str) -> None:
    """A comment says what the line below it is in its own model, and stands above all that it is true of."""
    kind = next(kind for kind in FILES if fnmatch(name, kind.pattern))
    shown = guide.commented(name, examples.files()[name])
    document, _ = source.read(name, shown)
    assert document
    value = TypeAdapter(kind.model).validate_python(document.value)
    lines = shown.splitlines()
    told: set[str] = set()
    for path, mark in sorted(document.keys.items(), key=lambda row: row[1].line):
        infos = {info.alias: info.description for info in type(holder(value, path[:-1])).model_fields.values()}
        above = lines[mark.line - 2].strip() if mark.line > 1 else ""
        if above.startswith("# "):
            assert above == f"# {infos[str(path[-1])]}"
            told.add(above)
        assert not infos.get(str(path[-1])) or f"# {infos[str(path[-1])]}" in told


def test_every_file_is_named_in_the_guide() -> None:
    """The guide tells of every file the catalogue reads."""
    for kind in FILES:
        assert f"| `{kind.pattern}` |" in README


def test_readme_commands_exist() -> None:
    """Each make command in the README is a target."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in re.findall(r"(?:^|`)make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE):
        assert re.search(rf"^{name}:", makefile, re.MULTILINE), name


def test_every_template_says_what_it_is_for() -> None:
    """Each template opens with its purpose and context."""
    for path in [
        *sorted((ROOT / "macros").rglob("*.md.j2")),
        *(ROOT / "macros/templates").rglob("*.j2"),
        *(ROOT / "overrides").rglob("*.html"),
    ]:
        opening = path.read_text(encoding="utf-8")[:600]
        assert opening.startswith("{#-"), path.name
        assert "Purpose:" in opening, path.name
        assert "Context:" in opening, path.name
