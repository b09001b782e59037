"""What lets a browser keep the catalogue: a manifest, and a worker with a list of the site's files."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.catalogue import icon
from macros.catalogue.addresses import Addresses
from macros.kind import FRONT
from macros.site import Site
from macros.web import sent

ARCHIVES = ".zip"  # where `make zip` puts it, and the build of the site looks for it
MANIFEST = "manifest.webmanifest"
WORKER = "sw.js"
DRAWING = "assets/img/ikon.svg"
CODE = Path(__file__).with_name("worker.js")
LIST = '/* the build\'s list */ { version: "", files: {}, papers: {} }'
PAPER = "#fbfaf6"  # what a page is drawn on, before there is one
SHOWN = {".html", ".css", ".js", ".woff2", ".svg", ".png"}  # the files that pages are made of
INDEX_PAGE = re.compile(r"(^|/)index\.html$")
INDEX = ".json"  # in a folder of assets: the search's


def archive(root: Path, data: Path, site: Site) -> Path | None:
    """Return the zip of the site for a shared drive, if `make zip` has made one and the data are not newer."""
    made = root / ARCHIVES / f"{site.id}.zip"
    newest = max((path.stat().st_mtime for path in data.rglob("*.yml")), default=0.0)
    return made if made.is_file() and made.stat().st_mtime >= newest else None


def picture(size: int) -> str:
    """Return the path of the icon's picture of a size."""
    return f"assets/img/ikon-{size}.png"


def manifest(site: Site, language: str, sizes: Iterable[int]) -> bytes:
    """Return the manifest: what the catalogue is called on a home screen, and its icon, with the pictures there are."""
    drawing = {"src": DRAWING, "type": "image/svg+xml", "sizes": "any", "purpose": "any maskable"}
    pictures = [{"src": picture(n), "type": "image/png", "sizes": f"{n}x{n}"} for n in sizes]
    told = {
        "name": site.title,
        "short_name": site.title,
        "description": " ".join(site.description.split()),
        "lang": language,
        "id": "./",
        "start_url": Addresses.of(site).page(FRONT) or "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": icon.colour(site),
        "background_color": PAPER,
        "icons": [drawing, *pictures],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def listed(site: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the SHA-256 of each file that pages are made of, and of each PDF, by the address they are asked for by."""
    files: dict[str, str] = {}
    papers: dict[str, str] = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if path.suffix == ".pdf":
            papers[name] = digest
        elif name != WORKER and (path.suffix in SHOWN or (path.suffix == INDEX and name.startswith("assets/"))):
            files[name] = digest
    return files, papers


def addressed(files: Mapping[str, str], site: Site) -> dict[str, str]:
    """Return the files by the addresses that the site's own links have: a folder's for its page, where they do."""
    if Addresses.of(site).html:
        return dict(files)
    return {INDEX_PAGE.sub(r"\1", name): digest for name, digest in files.items()}


def worker(folder: Path, site: Site) -> bytes:
    """Return the worker, with the list of all that stands in a finished site."""
    files, papers = listed(folder)
    text = CODE.read_text(encoding="utf-8")
    told = {"files": addressed(files, site), "papers": papers}
    version = hashlib.sha256(f"{text}{json.dumps(told)}".encode()).hexdigest()[:12]
    whole = json.dumps({"version": version, **told}, ensure_ascii=False, separators=(",", ":"))
    assert LIST in text
    return sent.small("text/javascript", text.replace(LIST, whole)).encode()
