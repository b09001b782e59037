"""MkDocs adapter only: gives it the generated pages and what `publish` makes around them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

NAME_FILES = "Skriv »html_endelse: ja« i katalog.yml i stedet, så følger søgning, feed og PDF'er med."
LIVE = "live"  # what our own server sets in `extra`
ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # MkDocs loads this file by its path; the package stands beside it
    sys.path.insert(0, str(ROOT))

from macros import building, kept, language  # noqa: E402
from macros.catalogue import names  # noqa: E402
from macros.catalogue.addresses import Addresses, names_files  # noqa: E402
from macros.folders import data_folder  # noqa: E402
from macros.paper import press as pdf  # noqa: E402
from macros.publish import Publishing  # noqa: E402
from macros.read.problems import terminal  # noqa: E402
from macros.site import Site  # noqa: E402
from macros.web import device, pages  # noqa: E402
from macros.web.dense import Dense  # noqa: E402
from macros.web.generated import Aside, GeneratedPage, url  # noqa: E402
from macros.web.inert import on_page_markdown  # noqa: E402, F401


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


def _publishing(config: MkDocsConfig) -> Publishing:
    live = bool(config.extra.get(LIVE))
    return Publishing(_begun(config), _root(config), Path(config.docs_dir), str(config.site_url or ""), live)


def on_startup(command: str, **_: object) -> None:
    """Let Python look for circular garbage less often: a build makes many objects that all live to its end."""
    building.once = command == "build"
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
    publishing = _publishing(config)  # serve has set its own address already
    config.nav = publishing.menu()
    _named(config, catalogue.site)
    for name, text in publishing.texts().items():
        config[name] = text
    config.extra["katalog"] = catalogue
    _unlist(config)
    return config


class Unlisted(FileSystemLoader):
    """Finds the theme's templates and lists none of its files: Material has 14,000, and none stays in the site."""

    def list_templates(self) -> list[str]:
        """Return nothing."""
        return []


def _unlist(config: MkDocsConfig) -> None:
    theme = config.theme
    env = theme.get_env()
    env.loader = Unlisted(theme.dirs)
    theme.get_env = lambda: env  # type: ignore[method-assign]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages (a hand-written page of the same name wins) and the PDFs, when they have been made."""
    build, folder, aside = _begun(config), _root(config) / pdf.FOLDER, Aside()
    for name in build.renderer.pdfs:
        files.append(File.generated(config, f"pdf/{name}.pdf", abs_src_path=str(folder / f"{name}.pdf")))
    if name := build.renderer.archive:
        files.append(File.generated(config, name, abs_src_path=str(_root(config) / device.ARCHIVES / name)))
    for page in build.pages.values():
        if files.get_file_from_path(page.path) is None:
            file = File.generated(config, page.path, content=pages.front_matter(page) + page.call + "\n")
            files.append(file)
            GeneratedPage(page, file, config, build.body, aside)
    unused = _publishing(config).unused()
    for file in list(files):
        if file.src_uri in unused:
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the skeleton the catalogue's words and id, and escape every value that is not said to be `safe`."""
    env.autoescape = True
    env.add_extension(Dense)
    env.bytecode_cache = kept.compiled(_root(config))
    catalogue = _begun(config).catalogue
    env.globals.update(_publishing(config).values(), t=language.markup(names.code(catalogue)))
    env.globals["side"] = Addresses.of(catalogue.site).side
    env.filters.update(fill=language.fill, data=language.data, url=url)
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Write what the page needs on paper, and tell the skeleton where it stands."""
    title = page.meta.get("title") or page.title or ""
    address = page.canonical_url or ""
    papir = _publishing(config).paper(Path(config.site_dir), page.file.src_uri, title, address)
    context["papir"] = papir  # type: ignore[typeddict-unknown-key]
    return context


def beside_pages(config: MkDocsConfig) -> dict[str, Callable[[], bytes]]:
    """Return what is made of the data and is no page: each file's maker by its path."""
    return _publishing(config).makers()


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is made beside the pages."""
    _publishing(config).finish(Path(config.site_dir))
    if told := pdf.left_out(_root(config) / pdf.FOLDER, data_folder(_root(config))):
        print(told)
