"""MkDocs adapter only: generated pages, menu, and what is written after the build."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # MkDocs loads this file by its path; the package stands beside it
    sys.path.insert(0, str(ROOT))

from macros import finding, pages  # noqa: E402
from macros.catalogue import Catalogue, load_cached  # noqa: E402
from macros.problems import terminal  # noqa: E402


def _catalogue(config: MkDocsConfig) -> Catalogue:
    root = Path(config.config_file_path).parent
    loaded = load_cached(root / "data", Path(config.docs_dir))
    if loaded.catalogue is None:
        told = "\n\n".join(terminal(p, loaded.lines) for p in loaded.problems)
        raise PluginError(f"data/ skal rettes:\n\n{told}")
    return loaded.catalogue


def _written(docs: Path) -> list[tuple[str, str, str]]:
    """Return name, title and description of each hand-written page; the front page is no answer to anything."""
    names = [path.relative_to(docs).with_suffix("").as_posix() for path in sorted(docs.rglob("*.md"))]
    found = []
    for name in names:
        text = (docs / f"{name}.md").read_text(encoding="utf-8")
        if told := re.search(r"^description: *\"?(.+?)\"?$", text, re.MULTILINE):
            found.append((name, _title(docs, f"{name}.md"), told[1]))
    return found


def _title(docs: Path, path: str) -> str:
    text = (docs / path).read_text(encoding="utf-8")
    found = re.search(r"^title: *\"?(.+?)\"?$|^# (.+)$", text, re.MULTILINE)
    return next(filter(None, found.groups())) if found else path


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the menu from the data."""
    catalogue = _catalogue(config)
    docs = Path(config.docs_dir)
    nav: list[dict[str, object]] = [{catalogue.site.title: "index.md"}]
    for title, items in pages.menu(catalogue, lambda path: _title(docs, path)):
        nav.append({title: [{item.title: item.path} for item in items]})
    config.nav = nav
    config.site_name = catalogue.site.title
    config.site_description = " ".join(catalogue.site.description.split())
    config.extra["katalog"] = catalogue
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages; a hand-written page of the same name wins."""
    for page in pages.pages(_catalogue(config)).values():
        if files.get_file_from_path(page.path) is None:
            files.append(File.generated(config, page.path, content=pages.front_matter(page) + page.call + "\n"))
    return files


def _without_comments(script: Path) -> None:
    """Take whole-line comments and indentation out of a built script: a third of it on the wire."""
    text = script.read_text(encoding="utf-8")
    script.write_text(
        re.sub(r"^\s+", "", re.sub(r"^\s*(//|/\*\*).*$", "", text, flags=re.M), flags=re.M), encoding="utf-8"
    )


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is read by the browser and not by people."""
    for script in (Path(config.site_dir) / "assets/js/search").glob("*.js"):
        _without_comments(script)
    target = Path(config.site_dir) / "assets" / "soegning.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    index = finding.index(_catalogue(config), _written(Path(config.docs_dir)))
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text, encoding="utf-8")
