"""MkDocs adapter only: generated pages, menu, and what is written after the build."""

from __future__ import annotations

import gc
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

try:
    from minify import string as smaller
except ImportError:  # not built for this Python yet: the scripts are served as they are written

    def smaller(_kind: str, text: str) -> str:
        """Return the text as it is."""
        return text


NAME_FILES = "Skriv »html_endelse: ja« i katalog.yml i stedet, så følger søgning, feed og PDF'er med."
ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # MkDocs loads this file by its path; the package stands beside it
    sys.path.insert(0, str(ROOT))

from macros import building, colours, export, finding, language, names, pages, paper, pdf, policy  # noqa: E402
from macros.addresses import Addresses, names_files  # noqa: E402
from macros.catalogue import Catalogue  # noqa: E402
from macros.folders import data_folder, site_address  # noqa: E402
from macros.generated import GeneratedPage, url  # noqa: E402
from macros.inert import on_page_markdown  # noqa: E402, F401
from macros.read.problems import terminal  # noqa: E402
from macros.site import Site  # noqa: E402

THEME_STYLE = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")  # what we use of Material


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _begin(config: MkDocsConfig) -> building.Build:
    try:
        return building.begin(_root(config))
    except building.DataError as error:
        told = "\n\n".join(terminal(p, error.loaded.lines) for p in error.loaded.problems)
        raise PluginError(f"data/ skal rettes:\n\n{told}") from error


def _begun(config: MkDocsConfig) -> building.Build:
    return building.begun(_root(config))


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


def on_startup(**_: object) -> None:
    """Let Python look for circular garbage less often: a build makes many objects that all live to its end."""
    gc.set_threshold(100_000, 20, 100)


def _named(config: MkDocsConfig, site: Site) -> None:
    """Let MkDocs name pages as everything else does. Raises PluginError when it was told otherwise in its own file."""
    written = config.extra.setdefault("use_directory_urls", config.use_directory_urls)  # serve begins many times
    if not written and not names_files(site):
        raise PluginError(f"use_directory_urls i mkdocs.yml bliver ikke brugt. {NAME_FILES}")
    config.use_directory_urls = not names_files(site)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the menu from the data."""
    catalogue = _begin(config).catalogue
    docs = Path(config.docs_dir)
    nav: list[dict[str, object]] = [{catalogue.site.title: "index.md"}]
    for title, items in pages.menu(catalogue, lambda path: _title(docs, path)):
        nav.append({title: [{item.title: item.path} for item in items]})
    config.nav = nav
    _named(config, catalogue.site)
    config.site_url = config.site_url or site_address(catalogue.site.address)  # serve has set its own already
    config.site_name = catalogue.site.title
    config.site_description = " ".join(catalogue.site.description.split())
    config.extra["katalog"] = catalogue
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages (a hand-written page of the same name wins) and the PDFs, when they have been made.

    Of the theme's own files only the style sheet stays: all else would be published and never used.
    """
    build, folder = _begun(config), _root(config) / pdf.FOLDER
    for name in build.renderer.pdfs:
        files.append(File.generated(config, f"pdf/{name}.pdf", abs_src_path=str(folder / f"{name}.pdf")))
    for page in build.pages.values():
        if files.get_file_from_path(page.path) is None:
            file = File.generated(config, page.path, content=pages.front_matter(page) + page.call + "\n")
            files.append(file)
            GeneratedPage(page, file, config, build.body)
    unused = {"assets/img/favicon.svg"} if build.catalogue.site.logo else set()
    for file in list(files):
        if file.src_uri in unused or (_of_theme(file, config) and not THEME_STYLE.fullmatch(file.src_uri)):
            files.remove(file)
    return files


def _of_theme(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir in config.theme.dirs


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the skeleton the catalogue's words and id, and escape every value that is not said to be `safe`."""
    env.autoescape = True
    catalogue = _begun(config).catalogue
    env.globals.update(t=language.markup(names.code(catalogue)), katalog_id=names.identity(catalogue))
    env.globals.update(policy=policy.CSP, referrer=policy.REFERRER)
    env.globals["theme_style"] = next(file.src_uri for file in files if THEME_STYLE.fullmatch(file.src_uri))
    env.globals["side"] = Addresses.of(catalogue.site).side
    env.filters.update(fill=language.fill, data=language.data, url=url)
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Write what the page needs on paper: its running head and number, and a QR code when it has an address.

    The head is a style sheet of its own: CSS cannot read a title into the margin, and inline styles are refused.
    """
    name = page.file.src_uri.removesuffix(".md").replace("/", "--")
    title = page.meta.get("title") or page.title or ""
    text = config.site_name if page.is_homepage else f"{config.site_name} · {title}"
    folder = Path(config.site_dir) / "assets" / "papir"
    folder.mkdir(parents=True, exist_ok=True)
    number = names.words(_begun(config).catalogue).page.number
    (folder / f"{name}.css").write_text(paper.margins(text, number), encoding="utf-8")
    if page.canonical_url:
        (folder / f"{name}.svg").write_text(paper.qr(page.canonical_url), encoding="utf-8")
    context["papir"] = f"assets/papir/{name}"  # type: ignore[typeddict-unknown-key]
    return context


def _search_index(config: MkDocsConfig, catalogue: Catalogue) -> bytes:
    pages_in_data = [(p.id, p.title, " ".join(p.summary.split())) for p in catalogue.written]
    index = finding.index(catalogue, [*pages_in_data, *_written(Path(config.docs_dir))])
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def beside_pages(config: MkDocsConfig) -> dict[str, Callable[[], bytes]]:
    """Return what is made of the data and is no page: each file's maker by its path."""
    catalogue, base = _begun(config).catalogue, str(config.site_url or "")
    site, data = catalogue.site, data_folder(_root(config))
    makers: dict[str, Callable[[], bytes]] = {
        "assets/soegning.json": lambda: _search_index(config, catalogue),
        "katalog.json": lambda: export.as_json(catalogue, base).encode(),
        "_headers": lambda: policy.headers_file().encode(),
    }
    if base:  # a feed's addresses must be whole
        makers["feed.xml"] = lambda: export.feed(catalogue, base).encode()
    if own := site.colours:
        makers["assets/css/farver.css"] = lambda: colours.style_sheet(own).encode()
    if site.logo:
        makers[f"assets/img/{site.logo}"] = (data / site.logo).read_bytes
    return makers


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is made beside the pages, and take out of the scripts what only people read."""
    for name, make in beside_pages(config).items():
        target = Path(config.site_dir) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(make())
    for script in Path(config.site_dir, "assets", "js").rglob("*.js"):
        script.write_text(smaller("text/javascript", script.read_text(encoding="utf-8")), encoding="utf-8")
