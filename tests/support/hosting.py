"""A host of a built site that a test can slow down, publish anew on, and take off the net."""

from __future__ import annotations

import http.server
import re
import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path

from macros.site import Site
from macros.web import device
from tests.support.sites import PREFIX, code


@dataclass
class Host:
    """Serves `folder` under a sub-path; `asked` are the paths asked for, `held` what keeps pages waiting."""

    folder: Path
    asked: list[str] = field(default_factory=list)
    held: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.held.set()
        host = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def translate_path(self, path: str) -> str:
                return super().translate_path(path.removeprefix(f"/{PREFIX}"))

            def do_GET(self) -> None:
                self.directory = str(host.folder)
                host.asked.append(self.path.removeprefix(f"/{PREFIX}/"))
                if "text/html" in self.headers.get("Accept", ""):
                    host.held.wait(60)
                super().do_GET()

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/{PREFIX}/"

    def go(self) -> None:
        """Take it off the net."""
        self.held.set()
        self.server.shutdown()
        self.server.server_close()


def next_edition(site: Path, folder: Path, about: Site, said: str) -> Path:
    """Return a copy of a built site in which the scripts are others and every page says something new."""
    shutil.copytree(site, folder)
    old = code(folder)
    new = old.with_name("0123456789ab")
    old.rename(new)
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace(f"assets/{old.name}/", f"assets/{new.name}/")
        page.write_text(re.sub(r"</h1>", f" {said}</h1>", text, count=1), encoding="utf-8")
    (folder / device.WORKER).write_bytes(device.worker(folder, about))
    return folder
