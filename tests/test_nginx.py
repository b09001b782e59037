"""The example of a host of our own is right at the root of a name and under a path: read here as nginx reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.sites import ROOT
from tests.test_policy import ASKED_FOR

EXAMPLE = (ROOT / "hosting/nginx.conf").read_text(encoding="utf-8")
WRITTEN = "/katalog/"  # the path that stands in the example
TOKEN = re.compile(r'#[^\n]*|"[^"]*"|[{};]|[^\s{};"]+')


@dataclass
class Block:
    """What stands between two braces: its directives, by name, and the blocks in it, by their words."""

    says: dict[str, list[str]] = field(default_factory=dict)
    holds: dict[tuple[str, ...], Block] = field(default_factory=dict)


def parsed(text: str) -> Block:
    """Return a file of nginx's, read."""
    stack, words = [Block()], list[str]()
    for token in (found for found in TOKEN.findall(text) if not found.startswith("#")):
        if token == "{":
            stack[-1].holds[tuple(words)] = block = Block()
            stack.append(block)
        elif token == "}":
            stack.pop()
        elif token == ";":
            stack[-1].says[words[0]] = words[1:]
        if token in "{};":
            words = []
        else:
            words.append(token)
    assert len(stack) == 1
    return stack[0]


def answered(server: Block, files: Path, address: str) -> tuple[int, Path | None]:
    """Return the status and the file of an answer; `files` is what the example's root is here."""
    (place, block), *others = server.holds.items()
    assert not others
    assert place[0] == "location"
    if not address.startswith(place[1]):
        return 404, None
    wrong = files / block.says["error_page"][1].lstrip("/")
    exact = block.holds.get(("location", "=", address))
    if exact and exact.says.get("return") == ["404"]:
        return 404, wrong
    for tried in block.says["try_files"][:-1]:
        found = files / tried.replace("$uri", address).lstrip("/")
        if tried.endswith("/") and found.is_dir():
            return 200, found / "index.html"
        if not tried.endswith("/") and found.is_file():
            return 200, found
    assert block.says["try_files"][-1] == "=404"
    return 404, wrong


@pytest.mark.parametrize("path", ["/", "/x/", "/a/b/"])
def test_a_site_is_served_where_it_stands(path: str, tmp_path: Path) -> None:
    """Pages, files, the page for what is not there and what is the host's own are right wherever the site is put."""
    site = tmp_path / path.strip("/")
    for name in ("index.html", "om/index.html", "404.html", "_headers", "sw.js"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()
    (server,) = parsed(EXAMPLE.replace(WRITTEN, path)).holds.values()
    assert answered(server, tmp_path, path) == (200, site / "index.html")
    assert answered(server, tmp_path, f"{path}om/") == (200, site / "om/index.html")
    assert answered(server, tmp_path, f"{path}sw.js") == (200, site / "sw.js")
    assert answered(server, tmp_path, f"{path}nope/x") == (404, site / "404.html")
    assert answered(server, tmp_path, f"{path}_headers") == (404, site / "404.html")


def test_what_is_told_of_the_path_is_true() -> None:
    """The path stands where the opening says, as often as it says, and each file that is named is one of the site's."""
    opening, _, rest = EXAMPLE.partition("\nserver")
    assert "in four places" in opening.replace("\n# ", " ")
    assert rest.count(WRITTEN) == 4
    (server,) = parsed(EXAMPLE).holds.values()
    (block,) = server.holds.values()
    for place in block.holds:
        assert place[:2] == ("location", "=")
        assert ASKED_FOR.fullmatch(place[2].removeprefix(WRITTEN))


def test_no_block_inside_says_headers_of_its_own() -> None:
    """A block with one header of its own would lose all the others: nginx inherits all of them or none."""
    (server,) = parsed(EXAMPLE).holds.values()
    (block,) = server.holds.values()
    assert "add_header" in block.says
    assert not any("add_header" in inner.says for inner in block.holds.values())
