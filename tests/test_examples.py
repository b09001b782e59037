"""One example of each kind of content, with every field used: models, references and pages work for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.catalogue import Catalogue, load
from macros.data import examples
from macros.kinds import KINDS as ROOMS
from macros.kinds.theme.kind import Theme
from macros.kinds.tool.kind import ToolBase
from macros.read.problems import terminal
from macros.web import pages
from tests.support.fields import KINDS
from tests.support.sites import EXAMPLES, ROOT


@pytest.fixture(scope="module")
def example() -> Catalogue:
    """Return the catalogue of examples."""
    loaded = load(EXAMPLES, ROOT / "docs")
    assert loaded.catalogue, "\n".join(terminal(p, loaded.lines) for p in loaded.problems)
    return loaded.catalogue


def _keys(value: object) -> set[str]:
    """Return every key used anywhere in a value."""
    if isinstance(value, dict):
        return set(value) | {key for child in value.values() for key in _keys(child)}
    return {key for child in value for key in _keys(child)} if isinstance(value, list) else set()


def test_every_field_has_an_example() -> None:
    """No field of any model is without an example."""
    used: set[str] = set()
    for path in (path for path in examples.files().values() if path.suffix == ".yml"):
        used |= _keys(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))
    wanted = {info.alias or name for cls in KINDS.values() for name, info in cls.model_fields.items()}
    assert wanted <= used


def test_models_are_frozen(example: Catalogue) -> None:
    """What has been read cannot be changed by what renders it."""
    with pytest.raises(ValueError, match="frozen"):
        example.all(Theme)[0].title = "Andet"  # type: ignore[misc]


def test_dates_and_links(example: Catalogue) -> None:
    """A Danish date is read as the day it names, and both-way relations are known."""
    theme = example.all(Theme)[0]
    assert str(theme.reviewed) == "2026-03-09"
    assert [p.id for p in example.backlinks["et-punkt"]] == ["et-tema", "et-spoergsmaal", "en-situation"]
    assert example.former["et-aeldre-tema"] == "et-tema"


def test_every_page_renders(example: Catalogue, tmp_path: Path) -> None:
    """Each kind's template renders its example with all optional fields present."""
    assert pages.write(example, tmp_path) == len(list(tmp_path.rglob("*.md")))


def test_tools_know_their_type(example: Catalogue) -> None:
    """Every type of tool has an example and is read as its own model."""
    assert {type(tool) for tool in example.all(ToolBase)} == {one.root for kind in ROOMS for one in kind.types}
