"""CODEOWNERS as each host reads it; how each does is told in `macros/desk/owners.py`."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import fnmatch

import pytest

from macros.desk.owners import code_owners
from macros.site import HOSTS

CODE, CONTENT = "macros/site.py", "data/temaer/et.yml"
Rows = list[tuple[str, str]]


def last_that_fits(rows: Rows, path: str) -> set[str]:
    """Return who GitHub and GitLab ask: those of the last pattern that fits."""
    fits = [who for place, who in rows if fnmatch(f"/{path}", f"{place}*" if place.endswith("/") else place)]
    return {fits[-1]} if fits else set()


def all_that_fit(rows: Rows, path: str) -> set[str]:
    """Return who Gitea and Forgejo ask: all whose expression is that of the path, or with ! is not."""
    return {who for place, who in rows if bool(re.fullmatch(place.lstrip("!"), path)) != place.startswith("!")}


READS: dict[str, Callable[[Rows, str], set[str]]] = {
    "github": last_that_fits,
    "gitlab": last_that_fits,
    "forgejo": all_that_fit,
    "": last_that_fits,
}


def rows_of(host: str, code: str, content: str) -> Rows:
    """Return place and people of each line that is no comment."""
    made = code_owners({"VAERT": host, "UDVIKLERE": code, "REDAKTION": content})
    return [(row.split()[0], row.split()[1]) for row in made.splitlines() if not row.startswith("#")]


def test_every_host_is_tried() -> None:
    """Each host that katalog.yml may name is here, and so is none at all."""
    assert set(READS) == {*HOSTS, ""}


@pytest.mark.parametrize("host", READS)
@pytest.mark.parametrize(("code", "content"), [("@n/it", "@n/hr"), ("@n/it", ""), ("", "@n/hr"), ("", "")])
def test_who_is_asked(host: str, code: str, content: str) -> None:
    """Editors are asked of the content and nobody else is, developers of the rest, without editors of all."""
    rows = rows_of(host, code, content)
    assert READS[host](rows, CODE) == ({code} - {""})
    assert READS[host](rows, CONTENT) == ({content or code} - {""})
    assert READS[host](rows, ".ci/run") == ({code} - {""})
