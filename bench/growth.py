"""What a build costs as a catalogue grows: `python -m bench.growth [CHAPTERS …]` prints the table (else 25 and 250).

The same content (a copy of this catalogue, grown to so many chapters of 1,500 words) is built by ours and by MkDocs
with the macros plugin as commonly written (`bench/naive`: a template in every page, `include_yaml`), in turn, each in a
process of its own. What counts is the CPU that the program itself used (`user`); the clock depends on what else runs.
`kept` is ours once more, with what the first build left in `.cache`. Under the table stand our largest pages: nodes,
kilobytes, and kilobytes gzipped, which copies of the same texts make fewer than a catalogue of its own would have.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.grown import copied

NAIVE = Path(__file__).parent / "naive"
WORDS = 1500
ENV = {**os.environ, "KATALOG_STRICT": "true", "KATALOG_URL": "https://example.org/", "NO_MKDOCS_2_WARNING": "1"}
ALONE = {"katalog", "ord", "kilder"}  # what has no page of its own, or one that is written by hand


@dataclass(frozen=True)
class Cost:
    """CPU seconds and megabytes of one process."""

    user: float
    memory: float


def cost(root: Path, *arguments: str) -> Cost:
    """Run Python at `root`; return what it cost. Raises AssertionError with what it said when it failed."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([sys.executable, *arguments], cwd=root, env=ENV, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        assert process.returncode == 0, said.read().decode()[-2000:]
    return Cost(used.ru_utime, used.ru_maxrss / 1024)


def naive(root: Path, folder: Path) -> Path:
    """Write the catalogue at `root` the common way; return the folder."""
    shutil.copytree(root / "data", folder / "data")
    files = sorted(path.relative_to(folder) for path in (folder / "data").rglob("*.yml"))
    names = {path: re.sub(r"\W", "_", path.stem) for path in files if path.stem != "kilder"}
    rows = ["data/kilder.yml", *(f"{{{name}: {path.as_posix()}}}" for path, name in names.items())]
    said = (NAIVE / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(said.replace("[]", f"[{', '.join(rows)}]"), encoding="utf-8")
    for path, name in names.items():
        if path.stem not in ALONE:
            page("tema.md" if path.parent.name == "temaer" else "side.md", folder / path, "NAVN", name)
    themes = ", ".join(name for path, name in names.items() if path.parent.name == "temaer")
    page("index.md", folder / "data/index.yml", "TEMAER", themes)
    page("kilder.md", folder / "data/kilder.yml", "", "")
    return folder


def page(template: str, place: Path, mark: str, name: str) -> None:
    """Write a page of the common way: a template, with the name of its data put in."""
    target = Path(place.as_posix().replace("/data/", "/docs/")).with_suffix(".md")
    target.parent.mkdir(parents=True, exist_ok=True)
    text = (NAIVE / template).read_text(encoding="utf-8")
    target.write_text(text.replace(mark, name) if mark else text, encoding="utf-8")


def told(found: list[Cost]) -> str:
    """Return the medians of some runs, for the table."""
    return f"{statistics.median(c.user for c in found):.2f} ({statistics.median(c.memory for c in found):.0f})"


def largest(site: Path, count: int = 3) -> list[str]:
    """Return the pages of most nodes, for a line each."""
    texts = {path: path.read_bytes() for path in site.rglob("*.html")}
    nodes = {path: len(re.findall(rb"<[a-z]", text)) for path, text in texts.items()}
    most = sorted(nodes, key=lambda path: -nodes[path])[:count]
    sizes = {path: (len(texts[path]) / 1024, len(gzip.compress(texts[path])) / 1024) for path in most}
    return [f"{p.relative_to(site)}: {nodes[p]} nodes, {sizes[p][0]:.0f} KB, {sizes[p][1]:.0f} gz" for p in most]


def measure(chapters: int, rounds: int, *, common: bool) -> str:
    """Return the table's row for so many chapters; without `common`, ours alone."""
    with tempfile.TemporaryDirectory() as folder:
        root = copied(Path(folder, "ours"), chapters, WORDS)
        other = naive(root, Path(folder, "naive")) if common else root
        runs: dict[str, list[Cost]] = {name: [] for name in ("ours", "kept", "naive", "check")}
        for _ in range(rounds):
            shutil.rmtree(root / ".cache", ignore_errors=True)
            for name in ("ours", "kept"):
                runs[name].append(cost(root, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/site"))
            if common:
                runs["naive"].append(cost(other, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/naive-site"))
            runs["check"].append(cost(root, "-m", "macros.check"))
    ours, kept = (statistics.median(c.user for c in runs[name]) for name in ("ours", "kept"))
    cells = [told(runs["ours"]), told(runs["kept"]), "–", "–", told(runs["check"])]
    if common:
        most = statistics.median(c.user for c in runs["naive"])
        cells[2:4] = [told(runs["naive"]), f"{ours / most:.2f} / {kept / most:.2f}"]
        pages = "\n".join(largest(Path(folder, "site")))
    return f"| {chapters} | {' | '.join(cells)} |\n\n{pages}\n"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure what a build costs as a catalogue grows.")
    parser.add_argument("chapters", nargs="*", type=int, default=[25, 250])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="ours only")
    given = parser.parse_args()
    print("| chapters | ours: user s (MB) | kept | naive | ours, kept / naive | check |\n|---|---|---|---|---|---|")
    for chapters in given.chapters:
        print(measure(chapters, given.rounds, common=not given.alone), flush=True)


if __name__ == "__main__":
    main()
