"""A data folder that is none: not there, or beside the one that was meant."""

from __future__ import annotations

import os
from pathlib import Path

from macros.catalogue.files import FILES, files_of
from macros.folders import CONTENT
from macros.read.problems import Problem, Said

HEAD = "katalog.yml"
NOT_THERE = Said("Mappen {0} findes ikke.", "{1}", "mappe")
BESIDE = Said("Indholdet ligger ikke i mappen {0}, men i {1}.", "{2}", "mappe")
NOTHING = Said("I mappen {0} er der ikke noget katalog: katalog.yml mangler.", "{1}", "mappe")


def problem(data: Path, folder: str) -> Problem | None:
    """Return what is wrong with a folder that holds no catalogue, or None; `folder` is what messages call it."""
    if (data / HEAD).is_file():
        return None
    here, named = os.path.abspath(data), bool(os.environ.get(CONTENT))
    below = sorted(data.glob(f"*/{HEAD}"))
    if not data.is_dir():
        said = NOT_THERE.of(here, _remedy("mappen med katalog.yml", named))
    elif below:
        meant = os.path.abspath(below[0].parent)
        said = BESIDE.of(here, meant, _remedy(meant, named))
    elif named and not any(files_of(kind, data) for kind in FILES):
        said = NOTHING.of(here, _remedy("mappen med katalog.yml", named))
    else:
        return None
    return Problem(f"{folder}/{HEAD}", 1, 1, *said)


def _remedy(meant: str, named: bool) -> str:
    if named:
        return f"{CONTENT} er sat til »{os.environ[CONTENT]}«. Sæt den til {meant}."
    return f"Kør kommandoen i mappen over {meant}, eller sæt {CONTENT} til {meant}."
