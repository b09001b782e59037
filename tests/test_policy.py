"""What pages may load and do, and that nothing is published that nothing uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from macros.web import policy
from tests.support.sites import PREFIX, ROOT

# Files that a visitor, a host or a search engine asks for by name.
ASKED_FOR = re.compile(
    r".*\.html|_headers|sw\.js|manifest\.webmanifest|sitemap\.xml(\.gz)?|robots\.txt|katalog\.json|feed\.xml"
)
NAMED = re.compile(r"""["'`(=\s]([\w./-]+\.[a-z0-9]{2,5})(?=["'`)?#\s>])""")

MODULE = re.compile(r"""["'`]([\w/-]+)["'`]""")  # a script names modules without their ending too
CHOSEN = re.compile(r"`\./([\w-]+/)\$\{.+?\}\.js`")  # and one of a folder


def test_every_page_has_the_policy_first(site: Path) -> None:
    """Each page says what it may load before it loads anything, and that no other site is told where one came from."""
    for name in sorted(site.rglob("*.html")):
        head = name.read_text("utf-8").partition("</head>")[0]
        assert f'content="{policy.CSP}"' in head.replace("&#39;", "'"), name
        assert '<meta name="referrer" content="no-referrer">' in head, name
        loaded = [head.index(tag) for tag in ("<link", "<script") if tag in head]
        assert head.index("Content-Security-Policy") < min(loaded), name


def test_hosts_get_the_same_headers(site: Path) -> None:
    """`_headers` and the nginx example send every header of the policy, and nothing else."""
    sent = dict(re.findall(r"^  ([\w-]+): (.+)$", (site / "_headers").read_text("utf-8"), re.MULTILINE))
    assert sent == policy.HEADERS
    nginx = (ROOT / "hosting/nginx.conf").read_text("utf-8")
    assert dict(re.findall(r'^ +add_header ([\w-]+) "(.+)" always;$', nginx, re.MULTILINE)) == policy.HEADERS


def _uses(path: str, site: Path) -> Iterator[str]:
    """Yield the files of the site that a file names, by their paths from its own folder, or from the root."""
    if not path.endswith((".html", ".css", ".js", ".json", ".xml", ".webmanifest")):
        return
    text = (site / path).read_text("utf-8")
    modules = [f"{name}.js" for name in MODULE.findall(text)] if path.endswith(".js") else []
    for name in CHOSEN.findall(text) if path.endswith(".js") else ():
        modules += [
            found.relative_to((site / path).parent).as_posix() for found in (site / path).parent.glob(name + "*.js")
        ]
    for name in NAMED.findall(text) + modules:
        for base in (dirname(path), ""):
            found = normpath(join(base, name.removeprefix(f"/{PREFIX}/")))
            if (site / found).is_file():
                yield found


def test_nothing_dead_is_published(site: Path) -> None:
    """Every file is a page, is asked for by its name, or is named by a page, a style or a script that is not dead."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    alive: set[str] = set()
    waiting = [name for name in files if ASKED_FOR.fullmatch(name)]
    while waiting:
        name = waiting.pop()
        if name not in alive:
            alive.add(name)
            waiting += _uses(name, site)
    assert not sorted(files - alive)


def test_nothing_is_let_in_that_is_not_named() -> None:
    """The policy begins with nothing at all, and no source in it is a wildcard or unsafe."""
    assert policy.CSP.startswith("default-src 'none'; ")
    assert not re.search(r"\*|unsafe|https?:", policy.CSP)
