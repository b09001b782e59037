"""`make engines`: build one catalogue with MkDocs, ProperDocs and Zensical, and compare what came out, page by page.

Pages are compared in text, ids and links, everything else (search index, data, feed, QR codes, running heads, PDFs)
byte for byte. ProperDocs must come out the same, else the exit code is 1; what Zensical does otherwise is told.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import yaml

from macros import publish
from macros.folders import ADDRESS, CONTENT
from macros.kind import FRONT
from macros.paper.press import FOLDER as PDFS
from macros.web import pages
from tools.other_skeleton import extra, skeleton

ROOT = Path(__file__).resolve().parent.parent
ENGINES = ROOT / ".engines/bin"
CODE = ("mkdocs.yml", "macros", "overrides", "docs")
ENV = {**os.environ, ADDRESS: "https://example.org/et/sted/", "KATALOG_STRICT": "true", "NO_MKDOCS_2_WARNING": "1"}
ENV |= {"DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": "."}
OWN_LISTS = {"sitemap.xml", "sitemap.xml.gz", "objects.inv", "search.json"}  # each engine writes its own
INLINE = {"a", "b", "br", "button", "em", "i", "input", "kbd", "label", "q", "small", "span", "strong"}


@dataclass
class Parts(HTMLParser):
    """What a reader meets on a page: its text, what can be linked to, and where its links lead."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids and links; what begins a line parts words."""
        known = dict(attrs)
        self.ids += [known["id"] or ""] if "id" in known else []
        self.links += [known[name] or "" for name in ("href", "src") if name in known]
        self.said.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        """Part words where a line ends."""
        self.said.append("" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.said.append(data)


def parts(site: Path, name: str) -> dict[str, object]:
    """Return what a reader meets on a page, by what it is; links as where they lead, however they are written."""
    found = Parts()
    found.feed((site / name).read_text(encoding="utf-8"))
    here = urljoin(ENV[ADDRESS], name.removesuffix("index.html"))
    return {
        "text": " ".join("".join(found.said).split()),
        "ids": found.ids,
        "links": [urljoin(here, link) for link in found.links],
    }


def differences(first: Path, second: Path) -> Iterator[tuple[str, str]]:
    """Yield (file, what is other) of each file of the first site that the second has not just so."""
    for path in sorted(p for p in first.rglob("*") if p.is_file() and p.name not in OWN_LISTS):
        name = path.relative_to(first).as_posix()
        other = second / name
        if not other.is_file():
            yield name, "missing"
        elif path.suffix != ".html":
            if path.read_bytes() != other.read_bytes():
                yield name, "bytes"
        else:
            theirs = parts(second, name)
            if wrong := [what for what, value in parts(first, name).items() if theirs[what] != value]:
                yield name, ", ".join(wrong)


def run(root: Path, *command: str | Path) -> None:
    """Run a command at `root`. Raises SystemExit with what it said when it fails."""
    done = subprocess.run(command, cwd=root, env=ENV, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")


def catalogue_in(folder: Path, data: Path, *, with_pdf: bool) -> Path:
    """Copy the code beside a data folder, with its PDFs made; return the copy's root."""
    folder.mkdir()
    for name in CODE:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    shutil.copytree(data, folder / "data")
    if with_pdf:
        run(folder, sys.executable, "-m", "macros.pdf")
    return folder


def for_zensical(root: Path, folder: Path) -> Path:
    """Write what Zensical builds: finished Markdown, a skeleton without our words, all settings; return the folder."""
    out = publish.of(root)
    shutil.copytree(root / "docs", folder / "docs")
    pages.write(out.build.catalogue, folder / "docs", out.build.renderer.pdfs)
    for name in out.build.renderer.pdfs:  # a link to what is not there would stay as it is written
        publish.write(folder / f"docs/pdf/{name}.pdf", (root / PDFS / f"{name}.pdf").read_bytes())
    front = out.build.renderer.render("dele/forside.md.j2", FRONT)
    (folder / "docs" / FRONT).write_text(f"---\ntitle: Forside\n---\n\n{front}", encoding="utf-8")
    for path in (folder / "docs").rglob("*.md"):
        name = path.relative_to(folder / "docs").with_suffix("").as_posix().replace("/", "--")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("---\n", f'---\npapir: "assets/papir/{name}"\n', 1), encoding="utf-8")
    for path in (root / "overrides").rglob("*.*"):
        target = folder / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        target.write_text(skeleton(text, out), encoding="utf-8")
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    kept = {key: settings[key] for key in ("docs_dir", "theme", "markdown_extensions")}
    whole = {**kept, **out.texts(), "nav": out.menu(), "extra": {"katalog": dict(extra(out.build.catalogue))}}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def tell(name: str, first: Path, second: Path) -> bool:
    """Print how the second site differs from MkDocs'; return whether it does."""
    found = list(differences(first, second))
    every = [p for p in first.rglob("*") if p.is_file() and p.name not in OWN_LISTS]
    html = sum(p.suffix == ".html" for p in every)
    bad = sum(file.endswith(".html") for file, _ in found)
    others, other_bad = len(every) - html, len(found) - bad
    print(f"{name}: as MkDocs' are {html - bad} of {html} pages and {others - other_bad} of {others} other files.")
    for file, what in found:
        print(f"  {file}: {what}")
    return bool(found)


def main() -> int:
    """Build, compare and tell; return the exit code."""
    parser = argparse.ArgumentParser(description="Build one catalogue with three engines and compare.")
    parser.add_argument("--data", type=Path, default=ROOT / "tests/catalogue/data")
    parser.add_argument("--no-pdf", action="store_true", help="leave the PDFs out, which take the longest")
    parser.add_argument("--keep", type=Path, help="a new folder to work in, which is kept")
    given = parser.parse_args()
    os.environ.pop(CONTENT, None)
    os.environ.update({ADDRESS: ENV[ADDRESS]})
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch, "work")
        folder.mkdir(parents=True)
        root = catalogue_in(folder / "root", given.data, with_pdf=not given.no_pdf)
        run(root, sys.executable, "-m", "mkdocs", "build", "-q", "-d", folder / "mkdocs")
        run(root, ENGINES / "properdocs", "build", "-q", "-d", folder / "properdocs")
        red = tell("ProperDocs", folder / "mkdocs", folder / "properdocs")
        try:
            other = for_zensical(root, folder / "zensical")
            run(other, ENGINES / "zensical", "build", "--clean")
            run(root, sys.executable, "-m", "macros.publish", other / "site")
            tell("Zensical", folder / "mkdocs", other / "site")
        except SystemExit as error:  # told, and no more
            print(f"Zensical builds it not: {str(error).strip().splitlines()[-1]}")
    return int(red)


if __name__ == "__main__":
    sys.exit(main())
