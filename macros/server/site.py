"""The site made page by page, when a page is asked for: MkDocs' own steps before the first page, then one page each.

So nothing has to know what depends on what: after a change every page is stale, and only the one that is looked at is
made again (some tens of milliseconds). Not for publishing: links are not checked across pages, as `make build` does.
"""

from __future__ import annotations

import posixpath
import shutil
import sys
import threading
from collections.abc import Callable
from importlib.util import LazyLoader, find_spec, module_from_spec
from pathlib import Path
from urllib.parse import quote, urlsplit

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from macros import hooks
from macros.folders import data_folder, site_address
from macros.server.answers import Answer, kind_of
from macros.site import SITE_ADDRESS


def _named_address(data: Path) -> str:
    """Return the address that katalog.yml names, also while something must be mended, or an empty text."""
    from macros.read import source

    path = data / "katalog.yml"
    document = source.read(path.name, path.read_text("utf-8", errors="replace"))[0] if path.is_file() else None
    found = document.value.get("adresse") if document and isinstance(document.value, dict) else None
    return found if isinstance(found, str) and SITE_ADDRESS.fullmatch(found) else ""


def _mount(address: str | None) -> str:
    """Return the path of an address, with a slash at both ends."""
    path = urlsplit(address or "/").path.strip("/")
    return f"/{path}/" if path else "/"


def _later(name: str) -> None:
    """Let a module be imported when it is first used, and not when it is first named."""
    spec = find_spec(name)
    if name in sys.modules or not spec or not spec.loader:
        return
    spec.loader = LazyLoader(spec.loader)
    sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])


class LiveSite:
    """The site of the repository at `root`, served at `origin`; made files are put in `folder`.

    Raises whatever MkDocs or our own code raises when mkdocs.yml cannot be used.
    """

    def __init__(self, root: Path, origin: str, folder: Path) -> None:
        self.origin = origin
        self.folder = folder
        _later("requests")  # the macros plugin names it, and only asks the package index with it when it is told to
        self.config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
        self.config.extra[hooks.LIVE] = True  # a saved script or style is asked for by the name it has
        # a fault in a template must reach us, and not become the page's text
        self.config.plugins["macros"].config["on_error_fail"] = True
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.env = self.config.theme.get_env()
        self.env.auto_reload = True
        self.lock = threading.RLock()  # MkDocs and the macros plugin know one page at a time
        self.made: dict[str, bytes] = {}
        self.makers: dict[str, Callable[[], bytes]] = {}
        self.files = Files([])
        self.pages: list[File] = []
        self.by_name: dict[str, File] = {}
        self.nav: Navigation | None = None
        self.address = self.config.site_url  # as mkdocs.yml has it; the data may name another
        self.data = data_folder(root)
        self.begun = ""  # where the site stands, once the data has said so

    @property
    def mount(self) -> str:
        """Where on the server the site stands, with a slash at both ends; also while the data cannot be used."""
        return self.begun or _mount(self.address or site_address(_named_address(self.data)))

    def begin(self) -> None:
        """Take in what has changed: all that MkDocs does before its first page. Raises what a build would raise."""
        with self.lock:
            self.made.clear()
            self._empty()
            config = self.config
            config.site_url = self.address
            config.plugins.on_config(config)
            self.begun = _mount(config.site_url)
            config.site_url = self.origin + self.begun
            config.plugins.on_pre_build(config=config)
            files = get_files(config)
            self.files = config.plugins.on_files(files, config=config)
            set_exclusions(self.files, config)
            nav = get_navigation(self.files, config)
            self.nav = config.plugins.on_nav(nav, config=config, files=self.files)
            self.pages = list(self.files.documentation_pages())
            for file in self.pages:
                if file.page is None:
                    Page(None, file, config)
            self.env = config.plugins.on_env(self.env, config=config, files=self.files) or self.env
            self.by_name = {file.dest_uri: file for file in self.files}
            self.makers = hooks.beside_pages(config)

    def _empty(self) -> None:
        """Remove what was made of an earlier state: a page that is gone must not be found on the disk."""
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def get(self, path: str) -> Answer:
        """Return what stands at a path of the server. Raises what making the page raises."""
        if not (path + "/").startswith(self.mount):
            return Answer(place=quote(self.mount)) if path == "/" else self.missing()
        asked = path[len(self.mount) :]
        name = posixpath.normpath("/" + asked).lstrip("/")
        if path.endswith("/") or not name:
            name = posixpath.join(name, "index.html")
        with self.lock:
            body = self._bytes(name)
            if body is None and not path.endswith("/") and f"{name}/index.html" in self.by_name:
                return Answer(place=quote(path) + "/")
        return Answer(body, kind_of(name)) if body is not None else self.missing()

    def missing(self) -> Answer:
        """Return the site's own page for an address that does not exist."""
        with self.lock:
            return Answer(self._bytes("404.html") or b"", status=404)

    def _bytes(self, name: str) -> bytes | None:
        if name in self.made:
            return self.made[name]
        if name in self.makers:
            self.made[name] = self.makers[name]()
            return self.made[name]
        file = self.by_name.get(name)
        if file and file.is_documentation_page():
            self.made[name] = self._page(file)
            return self.made[name]
        if file:
            return file.content_bytes
        if name in self.config.theme.static_templates:
            assert self.nav
            mkdocs_build._build_theme_template(name, self.env, self.files, self.config, self.nav)
        beside = (self.folder / name).resolve()  # written just now, or together with a page
        return beside.read_bytes() if beside.is_relative_to(self.folder) and beside.is_file() else None

    def _page(self, file: File) -> bytes:
        assert file.page
        assert self.nav
        mkdocs_build._populate_page(file.page, self.config, self.files)
        mkdocs_build._build_page(file.page, self.config, self.pages, self.nav, self.env)
        return Path(file.abs_dest_path).read_bytes()
