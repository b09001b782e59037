"""The built site on a port, which hears from each page what went wrong in it, and runs something before its scripts.

The same in every engine, since not all of them tell a driver of errors, or let it run something first. `early.js`,
which each page loads before all else, is sent with `PRELUDE` in front, which reports to this server.
"""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.sites import PREFIX

EMPTY, REPORT = "/tom-side", "/hvad-gik-galt"
PRELUDE = """(() => {
  let left = false; // what is on its way when a page is left does not come, and some engines say so
  addEventListener("beforeunload", () => { left = true; setTimeout(() => { left = false; }, 2000); });
  addEventListener("pagehide", () => { left = true; });
  addEventListener("pageshow", () => { left = false; });
  const tell = (what) => left || navigator.sendBeacon("%s", `${location.pathname}: ${what}`);
  addEventListener("error", (e) => { if (e.message) tell(`error: ${e.message} (${e.filename}:${e.lineno})`); });
  addEventListener("unhandledrejection", (e) => tell(`rejection: ${e.reason?.stack ?? e.reason}`));
  addEventListener("securitypolicyviolation", (e) => tell(`policy: ${e.violatedDirective} ${e.blockedURI}`));
  for (const kind of ["error", "warn"]) {
    const own = console[kind].bind(console);
    console[kind] = (...words) => { tell(`console: ${words.join(" ")}`); own(...words); };
  }
  window.made = []; // what was offered as a file, and how often paper was asked for
  const own = URL.createObjectURL;
  URL.createObjectURL = (file) => { window.made.push(file); return own.call(URL, file); };
  window.print = () => { window.printed = (window.printed ?? 0) + 1; };
})();
""".replace("%s", REPORT)


class Watched:
    """A served site: where it is, what its pages said went wrong, and what stands before their scripts."""

    def __init__(self) -> None:
        self.origin = ""
        self.wrong: list[str] = []
        self.before = ""

    @property
    def address(self) -> str:
        """Where the site's front page is."""
        return f"{self.origin}/{PREFIX}/"

    @property
    def empty(self) -> str:
        """A page in the same place that runs nothing."""
        return self.origin + EMPTY


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, watched: Watched, directory: str) -> None:
        self.watched = watched
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, an empty page, or the first script with what stands before it."""
        path = Path(self.translate_path(self.path))
        if self.path == EMPTY:
            self._send(b"<!doctype html><title>-</title>", "text/html")
        elif path.name == "early.js" and path.exists():
            self._send((PRELUDE + self.watched.before).encode() + path.read_bytes(), "text/javascript")
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """Note what a page says went wrong."""
        words = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.watched.wrong.append(words)
        self._send(b"", "text/plain")

    def _send(self, words: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(words)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(words)


@contextmanager
def watching(site: Path, folder: Path) -> Iterator[Watched]:
    """Serve a built site under a sub-path, from a link in `folder`, for as long as the block lasts."""
    (folder / PREFIX).symlink_to(site)
    watched = Watched()
    handler = functools.partial(_Handler, watched=watched, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    watched.origin = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield watched
    server.shutdown()
