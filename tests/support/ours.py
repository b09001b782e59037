"""Whose catalogue stands in the data folder: what is true of our own content is asked only of our own."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.support.sites import DATA

OURS = "paa-tvaers"  # the `id` in our katalog.yml
NOT_OURS = "another catalogue stands in the data folder: what is true of ours is not asked of it"


def is_ours(data: Path = DATA) -> bool:
    """Whether the catalogue in a data folder is the one whose content these tests know."""
    text = (data / "katalog.yml").read_text(encoding="utf-8")
    return bool(yaml.load(text, yaml.BaseLoader).get("id", OURS) == OURS)
